"""Addresses of the figures."""

from django.urls import path

from jaga_web.releases import views

app_name = "releases"
urlpatterns = [
    path("", views.figures, name="figures"),
    path("figures.csv", views.download, name="download"),
]
