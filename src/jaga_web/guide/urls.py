"""Addresses of the guide."""

from django.urls import path

from jaga_web.guide import views

app_name = "guide"
urlpatterns = [
    path("", views.steps, name="steps"),
    path("child/<int:number>/", views.child_summary, name="child_summary"),
    path("partner/<int:number>/", views.partner_summary, name="partner_summary"),
]
