"""Comparing with another unit: thin functions from a request to an answer."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga_web import access
from jaga_web.access import NATIONAL_RECONCILE
from jaga_web.downloads import attachment
from jaga_web.national import matching_actions as actions
from jaga_web.national import page, queries
from jaga_web.national.models import Counterpart, Suggestion
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

POST = ("POST",)
BOTH = ("GET", "HEAD", "POST")


@access.page(NATIONAL_RECONCILE, methods=BOTH)
def units(request: SignedInRequest) -> HttpResponse:
    """The units lists are compared with, and a form to add one."""
    if request.method == "POST":
        try:
            made = actions.add_counterpart(
                name=request.POST.get("name", ""),
                shared_key=request.POST.get("shared_key", ""),
                by=request.user,
            )
        except JagaError as refused:
            messages.error(request, refused.say(reader_language()))
            return redirect("national:units")
        return redirect("national:unit", made.pk)
    return render(request, "national/units.html", {"units": queries.counterparts(request.user)})


@access.page(NATIONAL_RECONCILE)
def unit(request: SignedInRequest, number: int) -> HttpResponse:
    """What is suggested with one unit, what was decided, and what only one of both knows."""
    found = _unit(request, number)
    content = page.unit(request.user, found, reader_language())
    return render(request, "national/unit.html", content)


@access.page(NATIONAL_RECONCILE, methods=POST)
def key(request: SignedInRequest, number: int) -> HttpResponse:
    """The shared key as a file."""
    text = actions.hand_over_key(counterpart=_unit(request, number), by=request.user)
    return attachment(text, "text/plain; charset=utf-8", f"kunci-bersama-{number}.txt")


@access.page(NATIONAL_RECONCILE, methods=POST)
def make_list(request: SignedInRequest, number: int) -> HttpResponse:
    """Our list of tokens as a file."""
    text = actions.make_list(counterpart=_unit(request, number), by=request.user)
    return attachment(text, "text/csv; charset=utf-8", f"daftar-token-{number}.csv")


@access.page(NATIONAL_RECONCILE, methods=POST)
def compare(request: SignedInRequest, number: int) -> HttpResponse:
    """Their list, pasted in."""
    found = _unit(request, number)
    text = request.POST.get("text", "")
    _try(
        request,
        lambda: actions.compare(counterpart=found, text=text, by=request.user),
        _("Daftar dibandingkan. Token mereka tidak disimpan."),
    )
    return redirect("national:unit", number)


@access.page(NATIONAL_RECONCILE, methods=POST)
def decide(request: SignedInRequest, number: int) -> HttpResponse:
    """One child, or two."""
    one = _suggestion(request, number)
    verdict = request.POST.get("verdict", "")
    _try(
        request,
        lambda: actions.decide(suggestion=one, verdict=verdict, by=request.user),
        _("Keputusan dicatat. Berkas kasus tidak digabung."),
    )
    return redirect("national:unit", one.counterpart_id)


@access.page(NATIONAL_RECONCILE, methods=POST)
def undo(request: SignedInRequest, number: int) -> HttpResponse:
    """Take the last decision back."""
    one = _suggestion(request, number)
    _try(
        request,
        lambda: actions.undo(suggestion=one, by=request.user),
        _("Keputusan dibatalkan; riwayatnya tetap ada."),
    )
    return redirect("national:unit", one.counterpart_id)


def _try(request: SignedInRequest, act: Callable[[], object], done: str) -> None:
    """Say what was done, or the sentence of the refusal."""
    try:
        act()
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
    else:
        messages.success(request, done)


def _unit(request: SignedInRequest, number: int) -> Counterpart:
    return get_object_or_404(queries.counterparts(request.user), pk=number)


def _suggestion(request: SignedInRequest, number: int) -> Suggestion:
    return get_object_or_404(queries.suggestions(request.user), pk=number)
