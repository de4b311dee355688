"""The circumstances of every finding, asked in one pass over the alerted accounts' own payments.

They order the queue and change nothing else: which alerts there are, their scores and when they
first fired rest on the indicators alone, so a replay of thresholds needs no circumstance. The
points were fitted on invented countries with seeds kept apart from judging, and are small
beside a threshold, because ordinary life elsewhere differs more than one generator knows.
"""

from collections.abc import Iterable, Mapping, Sequence

from jaga.screening import sql as house
from jaga.screening.circumstances import CIRCUMSTANCES
from jaga.screening.circumstances.model import Circumstance
from jaga.screening.compose import Candidate
from jaga.screening.engines.base import PAYMENT_COLUMNS, Engine
from jaga.screening.model import Indicator, Reason, Typology
from jaga.screening.steps import STEP_VALUES
from jaga.screening.wording import filled

SIDES = ("debtor", "creditor")
Weighed = Mapping[tuple[int, int, str], tuple[Reason, ...]]
"""(account, month, side) to what weighs there."""

_UNRELATED = """
    select r.account, r.month, {code} as side, p.{other} as other, p.t, p.remark,
        p.{side}_clock as clock
    from records as r join asked_unrelated as p
        on p.{side} = r.account and p.t >= r.starts and p.t < r.ends
"""
_PAYMENTS = """
    select r.account, r.month, {code} as side{columns}
    from records as r join asked_payments as p
        on p.{side} = r.account and p.t >= r.starts and p.t < r.ends
    where p.status = {settled}
"""


def columns(rows: Iterable[Circumstance] = CIRCUMSTANCES.values()) -> set[str]:
    """The columns of `payments` that the circumstances read."""
    named: set[str] = {"status"}.union(*(house.names_used(one.sql) for one in rows))
    return named & set(PAYMENT_COLUMNS)


def bindings(one: Circumstance) -> dict[str, int]:
    """Every number its SQL may name; a `…_days` parameter also as `…_days_seconds`."""
    values = dict(STEP_VALUES)
    for parameter in one.parameters:
        values[parameter.name] = parameter.value
        if parameter.name.endswith("_days"):
            values[f"{parameter.name}_seconds"] = parameter.value * 86_400
    return values


def prepare(engine: Engine) -> None:
    """Make `own_unrelated` and `own_payments`, one row for each payment and the side on which the
    account of a record stands. Needs `records` and the `asked_…` tables of those accounts."""
    shown = "".join(f", p.{name}" for name in sorted(columns() - {"t"}))
    for table, text in (("own_unrelated", _UNRELATED), ("own_payments", _PAYMENTS)):
        parts = [
            text.format(code=code, side=side, other=SIDES[1 - code], columns=shown,
                        settled=STEP_VALUES["settled"])
            for code, side in enumerate(SIDES)
        ]  # fmt: skip
        engine.make(table, " union all ".join(parts))


def answers(engine: Engine, one: Circumstance) -> list[tuple[int, int, str, int, int]]:
    """(account, month, side, part, whole) of every record that there is enough to tell about."""
    house.check(one.sql, one.id)
    rows = engine.rows(house.bind(one.sql, bindings(one)))
    told = [
        (account, month, SIDES[side], part, whole) for account, month, side, part, whole in rows
    ]
    return [row for row in told if one.measured(row[3], row[4]) is not None]


def weigh(engine: Engine) -> Weighed:
    """What weighs on each record and side, in the order of the list. Needs `evidence.records`."""
    prepare(engine)
    found: dict[tuple[int, int, str], list[Reason]] = {}
    for one in CIRCUMSTANCES.values():
        for account, month, side, part, whole in answers(engine, one):
            if said := reason(one, part, whole):
                found.setdefault((account, month, side), []).append(said)
    return {key: tuple(reasons) for key, reasons in found.items()}


def reason(one: Circumstance, part: int, whole: int) -> Reason | None:
    """The circumstance as a reason with its sentence, or None where it says nothing."""
    step = one.step(part, whole)
    if step is None or step.reason is None:
        return None
    values = {"part": part, "whole": whole}
    words = filled(step.reason, values)
    return Reason(one.id, one.family, "circumstance", step.points, None, values, words)


def side(typology: Typology, indicators: Mapping[str, Indicator]) -> str:
    """The side on which the typology's subject stands: that of the question it cannot do
    without. Who is looked at on both stands where money arrives."""
    required = (indicators[term.indicator] for term in typology.terms if term.required)
    return "debtor" if all(one.evidence.side == "debtor" for one in required) else "creditor"


def of(found: Candidate, weighed: Weighed, indicators: Mapping[str, Indicator]) -> Sequence[Reason]:
    """What weighs on one finding."""
    return weighed.get((found.account, found.month, side(found.typology, indicators)), ())
