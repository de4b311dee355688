"""Addresses of national."""

from django.urls import path

from jaga_web.national import matching_views, views

app_name = "national"
urlpatterns = [
    path("", views.board, name="board"),
    path("export/", views.export, name="export"),
    path("packs/", views.packs, name="packs"),
    path("packs/<int:number>/", views.pack, name="pack"),
    path("packs/<int:number>/file/", views.make_pack, name="make_pack"),
    path("packs/<int:number>/numbers/", views.write_back, name="write_back"),
    path("units/", matching_views.units, name="units"),
    path("units/<int:number>/", matching_views.unit, name="unit"),
    path("units/<int:number>/key/", matching_views.key, name="key"),
    path("units/<int:number>/list/", matching_views.make_list, name="make_list"),
    path("units/<int:number>/compare/", matching_views.compare, name="compare"),
    path("suggestions/<int:number>/decide/", matching_views.decide, name="decide"),
    path("suggestions/<int:number>/undo/", matching_views.undo, name="undo"),
]
