"""A collector's pages: one respondent at a time, without a script, and nothing shown back."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.casework.elsewhere import NUMBERS
from jaga.surveys import interview
from jaga.surveys.forms import Form
from jaga_web import access
from jaga_web.people.requests import SignedInRequest
from jaga_web.research import collecting_actions as actions
from jaga_web.research import page, queries, reading, sitting
from jaga_web.research.models import Collection
from jaga_web.research.sitting import State
from jaga_web.speaking import reader_language

BOTH = ("GET", "HEAD", "POST")


@access.page(access.RESEARCH_COLLECT)
def collect(request: SignedInRequest) -> HttpResponse:
    """The questionnaires that are open."""
    found = [
        {"number": one.pk, "title": one.questionnaire.title, "sent": page.count(queries.sent(one))}
        for one in queries.open_to(request.user)
    ]
    return render(request, "research/collect.html", {"found": found})


@access.page(access.RESEARCH_COLLECT, methods=BOTH)
def sit(request: SignedInRequest, number: int) -> HttpResponse:
    """One screen of one sitting; what was answered so far travels sealed in the page."""
    collection = get_object_or_404(queries.open_to(request.user), pk=number)
    form = reading.form_of(collection.questionnaire)
    if request.method != "POST":
        return _draw(request, collection, form, State())
    go = request.POST.get("go", "")
    if go == "stop":
        return redirect("research:over", number, "stopped")
    state = sitting.opened(request.POST.get("state", ""), collection, request.user)
    if state is None:
        return redirect("research:sit", number)
    if state.screen(form).is_over and go != "back":
        return _send(request, collection, form, state)
    state = sitting.filled(state, form, request.POST)
    if go == "back":
        return _draw(request, collection, form, sitting.back(state))
    wrong = sitting.faults(state, form, reader_language())
    if wrong:
        return _draw(request, collection, form, state, wrong)
    state = sitting.forward(state, form)
    if state.screen(form).is_over and not sitting.has_said_anything(state, form):
        return redirect("research:over", number, "refused")
    return _draw(request, collection, form, state)


@access.page(access.RESEARCH_COLLECT)
def over(request: SignedInRequest, number: int, why: str) -> HttpResponse:
    """Where to turn, whoever stopped or finished; of the answers nothing is shown."""
    collection = get_object_or_404(queries.met_by(request.user), pk=number)
    said = {
        "sent": (_("Terima kasih"), _("Jawabannya terkirim dan tersegel.")),
        "stopped": (_("Berhenti"), _("Tidak ada yang disimpan. Berhenti selalu boleh.")),
        "refused": (_("Tidak bersedia"), _("Tidak ada yang disimpan. Menolak selalu boleh.")),
    }.get(why)
    if said is None:
        raise Http404
    language = reader_language()
    numbers = [(one.number, one.who.say(language)) for one in NUMBERS]
    support = sitting.support(reading.form_of(collection.questionnaire), language)
    content = {"heading": said[0], "words": said[1], "numbers": numbers, "support": support}
    return render(request, "research/over.html", content)


def _send(
    request: SignedInRequest, collection: Collection, form: Form, state: State
) -> HttpResponse:
    actions.answer(
        collection=collection,
        answers=interview.kept(form, state.answers()),
        once=state.once,
        by=request.user,
    )
    return redirect("research:over", collection.pk, "sent")


def _draw(
    request: SignedInRequest,
    collection: Collection,
    form: Form,
    state: State,
    wrong: dict[str, str] | None = None,
) -> HttpResponse:
    content: dict[str, Any] = {
        "number": collection.pk,
        "title": collection.questionnaire.title,
        "state": sitting.sealed(state, collection, request.user),
        "asks": sitting.asks(state, form, reader_language(), wrong or {}),
        "is_first": not state.trail,
        "is_last": state.screen(form).is_over,
        "wrong": bool(wrong),
    }
    return render(request, "research/sit.html", content, status=400 if wrong else 200)
