"""Invented people who carry invented cases, for the tests of caseload and hand-over."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone

from jaga_web import vault
from jaga_web.cases.models import Case, Service
from jaga_web.channel.models import Report
from jaga_web.clocks import actions as clocks
from jaga_web.clocks.models import Clock
from jaga_web.intake.models import Handling
from jaga_web.people.models import User

RULE = "police_report_tpks41"
NUMBERS = count(1)


@pytest.fixture
def carries(person) -> Callable[..., Case]:
    """carries(owner, risk=…, step=…): an open case of this person."""

    def make(owner: User | None, **fields) -> Case:
        by = owner or person("supervisor")
        return Case.objects.create(
            number=f"JGA-2026-8{next(NUMBERS):05d}",
            organisation=by.organisation,
            key_id=vault.new_key(),
            source="direct",
            owner=owner,
            opened_by=by,
            **fields,
        )

    return make


@pytest.fixture
def people(person) -> dict[str, User]:
    """Three who may hold cases, and who assigns them."""
    return {
        "bima": person("caseworker", name="bima", display_name="Bima Contoh"),
        "dimas": person("legal_officer", name="dimas", display_name="Dimas Contoh"),
        "rani": person("caseworker", name="rani", display_name="Rani Contoh"),
        "citra": person("supervisor", name="citra", display_name="Citra Contoh"),
    }


def a_clock(owner: User, subject: str) -> Clock:
    """A running clock of this person."""
    return clocks.start(
        organisation=owner.organisation, subject=subject, key=vault.new_key(), rule=RULE,
        started_at=timezone.now(), by=owner, owner=owner,
    )  # fmt: skip


def a_service(person: User, case: Case) -> Service:
    """A service of the case's plan that this person is to give."""
    return Service.objects.create(case=case, code="psychosocial", person=person, by=person)


def a_report(owner: User) -> Report:
    """A report this person looks after."""
    report = Report.objects.create(
        organisation=owner.organisation, key_id=vault.new_key(), door="phone", path="friend",
        received_at=timezone.now(),
        expires_at=timezone.now() + timedelta(days=90),
    )  # fmt: skip
    Handling.objects.create(report=report, to=owner, by=owner)
    return report
