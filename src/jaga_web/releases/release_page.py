"""What the pages of releases show: tables as rows and columns, pictures, findings in words."""

from collections.abc import Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from jaga.evidence import pictures
from jaga.evidence.cubes import Dimension, ShownCube
from jaga.evidence.publishing import KINDS, about_lines
from jaga.evidence.release_audit import Answer
from jaga.words import Language
from jaga_web.releases.ledger import Standing
from jaga_web.releases.release_actions import RISKS

# A chart of more bars than this is not read; the table is there.
MOST_BARS = 40


def tables(shown: Sequence[ShownCube], language: Language) -> list[dict[str, Any]]:
    """Each table of a release with its pictures."""
    return [_table(one, n, language) for n, one in enumerate(shown, start=1)]


def published(standing: Standing, language: Language) -> dict[str, Any]:
    """A release as its page shows it."""
    release = standing.release
    return {
        "number": release.number,
        "title": release.title.say(language),
        "lines": [
            (what.say(language), said.say(language))
            for what, said in about_lines(release, standing.digest)[1:]
        ],
        "tables": tables(release.tables, language),
        "kinds": list(KINDS),
        "exceptions": len(release.exceptions),
        "withdrawal": standing.withdrawal,
    }


def answer(found: Answer, language: Language) -> dict[str, Any]:
    """What the audit says, for the second person."""
    return {
        "safe": found.safe,
        "compared": ", ".join(map(str, found.compared)),
        "findings": [
            {"id": one.id, "words": one.words.say(language), "exceptable": one.exceptable}
            for one in found.findings
        ],
        "hopeless": any(not one.exceptable for one in found.findings),
        "risks": [(code, text.say(language)) for code, text in RISKS.items()],
    }


def _table(table: ShownCube, place: int, language: Language) -> dict[str, Any]:
    *rows, last = table.dimensions
    wide = last if rows else None
    return {
        "id": f"t{place}",
        "title": table.title.say(language),
        "notes": table.notes.say(language),
        "heads": [one.title.say(language) for one in (rows or [last])],
        "columns": [one.title.say(language) for one in wide.categories] if wide else [],
        "lines": _lines(table, rows or [last], wide, language),
        "foot": _foot(table, wide),
        "chart": _chart(table, f"t{place}", language),
        "maps": _maps(table, f"t{place}", language),
        "words": pictures.in_words(table, language),
    }


def _lines(
    table: ShownCube, rows: Sequence[Dimension], wide: Dimension | None, language: Language
) -> list[dict[str, Any]]:
    """One line for each combination of all dimensions but the last, with its sum."""
    groups = table.groups(range(len(rows)))
    return [
        {
            "names": [d.categories[n].title.say(language) for d, n in zip(rows, key, strict=True)],
            "cells": [table.cells[cell] for cell in sorted(cells)],
            "total": table.total(cells) if wide else None,
            "partial": table.is_partial(cells),
        }
        for key, cells in sorted(groups.items())
    ]


def _foot(table: ShownCube, wide: Dimension | None) -> list[tuple[int | None, bool]]:
    """The sums below: of each column, and of everything."""
    groups = list(table.groups([len(table.dimensions) - 1]).values()) if wide else []
    groups.append(frozenset(range(table.size)))
    return [(table.total(cells), table.is_partial(cells)) for cells in groups]


def _chart(table: ShownCube, key: str, language: Language) -> SafeString | str:
    if table.size > MOST_BARS:
        return ""
    # Drawn by us from protected counts; names are escaped where they are set.
    return mark_safe(pictures.bars(table, language, f"{key}-bars"))


def _maps(table: ShownCube, key: str, language: Language) -> list[SafeString]:
    if not pictures.has_provinces(table):
        return []
    second = table.dimensions[1].categories if len(table.dimensions) > 1 else ()
    names = [one.id for one in second] or [""]
    return [
        mark_safe(pictures.tile_map(table, language, f"{key}-map{n}", category=name))
        for n, name in enumerate(names)
    ]
