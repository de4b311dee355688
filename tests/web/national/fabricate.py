"""Invented cases and units (rekaan) for tests of national data."""

from datetime import date, timedelta

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from jaga.casework.matching import tokens
from jaga_web import vault
from jaga_web.cases.models import Case, Coded, Identity
from jaga_web.national.models import Comparison, Counterpart, Suggestion
from jaga_web.people.models import Organisation, User
from jaga_web.referrals.models import Consent

KEY = bytes(range(32))
IDENTITY = {
    "name": "Ratih Rekaan Wulandari",
    "nickname": "Tih Contoh",
    "birth_date": "2012-05-01",
    "nik": "3300000000000000",
    "address": "Jalan Rekaan 7",
    "village": "Desa Contohsari",
    "school": "SDN Contoh Tiga",
    "caregivers": "Ibu Sumarni Rekaan",
    "phone": "081200000000",
}


def someone(organisation: Organisation) -> User:
    """A person of the organisation who opens cases and adds units."""
    return User.objects.get_or_create(
        username=f"national-{organisation.pk}",
        defaults={
            "display_name": "Petugas Contoh",
            "organisation": organisation,
            "roles": ["registrar"],
            "password": make_password("x"),
        },
    )[0]


def case(organisation, number="", *, identity=None, codes=None, **fields) -> Case:
    """A child's case with invented facts; `identity` adds to or changes IDENTITY."""
    by = someone(organisation)
    made = Case.objects.create(
        number=number or f"UJI-{Case.objects.count() + 1:06}",
        key_id=vault.new_key(),
        organisation=organisation,
        kind=Case.PROTECTION,
        opened_by=by,
        **{
            "source": "report",
            "age_band": "12-14",
            "sex": "f",
            "region": "33",
            "consent_reporting": True,
            "risk": "high",
            **fields,
        },
    )
    if identity is not None:
        Identity.objects.create(case=made, **{**IDENTITY, **identity})
    for name, found in (codes or {}).items():
        for code in found:
            Coded.objects.create(case=made, list=name, code=code, by=by)
    return made


def counterpart(organisation, name="UPTD Contoh") -> Counterpart:
    """A unit with the key of these tests."""
    return Counterpart.objects.create(
        organisation=organisation, name=name, shared_key=KEY.hex(), added_by=someone(organisation)
    )


def their_list(*known, key=KEY) -> str:
    """The file of another unit about children it knows."""
    made = [tokens.tokens(one, key) for one in known]
    return tokens.write([row for row in made if row is not None], key)


def known(ref="b1", **changes) -> tokens.Known:
    """The child of IDENTITY as another unit knows her."""
    facts = {
        "name": IDENTITY["name"],
        "birth_date": IDENTITY["birth_date"],
        "sex": "f",
        "region": "33",
        "village": IDENTITY["village"],
    }
    return tokens.Known(ref=ref, **{**facts, **changes})


def suggestion(unit, of=None, level="same") -> Suggestion:
    """A suggestion as a comparison leaves it."""
    one = of or case(unit.organisation, identity={})
    Comparison.objects.create(
        counterpart=unit, ours=[one.pk], theirs=["b1"], by=someone(unit.organisation)
    )
    return Suggestion.objects.create(
        counterpart=unit, case=one, theirs="b1", level=level, reasons=["name_spelt"], rules="x"
    )


def consent(of, fields, *, purpose="referral", partner=None, withdrawn=False) -> Consent:
    """A consent that holds, unless it was taken back."""
    by = someone(of.organisation)
    return Consent.objects.create(
        case=of,
        reference=f"S-{Consent.objects.count() + 1:04}",
        purpose=purpose,
        partner=partner,
        fields=list(fields),
        age_band=of.age_band,
        capacity="good",
        caregiver="safe",
        basis="own",
        assent="yes",
        rule="x",
        outcome="allowed",
        caregiver_answer="",
        explained="-",
        explained_by=by,
        language="id",
        decided_by=by,
        valid_until=date.today() + timedelta(days=30),
        withdrawn_at=timezone.now() if withdrawn else None,
    )
