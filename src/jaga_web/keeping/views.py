"""The pages of keeping: thin functions from a request to an action and an answer."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.casework.retention import RULES
from jaga.errors import JagaError
from jaga_web import access, uploads
from jaga_web.cases import queries as cases
from jaga_web.cases.models import Case
from jaga_web.keeping import actions, queries
from jaga_web.keeping.models import WHY, Attachment, Erasure, Hold
from jaga_web.keeping.permissions import may_keep
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

STONES_PER_PAGE = 25
POST = ("POST",)
# What a browser may do with a document if it shows it after all: nothing.
SANDBOX = "default-src 'none'; sandbox"


@access.page(access.IDENTITY_OPEN)
def requests(request: SignedInRequest) -> HttpResponse:
    """Erasures that wait for a custodian, and what remains of those that are done."""
    return _draw_requests(request)


@access.page(access.CASES_APPROVE)
def due(request: SignedInRequest) -> HttpResponse:
    """Closed cases whose time is over or ends soon, and holds to look at again."""
    content = {
        "found": queries.due(request.user),
        "holds": queries.holds_to_review(request.user),
        "rules": [_in_words(rule) for rule in RULES.values()],
    }
    return render(request, "keeping/due.html", content)


@access.page(access.CASES_VIEW)
def case_page(request: SignedInRequest, number: int) -> HttpResponse:
    """What is kept of one case: documents, holds, and when it goes."""
    return _draw(request, _case(request, number))


@access.page(access.CASES_OWN, methods=("GET", "HEAD", "POST"))
def attach(request: SignedInRequest, number: int) -> HttpResponse:
    """The one page that takes in a file; see jaga_web/uploads.py."""
    case, error = _case(request, number), ""
    if request.method == "POST":
        sent = uploads.document(request)
        title = request.POST.get("title", "")
        try:
            actions.attach(case=case, title=title, data=uploads.bytes_of(sent), by=request.user)
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Dokumen dilampirkan, tersegel dengan kunci kasus ini."))
            return redirect("keeping:case", case.pk)
    content = {
        "case": case,
        "error": error,
        "typed": request.POST,
        "may_keep": may_keep(request.user, case),
    }
    return render(request, "keeping/attach.html", content, status=400 if error else 200)


@access.page(access.CASES_VIEW, methods=POST)
def attachment(request: SignedInRequest, number: int) -> HttpResponse:
    """The document itself, to save and never to show; each time is logged."""
    found = get_object_or_404(queries.readable(request.user), pk=number)
    try:
        data = actions.open_attachment(attachment=found, by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
        return redirect("keeping:case", found.case_id)
    is_pdf = found.kind == Attachment.PDF
    response = HttpResponse(
        data, content_type="application/pdf" if is_pdf else "text/plain; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="lampiran-{found.pk}.{found.suffix}"'
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response


@access.page(access.CASES_HOLD, methods=POST)
def hold(request: SignedInRequest, number: int) -> HttpResponse:
    """Keep a case from being erased, because the law needs it."""
    case, sent = _case(request, number), request.POST
    return _do(
        request, case, "hold",
        lambda: actions.hold(
            case=case, reason=sent.get("reason", ""), until=_day(request),
            note=sent.get("note", ""), by=request.user,
        ),
        _("Kasus ditahan. Tidak ada yang dapat menghapusnya sampai tanggal itu."),
    )  # fmt: skip


@access.page(access.CASES_HOLD, methods=POST)
def review_hold(request: SignedInRequest, number: int) -> HttpResponse:
    """Until when a hold is needed still."""
    found = _hold(request, number)
    return _do(
        request, found.case, f"hold-{found.pk}",
        lambda: actions.review_hold(hold=found, until=_day(request), by=request.user),
        _("Penahanan ditinjau."),
    )  # fmt: skip


@access.page(access.CASES_HOLD, methods=POST)
def lift_hold(request: SignedInRequest, number: int) -> HttpResponse:
    """The law needs the case no longer."""
    found = _hold(request, number)
    return _do(
        request, found.case, f"hold-{found.pk}",
        lambda: actions.lift_hold(hold=found, by=request.user),
        _("Penahanan diakhiri."),
    )  # fmt: skip


@access.page(access.CASES_APPROVE, methods=POST)
def postpone(request: SignedInRequest, number: int) -> HttpResponse:
    """Keep a closed case longer than the rule says."""
    case = _case(request, number)
    return _do(
        request, case, "postpone",
        lambda: actions.postpone(
            case=case, until=_day(request), reason=request.POST.get("reason", ""), by=request.user
        ),
        _("Masa simpan diperpanjang."),
    )  # fmt: skip


@access.page(access.CASES_OWN, methods=POST)
def request_erasure(request: SignedInRequest, number: int) -> HttpResponse:
    """Ask that a case be erased."""
    case, sent = _case(request, number), request.POST
    return _do(
        request, case, "erasure",
        lambda: actions.request_erasure(
            case=case, why=sent.get("why", ""), words=sent.get("words", ""), by=request.user
        ),
        _("Permintaan dikirim. Penjaga identitas akan memutuskan."),
    )  # fmt: skip


@access.page(access.CASES_ERASE, methods=POST)
def approve_erasure(request: SignedInRequest, number: int) -> HttpResponse:
    """Erase a case for good."""
    erasure = _erasure(request, number)
    typed = request.POST.get("number", "")
    return _decide(
        request, erasure,
        lambda: actions.approve_erasure(erasure=erasure, number=typed, by=request.user),
    )  # fmt: skip


@access.page(access.CASES_ERASE, methods=POST)
def return_erasure(request: SignedInRequest, number: int) -> HttpResponse:
    """Let a case stay, and say why."""
    erasure = _erasure(request, number)
    note = request.POST.get("note", "")
    return _decide(
        request, erasure,
        lambda: actions.return_erasure(erasure=erasure, note=note, by=request.user),
    )  # fmt: skip


def _decide(request: SignedInRequest, erasure: Erasure, act: Callable[[], object]) -> HttpResponse:
    number = erasure.case.number
    try:
        done = act()
    except JagaError as refused:
        error = {"form": erasure.pk, "words": refused.say(reader_language())}
        return _draw_requests(request, error)
    if isinstance(done, Erasure):
        words = _("Permintaan untuk %(number)s dikembalikan.")
    elif done is None:
        words = _("Disahkan. %(number)s dihapus pada tanggalnya.")
    else:
        words = _("%(number)s sudah dihapus untuk selamanya.")
    messages.success(request, words % {"number": number})
    return redirect("keeping:requests")


def _draw_requests(request: SignedInRequest, error: dict[str, Any] | None = None) -> HttpResponse:
    stones = Paginator(queries.tombstones(request.user), STONES_PER_PAGE)
    content = {
        "waiting": queries.requests(request.user),
        "found": stones.get_page(request.GET.get("page")),
        "keys_left": queries.waiting_keys(request.user),
        "error": error,
        "typed": request.POST if error else {},
    }
    return render(request, "keeping/requests.html", content, status=400 if error else 200)


def _do(
    request: SignedInRequest, case: Case, form: str, act: Callable[[], object], done: str
) -> HttpResponse:
    try:
        act()
    except JagaError as refused:
        return _draw(request, case, {"form": form, "words": refused.say(reader_language())})
    messages.success(request, done)
    return redirect("keeping:case", case.pk)


def _draw(
    request: SignedInRequest, case: Case, error: dict[str, str] | None = None
) -> HttpResponse:
    user = request.user
    content = {
        "case": case,
        "attachments": queries.attachments(case),
        "holds": [(one, f"hold-{one.pk}") for one in queries.holds(case)],
        "erasure": queries.erasure_of(case),
        "returned": queries.returned(case),
        "due_on": queries.due_on(case),
        "rule": _in_words(RULES["case"]),
        "hold_reasons": Hold.REASONS,
        "whys": [one for one in WHY if one[0] != "reporter"],
        "may_keep": may_keep(user, case),
        "may_hold": user.may(access.CASES_HOLD),
        "may_postpone": user.may(access.CASES_APPROVE),
        "error": error,
        "typed": request.POST if error else {},
    }
    return render(request, "keeping/case.html", content, status=400 if error else 200)


def _in_words(rule: Any) -> dict[str, Any]:
    """A row of jaga.casework.retention in the reader's language."""
    language = reader_language()
    texts = {name: getattr(rule, name).say(language) for name in ("title", "when", "reason")}
    return {**texts, "days": rule.days, "undecided": rule.confidence == "to be decided"}


def _day(request: SignedInRequest) -> date | None:
    try:
        return date.fromisoformat(request.POST.get("until", ""))
    except ValueError:
        return None


def _case(request: SignedInRequest, number: int) -> Case:
    return get_object_or_404(cases.visible(request.user), pk=number)


def _hold(request: SignedInRequest, number: int) -> Hold:
    return get_object_or_404(queries.holds_of(request.user), pk=number)


def _erasure(request: SignedInRequest, number: int) -> Erasure:
    return get_object_or_404(queries.requests(request.user), pk=number)
