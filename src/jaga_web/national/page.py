"""What the pages of national data are drawn from."""

from collections.abc import Iterable
from typing import Any

from jaga.casework import measures
from jaga.casework.matching.comparing import REASONS
from jaga.evidence.disclosure import ProtectedTable
from jaga.words import Language, Text
from jaga_web.access import NATIONAL_EXPORT, NATIONAL_RECONCILE
from jaga_web.cases.models import Case
from jaga_web.national import board as figures
from jaga_web.national import queries
from jaga_web.national.models import Counterpart, Decision, Suggestion
from jaga_web.people.models import User

LEVELS = {"same": Text("Sangat mungkin sama", "Very likely one child"),
          "perhaps": Text("Mungkin sama", "Perhaps one child")}  # fmt: skip
FIELDS = {
    "sex": Text("jenis kelamin", "sex"),
    "region": Text("provinsi", "province"),
    "birth_date": Text("tanggal lahir", "date of birth"),
    "birth_year": Text("tahun lahir", "year of birth"),
    "age_band": Text("kelompok usia", "age band"),
    "form": Text("bentuk kekerasan", "forms of violence"),
}


def board(user: User, language: Language) -> dict[str, Any]:
    """The sections of the board, each a heading and its figures."""
    return {
        "counts": _figures(figures.counts(user), language),
        "children": _told(figures.about_children(user), language),
        "work": _told(figures.about_work(user), language),
        "not_measured": [
            (title.say(language), why.say(language))
            for title, why in measures.NOT_MEASURED.values()
        ],
        "may_export": user.may(NATIONAL_EXPORT),
        "may_reconcile": user.may(NATIONAL_RECONCILE),
    }


def packs(cases: Iterable[Case]) -> list[dict[str, Any]]:
    """Each case, and whether its number of the ministry's system is known."""
    return [{"case": case, "recorded": hasattr(case, "simfoni")} for case in cases]


def unit(user: User, counterpart: Counterpart, language: Language) -> dict[str, Any]:
    """The page of one unit."""
    rows = queries.shown(user, counterpart)
    return {
        "unit": counterpart,
        "open": [_line(one, language) for one in rows if not _decided(one)],
        "decided": [_line(one, language) for one in rows if _decided(one)],
        "last": queries.last_comparison(counterpart),
        "together": queries.together(counterpart),
        "only_ours": queries.only_ours(user, counterpart),
        "only_theirs": queries.only_theirs(counterpart),
    }


def _decided(one: Suggestion) -> bool:
    return getattr(one, "verdict", None) in (Decision.SAME, Decision.DIFFERENT)


def _line(one: Suggestion, language: Language) -> dict[str, Any]:
    return {
        "one": one,
        "sure": one.level == "same",
        "level": LEVELS[one.level].say(language),
        "reasons": [REASONS[code].say(language) for code in one.reasons if code in REASONS],
        "differs": [FIELDS[code].say(language) for code in one.differs if code in FIELDS],
        "same": getattr(one, "verdict", None) == Decision.SAME,
    }


def _told(found: list[figures.Figure], language: Language) -> dict[str, Any]:
    """The figures that hold a number, and the titles of those that are zero throughout."""
    drawn = _figures(found, language)
    told = [
        one
        for one in drawn
        if any(table["lines"] for table in one["tables"])
        or any(amount is None or amount for _title, amount, _why in one["numbers"])
    ]
    return {
        "told": told,
        "nothing": [one["title"] for one in drawn if one not in told],
    }


def _figures(found: list[figures.Figure], language: Language) -> list[dict[str, Any]]:
    return [
        {
            "id": one.measure.id,
            "title": one.measure.title.say(language),
            "numerator": one.measure.numerator.say(language),
            "denominator": one.measure.denominator and one.measure.denominator.say(language),
            "unit": one.measure.unit.say(language),
            "precedent": one.measure.precedent.say(language),
            "share": one.share,
            "numbers": [
                (line.title.say(language), line.amount, line.withheld.say(language))
                for line in one.lines
            ],
            "tables": [_table(one.measure.id, table, language) for table in one.tables],
        }
        for one in found
    ]


def _table(measure: str, table: ProtectedTable, language: Language) -> dict[str, Any]:
    """A table as it is drawn. Rows that are zero throughout are named by none: a zero is told
    anyway, and 38 provinces of zeros help nobody."""
    lines = zip(table.rows, table.cells, table.row_totals, table.partial_rows, strict=True)
    told = [
        (figures.words(measure, row, language), cells, total, partial)
        for row, cells, total, partial in lines
        if any(cell is None or cell for cell in cells)
    ]
    return {
        "id": table.id.replace(".", "-"),
        "name": figures.split_words(table, language),
        "columns": [figures.words(measure, column, language) for column in table.columns],
        "lines": told,
        "one_row": len(table.rows) == 1,
        "one_column": len(table.columns) == 1,
        "zeros": len(told) < len(table.rows),
        "column_totals": list(zip(table.column_totals, table.partial_columns, strict=True)),
        "grand_total": table.grand_total,
        "partial": any(table.partial_rows),
        "notes": table.notes.say(language),
    }
