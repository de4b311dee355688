"""Pages of releases: the list, the proposal, the second person's decision, the published page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga.evidence.publishing import KINDS
from jaga_web import access
from jaga_web.access import FIGURES_PROPOSE, FIGURES_RELEASE, FIGURES_VIEW
from jaga_web.downloads import attachment
from jaga_web.people.requests import SignedInRequest
from jaga_web.releases import ledger as book
from jaga_web.releases import release_actions as actions
from jaga_web.releases import release_forms, release_page, release_queries, sources
from jaga_web.releases.models import Proposal
from jaga_web.speaking import reader_language

POST = ("POST",)
BOTH = ("GET", "HEAD", "POST")


@access.page(FIGURES_VIEW)
def listing(request: SignedInRequest) -> HttpResponse:
    """What was published, and, for those who propose, what waits."""
    language = reader_language()
    proposals = release_queries.proposals(request.user)[: release_queries.MOST_SHOWN]
    content = {
        "may_propose": request.user.may(FIGURES_PROPOSE),
        "releases": [
            (one.release.number, one.release.title.say(language), one.release, one.withdrawal)
            for one in book.standing(book.of(request.user.organisation))
        ],
        "proposals": [(p, p.draft["title"][language]) for p in proposals],
    }
    return render(request, "releases/releases.html", content)


@access.page(FIGURES_PROPOSE, methods=BOTH)
def propose(request: SignedInRequest) -> HttpResponse:
    """Choose a table of our own, or paste one; both wait for a second person."""
    language = reader_language()
    if request.method == "POST":
        typed = request.POST.dict()
        try:
            if typed.get("kind") == sources.PASTED:
                draft, source = release_forms.from_paste(typed)
            else:
                draft, source = release_forms.from_source(typed, request.user)
            made = actions.propose(draft=draft, source=source, by=request.user)
        except JagaError as refused:
            messages.error(request, refused.say(language))
        else:
            return redirect("releases:proposal", made.pk)
    today = timezone.localdate()
    content = {
        "sources": [(name, one.title.say(language)) for name, one in sources.SOURCES.items()],
        "typed": request.POST,
        "first": request.POST.get("first") or today.replace(month=1, day=1).isoformat(),
        "today": today.isoformat(),
    }
    return render(request, "releases/propose.html", content)


@access.page(FIGURES_PROPOSE)
def proposal(request: SignedInRequest, number: int) -> HttpResponse:
    """A proposal as readers would see it, with what the audit says of it."""
    one, language = _proposal(request, number), reader_language()
    draft = actions.draft_of(one)
    waits = one.state == Proposal.PROPOSED
    content: dict[str, Any] = {
        "proposal": one,
        "title": draft.title.say(language),
        "about": draft.about,
        "definition": draft.about.definition.say(language),
        "source": draft.about.source.say(language),
        "tables": release_page.tables(draft.tables, language),
        "answer": release_page.answer(actions.answer_for(one), language) if waits else None,
        "is_own": one.proposed_by_id == request.user.pk,
        "may_decide": waits and request.user.may(FIGURES_RELEASE),
    }
    return render(request, "releases/proposal.html", content)


@access.page(FIGURES_RELEASE, methods=POST)
def approve(request: SignedInRequest, number: int) -> HttpResponse:
    """The second person's yes, with the exceptions ticked."""
    one = _proposal(request, number)
    risks = {
        key.removeprefix("risk-"): value
        for key, value in request.POST.dict().items()
        if key.startswith("risk-") and value
    }
    given = actions.Exceptions(risks, request.POST.get("reason", ""))
    try:
        line = actions.approve(proposal=one, exceptions=given, by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
        return redirect("releases:proposal", number)
    messages.success(request, _("Terbit dan tercatat di buku terbitan."))
    return redirect("releases:release", line)


@access.page(FIGURES_RELEASE, methods=POST)
def give_back(request: SignedInRequest, number: int) -> HttpResponse:
    """The second person's no."""
    one = _proposal(request, number)
    try:
        actions.give_back(proposal=one, reason=request.POST.get("reason", ""), by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
    else:
        messages.success(request, _("Usulan dikembalikan."))
    return redirect("releases:proposal", number)


@access.page(FIGURES_VIEW)
def release(request: SignedInRequest, number: int) -> HttpResponse:
    """A published release: tables, pictures, what it counts, downloads."""
    content = release_page.published(_standing(request, number), reader_language())
    content["may_withdraw"] = request.user.may(FIGURES_RELEASE) and not content["withdrawal"]
    return render(request, "releases/release.html", content)


@access.page(FIGURES_VIEW)
def file(request: SignedInRequest, number: int, form: str) -> HttpResponse:
    """A release as CSV, XLSX or JSON; none of one that was withdrawn."""
    found = _standing(request, number)
    if form not in KINDS or found.withdrawal:
        raise Http404
    content = actions.download(standing=found, form=form, by=request.user)
    return attachment(content, KINDS[form], f"jaga-terbitan-{number:04}.{form}")


@access.page(FIGURES_RELEASE, methods=POST)
def withdraw(request: SignedInRequest, number: int) -> HttpResponse:
    """Take a release back, with a note for its readers."""
    _standing(request, number)
    try:
        actions.take_back(number=number, note=request.POST.get("note", ""), by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
    else:
        messages.success(request, _("Terbitan ditarik. Catatannya tampil di halamannya."))
    return redirect("releases:release", number)


def _proposal(request: SignedInRequest, number: int) -> Proposal:
    return get_object_or_404(release_queries.proposals(request.user), pk=number)


def _standing(request: SignedInRequest, number: int) -> book.Standing:
    for one in book.standing(book.of(request.user.organisation)):
        if one.release.number == number:
            return one
    raise Http404
