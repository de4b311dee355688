"""The page of the year's figures, and its file."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from jaga_web import access
from jaga_web.downloads import attachment
from jaga_web.people.requests import SignedInRequest
from jaga_web.yearly import actions, page, queries


@access.page(access.FIGURES_VIEW)
def newest(request: SignedInRequest) -> HttpResponse:
    """The newest year there is."""
    return redirect("yearly:figures", queries.years(request.user)[0])


@access.page(access.FIGURES_VIEW)
def figures(request: SignedInRequest, year: int) -> HttpResponse:
    """The facts of a year with their verdicts."""
    years = queries.years(request.user)
    if year not in years:
        raise Http404
    found = queries.figures_of(request.user, year)
    content = {
        "year": year,
        "years": [one for one in years if one != year],
        "rooms": page.rooms(found),
        "shown": len(found.shown),
        "withheld": page.withheld(found),
    }
    return render(request, "yearly/figures.html", content)


@access.page(access.FIGURES_VIEW)
def export(request: SignedInRequest, year: int) -> HttpResponse:
    """The facts that may leave, as facts.csv for the report."""
    if year not in queries.years(request.user):
        raise Http404
    found = queries.figures_of(request.user, year)
    text = actions.export(year=year, figures=found, by=request.user)
    return attachment(text, "text/csv; charset=utf-8", f"jaga-fakta-{year}.csv")
