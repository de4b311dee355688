"""Figures about alerts. A count leaves this file only as part of a protected table."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from babel.dates import format_date

from jaga.evidence.disclosure import CountTable, ProtectedTable, protect
from jaga.words import Language, Text
from jaga_web.alerts.knowledge import typology
from jaga_web.alerts.queries import counts_for_figures
from jaga_web.people.models import Organisation

Line = tuple[str, str, str, date, int]

OUTCOMES = {
    "suspicion": Text("Kecurigaan", "Suspicion"),
    "protection": Text("Perlindungan", "Protection"),
}
STANDINGS = {
    "open": Text("Belum diputuskan", "Not decided yet"),
    "confirmed": Text("Terkonfirmasi", "Confirmed"),
    "refuted": Text("Terbantah", "Refuted"),
    "inconclusive": Text("Belum dapat disimpulkan", "Inconclusive"),
}
# name in the address → title, and which columns a table has
TITLES = {
    "alerts-by-outcome": Text(
        "Peringatan menurut tipologi dan jalur", "Alerts by typology and path"
    ),
    "alerts-by-decision": Text(
        "Peringatan menurut tipologi dan keputusan", "Alerts by typology and decision"
    ),
    "alerts-by-month": Text(
        "Peringatan menurut tipologi dan bulan", "Alerts by typology and month"
    ),
}


def tables(organisation: Organisation) -> dict[str, ProtectedTable]:
    """Every table this organisation's people may read, by name, each through the door."""
    lines = counts_for_figures(organisation)
    months = sorted({line[3].strftime("%Y-%m") for line in lines})
    return {
        "alerts-by-outcome": _table("alerts-by-outcome", lines, list(OUTCOMES), lambda r: r[1]),
        "alerts-by-decision": _table("alerts-by-decision", lines, list(STANDINGS), lambda r: r[2]),
        "alerts-by-month": _table(
            "alerts-by-month", lines, months, lambda r: r[3].strftime("%Y-%m")
        ),
    }


def _table(
    name: str, lines: list[Line], columns: list[str], column_of: Callable[[Line], str]
) -> ProtectedTable:
    rows = sorted({line[0] for line in lines})
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        counts[line[0], column_of(line)] += line[4]
    return protect(
        CountTable(
            id=name,
            title=TITLES[name],
            rows=tuple(rows),
            columns=tuple(columns),
            counts=tuple(tuple(counts[row, column] for column in columns) for row in rows),
        )
    )


def row_words(name: str, language: Language) -> str:
    """The title of a row: a typology."""
    return typology_title(name).say(language)


def typology_title(name: str) -> Text:
    """A typology in words; its name if it is no longer known."""
    known = typology(name)
    return known.title if known else Text(name, name)


def column_words(name: str, language: Language) -> str:
    """The title of a column: an outcome, a decision, or a month."""
    known = OUTCOMES.get(name) or STANDINGS.get(name)
    if known:
        return known.say(language)
    month = date.fromisoformat(f"{name}-01")
    return str(format_date(month, "MMM yyyy", locale=language))
