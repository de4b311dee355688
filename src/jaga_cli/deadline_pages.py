"""The generated pages of case work's deadlines and of the legal road, from their rows."""

from collections.abc import Sequence

from jaga.casework import deadlines, holidays, milestones
from jaga.casework.deadline_rows import DEADLINES, PAUSE_REASONS

MARKS = {"P": "read in the law", "S": "secondary: have counsel check", "own": "own standard"}
DEADLINES_HEAD = """# Deadlines

Every deadline a clock can run against. Hours are exact: no weekend, holiday or time zone changes
them. Working days end with the day, in the zone where the work is done (WIB, WITA or WIT), and
leave out weekends, national holidays and joint leave. A law's length is never changed or paused.
Late is late for ever: a clock that ended late keeps its hours.
"""
MILESTONES_HEAD = """# The legal road

What may follow what. Nothing here is ordered by Jaga: people do these things outside and write
down that they happened, with the evidence. A step may end and start [deadlines](deadlines.md).
"""


def deadline_page() -> str:
    """Every row of jaga.casework.deadline_rows with its worked examples."""
    rows = [
        (
            f"`{row.id}`",
            row.title.en,
            row.law.en,
            row.starts.en,
            _length(row),
            row.evidence.en,
            f"`{row.owner}`",
            MARKS[row.mark],
        )
        for row in DEADLINES.values()
    ]
    head = ("id", "deadline", "law", "starts when", "length", "ended by", "owner", "mark")
    return DEADLINES_HEAD + "\n" + _table(head, rows) + _escalation() + _pauses() + _examples()


def milestone_page() -> str:
    """Every row of jaga.casework.milestones."""
    rows = [
        (
            milestones.KINDS[row.kind].en,
            milestones.STATES[row.before].en if row.before else "–",
            milestones.STATES[row.after].en + (", with a sum" if row.amount else ""),
            row.evidence.en,
            row.law,
            MARKS[row.mark],
            ", ".join(
                [f"ends `{name}`" for name in row.ends] + [f"starts `{n}`" for n in row.starts]
            ),
        )
        for row in milestones.ROWS
    ]
    head = ("kind", "from", "to", "evidence", "law", "mark", "clocks")
    return MILESTONES_HEAD + "\n" + _table(head, rows)


def _length(row: deadlines.Deadline) -> str:
    if row.unit == "date":
        return "to a date that people set"
    unit = "hours" if row.unit == "hours" else "working days"
    return f"{row.length} {unit}" + (" (own length allowed)" if row.configurable else "")


def _escalation() -> str:
    rows = [
        (f"`{row.id}`", *(f"`{step.permission}`" for step in row.steps))
        for row in DEADLINES.values()
    ]
    return (
        "\n## Whom time brings it to\n\nBeside its owner, whoever holds the permission and may "
        "open the report or case sees the clock from then on.\n\n"
        + _table(("id", "at 50 %", "at 80 %", "overdue"), rows)
    )


def _pauses() -> str:
    rows = [
        (
            f"`{code}`",
            words.en,
            ", ".join(f"`{r.id}`" for r in DEADLINES.values() if code in r.pauses),
        )
        for code, words in PAUSE_REASONS.items()
    ]
    return "\n## Reasons for a pause\n\n" + _table(("code", "reason", "allowed for"), rows)


def _examples() -> str:
    rows = [
        (
            f"`{row.id}`",
            f"{example.started} {deadlines.ZONES[example.zone]}",
            f"{example.due} {deadlines.ZONES[example.zone]}",
            "" if example.holidays_known else "holidays not known",
        )
        for row in DEADLINES.values()
        for example in row.examples
    ]
    years = ", ".join(map(str, sorted(holidays.known_years())))
    sources = sorted({holiday.source for holiday in holidays.holidays().values()})
    return (
        "\n## Worked examples\n\n"
        + _table(("id", "started", "due", ""), rows)
        + f"\nHolidays are known for {years}, from "
        + "; ".join(sources)
        + ". Another year is not known until its decision is read: a clock that counts working "
        "days in it says so.\n"
    )


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
