"""The board, the export and the paste packs: thin functions from a request to an answer."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.casework import sharing, simfoni
from jaga.errors import JagaError
from jaga_web import access
from jaga_web.access import FIGURES_VIEW, NATIONAL_EXPORT
from jaga_web.cases.models import Case
from jaga_web.downloads import attachment
from jaga_web.national import actions, page, queries
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

CASES_PER_PAGE = 25
POST = ("POST",)
BOTH = ("GET", "HEAD", "POST")


@access.page(FIGURES_VIEW)
def board(request: SignedInRequest) -> HttpResponse:
    """Every figure with its definition; this page knows no count but protected ones."""
    return render(request, "national/board.html", page.board(request.user, reader_language()))


@access.page(NATIONAL_EXPORT, methods=BOTH)
def export(request: SignedInRequest) -> HttpResponse:
    """What leaves without the children, and the button that makes the file."""
    language = reader_language()
    if request.method == "POST":
        try:
            made = actions.export(
                form=request.POST.get("form", ""), language=language, by=request.user
            )
        except JagaError as refused:
            messages.error(request, refused.say(language))
            return redirect("national:export")
        return attachment(made.content, made.kind, made.name)
    columns = [column.title.say(language) for column in sharing.COLUMNS]
    return render(request, "national/export.html", {"columns": columns})


@access.page(NATIONAL_EXPORT)
def packs(request: SignedInRequest) -> HttpResponse:
    """The cases to type into the ministry's system, and which are there already."""
    rows = queries.for_packs(request.user)
    found = Paginator(rows, CASES_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "national/packs.html", {"found": found, "lines": page.packs(found)})


@access.page(NATIONAL_EXPORT)
def pack(request: SignedInRequest, number: int) -> HttpResponse:
    """The pack of one case, without who the child is."""
    case, language = _case(request, number), reader_language()
    actions.note_pack_read(case=case, by=request.user)
    content = {
        "case": case,
        "lines": actions.pack_lines(case, language, {}),
        "named": [simfoni.IDENTITY[name].say(language) for name in queries.nameable(case)],
        "check": simfoni.CHECK.say(language),
        "version": simfoni.VERSION,
        "recorded": queries.recorded(case),
    }
    return render(request, "national/pack.html", content)


@access.page(NATIONAL_EXPORT, methods=POST)
def make_pack(request: SignedInRequest, number: int) -> HttpResponse:
    """The pack as a file."""
    case, language = _case(request, number), reader_language()
    try:
        made = actions.make_pack(
            case=case, form=request.POST.get("form", ""), language=language, by=request.user
        )
    except JagaError as refused:
        messages.error(request, refused.say(language))
        return redirect("national:pack", number)
    return attachment(made.content, made.kind, made.name)


@access.page(NATIONAL_EXPORT, methods=POST)
def write_back(request: SignedInRequest, number: int) -> HttpResponse:
    """Keep the numbers that came back."""
    case = _case(request, number)
    try:
        actions.write_back(
            case=case,
            number=request.POST.get("number", ""),
            ticket=request.POST.get("ticket", ""),
            by=request.user,
        )
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
    else:
        messages.success(request, _("Nomor tersimpan dan tersegel."))
    return redirect("national:pack", number)


def _case(request: SignedInRequest, number: int) -> Case:
    return get_object_or_404(queries.for_packs(request.user), pk=number)
