"""Addresses of research."""

from django.urls import path

from jaga_web.research import estimate_views, publishing_views, sitting_views, views

app_name = "research"
urlpatterns = [
    path("", views.listing, name="list"),
    path("add/", views.add, name="add"),
    path("planner/", views.planner, name="planner"),
    path("<int:number>/", views.page_of, name="page"),
    path("<int:number>/remove/", views.remove, name="remove"),
    path("<int:number>/ask/", publishing_views.ask, name="ask"),
    path("<int:number>/exports/add/", views.export_add, name="export_add"),
    path("exports/<int:number>/", estimate_views.export, name="export"),
    path("exports/<int:number>/erase/", views.export_erase, name="export_erase"),
    path("collections/<int:number>/", estimate_views.collection, name="collection"),
    path("collections/<int:number>/close/", publishing_views.close, name="close"),
    path("collections/<int:number>/erase/", publishing_views.erase, name="collection_erase"),
    path("tables/<int:number>/", estimate_views.table, name="table"),
    path("tables/<int:number>/chart.svg", estimate_views.table_chart, name="table_chart"),
    path("tables/<int:number>/download/", estimate_views.download, name="download"),
    path("publishing/", publishing_views.publishing, name="publishing"),
    path("publishing/<int:number>/", publishing_views.publishing_page, name="publishing_page"),
    path("publishing/<int:number>/publish/", publishing_views.publish, name="publish"),
    path("publishing/<int:number>/return/", publishing_views.send_back, name="send_back"),
    path("collect/", sitting_views.collect, name="collect"),
    path("collect/<int:number>/", sitting_views.sit, name="sit"),
    path("collect/<int:number>/over/<slug:why>/", sitting_views.over, name="over"),
]
