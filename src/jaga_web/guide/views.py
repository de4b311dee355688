"""The guide's pages."""

from django.http import HttpResponse
from django.shortcuts import render

from jaga.casework.guidance import GUIDANCE, SOURCE
from jaga_web import access
from jaga_web.cases.models import Case
from jaga_web.people.requests import SignedInRequest


@access.page(access.CASES_VIEW)
def steps(request: SignedInRequest) -> HttpResponse:
    """All six steps and what each asks."""
    rows = [(step, title, GUIDANCE[step]) for step, title in Case.STEPS]
    return render(request, "guide/steps.html", {"steps": rows, "source": SOURCE})
