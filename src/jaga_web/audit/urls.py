"""Addresses of the audit pages."""

from django.urls import path

from jaga_web.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.events, name="events"),
]
