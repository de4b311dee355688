"""Asking that a questionnaire be opened, the second person's answer, and its end."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga_web import access
from jaga_web.people.requests import SignedInRequest
from jaga_web.research import collecting_actions as actions
from jaga_web.research import page, queries, views
from jaga_web.research.models import Collection
from jaga_web.speaking import reader_language

POST = ("POST",)


@access.page(access.RESEARCH_KEEP, methods=POST)
def ask(request: SignedInRequest, number: int) -> HttpResponse:
    """Ask a second person to open a questionnaire to collectors."""
    questionnaire = views.questionnaire_of(request, number)
    try:
        actions.ask(questionnaire=questionnaire, keep_until=views.day(request), by=request.user)
    except JagaError as refused:
        return views.draw(request, questionnaire, refused.say(reader_language()))
    messages.success(request, _("Permintaan terkirim kepada orang kedua."))
    return redirect("research:page", number)


@access.page(access.RESEARCH_PUBLISH)
def publishing(request: SignedInRequest) -> HttpResponse:
    """What waits for a second person."""
    return render(request, "research/publishing.html", {"waiting": queries.waiting(request.user)})


@access.page(access.RESEARCH_PUBLISH)
def publishing_page(request: SignedInRequest, number: int) -> HttpResponse:
    """One questionnaire as respondents would hear it, with the lint's findings."""
    return _draw(request, _waiting(request, number))


@access.page(access.RESEARCH_PUBLISH, methods=POST)
def publish(request: SignedInRequest, number: int) -> HttpResponse:
    """Open it to collectors."""
    collection = _waiting(request, number)
    try:
        actions.publish(collection=collection, by=request.user)
    except JagaError as refused:
        return _draw(request, collection, refused.say(reader_language()))
    messages.success(request, _("Kuesioner terbit. Peneliti muda dapat mengisinya."))
    return redirect("research:publishing")


@access.page(access.RESEARCH_PUBLISH, methods=POST)
def send_back(request: SignedInRequest, number: int) -> HttpResponse:
    """Say what has to change first."""
    collection = _waiting(request, number)
    try:
        actions.send_back(
            collection=collection, reason=request.POST.get("reason", ""), by=request.user
        )
    except JagaError as refused:
        return _draw(request, collection, refused.say(reader_language()))
    messages.success(request, _("Permintaan dikembalikan dengan alasannya."))
    return redirect("research:publishing")


@access.page(access.RESEARCH_KEEP, methods=POST)
def close(request: SignedInRequest, number: int) -> HttpResponse:
    """End a collection, so that estimates can be made."""
    collection = get_object_or_404(queries.collections(request.user), pk=number)
    try:
        actions.close(collection=collection, by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
    else:
        messages.success(request, _("Pengumpulan ditutup."))
    return redirect("research:page", collection.questionnaire_id)


@access.page(access.RESEARCH_KEEP, methods=POST)
def erase(request: SignedInRequest, number: int) -> HttpResponse:
    """Erase what respondents answered; the estimates stay."""
    collection = get_object_or_404(queries.collections(request.user), pk=number)
    try:
        actions.erase(collection=collection, by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
    else:
        messages.success(request, _("Jawaban dihapus untuk selamanya. Perkiraannya tetap ada."))
    return redirect("research:page", collection.questionnaire_id)


def _waiting(request: SignedInRequest, number: int) -> Collection:
    return get_object_or_404(queries.waiting(request.user), pk=number)


def _draw(request: SignedInRequest, collection: Collection, error: str = "") -> HttpResponse:
    content = {
        "collection": collection,
        "is_own": collection.asked_by_id == request.user.pk,
        "error": error,
        "typed": request.POST,
        **page.for_reading(collection.questionnaire, reader_language()),
    }
    return render(request, "research/publishing_page.html", content, status=400 if error else 200)
