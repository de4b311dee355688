"""Addresses of clocks."""

from django.urls import path

from jaga_web.clocks import breach_views, views

app_name = "clocks"
urlpatterns = [
    path("", views.listing, name="list"),
    path("standards/", views.standards, name="standards"),
    path("breaches/", breach_views.listing, name="breaches"),
    path("breaches/<int:number>/", breach_views.page_of, name="breach"),
    path("breaches/<int:number>/save/", breach_views.save, name="breach_save"),
    path("breaches/<int:number>/notify/", breach_views.notify, name="breach_notify"),
    path("<int:number>/", views.page_of, name="page"),
    path("<int:number>/finish/", views.finish, name="finish"),
    path("<int:number>/pause/", views.pause, name="pause"),
    path("<int:number>/resume/", views.resume, name="resume"),
    path("<int:number>/hand/", views.hand, name="hand"),
    path("<int:number>/escalate/", views.escalate, name="escalate"),
]
