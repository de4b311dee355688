"""Every address of the site."""

from django.urls import include, path

from jaga_web import home

urlpatterns = [
    path("", home.home, name="home"),
    path("", include("jaga_web.people.urls")),
    path("audit/", include("jaga_web.audit.urls")),
]

handler400 = "jaga_web.refusals.bad_request"
handler403 = "jaga_web.refusals.forbidden"
handler404 = "jaga_web.refusals.not_found"
handler500 = "jaga_web.refusals.broken"
