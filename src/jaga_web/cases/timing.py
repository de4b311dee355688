"""The clocks a case starts and ends: first contact by risk, and the next review."""

from datetime import date

from django.utils import timezone

from jaga.casework.zones import zone_of
from jaga_web.cases.models import Case
from jaga_web.clocks import actions as clocks
from jaga_web.clocks.queries import of_subject
from jaga_web.people.models import User

FIRST_CONTACT = {level: f"first_contact_{level}" for level, _words in Case.RISKS}
REVIEW = "case_review"


def subject(case: Case) -> str:
    """How the clocks know a case."""
    return f"case:{case.pk}"


def risk_judged(case: Case, by: User) -> None:
    """The clock of first contact runs from the judgement, until somebody met the child."""
    if case.step != "identification" or case.followup_set.exists():
        return
    for level, rule in FIRST_CONTACT.items():
        if level != case.risk:
            clocks.finish_of(
                subject=subject(case), rule=rule, evidence="risiko dinilai ulang", by=by
            )
    running = of_subject(by, subject(case)).filter(rule=FIRST_CONTACT[case.risk])
    if not running.filter(ended_at__isnull=True).exists():
        _start(case, FIRST_CONTACT[case.risk], by)


def met(case: Case, by: User, evidence: str) -> None:
    """The child was met: the clocks of first contact end."""
    for rule in FIRST_CONTACT.values():
        clocks.finish_of(subject=subject(case), rule=rule, evidence=evidence, by=by)


def reviewed(case: Case, by: User, next_on: date | None) -> None:
    """A review was held: its clock ends, and that of the next one starts, if there is one."""
    clocks.finish_of(subject=subject(case), rule=REVIEW, evidence="tindak lanjut tercatat", by=by)
    if next_on is not None:
        _start(case, REVIEW, by, due_on=next_on)


def handed(case: Case, to: User, by: User) -> None:
    """The running clocks follow the case to its new owner."""
    for clock in of_subject(by, subject(case)).filter(ended_at__isnull=True):
        if clock.owner_id != to.pk:
            clocks.hand_to(clock=clock, to=to, by=by)


def _start(case: Case, rule: str, by: User, due_on: date | None = None) -> None:
    clocks.start(
        organisation=case.organisation,
        subject=subject(case),
        key=case.key_id,
        rule=rule,
        started_at=timezone.now(),
        by=by,
        zone=zone_of(case.region),
        owner=case.owner,
        due_on=due_on,
    )
