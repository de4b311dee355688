"""Addresses of research."""

from django.urls import path

from jaga_web.research import publishing_views, sitting_views, views

app_name = "research"
urlpatterns = [
    path("", views.listing, name="list"),
    path("add/", views.add, name="add"),
    path("planner/", views.planner, name="planner"),
    path("<int:number>/", views.page_of, name="page"),
    path("<int:number>/remove/", views.remove, name="remove"),
    path("<int:number>/ask/", publishing_views.ask, name="ask"),
    path("collections/<int:number>/close/", publishing_views.close, name="close"),
    path("collections/<int:number>/erase/", publishing_views.erase, name="collection_erase"),
    path("publishing/", publishing_views.publishing, name="publishing"),
    path("publishing/<int:number>/", publishing_views.publishing_page, name="publishing_page"),
    path("publishing/<int:number>/publish/", publishing_views.publish, name="publish"),
    path("publishing/<int:number>/return/", publishing_views.send_back, name="send_back"),
    path("collect/", sitting_views.collect, name="collect"),
    path("collect/<int:number>/", sitting_views.sit, name="sit"),
    path("collect/<int:number>/over/<slug:why>/", sitting_views.over, name="over"),
]
