"""Invented releases, so that the demonstration has a ledger: one published, one that waits."""

from collections.abc import Mapping
from datetime import date

from django.conf import settings

from jaga.casework.provinces import PROVINCES
from jaga.errors import Refused
from jaga.evidence.categories import category
from jaga.evidence.cubes import CountCube, Dimension
from jaga.evidence.linked import protect_together
from jaga.evidence.releases import About, Draft
from jaga.words import Text
from jaga_web.people.models import User
from jaga_web.releases import release_actions as actions

# Invented children by province (Kemendagri code) and sex, and the same two months later.
COUNTED = ("11", "12", "31", "32", "33", "34", "35", "51", "53", "73", "81", "94")
EARLIER = (12, 6, 30, 9, 61, 22, 118, 40, 95, 31, 24, 8, 140, 52, 19, 7, 26, 9, 47, 15, 3, 0, 0, 0)
LATER = tuple(count + 2 * (place == 6) for place, count in enumerate(EARLIER))
WORDS = Text("Anak didampingi menurut provinsi (rekaan)", "Children served by province (invented)")
DEFINITION = Text(
    "Anak yang menerima sekurangnya satu layanan. Semua rekaan.",
    "Children who received at least one service. All invented.",
)


def seed(people: Mapping[str, User]) -> None:
    """One release by two people; and the same table two months later, which the audit refuses."""
    if not settings.JAGA_DEMO:
        raise Refused(
            Text(
                "Terbitan rekaan hanya dibuat pada instalasi peraga.",
                "Invented releases are only made in a demonstration installation.",
            )
        )
    researcher, officer = people["peneliti"], people["pelindungan-data"]
    first = actions.propose(
        draft=_draft(EARLIER, date(2026, 9, 30)), source="pasted", by=researcher
    )
    actions.approve(proposal=first, by=officer)
    actions.propose(draft=_draft(LATER, date(2026, 11, 30)), source="pasted", by=researcher)


def _draft(counts: tuple[int, ...], as_of: date) -> Draft:
    sexes = (
        category("f", Text("Perempuan", "Female")), category("m", Text("Laki-laki", "Male")),
    )  # fmt: skip
    places = tuple(category(code, Text(PROVINCES[code], PROVINCES[code])) for code in COUNTED)
    dimensions = (
        Dimension("province", Text("Provinsi", "Province"), places),
        Dimension("sex", Text("Jenis kelamin", "Sex"), sexes),
    )
    cube = CountCube("provinsi", WORDS, dimensions, counts)
    about = About(
        measure="anak didampingi",
        population="Lembaga Contoh, semua unit (rekaan)",
        unit="anak",
        definition=DEFINITION,
        first=date(2026, 1, 1),
        last=date(2026, 9, 30),
        as_of=as_of,
        source=Text("Data rekaan", "Invented data"),
    )
    return Draft(WORDS, about, protect_together([cube]), (cube.counts,))
