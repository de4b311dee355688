"""Invented activities (rekaan) for tests of programmes and of the year's figures."""

from dataclasses import replace
from datetime import date

from tests.web.matrix import Arguments

from jaga.programmes.activities import Activity, Count
from jaga.programmes.places import of_code
from jaga_web.people.models import Organisation, User
from jaga_web.programmes import actions
from jaga_web.programmes.models import Version

FACTS = Activity(
    "K-1", "Pelatihan Contoh", "Program Contoh", "education", date(2026, 3, 2), date(2026, 3, 4),
    ("Mitra Contoh",), (of_code("32.04"),),
    (
        Count("contacts", "children", "unknown", "under_18", 1500, "about"),
        Count("unique_persons", "officers", "f", "from_18", 17),
        Count("unique_persons", "officers", "m", "from_18", 6),
    ),
)  # fmt: skip
REASON = "Daftar hadir dihitung ulang (rekaan)."
FORM = {
    "title": "Kunjungan Contoh",
    "programme": "Program Contoh",
    "pillar": "education",
    "starts_on": "2026-05-04",
    "ends_on": "",
    "partners": "Mitra Contoh; Dinas Contoh",
    "province": ["32"],
    "districts": "33.04, 73.04",
    "activity": "",
    "counting_0": "unique_persons",
    "of_0": "children",
    "sex_0": "f",
    "age_0": "under_18",
    "number_0": "40",
    "precision_0": "exact",
    "number_1": "",
}


def keeper(organisation: Organisation) -> User:
    """A programme officer of the organisation."""
    return User.objects.get_or_create(
        username=f"programmes-{organisation.pk}",
        defaults={
            "display_name": "Petugas Contoh",
            "organisation": organisation,
            "roles": ["programme_officer"],
            "password": "!",
        },
    )[0]


def activity(organisation: Organisation, facts: Activity = FACTS) -> Version:
    """One invented activity, kept."""
    return actions.add(facts=facts, by=keeper(organisation))


def an_activity(organisation: Organisation) -> Arguments:
    """The arguments of its address; the house numbers it, so that there can be several."""
    return {"number": activity(organisation, replace(FACTS, code="")).activity_id}
