"""Every address of the site."""

from django.urls import include, path

from jaga_web import home, trail

urlpatterns = [
    path("", home.home, name="home"),
    path("", include("jaga_web.people.urls")),
    path("audit/", include(([path("", trail.events, name="events")], "audit"))),
    path("alerts/", include("jaga_web.alerts.urls")),
    path("cases/", include("jaga_web.cases.urls")),
    path("lapor/", include("jaga_web.channel.urls")),
    path("reports/", include("jaga_web.intake.urls")),
    path("clocks/", include("jaga_web.clocks.urls")),
    path("legal/", include("jaga_web.legal.urls")),
    path("referrals/", include("jaga_web.referrals.urls")),
    path("keeping/", include("jaga_web.keeping.urls")),
    path("wellbeing/", include("jaga_web.wellbeing.urls")),
    path("national/", include("jaga_web.national.urls")),
    path("guide/", include("jaga_web.guide.urls")),
    path("research/", include("jaga_web.research.urls")),
    path("programmes/", include("jaga_web.programmes.urls")),
    path("registers/", include("jaga_web.registers.urls")),
    path("year/", include("jaga_web.yearly.urls")),
    path("filings/", include("jaga_web.filings.urls")),
    path("figures/", include("jaga_web.releases.urls")),
    path("annual/", include("jaga_web.reports.urls")),
]

handler400 = "jaga_web.refusals.bad_request"
handler403 = "jaga_web.refusals.forbidden"
handler404 = "jaga_web.refusals.not_found"
handler500 = "jaga_web.refusals.broken"
