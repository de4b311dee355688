"""The year-end reports: the list, the reading page, the files, and the form that builds one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga.pages.html import style as page_style
from jaga.words import Language
from jaga_web import access
from jaga_web.downloads import attachment
from jaga_web.people.requests import SignedInRequest
from jaga_web.reports import actions, queries
from jaga_web.reports.models import LANGUAGES, AnnualReport
from jaga_web.speaking import reader_language

KINDS = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}


@access.page(access.FIGURES_VIEW)
def reports(request: SignedInRequest) -> HttpResponse:
    """Every report that was built, to be read."""
    found = [(one, queries.files(one)) for one in queries.visible(request.user)]
    return render(request, "reports/list.html", {"found": found, "may_build": _builds(request)})


@access.page(access.FIGURES_VIEW)
def read(request: SignedInRequest, number: int) -> HttpResponse:
    """One report on the page; every number is a link to its fact."""
    report = _report(request, number)
    content = {
        "report": report,
        "files": queries.files(report),
        "text": mark_safe(queries.text(report)),  # noqa: S308 - escaped by jaga.pages.html
    }
    return render(request, "reports/read.html", content)


@access.page(access.FIGURES_VIEW)
def download(request: SignedInRequest, number: int, name: str) -> HttpResponse:
    """One file of a report."""
    report = _report(request, number)
    file = get_object_or_404(queries.files(report), name=name)
    made = actions.download(file=file, by=request.user)
    return attachment(made, KINDS[name.rpartition(".")[2]], f"{report.year}-{name}")


@access.page(access.FIGURES_VIEW)
def style(request: SignedInRequest) -> HttpResponse:
    """The look of a report, the same as inside its one HTML file."""
    return HttpResponse(page_style(), content_type="text/css; charset=utf-8")


@access.page(access.ANNUAL_BUILD, methods=("GET", "HEAD", "POST"))
def build(request: SignedInRequest) -> HttpResponse:
    """The form; what was pasted stays in it when something has to be mended."""
    if request.method == "POST":
        try:
            report = actions.build(order=_order(request), by=request.user)
        except JagaError as refused:
            messages.error(request, refused.say(reader_language()))
        else:
            messages.success(request, _("Laporan tersusun."))
            return redirect("reports:read", report.pk)
    content = {"languages": LANGUAGES, "given": request.POST}
    return render(request, "reports/build.html", content)


def _order(request: SignedInRequest) -> actions.Order:
    year = request.POST.get("year", "")
    language: Language = "en" if request.POST.get("language") == "en" else "id"
    return actions.Order(
        year=int(year) if year.isascii() and year.isdigit() else 0,
        language=language,
        facts=request.POST.get("facts", ""),
        narrative=request.POST.get("narrative", ""),
    )


def _report(request: SignedInRequest, number: int) -> AnnualReport:
    return get_object_or_404(queries.visible(request.user), pk=number)


def _builds(request: SignedInRequest) -> bool:
    return request.user.may(access.ANNUAL_BUILD)
