"""Addresses of the year's figures."""

from django.urls import path

from jaga_web.yearly import views

app_name = "yearly"
urlpatterns = [
    path("", views.newest, name="newest"),
    path("<int:year>/", views.figures, name="figures"),
    path("<int:year>/facts.csv", views.export, name="export"),
]
