"""The guide's pages, and the two summaries on paper."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from jaga.casework.guidance import GUIDANCE, SOURCE
from jaga.errors import JagaError
from jaga.words import Language
from jaga_web import access
from jaga_web.cases import queries as cases
from jaga_web.cases.models import Case
from jaga_web.downloads import attachment
from jaga_web.guide import actions, queries
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

POST = ("POST",)


@access.page(access.CASES_VIEW)
def steps(request: SignedInRequest) -> HttpResponse:
    """All six steps and what each asks."""
    rows = [(step, title, GUIDANCE[step]) for step, title in Case.STEPS]
    return render(request, "guide/steps.html", {"steps": rows, "source": SOURCE})


@access.page(access.CASES_OWN, methods=POST)
def child_summary(request: SignedInRequest, number: int) -> HttpResponse:
    """The child's leaflet, in the language the form asks for."""
    case = get_object_or_404(cases.visible(request.user), pk=number)
    language: Language = "en" if request.POST.get("language") == "en" else "id"
    made = actions.print_for_child(case=case, language=language, by=request.user)
    # Neutral, as it may stand in somebody's list of downloads.
    return attachment(made, "application/pdf", "rencana.pdf")


@access.page(access.REFERRALS_SEND, methods=POST)
def partner_summary(request: SignedInRequest, number: int) -> HttpResponse:
    """What one referral discloses, on paper."""
    referral = get_object_or_404(queries.sent(request.user), pk=number)
    try:
        made = actions.print_for_partner(
            referral=referral, language=reader_language(), by=request.user
        )
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
        return redirect("cases:page", referral.case_id)
    return attachment(made, "application/pdf", "rujukan.pdf")
