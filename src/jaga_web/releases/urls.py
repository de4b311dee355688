"""Addresses of the figures and of what was released of them."""

from django.urls import path

from jaga_web.releases import release_views, views

app_name = "releases"
urlpatterns = [
    path("", views.figures, name="figures"),
    path("figures.csv", views.download, name="download"),
    path("releases/", release_views.listing, name="list"),
    path("releases/propose/", release_views.propose, name="propose"),
    path("releases/proposals/<int:number>/", release_views.proposal, name="proposal"),
    path("releases/proposals/<int:number>/approve/", release_views.approve, name="approve"),
    path("releases/proposals/<int:number>/return/", release_views.give_back, name="give_back"),
    path("releases/<int:number>/", release_views.release, name="release"),
    path("releases/<int:number>/withdraw/", release_views.withdraw, name="withdraw"),
    path("releases/<int:number>/<slug:form>", release_views.file, name="file"),
]
