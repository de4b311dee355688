"""What the pages of programmes are drawn from. Writes nothing."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga.casework.provinces import PROVINCES
from jaga.programmes import activities, codes, places
from jaga.programmes.activities import COUNT, Activity, Count
from jaga.words import Text
from jaga_web.programmes.models import Version
from jaga_web.programmes.queries import facts_of
from jaga_web.speaking import said

MOST_LINES = activities.MOST_COUNTS
# Empty lines a form offers below those that are filled in.
SPARE_LINES = 3
LABELS: dict[str, Promise | str] = {
    "activity": _("Kode kegiatan"),
    "title": _("Nama kegiatan"),
    "programme": _("Program"),
    "pillar": _("Pilar"),
    "starts_on": _("Mulai"),
    "ends_on": _("Selesai"),
    "partners": _("Mitra"),
    "places": _("Tempat"),
    "counting": _("Cara hitung"),
    "of": _("Yang dihitung"),
    "sex": _("Jenis kelamin"),
    "age": _("Usia"),
    "number": _("Jumlah"),
    "precision": _("Ketepatan"),
    "reason": _("Alasan"),
}
ONE_LINE = ("activity", "title", "programme", "pillar", "starts_on", "ends_on", "partners")


def options(known: Mapping[str, Text]) -> list[tuple[str, str]]:
    """Codes with their words, for a choice."""
    return [(code, said(words)) for code, words in known.items()]


def typed(post: QueryDict) -> dict[str, Any]:
    """What stands in a form that was sent: single fields, provinces, districts and lines."""
    lines = [
        {name: post.get(f"{name}_{place}", "") for name in COUNT}
        for place in range(MOST_LINES)
        if f"number_{place}" in post
    ]
    return {
        **{name: post.get(name, "") for name in ONE_LINE},
        "provinces": post.getlist("province"),
        "districts": post.get("districts", ""),
        "lines": lines,
        "reason": post.get("reason", ""),
    }


def activity_of(values: Mapping[str, Any]) -> Activity:
    """The activity that was typed; BadInput says what is wrong. Its code may be empty."""
    counts = activities.counts_of_form(values["lines"])
    texts = {name: values[name] for name in ONE_LINE}
    texts["places"] = "; ".join([*values["provinces"], values["districts"].replace(",", ";")])
    # A code is asked of a file; a form may leave it to the house.
    texts["activity"] = texts["activity"].strip() or "-"
    found = activities.activity_from(texts, counts, bare_places=True)
    return found if found.code != "-" else Activity(**{**vars(found), "code": ""})


def values_of(version: Version) -> dict[str, Any]:
    """What is kept, in the form's words."""
    facts = facts_of(version)
    spots = facts.places
    return {
        "activity": facts.code,
        "title": facts.title,
        "programme": facts.programme,
        "pillar": facts.pillar,
        "starts_on": facts.starts_on.isoformat(),
        "ends_on": facts.ends_on.isoformat(),
        "partners": "; ".join(facts.partners),
        "provinces": [spot.code for spot in spots if spot.is_province],
        "districts": "; ".join(spot.code for spot in spots if not spot.is_province),
        "lines": [_line(count) for count in facts.counts],
        "reason": "",
    }


def _line(count: Count) -> dict[str, str]:
    return {
        "counting": count.counting,
        "of": count.of,
        "sex": count.sex,
        "age": count.age,
        "number": str(count.number),
        "precision": count.precision,
    }


def form(values: Mapping[str, Any], names: tuple[list[str], list[str]]) -> dict[str, Any]:
    """The choices of the form and what stands in it."""
    lines = [*values.get("lines", []), *({} for _spare in range(SPARE_LINES))][:MOST_LINES]
    chosen = values.get("provinces", [])
    return {
        "typed": values,
        "pillars": options(codes.PILLARS),
        "countings": options(codes.COUNTINGS),
        "groups": options(codes.GROUPS),
        "things": options(codes.THINGS),
        "sexes": options(codes.SEXES),
        "ages": options(codes.AGES),
        "precisions": options(codes.PRECISIONS),
        "provinces": [(code, name, code in chosen) for code, name in PROVINCES.items()],
        "lines": list(enumerate(lines)),
        "known_programmes": names[0],
        "known_partners": names[1],
    }


def row(version: Version) -> dict[str, Any]:
    """One activity in words, for a list or its own page."""
    facts = facts_of(version)
    return {
        "version": version,
        "pillar": _word(codes.PILLARS, facts.pillar),
        "partners": "; ".join(facts.partners),
        "places": places.said(facts.places),
        "counts": [_told(count) for count in facts.counts],
        "sums": [
            (_word(codes.COUNTINGS, counting), sum(c.number for c in found))
            for counting in codes.OF_PERSONS
            if (found := [c for c in facts.counts if c.counting == counting])
        ],
    }


def _told(count: Count) -> dict[str, Any]:
    of = codes.THINGS if count.counting == codes.THINGS_COUNTED else codes.GROUPS
    return {
        "counting": _word(codes.COUNTINGS, count.counting),
        "of": _word(of, count.of),
        "sex": _word(codes.SEXES, count.sex),
        "age": _word(codes.AGES, count.age),
        "number": count.number,
        "precision": ""
        if count.precision == codes.EXACT
        else _word(codes.PRECISIONS, count.precision),
    }


def _word(known: Mapping[str, Text], code: str) -> str:
    return said(known[code]) if code in known else code


def example() -> str:
    """The headings of a file and the rows of one invented activity."""
    start = (
        "K-2026-001,Pelatihan Contoh,Program Contoh,education,Mitra Contoh; Dinas Contoh,"
        "kemendagri/2025/32.04,2026-03-02,2026-03-04"
    )
    return "\n".join(
        [
            ",".join(activities.COLUMNS),
            f"{start},unique_persons,officers,f,from_18,17,exact",
            f"{start},unique_persons,officers,m,from_18,6,exact",
            f"{start},things,villages,,,4,exact",
        ]
    )
