"""The pages of researchers: questionnaires, exports, and the planner."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.errors import BadInput, JagaError
from jaga_web import access, uploads
from jaga_web.people.requests import SignedInRequest
from jaga_web.research import actions, files, page, planning, queries
from jaga_web.research.models import Questionnaire
from jaga_web.speaking import reader_language

PER_PAGE = 25
POST = ("POST",)
BOTH = ("GET", "HEAD", "POST")


@access.page(access.RESEARCH_KEEP)
def listing(request: SignedInRequest) -> HttpResponse:
    """The questionnaires of the organisation."""
    rows = queries.questionnaires(request.user)
    found = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "research/list.html", {"found": found})


@access.page(access.RESEARCH_KEEP, methods=BOTH)
def add(request: SignedInRequest) -> HttpResponse:
    """Upload an XLSForm: it is checked at once."""
    error = ""
    if request.method == "POST":
        try:
            made = actions.add_questionnaire(
                title=request.POST.get("title", ""), data=sent_bytes(request), by=request.user
            )
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Kuesioner disimpan, tersegel. Di bawah ini temuannya."))
            return redirect("research:page", made.pk)
    content = {"error": error, "typed": request.POST}
    return render(request, "research/add.html", content, status=400 if error else 200)


@access.page(access.RESEARCH_KEEP)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One questionnaire: what the lint found, its exports, collections and estimates."""
    return draw(request, questionnaire_of(request, number))


@access.page(access.RESEARCH_KEEP, methods=POST)
def remove(request: SignedInRequest, number: int) -> HttpResponse:
    """Take a questionnaire away."""
    questionnaire = questionnaire_of(request, number)
    try:
        actions.remove_questionnaire(questionnaire=questionnaire, by=request.user)
    except JagaError as refused:
        return draw(request, questionnaire, refused.say(reader_language()))
    messages.success(request, _("Kuesioner dihapus."))
    return redirect("research:list")


@access.page(access.RESEARCH_KEEP, methods=BOTH)
def export_add(request: SignedInRequest, number: int) -> HttpResponse:
    """Upload an export of Kobo or ODK Central for this form and version."""
    questionnaire, error = questionnaire_of(request, number), ""
    if request.method == "POST":
        try:
            made = actions.add_export(
                questionnaire=questionnaire,
                data=sent_bytes(request),
                keep_until=day(request),
                by=request.user,
            )
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Ekspor disimpan, tersegel."))
            return redirect("research:export", made.pk)
    content = {"questionnaire": questionnaire, "error": error, "typed": request.POST}
    return render(request, "research/export_add.html", content, status=400 if error else 200)


@access.page(access.RESEARCH_KEEP, methods=POST)
def export_erase(request: SignedInRequest, number: int) -> HttpResponse:
    """Erase the rows of an export; its estimates stay."""
    export = get_object_or_404(queries.exports(request.user), pk=number)
    actions.erase_export(export=export, by=request.user)
    messages.success(request, _("Baris ekspor dihapus untuk selamanya. Perkiraannya tetap ada."))
    return redirect("research:page", export.questionnaire_id)


@access.page(access.RESEARCH_KEEP)
def planner(request: SignedInRequest) -> HttpResponse:
    """How many people to ask. Nothing is written."""
    return render(request, "research/planner.html", planning.page(request.GET, reader_language()))


def draw(request: SignedInRequest, questionnaire: Questionnaire, error: str = "") -> HttpResponse:
    """The page of a questionnaire, with a refusal on top when there is one."""
    content: dict[str, Any] = page.questionnaire(questionnaire, request.user, reader_language())
    content |= {"error": error, "typed": request.POST if error else {}}
    return render(request, "research/page.html", content, status=400 if error else 200)


def questionnaire_of(request: SignedInRequest, number: int) -> Questionnaire:
    """A questionnaire this person looks after, or 404."""
    return get_object_or_404(queries.questionnaires(request.user), pk=number)


def sent_bytes(request: SignedInRequest) -> bytes:
    """The one file of the form. Raises BadInput when it was too large to read."""
    sent = uploads.document(request)
    if sent is not None and sent.is_too_large:
        raise BadInput(files.WELCOME)
    return uploads.bytes_of(sent)


def day(request: SignedInRequest) -> date | None:
    """The day until which rows are kept, if one was typed."""
    try:
        return date.fromisoformat(request.POST.get("keep_until", ""))
    except ValueError:
        return None
