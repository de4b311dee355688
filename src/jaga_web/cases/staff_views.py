"""The pages about who carries which cases: caseload and hand-over."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.casework import caseload as rules
from jaga.casework.steps import STEPS
from jaga.errors import JagaError
from jaga_web import access
from jaga_web.cases import caseload, handing_over, queries
from jaga_web.cases.models import Case
from jaga_web.people.models import User
from jaga_web.people.queries import colleague
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language
from jaga_web.wellbeing.templatetags.wellbeing_words import decimal

STAYS = "-"


@access.page(access.CASES_OWN)
def loads(request: SignedInRequest) -> HttpResponse:
    """Each colleague's load for those who assign; one's own for the others."""
    user = request.user
    number = request.GET.get("case", "")
    case = None
    if number.isascii() and number.isdigit() and user.may(access.CASES_ASSIGN):
        case = get_object_or_404(queries.visible(user), pk=int(number))
    content = {
        "loads": caseload.loads(user),
        "hints": caseload.hints(user, case),
        "case": case,
        "waiting": caseload.without_owner(user),
        "limits": caseload.limits(user),
        "bounds": rules.BOUNDS,
        "risks": [(words, rules.RISKS[risk]) for risk, words in Case.RISKS],
        "steps": [(STEPS[name].title, value) for name, value in rules.STEPS.items()],
        "assigns": user.may(access.CASES_ASSIGN),
    }
    return render(request, "cases/caseload.html", content)


@access.page(access.CASES_ASSIGN)
def hand_over(request: SignedInRequest) -> HttpResponse:
    """Whose work could be handed over."""
    people = handing_over.people_with_work(request.user)
    return render(request, "cases/hand_over.html", {"people": people})


@access.page(access.CASES_ASSIGN, methods=("GET", "HEAD", "POST"))
def hand_over_of(request: SignedInRequest, number: int) -> HttpResponse:
    """All that one person holds, and to whom it goes."""
    person = colleague(request.user, number)
    error = ""
    if request.method == "POST":
        try:
            moved = handing_over.hand_over(
                by=request.user,
                person=person,
                to=_chosen(request, person),
                reason=request.POST.get("reason", ""),
            )
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Diserahkan: %(rows)d.") % {"rows": moved})
            return redirect("cases:hand_over_of", number)
    groups = handing_over.held_by(request.user, person)
    everybody = {one.pk: one for group in groups for item in group.items for one in item.takers}
    content = {
        "person": person,
        "groups": groups,
        "everybody": sorted(everybody.values(), key=lambda one: one.display_name.lower()),
        "loads": {
            one.person.pk: f" · {decimal(one.whole)}" for one in caseload.loads(request.user)
        },
        "reasons": handing_over.REASONS,
        "stays": STAYS,
        "error": error,
        "typed": request.POST,
    }
    return render(request, "cases/hand_over_of.html", content, status=400 if error else 200)


def _chosen(request: SignedInRequest, person: User) -> dict[str, User]:
    """Who gets what: the choice beside each piece, else the one for all of it.

    What moves with its case needs no choice of its own.
    """
    people = {}
    for group in handing_over.held_by(request.user, person):
        for item in group.items:
            own = request.POST.get(item.held.subject, "")
            wanted = own or ("" if item.held.part_of else request.POST.get("all", ""))
            if wanted and wanted != STAYS:
                people[item.held.subject] = _taker(request, wanted)
    return people


def _taker(request: SignedInRequest, text: str) -> User:
    """A colleague; a number that is none of theirs is not found."""
    return colleague(request.user, int(text) if text.isascii() and text.isdigit() else 0)
