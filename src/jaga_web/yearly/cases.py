"""The year's figures about cases and reports. Each passes the door as a table before it is a fact.

Only cases whose child agreed to be counted stand in them, as on the board.
"""

from collections.abc import Sequence

from jaga.casework.measures import MEASURES
from jaga.evidence.disclosure import ProtectedTable
from jaga.evidence.queries.asking import Answer, Query, together
from jaga.evidence.queries.tables import Told, of_table
from jaga.words import Text
from jaga_web.national import board, counting, queries
from jaga_web.national.counting import CHECKED, ONE
from jaga_web.people.models import User

VERSION = 1


def answer(user: User, year: int) -> Answer:
    """Cases opened in the year, by whether they were checked and where they came from; reports
    received in it, by the door they came in by."""
    cases = queries.public(user).filter(opened_at__year=year)
    reports = counting.reports(user).filter(received_at__year=year)
    checks = ((ONE, check) for check in cases.values_list("verified", flat=True))
    doors = ((ONE, door) for door in reports.values_list("door", flat=True))
    tables = (
        counting.table("cases", checks, [ONE], CHECKED),
        counting.by_check("by_source", cases, "source", board.SOURCES),
        counting.table("contacts_by_door", doors, [ONE], list(board.DOORS)),
    )
    return together(_facts(table, year) for table in tables)


def _facts(table: ProtectedTable, year: int) -> Answer:
    measure = MEASURES[table.id]
    told = Told(
        counts=measure.title,
        # People stand behind each, so the words of withholding must know the unit.
        unit="reports" if table.id == "contacts_by_door" else "cases",
        pillar="cases",
        base=measure.numerator,
        rows=_words(table.id, table.rows),
        columns=_words(table.id, table.columns),
    )
    return of_table(Query(f"case-{table.id}", VERSION, measure.title), table, told, str(year))


def _words(measure: str, codes: Sequence[str]) -> dict[str, Text]:
    return {
        code: Text(board.words(measure, code, "id"), board.words(measure, code, "en"))
        for code in codes
    }
