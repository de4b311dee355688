"""Addresses of the cases."""

from django.urls import path

from jaga_web.cases import views

app_name = "cases"
urlpatterns = [
    path("", views.listing, name="list"),
    path("open/<int:alert>/", views.open_case, name="open"),
    path("of-alert/<int:alert>/", views.of_alert, name="of_alert"),
    path("<int:number>/", views.page_of, name="page"),
    path("<int:number>/assign/", views.assign, name="assign"),
    path("<int:number>/close/", views.close, name="close"),
]
