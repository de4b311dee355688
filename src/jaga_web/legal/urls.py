"""Addresses of the legal side."""

from django.urls import path

from jaga_web.legal import views

app_name = "legal"
urlpatterns = [
    path("case/<int:number>/", views.case_page, name="case"),
    path("case/<int:number>/milestone/", views.milestone, name="milestone"),
    path("case/<int:number>/label/", views.label, name="label"),
    path("case/<int:number>/lead/", views.lead, name="lead"),
    path("lead/<int:number>/withdraw/", views.withdraw, name="withdraw"),
    path("watchlist/", views.watchlist, name="watchlist"),
    path("watchlist/file/", views.watchlist_file, name="watchlist_file"),
]
