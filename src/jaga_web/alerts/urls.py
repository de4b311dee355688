"""Addresses of the alerts."""

from django.urls import path

from jaga_web.alerts import money_views, views, what_if_views

app_name = "alerts"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("find/", views.find, name="find"),
    path("queue.csv", views.export, name="export"),
    path("<int:number>/", views.page_of, name="page"),
    path("<int:number>/timeline.svg", views.timeline, name="timeline"),
    path("<int:number>/network/", money_views.network, name="network"),
    path("<int:number>/network/<str:kind>", money_views.download, name="network_file"),
    path("<int:number>/what-if/", what_if_views.page, name="what_if"),
    path("<int:number>/what-if.svg", what_if_views.chart, name="what_if_chart"),
    path("<int:number>/assign/", views.assign, name="assign"),
    path("<int:number>/look-alikes/", views.look_alikes, name="look_alikes"),
    path("<int:number>/propose/", views.propose, name="propose"),
    path("<int:number>/answer/", views.answer, name="answer"),
    path("<int:number>/snooze/", views.snooze, name="snooze"),
    path("<int:number>/unsnooze/", views.unsnooze, name="unsnooze"),
]
