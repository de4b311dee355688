"""The most that an answer can be, told from counts alone: who need not be asked at all.

A windowed question sorts every payment it reads. Counting reads them once, for all questions
together, and a count over the whole time is never below one inside a window. So an account
whose counts leave a typology's threshold out of reach is left out before anything is sorted,
and the alerts stay the same to the byte.

Two tables come of it: `pair_counts` holds one row for each payer and receiver, `bounds` one
for each account. Column `n3_0` is the first count of question number 3.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jaga.screening.engines.base import PAYMENT_COLUMNS, Engine
from jaga.screening.measure import bindings
from jaga.screening.model import Bound, Indicator, Typology
from jaga.screening.sql import bind, names_used

Numbered = Mapping[str, tuple[int, Indicator]]
"""Indicator id to its number in this run and the indicator."""


@dataclass(frozen=True)
class _Count:
    """One count of one question, as a column: of rows later than `oldest` where `where` holds."""

    column: str
    bound: Bound
    where: str
    oldest: int

    @property
    def matches(self) -> str:
        """House SQL for the rows it counts."""
        late = f"t > {self.oldest}"
        return f"({self.where}) and {late}" if self.where else late


def _counts(numbered: Numbered, since: int) -> list[_Count]:
    """Every count that the questions declare. A question never looks back further than
    it says, so that older payments need not be counted."""
    found = []
    for number, indicator in numbered.values():
        oldest = since - indicator.lookback_days * 86_400
        for place, bound in enumerate(indicator.bounds):
            where = bind(bound.where, bindings(indicator))
            found.append(_Count(f"n{number}_{place}", bound, where, oldest))
    return found


def _flag(one: _Count) -> str:
    return f"count(case when {one.matches} then 1 end) as {one.column}"


def _pairs_sql(counts: list[_Count]) -> str:
    columns = "".join(f", {_flag(one)}" for one in counts)
    return f"select debtor, creditor{columns} from unrelated group by debtor, creditor"


def _of_pairs(one: _Count) -> str:
    if one.bound.counts == "most":
        return f"max({one.column}) as {one.column}"
    least = 1 if one.bound.counts == "returning" else 0
    return f"count(case when {one.column} > {least} then 1 end) as {one.column}"


@dataclass(frozen=True)
class _Part:
    """The counts of one side of one table: a column's name to its SQL."""

    source: str
    side: str
    made: Mapping[str, str]

    @property
    def sql(self) -> str:
        """One row per account on that side."""
        columns = ", ".join(self.made.values())
        return f"select {self.side} as account, {columns} from {self.source} group by {self.side}"


def _few_sql(counts: list[_Count]) -> str:
    """The payments that any count over all of them matches: few, so that one scan finds them
    and both sides count the few."""
    named = {"t", "debtor", "creditor"}.union(*(names_used(one.matches) for one in counts))
    columns = ", ".join(name for name in PAYMENT_COLUMNS if name in named)
    # Most questions look back over all there is, and several match alike: asked once, each.
    some = " or ".join(dict.fromkeys(f"({one.where or 'true'})" for one in counts))
    return (
        f"select {columns} from payments where t > {min(one.oldest for one in counts)} and ({some})"
    )


def _parts(counts: list[_Count]) -> list[_Part]:
    parts = []
    for side in ("debtor", "creditor"):
        own = [one for one in counts if one.bound.side in (side, "both")]
        paired = {one.column: _of_pairs(one) for one in own if one.bound.counts != "payments"}
        if paired:
            parts.append(_Part("pair_counts", side, paired))
        for table in ("unrelated", "payments", "watched"):
            plain = [
                one for one in own if one.bound.counts == "payments" and one.bound.table == table
            ]
            if plain:
                source = "counted_payments" if table == "payments" else table
                parts.append(_Part(source, side, {one.column: _flag(one) for one in plain}))
    return parts


def _bounds_sql(counts: list[_Count]) -> str:
    """One row per account. Parts are joined, not added up row by row: each holds a few of the
    columns, and sums over the zeros of the others took most of the time."""
    parts = dict(enumerate(_parts(counts)))
    if not parts:
        return "select account from accounts where false"
    made = ", ".join(f"part_{n} as ({part.sql})" for n, part in parts.items())
    accounts = " union ".join(f"select account from part_{n}" for n in parts)
    joins = " ".join(f"left join part_{n} on part_{n}.account = a.account" for n in parts)
    columns = ", ".join(
        " + ".join(
            f"coalesce(part_{n}.{one.column}, 0)"
            for n, part in parts.items()
            if one.column in part.made
        )
        + f" as {one.column}"
        for one in counts
    )
    return f"with {made} select a.account, {columns} from ({accounts}) as a {joins}"


def make(engine: Engine, numbered: Numbered, since: int) -> None:
    """Make `bounds` for the questions; `since`: first second of the days screened."""
    counts = _counts(numbered, since)
    paired = [one for one in counts if one.bound.counts != "payments"]
    if paired:
        engine.make("pair_counts", _pairs_sql(paired))
    few = [one for one in counts if one.bound.table == "payments"]
    if few:
        engine.make("counted_payments", _few_sql(few))
    engine.make("bounds", _bounds_sql(counts))


def weight_sql(numbered: Numbered, id_: str) -> str:
    """House SQL over `bounds` for the most that the question can weigh; 0 where it cannot fire."""
    number, indicator = numbered[id_]
    most = max(band.weight for band in indicator.bands)
    holds, text = [], str(most)
    for place, bound in enumerate(indicator.bounds):
        column = f"coalesce(n{number}_{place}, 0)"
        if bound.fires_if:
            condition = bind(bound.fires_if.replace("{n}", column), bindings(indicator))
            holds.append(f"({condition})")
        else:
            text = _banded(indicator, column)
    if not holds:
        return text
    return f"case when {' and '.join(holds)} then {text} else 0 end"


def _banded(indicator: Indicator, column: str) -> str:
    """The heaviest band that a measure of at most `column` can reach."""
    steps, heaviest = [], 0
    for band in indicator.bands:
        heaviest = max(heaviest, band.weight)
        steps.append(f"when {column} >= {band.at_least} then {heaviest}")
    return f"case {' '.join(reversed(steps))} else 0 end"


def points_sql(numbered: Numbered, typology: Typology, terms: Iterable[str]) -> str:
    """House SQL for the most hundredths of a point that these terms can add."""
    percents = {term.indicator: term.percent for term in typology.terms}
    parts = [f"{percents[id_]} * {weight_sql(numbered, id_)}" for id_ in terms]
    return " + ".join(parts) or "0"


def bounded(numbered: Numbered, typology: Typology) -> bool:
    """Whether counts say anything about a term the typology cannot do without."""
    return any(term.required and numbered[term.indicator][1].bounds for term in typology.terms)


def reachable_sql(numbered: Numbered, typology: Typology) -> str:
    """House SQL for the accounts that may reach the typology, by counts alone."""
    required = [term.indicator for term in typology.terms if term.required]
    there = " and ".join(f"{weight_sql(numbered, id_)} > 0" for id_ in required)
    points = points_sql(numbered, typology, [term.indicator for term in typology.terms])
    return f"select account from bounds where {there} and {points} >= {100 * typology.threshold}"
