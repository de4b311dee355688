"""The reports a person may read: those of their own organisation."""

from django.db.models import QuerySet

from jaga.pages.html import inner
from jaga_web.access import FIGURES_VIEW
from jaga_web.people.models import User
from jaga_web.reports.models import AnnualFile, AnnualReport

PAGE = "report.html"


def visible(user: User) -> QuerySet[AnnualReport]:
    """The reports, the newest year first."""
    if not user.may(FIGURES_VIEW):
        return AnnualReport.objects.none()
    return AnnualReport.objects.filter(organisation=user.organisation).select_related("built_by")


def files(report: AnnualReport) -> QuerySet[AnnualFile]:
    """The files of a report, without what is in them."""
    return report.files.defer("content")


def text(report: AnnualReport) -> str:
    """The report as HTML that can stand inside a page; our own writer escaped it."""
    return inner(bytes(report.files.get(name=PAGE).content))
