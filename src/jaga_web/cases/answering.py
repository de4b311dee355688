"""What the views of a case share: find it, act, draw its page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from jaga.errors import JagaError
from jaga_web.cases import actions, page, panels, queries
from jaga_web.cases.models import Case
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language
from jaga_web.wellbeing.actions import note_exposure


def found(request: SignedInRequest, number: int) -> Case:
    """The case if this person may know of it; otherwise it does not exist for them (404)."""
    return get_object_or_404(queries.visible(request.user), pk=number)


def do(
    request: SignedInRequest, case: Case, form: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    """Act and go back to the page; a refusal is shown beside its form."""
    try:
        act()
    except JagaError as refused:
        return draw(request, case, error={"form": form, "words": refused.say(reader_language())})
    messages.success(request, done)
    # What was done may have taken the case out of one's hands.
    if queries.visible(request.user).filter(pk=case.pk).exists():
        return redirect("cases:page", case.pk)
    return redirect("cases:list")


def draw(
    request: SignedInRequest, case: Case, *, error: dict[str, str] | None = None
) -> HttpResponse:
    """The page of a case. Being drawn is a look, and counts as one."""
    actions.note_read(case=case, by=request.user)
    content = {
        **page.content(request.user, case),
        "error": error,
        "typed": request.POST if error else {},
    }
    if content["whole"]:
        note_exposure(by=request.user, subject=f"case:{case.pk}", weight=case.risk or "medium")
    return render(request, "cases/page.html", content, status=400 if error else 200)


def slots() -> dict[str, str]:
    """The templates that higher apps put into the pages of a case."""
    return panels.SLOTS
