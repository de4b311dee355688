"""Cases with facts, consents and leads to walk the pages with; all invented."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from tests.web.clocks.targets import someone
from tests.web.matrix import Arguments

from jaga_web import vault
from jaga_web.cases.models import Case, Coded
from jaga_web.legal import actions
from jaga_web.legal.models import Lead
from jaga_web.people.models import Organisation, User
from jaga_web.referrals.models import Consent

NUMBER = "9900 0000 0777"
TOLD = "Dijelaskan dengan gambar; ia menjawab sendiri (UJI)."


def open_case(organisation: Organisation, owner: User | None = None, **fields: Any) -> Case:
    """A case of a child of 12 to 14, with one coded fact."""
    owner = owner or someone(organisation, "caseworker", "pemegang")
    case = Case.objects.create(
        number=f"UJI-{organisation.pk}-{Case.objects.count() + 1}",
        key_id=vault.new_key(),
        organisation=organisation,
        source="direct",
        owner=owner,
        opened_by=owner,
        age_band="12-14",
        **fields,
    )
    Coded.objects.create(case=case, list="modus", code="extortion_money", by=owner)
    return case


def consent_of(case: Case, purpose: str = "watchlist", **fields: Any) -> Consent:
    """A consent that holds for a year."""
    values = {
        "reference": f"PSJ-UJI-{Consent.objects.count() + 1}",
        "outcome": "allowed",
        "valid_until": date.today() + timedelta(days=365),
        **fields,
    }
    return Consent.objects.create(
        case=case,
        purpose=purpose,
        age_band=case.age_band,
        capacity="yes",
        caregiver="safe",
        basis="own",
        assent="yes",
        rule="uji",
        caregiver_answer="not_asked",
        explained="UJI",
        explained_by=case.owner,
        language="id",
        decided_by=case.owner,
        **values,
    )


def lead_of(case: Case, consent: Consent, value: str = NUMBER, **fields: Any) -> Lead:
    """A lead, written down today or moved to another day by `fields`."""
    lead = actions.add_lead(
        case=case, consent=consent, kind="account", value=value, told=TOLD, by=case.owner
    )
    for name, one in fields.items():
        setattr(lead, name, one)
    lead.save(update_fields=list(fields))
    return lead


def a_case(organisation: Organisation) -> Arguments:
    """A case that an invented caseworker holds."""
    return {"number": open_case(organisation).pk}


def a_case_with_consent(organisation: Organisation) -> Arguments:
    """The same, with a consent for the watchlist."""
    case = open_case(organisation)
    consent_of(case)
    return {"number": case.pk}


def a_lead(organisation: Organisation) -> Arguments:
    """A number that can be taken back."""
    case = open_case(organisation)
    return {"number": lead_of(case, consent_of(case)).pk}


def a_number(arguments: Arguments) -> dict[str, Any]:
    """What the form of a lead sends."""
    consent = Consent.objects.get(case_id=arguments["number"])
    return {"consent": consent.pk, "kind": "account", "value": NUMBER, "told": TOLD}


def a_report() -> dict[str, Any]:
    """What the form of a police report sends."""
    at = timezone.localtime() - timedelta(hours=2)
    return {
        "kind": "police_report",
        "state": "made",
        "track": "0",
        "at": at.strftime("%Y-%m-%dT%H:%M"),
        "zone": "Asia/Jakarta",
        "reference": "STTLP-UJI-1",
    }
