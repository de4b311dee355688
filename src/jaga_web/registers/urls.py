"""Addresses of registers."""

from django.urls import path

from jaga_web.registers import views

app_name = "registers"
urlpatterns = [
    path("", views.listing, name="list"),
    path("new/", views.add, name="add"),
    path("in/", views.take_in, name="take_in"),
    path("applications.csv", views.download, name="download"),
    path("<int:number>/new/", views.add_to, name="add_to"),
]
