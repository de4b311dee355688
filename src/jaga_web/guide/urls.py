"""Addresses of the guide."""

from django.urls import path

from jaga_web.guide import views

app_name = "guide"
urlpatterns = [
    path("", views.steps, name="steps"),
]
