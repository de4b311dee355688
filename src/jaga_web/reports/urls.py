"""Addresses of the year-end reports."""

from django.urls import path

from jaga_web.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.reports, name="list"),
    path("build/", views.build, name="build"),
    path("look.css", views.style, name="style"),
    path("<int:number>/", views.read, name="read"),
    path("<int:number>/<str:name>", views.download, name="download"),
]
