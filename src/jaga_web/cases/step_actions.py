"""From step to step: the acts that the table of jaga.casework.steps allows, and approvals."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from jaga.casework import steps
from jaga.errors import BadInput
from jaga.words import Text
from jaga_web.cases import evidence, timing
from jaga_web.cases.acting import locked, must_be_open, one_of, reasoned, trace
from jaga_web.cases.models import Approval, Case, Transition
from jaga_web.cases.permissions import actor, check_decide, check_edit, check_same_organisation
from jaga_web.people.models import User
from jaga_web.refusing import SHORTEST_REASON, refuse
from jaga_web.speaking import reader_language

VERBS = {
    ("plan", "asked"): "cases.plan_asked",
    ("plan", "approved"): "cases.plan_approved",
    ("plan", "returned"): "cases.plan_returned",
    ("closure", "asked"): "cases.closure_asked",
    ("closure", "approved"): "cases.closure_approved",
    ("closure", "returned"): "cases.closure_returned",
}
ALREADY_ASKED = Text(
    "Ini sudah menunggu pengesahan. Muat ulang halamannya.",
    "This waits for approval already. Load the page again.",
)


def place(case: Case) -> str:
    """Where the case stands, in the words of the table."""
    return steps.CLOSED if case.status == Case.CLOSED else case.step


@transaction.atomic
def move(*, case: Case, after: str, by: User, reason: str = "", reason_code: str = "") -> Case:
    """Take the row of the table that leads to `after`: forward, back, or open again.

    Asking for a closure and deciding about it have acts of their own.
    """
    case = locked(case)
    check_same_organisation(by, case)
    row = steps.TABLE.get((place(case), after))
    if row and "closure_asked" in row.evidence:
        raise refuse("Pakai formulir penutupan.", "Use the form of the closure.")
    words = reasoned(reason) if row and "reason_given" in row.evidence else ""
    if case.status == Case.CLOSED:
        one_of("reopening_reason", reason_code)
        _open_again(case)
    _take(case, after, by, words, reason_code)
    return case


@transaction.atomic
def ask_plan(*, case: Case, by: User) -> Approval:
    """Put the plan before another person."""
    case = locked(case)
    check_edit(by, case)
    must_be_open(case)
    row, shown = steps.TABLE["plan", "implementation"], evidence.shown(case)
    if case.step != row.before:
        raise refuse("Kasus ini tidak di langkah rencana.", "This case is not at its plan.")
    _complete([one for one in row.evidence if one != "plan_approved" and one not in shown])
    return _ask(case, Approval.PLAN, by)


@transaction.atomic
def ask_closure(*, case: Case, reason_code: str, words: str, by: User) -> Approval:
    """Ask for the closure with its reason; the case goes to its last step."""
    case = locked(case)
    check_same_organisation(by, case)
    must_be_open(case)
    one_of("closing_reason", reason_code)
    asked = _ask(case, Approval.CLOSURE, by, reason_code, reasoned(words))
    _take(case, "closure", by, "", reason_code)
    return asked


@transaction.atomic
def decide(*, approval: Approval, answer: str, note: str, by: User) -> Approval:
    """Approve or return what was asked: a second person's act."""
    case = locked(approval.case)
    approval = Approval.objects.select_for_update().select_related("case").get(pk=approval.pk)
    check_decide(by, approval)
    if approval.state != Approval.ASKED or answer not in (Approval.APPROVED, Approval.RETURNED):
        raise refuse(
            "Ini sudah diputuskan atau berubah. Muat ulang halamannya.",
            "This was decided already, or changed. Load the page again.",
        )
    words = reasoned(note) if answer == Approval.RETURNED else note.strip()
    approval.state, approval.note = answer, words or None
    approval.decided_by, approval.decided_at = by, timezone.now()
    approval.save(update_fields=["state", "note", "decided_by", "decided_at"])
    if approval.what == Approval.CLOSURE:
        _end(case, approval, words, by)
    trace(by, VERBS[approval.what, answer], case)
    return approval


def _end(case: Case, approval: Approval, words: str, by: User) -> None:
    if approval.state == Approval.RETURNED:
        _take(case, "follow_up", by, words, "")
        return
    _take(case, steps.CLOSED, by, "", approval.reason_code)
    timing.met(case, by, "kasus ditutup")
    timing.reviewed(case, by, None)
    case.status, case.closed_at, case.closed_by = Case.CLOSED, timezone.now(), by
    case.closing_code, case.closing_reason = approval.reason_code, approval.words
    case.next_review_on = None
    case.save(
        update_fields=[
            "status", "closed_at", "closed_by", "closing_code", "closing_reason",
            "next_review_on",
        ]
    )  # fmt: skip


def _open_again(case: Case) -> None:
    case.approval_set.exclude(state=Approval.RETURNED).update(state=Approval.OVERTAKEN)


def _ask(case: Case, what: str, by: User, code: str = "", words: str = "") -> Approval:
    if case.approval_set.filter(what=what, state=Approval.ASKED).exists():
        raise BadInput(ALREADY_ASKED)
    asked = Approval.objects.create(
        case=case, what=what, by=by, owner=case.owner, reason_code=code, words=words or None
    )
    trace(by, VERBS[what, "asked"], case, code=code or "-")
    return asked


def _take(case: Case, after: str, by: User, reason: str, code: str) -> None:
    """Take a row: the person must be allowed to and its evidence must be there."""
    before = place(case)
    row = steps.TABLE.get((before, after))
    if row is not None and not steps.allows(row, actor(by, case)):
        raise PermissionDenied(_sentence(before, after, actor(by, case)))
    shown = evidence.shown(case) | ({"reason_given"} if len(reason) >= SHORTEST_REASON else set())
    found = steps.refusals(before, after, actor(by, case), shown)
    if found:
        raise BadInput(_joined(found))
    Transition.objects.create(
        case=case, before=before, after=after, reason=reason or None, reason_code=code, by=by
    )
    _set_step(case, before, after)
    if row is not None and row.id == "registered":
        timing.met(case, by, "registrasi selesai")
    trace(by, "cases.moved", case, kind=after)


def _set_step(case: Case, before: str, after: str) -> None:
    if before == steps.CLOSED:
        case.status, case.closed_at, case.closed_by = Case.OPEN, None, None
        case.closing_code, case.closing_reason = "", None
    if after in ("plan", "assessment"):
        case.approval_set.filter(what=Approval.PLAN).exclude(state=Approval.RETURNED).update(
            state=Approval.OVERTAKEN
        )
    if after != steps.CLOSED:
        case.step = after
    case.save(
        update_fields=[
            "step", "status", "closed_at", "closed_by", "closing_code", "closing_reason"
        ]
    )  # fmt: skip


def _complete(lacking: list[str]) -> None:
    if lacking:
        raise BadInput(_joined(tuple(steps.EVIDENCE[one].lacking for one in lacking)))


def _joined(sentences: tuple[Text, ...]) -> Text:
    return Text(" ".join(s.id for s in sentences), " ".join(s.en for s in sentences))


def _sentence(before: str, after: str, who: steps.Actor) -> str:
    return _joined(steps.refusals(before, after, who, ())).say(reader_language())
