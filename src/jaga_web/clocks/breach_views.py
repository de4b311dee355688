"""The pages of breaches: thin functions from a request to an action and an answer."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.casework.breach_notice import FIRST_AID, NOTICE, SAFE_WAY
from jaga.casework.deadlines import ZONES
from jaga.errors import JagaError
from jaga.words import LANGUAGES
from jaga_web import access
from jaga_web.clocks import breach_actions, queries, typed
from jaga_web.clocks.models import Breach
from jaga_web.clocks.templatetags.clock_words import in_zone
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

POST = ("POST",)


@access.page(access.BREACH_KEEP, methods=("GET", "HEAD", "POST"))
def listing(request: SignedInRequest) -> HttpResponse:
    """The breaches of the organisation, and the form that writes down a new one."""
    error = ""
    if request.method == "POST":
        try:
            zone = typed.zone(request.POST.get("zone", ""))
            breach = breach_actions.open_breach(
                found_at=typed.moment(request.POST.get("found_at", ""), zone),
                what=request.POST.get("what", ""),
                by=request.user,
                zone=zone,
            )
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Kegagalan tercatat; tenggat 3×24 jam berjalan."))
            return redirect("clocks:breach", breach.pk)
    content = {
        "breaches": queries.breaches(request.user),
        "zones": ZONES,
        "error": error,
        "typed": request.POST if error else {},
    }
    return render(request, "clocks/breaches.html", content, status=400 if error else 200)


@access.page(access.BREACH_KEEP)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One breach: its clock, what to do first, and the words of the notice."""
    return _draw(request, _breach(request, number))


@access.page(access.BREACH_KEEP, methods=POST)
def save(request: SignedInRequest, number: int) -> HttpResponse:
    """Describe the breach, the remedy and the authority."""
    breach, post = _breach(request, number), request.POST
    return _do(
        request,
        breach,
        "save",
        lambda: breach_actions.save_breach(
            breach=breach,
            what=post.get("what", ""),
            remedy=post.get("remedy", ""),
            authority=post.get("authority", ""),
            by=request.user,
        ),
        _("Catatan kegagalan tersimpan."),
    )


@access.page(access.BREACH_KEEP, methods=POST)
def notify(request: SignedInRequest, number: int) -> HttpResponse:
    """Note that those concerned and the authority were told."""
    breach, evidence = _breach(request, number), request.POST.get("evidence", "")
    return _do(
        request,
        breach,
        "notify",
        lambda: breach_actions.notify_breach(breach=breach, evidence=evidence, by=request.user),
        _("Pemberitahuan tercatat dan tenggatnya selesai."),
    )


def _do(
    request: SignedInRequest, breach: Breach, form: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    try:
        act()
    except JagaError as refused:
        error = {"form": form, "words": refused.say(reader_language())}
        return _draw(request, breach, error=error)
    messages.success(request, done)
    return redirect("clocks:breach", breach.pk)


def _draw(
    request: SignedInRequest, breach: Breach, *, error: dict[str, str] | None = None
) -> HttpResponse:
    clock = queries.of_subject(request.user, f"breach:{breach.pk}").get()
    blank = "…"
    filled = NOTICE.filled(
        what=breach.what,
        found=in_zone(breach.found_at, clock.zone),
        remedy=breach.remedy or blank,
        authority=breach.authority or blank,
    )
    content = {
        "breach": breach,
        "clock": clock,
        "notices": [(language, filled.say(language)) for language in LANGUAGES],
        "first_aid": FIRST_AID,
        "safe_way": SAFE_WAY,
        "error": error,
        "typed": request.POST if error else {},
    }
    return render(request, "clocks/breach.html", content, status=400 if error else 200)


def _breach(request: SignedInRequest, number: int) -> Breach:
    return get_object_or_404(queries.breaches(request.user), pk=number)
