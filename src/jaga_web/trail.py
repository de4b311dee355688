"""The audit page: the chain (audit) read with the names of colleagues (people)."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from jaga_web.access import AUDIT_VIEW, FILINGS_VIEW, page
from jaga_web.audit.queries import events_of
from jaga_web.audit.verbs import DETAILS, VERBS
from jaga_web.clocks import subjects
from jaga_web.people.queries import colleagues
from jaga_web.people.requests import SignedInRequest
from jaga_web.people.roles import titles

EVENTS_PER_PAGE = 50
# Acts that only those with the permission may know of, by how their verbs begin.
WALLS = {"filings.": FILINGS_VIEW}


@page(AUDIT_VIEW)
def events(request: SignedInRequest) -> HttpResponse:
    """Who did what in this organisation, newest first."""
    people = {person.pk: person for person in colleagues(request.user)}
    verb = request.GET.get("verb", "")
    actor = request.GET.get("actor", "")
    number = int(actor) if actor in {str(pk) for pk in people} else None
    walled = tuple(start for start, needed in WALLS.items() if not request.user.may(needed))
    rows = events_of(
        request.user.organisation_id,
        verb=verb,
        actor=number,
        walled=walled,
        # A conflict of interest hides a case here too.
        hidden=subjects.hidden(request.user),
    )
    found = Paginator(rows, EVENTS_PER_PAGE).get_page(request.GET.get("page"))
    lines = [
        {
            "event": event,
            "words": VERBS.get(event.verb, event.verb),
            "details": [(DETAILS.get(name, name), value) for name, value in event.detail.items()],
            "actor": people.get(event.actor_id) if event.actor_id else None,
            "roles": titles(event.actor_role.split(",")),
        }
        for event in found
    ]
    content = {
        "found": found,
        "lines": lines,
        "verbs": sorted(
            ((name, words) for name, words in VERBS.items() if not name.startswith(walled)),
            key=lambda item: str(item[1]),
        ),
        "people": people.values(),
        "verb": verb,
        "actor": number,
    }
    return render(request, "trail.html", content)
