"""A release as files: CSV for every program, XLSX for people, JSON with all that explains it.

Written from the ledger's line alone, so that whoever holds the ledger writes the same bytes. A
withheld count is a word and not an empty cell: nobody reads it as zero. The JSON follows CSVW
("Metadata Vocabulary for Tabular Data", W3C 2015) as far as its words reach.
"""

import json
from collections.abc import Iterator
from typing import Any

from jaga import spreadsheet
from jaga.evidence.cubes import ShownCube
from jaga.evidence.releases import Release, about_as_json, table_as_json, words
from jaga.words import LANGUAGES, Text

WITHHELD = "ditahan"
TOTAL = "total"
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json; charset=utf-8",
}
NOTE = Text("jumlah dari sel yang ditampilkan", "sum of the cells shown")
PARTIAL = Text("sebagian sel ditahan", "some cells withheld")
COUNT = Text("jumlah (dibulatkan)", "count (rounded)")


def as_csv(release: Release) -> str:
    """Every cell and total of every table, one a line; words in both languages."""
    lines: list[list[spreadsheet.Cell]] = [
        ["table", "dimension_1", "category_1", "dimension_2", "category_2", "dimension_3",
         "category_3", "count", "note"]
    ]  # fmt: skip
    for table in release.tables:
        for keys, count, note in _every(table):
            parts: list[spreadsheet.Cell] = []
            for n in range(3):
                known = n < len(table.dimensions)
                parts += [table.dimensions[n].id if known else "", keys[n] if known else ""]
            lines.append([table.id, *parts, WITHHELD if count is None else count, note])
    return spreadsheet.as_csv(lines)


def as_xlsx(release: Release, digest: str) -> bytes:
    """A sheet for each table, after one that says what was counted, how and by which rules."""
    sheets: dict[str, spreadsheet.Rows] = {"Keterangan - Notes": _notes(release, digest)}
    for number, table in enumerate(release.tables, start=1):
        head = [*(f"{d.title.id} / {d.title.en}" for d in table.dimensions)]
        head += [f"{COUNT.id} / {COUNT.en}", "catatan / note"]
        rows: list[list[spreadsheet.Cell]] = [list(head)]
        rows += [
            [*keys, WITHHELD if count is None else count, note]
            for keys, count, note in _every(table)
        ]
        sheets[f"{number} {table.id}"] = rows
    return spreadsheet.as_xlsx(sheets)


def as_json(release: Release, digest: str) -> str:
    """The tables with title, base, period, definition, rules, rounding, version and hash.

    `digest`: the hash of the release's line in the ledger.
    """
    told: dict[str, Any] = {
        "@context": "http://www.w3.org/ns/csvw",
        "version": 1,
        "release": release.number,
        "published": release.on.isoformat(),
        "title": words(release.title),
        "about": about_as_json(release.about),
        "rules": {
            "withheld": f"1-{release.rules.publish_from - 1}",
            "rounded_to": release.rules.round_to,
            "minimum_width": release.rules.minimum_width,
            "totals": words(NOTE),
        },
        "exceptions": len(release.exceptions),
        "hash": digest,
        "tables": [_table(one) for one in release.tables],
    }
    return json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def about_lines(release: Release, digest: str) -> list[tuple[Text, Text]]:
    """What stands beside every published table, line by line: what, of whom, when, under what."""
    about, rules = release.about, release.rules
    period = f"{about.first.isoformat()} – {about.last.isoformat()}"
    return [
        (Text("Judul", "Title"), release.title),
        (Text("Yang dihitung", "What is counted"), _both(about.measure)),
        (Text("Populasi", "Population"), _both(about.population)),
        (Text("Satuan", "Unit"), _both(about.unit)),
        (Text("Definisi", "Definition"), about.definition),
        (Text("Periode", "Period"), _both(period)),
        (Text("Data per", "Data as of"), _both(about.as_of.isoformat())),
        (Text("Sumber", "Source"), about.source),
        (
            Text("Aturan", "Rules"),
            Text(
                "1 sampai {most} ditahan, begitu pula angka yang membukanya; dibulatkan ke {base}.",
                "1 to {most} are withheld, and so is what would give them away; rounded to {base}.",
            ).filled(most=rules.publish_from - 1, base=rules.round_to),
        ),
        (Text("Terbitan", "Release"), _both(f"{release.number}, {release.on.isoformat()}")),
        (Text("Tanda (SHA-256)", "Hash (SHA-256)"), _both(digest)),
    ]


def totals(table: ShownCube) -> Iterator[tuple[tuple[str, ...], int | None, bool]]:
    """Every total with the category of each dimension, `total` where it is added up."""
    for kept in table.margins():
        for key, cells in sorted(table.groups(kept).items()):
            names = [TOTAL] * len(table.dimensions)
            for n, place in zip(kept, key, strict=True):
                names[n] = table.dimensions[n].categories[place].id
            yield tuple(names), table.total(cells), table.is_partial(cells)


def _every(table: ShownCube) -> Iterator[tuple[tuple[str, ...], int | None, str]]:
    for at, count in zip(table.coordinates, table.cells, strict=True):
        names = (d.categories[n].id for d, n in zip(table.dimensions, at, strict=True))
        yield tuple(names), count, ""
    for names_, count, partial in totals(table):
        both = f"{NOTE.id} / {NOTE.en}"
        yield names_, count, f"{both}; {PARTIAL.id} / {PARTIAL.en}" if partial else both


def _table(table: ShownCube) -> dict[str, Any]:
    columns = [{"name": d.id, "titles": words(d.title)} for d in table.dimensions]
    count = {"name": "count", "titles": words(COUNT), "datatype": "integer", "null": WITHHELD}
    return {
        **table_as_json(table),
        "tableSchema": {"columns": [*columns, count]},
        "totals": [
            {"categories": list(names), "count": count, "partial": partial}
            for names, count, partial in totals(table)
        ],
    }


def _notes(release: Release, digest: str) -> spreadsheet.Rows:
    lines = about_lines(release, digest)
    return [
        *(
            [f"{what.id} / {what.en}", *(said.say(one) for one in LANGUAGES)]
            for what, said in lines
        ),
        *([table.id, table.notes.id, table.notes.en] for table in release.tables),
    ]


def _both(words_: str) -> Text:
    return Text(words_, words_)
