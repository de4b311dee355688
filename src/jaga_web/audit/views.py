"""The audit pages."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jaga_web.access import AUDIT_VIEW, page
from jaga_web.audit import queries
from jaga_web.audit.verbs import VERBS

EVENTS_PER_PAGE = 50


@page(AUDIT_VIEW)
def events(request: HttpRequest) -> HttpResponse:
    """Who did what in this organisation, newest first."""
    user: Any = request.user
    verb, actor = request.GET.get("verb", ""), request.GET.get("actor", "").strip()
    rows = queries.events_of(user.organisation_id, verb=verb, actor=actor)
    found = Paginator(rows, EVENTS_PER_PAGE).get_page(request.GET.get("page"))
    content = {
        "found": found,
        "lines": [(event, VERBS.get(event.verb, event.verb)) for event in found],
        "verbs": sorted(VERBS.items(), key=lambda item: str(item[1])),
        "verb": verb,
        "actor": actor,
    }
    return render(request, "audit/events.html", content)
