"""The filing pages: thin functions from a request to an action and an answer.

Every one is `unseen`: without the permission its address does not exist.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga.fiu.parties import COLUMNS, Party, key
from jaga_web import access
from jaga_web.access import FILINGS_APPROVE, FILINGS_DRAFT, FILINGS_VIEW
from jaga_web.alerts.queries import visible as visible_alerts
from jaga_web.downloads import attachment
from jaga_web.filings import actions, demo, facts, page, queries, sending
from jaga_web.filings.models import Filing
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

FILINGS_PER_PAGE = 25
POST = ("POST",)
BOTH = ("GET", "HEAD", "POST")


@access.page(FILINGS_VIEW, unseen=True)
def listing(request: SignedInRequest) -> HttpResponse:
    """The filings this person may see, with their deadlines."""
    state = request.GET.get("state", "")
    rows = queries.listed(request.user, state)
    found = Paginator(rows, FILINGS_PER_PAGE).get_page(request.GET.get("page"))
    content = {
        "found": found,
        "lines": page.lines(found),
        "state": state,
        "states": Filing.STATES,
        "empty": queries.empty_words(state),
        "may_draft": request.user.may(FILINGS_DRAFT),
    }
    return render(request, "filings/list.html", content)


@access.page(FILINGS_DRAFT, methods=POST, unseen=True)
def begin(request: SignedInRequest, alert: int) -> HttpResponse:
    """Start a report about a confirmed alert."""
    source = get_object_or_404(visible_alerts(request.user), pk=alert)
    try:
        filing = actions.begin(alert=source, kind=request.POST.get("kind", ""), by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
        return redirect("alerts:page", source.pk)
    return redirect("filings:page", filing.pk)


@access.page(FILINGS_DRAFT, methods=POST, unseen=True)
def decision(request: SignedInRequest, alert: int) -> HttpResponse:
    """The decision as a file for the command line."""
    source = get_object_or_404(visible_alerts(request.user), pk=alert)
    try:
        content = actions.export_decision(alert=source, by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
        return redirect("alerts:page", source.pk)
    return attachment(content, "application/json", f"keputusan-{source.alert_id}.json")


@access.page(FILINGS_VIEW, unseen=True)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One filing: what will go in, what is missing, and what can be done."""
    return _draw(request, _filing(request, number))


@access.page(FILINGS_DRAFT, methods=BOTH, unseen=True)
def party(request: SignedInRequest, number: int, place: int) -> HttpResponse:
    """What is known of one account of the report."""
    filing = _filing(request, number)
    token = page.account_at(filing, place) if filing.is_ltkm else None
    if token is None:
        raise Http404
    error = ""
    if request.method == "POST":
        values = {name: request.POST[name] for name in COLUMNS if name in request.POST}
        try:
            actions.save_party(filing=filing, account=token, values=values, by=request.user)
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Data pihak tersimpan, tersegel."))
            return redirect("filings:page", filing.pk)
    actions.note_read(filing=filing, by=request.user)
    stored = facts.parties_of(filing).get(key(token)) or Party(token)
    content = {
        "filing": filing,
        "place": place,
        "token": token,
        "groups": page.form(stored, request.POST if error else None, subject=place == 0),
        "error": error,
    }
    return render(request, "filings/party.html", content, status=400 if error else 200)


@access.page(FILINGS_DRAFT, methods=POST, unseen=True)
def paste(request: SignedInRequest, number: int) -> HttpResponse:
    """Many accounts' facts at once, as CSV text."""
    filing = _filing(request, number)
    text = request.POST.get("text", "")
    return _do(
        request, filing, "paste",
        lambda: actions.paste_parties(filing=filing, text=text, by=request.user),
        _("Data pihak tersimpan, tersegel."),
    )  # fmt: skip


@access.page(FILINGS_DRAFT, methods=BOTH, unseen=True)
def sender(request: SignedInRequest) -> HttpResponse:
    """Who files: the provider's data at PPATK, or how PPATK reaches the NGO."""
    fields = sending.fields(request.user)
    error = ""
    if request.method == "POST":
        values = {one.name: request.POST.get(one.name, "") for one in fields}
        try:
            actions.save_sender(values=values, by=request.user)
        except JagaError as refused:
            error = refused.say(reader_language())
            fields = sending.fields(request.user, typed=values)
        else:
            messages.success(request, _("Data pelapor tersimpan, tersegel."))
            return redirect("filings:list")
    content = {"fields": fields, "error": error}
    return render(request, "filings/sender.html", content, status=400 if error else 200)


