"""Writing down the legal road of a case. Each action is one transaction with its audit event."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from jaga.casework import labels, leads, milestones
from jaga.casework.deadlines import ZONES
from jaga.errors import BadInput
from jaga.ledger import tokens
from jaga.words import Text
from jaga_web.access import LEGAL_KEEP, require
from jaga_web.audit.actions import record
from jaga_web.cases.acting import trace
from jaga_web.cases.models import Case
from jaga_web.clocks import actions as clocks
from jaga_web.legal import queries
from jaga_web.legal.models import LabelDecision, Lead, Milestone
from jaga_web.legal.permissions import check_keep, check_label
from jaga_web.legal.token_key import token_key
from jaga_web.people.models import User
from jaga_web.referrals.models import Consent
from jaga_web.refusing import refuse

SHORTEST_WORDS = 10
SHORTEST_REFERENCE = 3
LONGEST_NUMBER = 80


@dataclass(frozen=True)
class Step:
    """A step somebody writes down: `at` is when it happened; `track` 0 begins a new road."""

    kind: str
    state: str
    at: datetime
    zone: str
    reference: str
    track: int = 0
    amount_idr: int | None = None


@transaction.atomic
def note_milestone(*, case: Case, step: Step, by: User) -> Milestone:
    """Add a step to the legal road; a step of the table ends and starts clocks with it."""
    check_keep(by, case)
    case = Case.objects.select_for_update().get(pk=case.pk)
    track, place, before = _standing(case, step)
    row = milestones.step(step.kind, before, step.state)
    if row is None:
        raise refuse(
            "Langkah itu tidak mengikuti langkah sebelumnya. Muat ulang halamannya.",
            "That step does not follow the one before it. Load the page again.",
        )
    _check_step(step, row)
    made = Milestone.objects.create(
        case=case,
        kind=step.kind,
        track=track,
        place=place,
        state=step.state,
        at=step.at,
        zone=step.zone,
        reference=step.reference.strip(),
        amount_idr=step.amount_idr if row.amount else None,
        by=by,
    )
    _move_clocks(case, made, row, by)
    trace(by, "legal.milestone_noted", case, kind=step.kind, name=step.state)
    return made


@transaction.atomic
def decide_label(
    *, case: Case, scheme: str, code: str, decision: str, reason: str, by: User
) -> LabelDecision:
    """Confirm or refuse one proposed label, with a reason; nobody has to."""
    check_label(by, case)
    known = {(one.scheme, one.code) for one in queries.labels_of(case)}
    if (scheme, code) not in known or not labels.is_label(scheme, code):
        raise refuse(
            "Label ini tidak diusulkan oleh fakta kasus. Muat ulang halamannya.",
            "The facts of the case do not propose this label. Load the page again.",
        )
    if decision not in dict(LabelDecision.DECISIONS):
        raise refuse("Pilih sahkan atau tolak.", "Choose to confirm or to refuse.")
    made = LabelDecision.objects.create(
        case=case, scheme=scheme, code=code, decision=decision, reason=_enough(reason), by=by
    )
    trace(by, "legal.label_decided", case, kind=scheme, code=code, outcome=decision)
    return made


@transaction.atomic
def add_lead(*, case: Case, consent: Consent, kind: str, value: str, told: str, by: User) -> Lead:
    """Put a number on its way to the watchlist, on a consent that holds today.

    `told` says how the words of jaga.consent were explained and understood; without it nothing is
    written down. What leaves later is a keyed token, late and in a batch.
    """
    check_keep(by, case)
    if kind not in leads.KINDS:
        raise refuse("Pilih jenis nomornya.", "Choose the kind of number.")
    if consent.pk not in {one.pk for one in queries.consents_for(case)}:
        raise refuse(
            "Tidak ada persetujuan yang berlaku untuk daftar pantau. Tanyakan dahulu kepada "
            "anak, lalu catat jawabannya.",
            "No consent for the watchlist holds. Ask the child first, and record the answer.",
        )
    words = queries.words_to_say(case)
    token = tokens.token(token_key(), kind, value) if len(value) <= LONGEST_NUMBER else None
    if token is None or tokens.TOKEN.fullmatch(value.strip()):
        raise refuse("Tuliskan nomornya.", "Write the number.")
    today = timezone.localdate()
    made = Lead.objects.create(
        case=case,
        consent=consent,
        kind=kind,
        value=value.strip(),
        token=token,
        told_band=words.band if words else "under 6",
        told=_enough(told),
        added_on=today,
        expires_on=leads.last_day(today, consent.valid_until),
        by=by,
    )
    trace(by, "legal.lead_added", case, kind=kind)
    return made


@transaction.atomic
def withdraw_lead(*, lead: Lead, by: User) -> Lead:
    """Take a number back, at any time and without a reason."""
    check_keep(by, lead.case)
    lead = Lead.objects.select_for_update().get(pk=lead.pk)
    if lead.withdrawn_on is None:
        lead.withdrawn_on, lead.withdrawn_by = timezone.localdate(), by
        lead.save(update_fields=["withdrawn_on", "withdrawn_by"])
        trace(by, "legal.lead_withdrawn", lead.case, kind=lead.kind)
    return lead


@transaction.atomic
def export_watchlist(*, by: User, today: date | None = None) -> str:
    """The watchlist file of the organisation as of today: what has been released, nothing more.

    An empty list is no file that screening reads, so it is refused: a partner would go on with
    the one before.
    """
    require(by, LEGAL_KEEP)
    today = today or timezone.localdate()
    known = queries.to_release(by)
    for one, day in leads.outside(known, today).items():
        if one.left is None:
            Lead.objects.filter(pk=known[one]).update(released_on=day)
    rows = leads.rows(known, today)
    if not rows:
        raise refuse(
            "Tidak ada nomor yang sudah dilepas. Bila mitra masih memakai berkas lama, minta "
            "mereka menyaring tanpa daftar pantau.",
            "No number has been released. If a partner still uses an earlier file, ask them to "
            "screen without a watchlist.",
        )
    record(
        by=by,
        verb="legal.watchlist_exported",
        subject=f"organisation:{by.organisation_id}",
        organisation=by.organisation_id,
        detail={"rows": len(rows)},
    )
    return leads.written(rows)


def _standing(case: Case, step: Step) -> tuple[int, int, str]:
    """Which road the step belongs to, its place on it, and the state before it."""
    of_kind = Milestone.objects.filter(case=case, kind=step.kind)
    if step.track == 0:
        newest = of_kind.order_by("-track").first()
        return (newest.track + 1 if newest else 1), 1, milestones.BEGINNING
    last = of_kind.filter(track=step.track).order_by("-place").first()
    return step.track, (last.place + 1 if last else 1), last.state if last else ""


def _check_step(step: Step, row: milestones.Row) -> None:
    if step.zone not in ZONES:
        raise refuse("Pilih zona waktu dari daftar.", "Choose the time zone from the list.")
    if step.at > timezone.now() and step.state not in ("set", "moved"):
        raise refuse(
            "Langkah ini belum terjadi. Periksa tanggalnya.",
            "This step has not happened yet. Check its date.",
        )
    if len(step.reference.strip()) < SHORTEST_REFERENCE:
        raise BadInput(
            Text(
                f"Tuliskan buktinya: {row.evidence.id}.", f"Write the evidence: {row.evidence.en}."
            )
        )
    if row.amount and not (step.amount_idr and 0 < step.amount_idr < 10**13):
        raise refuse("Tuliskan jumlahnya dalam rupiah.", "Write the sum in rupiah.")


def _move_clocks(case: Case, made: Milestone, row: milestones.Row, by: User) -> None:
    subject = f"case:{case.pk}"
    for rule in row.ends:
        clocks.finish_of(subject=subject, rule=rule, evidence=made.reference, by=by, at=made.at)
    for rule in row.starts:
        clocks.start(
            organisation=case.organisation,
            subject=subject,
            key=case.key_id,
            rule=rule,
            started_at=made.at,
            by=by,
            zone=made.zone,
            owner=case.owner,
        )


def _enough(words: str) -> str:
    if len(words.strip()) < SHORTEST_WORDS:
        raise refuse(
            f"Tuliskan dengan kata-kata sendiri, sekurangnya {SHORTEST_WORDS} huruf.",
            f"Write it in your own words, in at least {SHORTEST_WORDS} letters.",
        )
    return words.strip()
