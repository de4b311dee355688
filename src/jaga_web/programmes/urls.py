"""Addresses of programmes."""

from django.urls import path

from jaga_web.programmes import views

app_name = "programmes"
urlpatterns = [
    path("", views.listing, name="list"),
    path("new/", views.add, name="add"),
    path("in/", views.take_in, name="take_in"),
    path("activities.csv", views.download, name="download"),
    path("<int:number>/", views.page_of, name="page"),
    path("<int:number>/amend/", views.amend, name="amend"),
    path("<int:number>/cancel/", views.cancel, name="cancel"),
]