@access.page(FILINGS_DRAFT, methods=POST, unseen=True)
def invent(request: SignedInRequest, number: int) -> HttpResponse:
    """Invented facts, in a demonstration alone."""
    filing = _filing(request, number)
    return _do(
        request, filing, "invent",
        lambda: demo.invent(filing=filing, by=request.user),
        _("Data rekaan terisi. Tidak ada orang seperti itu."),
    )  # fmt: skip


@access.page(FILINGS_DRAFT, methods=POST, unseen=True)
def consent(request: SignedInRequest, number: int) -> HttpResponse:
    """The consent that an NGO's information rests on."""
    filing = _filing(request, number)
    reference = request.POST.get("consent", "")[:80]
    return _do(
        request, filing, "consent",
        lambda: actions.save_consent(filing=filing, consent=reference, by=request.user),
        _("Rujukan persetujuan tersimpan."),
    )  # fmt: skip


@access.page(FILINGS_APPROVE, methods=POST, unseen=True)
def approve(request: SignedInRequest, number: int) -> HttpResponse:
    """The second person's yes."""
    filing = _filing(request, number)
    return _do(
        request, filing, "approve",
        lambda: actions.approve(filing=filing, by=request.user),
        _("Laporan disahkan dan siap diserahkan."),
    )  # fmt: skip


@access.page(FILINGS_DRAFT, methods=POST, unseen=True)
def reopen(request: SignedInRequest, number: int) -> HttpResponse:
    """Back to draft."""
    filing = _filing(request, number)
    return _do(
        request, filing, "reopen",
        lambda: actions.reopen(filing=filing, by=request.user),
        _("Laporan kembali menjadi draf."),
    )  # fmt: skip


@access.page(FILINGS_DRAFT, methods=POST, unseen=True)
def download(request: SignedInRequest, number: int) -> HttpResponse:
    """The approved file, as it was approved."""
    filing = _filing(request, number)
    try:
        content = actions.download(filing=filing, by=request.user)
    except JagaError as refused:
        return _draw(request, filing, error=("download", refused.say(reader_language())))
    if filing.is_ltkm:
        return attachment(content, "application/xml", f"ltkm-{filing.pk}.xml")
    return attachment(content, "application/pdf", f"informasi-{filing.pk}.pdf")


@access.page(FILINGS_DRAFT, methods=POST, unseen=True)
def receipt(request: SignedInRequest, number: int) -> HttpResponse:
    """The number PPATK gave, when it came later."""
    filing = _filing(request, number)
    reference = request.POST.get("reference", "")[:120]
    return _do(
        request, filing, "receipt",
        lambda: actions.note_receipt(filing=filing, reference=reference, by=request.user),
        _("Nomor dari PPATK tercatat."),
    )  # fmt: skip


@access.page(FILINGS_DRAFT, methods=POST, unseen=True)
def hand_over(request: SignedInRequest, number: int) -> HttpResponse:
    """Handed in, with the number PPATK gave if it is known already."""
    filing = _filing(request, number)
    reference = request.POST.get("reference", "")[:120]
    return _do(
        request, filing, "hand_over",
        lambda: actions.hand_over(filing=filing, reference=reference, by=request.user),
        _("Penyerahan tercatat."),
    )  # fmt: skip


def _do(
    request: SignedInRequest, filing: Filing, form: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    try:
        act()
    except JagaError as refused:
        return _draw(request, filing, error=(form, refused.say(reader_language())))
    except PermissionDenied as refused:
        return _draw(request, filing, error=(form, str(refused)), status=403)
    messages.success(request, done)
    return redirect("filings:page", filing.pk)


def _draw(
    request: SignedInRequest,
    filing: Filing,
    *,
    error: tuple[str, str] | None = None,
    status: int = 400,
) -> HttpResponse:
    actions.note_read(filing=filing, by=request.user)
    content = {
        **page.content(filing, request.user, reader_language()),
        "error": {"form": error[0], "words": error[1]} if error else None,
        "typed": request.POST if error else {},
    }
    return render(request, "filings/page.html", content, status=status if error else 200)


def _filing(request: SignedInRequest, number: int) -> Filing:
    """The filing if this person may know of it; otherwise it does not exist for them (404)."""
    return get_object_or_404(queries.visible(request.user), pk=number)
