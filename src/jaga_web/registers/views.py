"""Pages of the register: the list with its history, a new row, CSV in and out."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga.programmes import registers
from jaga_web import access
from jaga_web.downloads import attachment
from jaga_web.people.requests import SignedInRequest
from jaga_web.registers import actions, page, queries
from jaga_web.speaking import problems_of

BOTH = ("GET", "HEAD", "POST")


@access.page(access.REGISTERS_VIEW)
def listing(request: SignedInRequest) -> HttpResponse:
    """Each application as it stands, with its rows."""
    content = {
        "lines": page.lines(queries.entries(request.user)),
        "may_keep": request.user.may(access.REGISTERS_KEEP),
    }
    return render(request, "registers/list.html", content)


@access.page(access.REGISTERS_KEEP, methods=BOTH)
def add(request: SignedInRequest) -> HttpResponse:
    """The first row of an application."""
    return _add(request, {})


@access.page(access.REGISTERS_KEEP, methods=BOTH)
def add_to(request: SignedInRequest, number: int) -> HttpResponse:
    """One more row of an application: a sighting, a correction, a withdrawal."""
    application = get_object_or_404(queries.applications(request.user), pk=number)
    rows = [
        queries.row_of(entry)
        for entry in queries.entries(request.user).filter(application=application)
    ]
    newest = registers.current(rows)[application.code].newest
    return _add(request, page.begun(application, newest), application.code)


@access.page(access.REGISTERS_KEEP, methods=BOTH)
def take_in(request: SignedInRequest) -> HttpResponse:
    """Many rows from CSV text: all of them, or none."""
    wrong: list[str] = []
    text = request.POST.get("text", "")
    if request.method == "POST":
        try:
            taken = actions.note(rows=registers.read(text), by=request.user)
        except JagaError as refused:
            wrong = problems_of(refused)
        else:
            words = _("%(added)d baris ditambahkan; %(known)d sudah tercatat dan tidak berubah.")
            messages.success(request, words % {"added": taken.added, "known": taken.known})
            return redirect("registers:list")
    content = {"wrong": wrong, "text": text, "example": page.example()}
    return render(request, "registers/take_in.html", content, status=400 if wrong else 200)


@access.page(access.REGISTERS_VIEW)
def download(request: SignedInRequest) -> HttpResponse:
    """Every row as CSV."""
    text = actions.download(by=request.user)
    return attachment(text, "text/csv; charset=utf-8", "jaga-register-aplikasi.csv")


def _add(request: SignedInRequest, values: dict[str, Any], code: str = "") -> HttpResponse:
    wrong: list[str] = []
    if request.method == "POST":
        values = page.typed(request.POST)
        if code:
            values["application"] = code
        try:
            actions.note(rows=[page.row_typed(values)], by=request.user)
        except JagaError as refused:
            wrong = problems_of(refused, page.LABELS)
        else:
            messages.success(request, _("Baris tercatat."))
            return redirect("registers:list")
    content = {**page.form(values), "wrong": wrong, "code": code}
    return render(request, "registers/form.html", content, status=400 if wrong else 200)
