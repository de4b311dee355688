"""What the pages of the register are drawn from. Writes nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga.casework.provinces import PROVINCES
from jaga.programmes import codes, registers
from jaga.programmes.registers import Entry as Row
from jaga.words import Text
from jaga_web.registers.models import Application, Entry
from jaga_web.registers.queries import row_of
from jaga_web.speaking import said

LABELS: dict[str, Promise | str] = {
    "application": _("Kode"),
    "name": _("Nama aplikasi"),
    "ways": _("Cara disalahgunakan"),
    "means": _("Cara bayar"),
    "source": _("Sumber"),
    "source_date": _("Tanggal sumber"),
    "first_seen": _("Pertama terlihat"),
    "last_seen": _("Terakhir terlihat"),
    "place": _("Tempat"),
    "state": _("Keadaan"),
    "note": _("Catatan"),
}
MANY = ("ways", "means")


def typed(post: QueryDict) -> dict[str, Any]:
    """What stands in a form that was sent."""
    one = {name: post.get(name, "") for name in LABELS}
    return {**one, **{name: post.getlist(name) for name in MANY}}


def row_typed(values: Mapping[str, Any]) -> Row:
    """The row that was typed; BadInput says what is wrong."""
    texts = {**values, **{name: "; ".join(values[name]) for name in MANY}}
    return registers.entry_from(texts, bare_places=True)


def form(values: Mapping[str, Any]) -> dict[str, Any]:
    """The choices of the form and what stands in it."""
    return {
        "typed": values,
        "ways": _ticked(codes.WAYS, values.get("ways", [])),
        "means": _ticked(codes.MEANS, values.get("means", [])),
        "states": [(code, said(words)) for code, words in codes.STATES.items()],
        "provinces": _spots(values.get("place", "")),
    }


def _spots(kept: str) -> list[tuple[str, str]]:
    """The provinces, and the district that stood in the row before, so that it is not lost."""
    known = list(PROVINCES.items())
    return known if not kept or kept in PROVINCES else [*known, (kept, kept)]


def _ticked(known: Mapping[str, Text], chosen: Iterable[str]) -> list[tuple[str, str, bool]]:
    return [(code, said(words), code in set(chosen)) for code, words in known.items()]


def begun(application: Application, newest: Row) -> dict[str, Any]:
    """A form for a new row of a known application: what is known stands in it, the source does
    not."""
    return {
        "application": application.code,
        "name": newest.name,
        "ways": list(newest.ways),
        "means": list(newest.means),
        "place": newest.place.code if newest.place else "",
        "state": newest.state,
    }


def lines(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Each application as its rows tell it now, listed ones first, with its rows, newest first."""
    by_code: dict[str, list[Entry]] = {}
    for entry in entries:
        by_code.setdefault(entry.application.code, []).append(entry)
    found = [_line(rows) for _code, rows in sorted(by_code.items())]
    return sorted(found, key=lambda line: not line["is_listed"])


def _line(entries: list[Entry]) -> dict[str, Any]:
    rows = [row_of(entry) for entry in entries]
    now = next(iter(registers.current(rows).values()))
    return {
        "application": entries[0].application,
        "is_listed": now.is_listed,
        "first_seen": now.first_seen,
        "last_seen": now.last_seen,
        "newest": shown(now.newest),
        "rows": [
            {**shown(row), "by": entry.by, "at": entry.at}
            for row, entry in reversed(list(zip(rows, entries, strict=True)))
        ],
    }


def shown(row: Row) -> dict[str, Any]:
    """One row in words."""
    return {
        "row": row,
        "ways": ", ".join(said(codes.WAYS[code]) for code in row.ways if code in codes.WAYS),
        "means": ", ".join(said(codes.MEANS[code]) for code in row.means if code in codes.MEANS),
        "place": row.place.words if row.place else "",
        "state": said(codes.STATES[row.state]),
    }


def example() -> str:
    """The headings of a file and one invented row."""
    row = (
        "APL-01,Obrolan Rekaan,contact; paying,e_wallet; gift,Asesmen rekaan Maret 2026,"
        "2026-03-31,2026-02-02,2026-03-20,kemendagri/2025/31,listed,nama aplikasi ini rekaan"
    )
    return ",".join([*registers.COLUMNS, *registers.MORE]) + "\n" + row
