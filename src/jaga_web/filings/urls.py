"""Addresses of the filings."""

from django.urls import path

from jaga_web.filings import views

app_name = "filings"
urlpatterns = [
    path("", views.listing, name="list"),
    path("sender/", views.sender, name="sender"),
    path("begin/<int:alert>/", views.begin, name="begin"),
    path("decision/<int:alert>/", views.decision, name="decision"),
    path("<int:number>/", views.page_of, name="page"),
    path("<int:number>/parties/<int:place>/", views.party, name="party"),
    path("<int:number>/paste/", views.paste, name="paste"),
    path("<int:number>/invent/", views.invent, name="invent"),
    path("<int:number>/consent/", views.consent, name="consent"),
    path("<int:number>/approve/", views.approve, name="approve"),
    path("<int:number>/reopen/", views.reopen, name="reopen"),
    path("<int:number>/download/", views.download, name="download"),
    path("<int:number>/receipt/", views.receipt, name="receipt"),
    path("<int:number>/hand-over/", views.hand_over, name="hand_over"),
]
