"""What the page of the year's figures is drawn from. Writes nothing."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga.words import Text
from jaga_web.speaking import reader_language, said
from jaga_web.yearly.queries import Told, Year

# Which room a query is of, by how its name begins; the first that fits.
ROOMS: tuple[tuple[str, Promise | str], ...] = (
    ("applications", _("Register aplikasi")),
    ("alerts-", _("Peringatan")),
    ("case-", _("Kasus dan laporan")),
    ("", _("Program")),
)
UNITS: dict[str, Text] = {
    "persons": Text("orang", "persons"),
    "activities": Text("kegiatan", "activities"),
    "provinces": Text("provinsi", "provinces"),
    "districts and cities": Text("kabupaten dan kota", "districts and cities"),
    "institutions": Text("lembaga", "institutions"),
    "villages": Text("desa", "villages"),
    "schools": Text("sekolah", "schools"),
    "service units": Text("unit layanan", "service units"),
    "companies": Text("perusahaan", "companies"),
    "associations": Text("asosiasi", "associations"),
    "meetings": Text("pertemuan", "meetings"),
    "documents": Text("dokumen", "documents"),
    "regulations": Text("peraturan", "regulations"),
    "applications": Text("aplikasi", "applications"),
    "alerts": Text("peringatan", "alerts"),
    "cases": Text("kasus", "cases"),
    "reports": Text("laporan", "reports"),
}
QUALIFIERS: dict[str, Text] = {
    "about": Text("sekitar", "about"),
    "more than": Text("lebih dari", "more than"),
    "up to": Text("paling banyak", "up to"),
}
# What a finding calls for; that sums add up is no news beside a figure.
WORTH_SAYING = ("impossible", "doubtful", "contradiction", "sum_wrong", "no_base")


def rooms(year: Year) -> list[dict[str, Any]]:
    """The sections of the page: a room's facts, and what it withholds."""
    found = []
    for start, title in ROOMS:
        lines = [_line(one) for one in year.told if _start(one.fact.query) == start]
        held = [
            {"measure": said(one.measure), "why": said(one.why)}
            for one in year.held
            if _start(one.query) == start
        ]
        if lines or held:
            found.append(
                {"title": title, "id": start or "programmes", "lines": lines, "held": held}
            )
    return found[-1:] + found[:-1] if found and found[-1]["id"] == "programmes" else found


def _start(query: str) -> str:
    return next(start for start, _title in ROOMS if query.startswith(start))


def _line(one: Told) -> dict[str, Any]:
    fact = one.fact
    return {
        "measure": _own(fact.measure_id, fact.measure),
        "programme": fact.programme,
        "value": int(fact.value) if one.verdict.shown else None,
        "qualifier": said(QUALIFIERS[fact.qualifier]) if fact.qualifier in QUALIFIERS else "",
        "unit": said(UNITS[fact.unit]) if fact.unit in UNITS else fact.unit,
        "least": int(fact.low) if fact.low and one.verdict.shown else None,
        "base": _own(fact.base_id, fact.base),
        "n": fact.n,
        "place": fact.place,
        "shown": one.verdict.shown,
        "reason": said(one.verdict.reason),
        "findings": [
            {"words": said(finding.words), "suggestion": said(finding.suggestion)}
            for finding in one.findings
            if finding.kind in WORTH_SAYING
        ],
        "query": fact.query,
        "hash": fact.query_hash[:12],
    }


def _own(indonesian: str, english: str) -> str:
    return indonesian if indonesian and reader_language() == "id" else english


def withheld(year: Year) -> int:
    """How many figures are withheld, by a verdict or by the door."""
    return len(year.held) + sum(not one.verdict.shown for one in year.told)
