"""From an indicator to its firings: the first moment in each month that each band is reached."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jaga.ledger.tables import currency_code
from jaga.screening import sql as house
from jaga.screening.model import Indicator
from jaga.screening.steps import ASKED, STEP_VALUES

MAX_VALUES = 4
"""Values that an answer can carry beside its account and moment."""

FIRING_COLUMNS = ("indicator", "account", "month", "weight", "moment", "v1", "v2", "v3", "v4")


class Firing(NamedTuple):
    """An indicator's answer for one account in one month. A tuple, as a run makes millions."""

    indicator: str
    account: int
    month: int
    weight: int
    at: int
    values: tuple[int, ...]


def bindings(indicator: Indicator) -> dict[str, int]:
    """Every number its SQL may name.

    Its parameters; for each `…_days` or `…_hours` also `…_seconds` and `…_span` (seconds
    − 1, since a window's frame includes both ends); `fires_from`, the lowest band; and
    the codes that steps use.
    """
    values: dict[str, int] = dict(STEP_VALUES, idr=currency_code("IDR"))
    values["fires_from"] = indicator.bands[0].at_least
    for name, value in indicator.values.items():
        values[name] = value
        unit = 86_400 if name.endswith("_days") else 3600 if name.endswith("_hours") else 0
        if unit:
            values[f"{name}_seconds"] = value * unit
            values[f"{name}_span"] = value * unit - 1
    return values


def value_names(indicator: Indicator) -> list[str]:
    """Names of the values an answer carries, in the order its SELECT lists them."""
    return [name for name in house.columns(indicator.sql) if name not in ("account", "moment")]


def firing_sql(indicator: Indicator, number: int, asked: str | None = None) -> str:
    """House SQL that answers with FIRING_COLUMNS for the months in table `months`.

    `asked`: house SQL for the accounts it is about; it then reads their payments alone.
    Rows of the first moment alone are numbered: sorting all of them would take longer.
    Raises HouseSqlError for an indicator whose SQL an engine might read its own way.
    """
    house.check(indicator.sql, indicator.id)
    names = value_names(indicator)
    padded = [f"cast({n} as bigint)" for n in names] + ["cast(null as bigint)"] * MAX_VALUES
    values = ", ".join(f"{v} as v{i + 1}" for i, v in enumerate(padded[:MAX_VALUES]))
    weights = " ".join(
        f"when {indicator.measure} >= {band.at_least} then {band.weight}"
        for band in reversed(indicator.bands)
    )
    order = ", ".join(f"b.v{i + 1}" for i in range(len(names)))
    narrowed, only = ("", "") if asked is None else _narrowed(indicator, asked)
    text = f"""
        with {narrowed} measured as ({indicator.sql}),
        banded as (
            select account, moment, {values}, case {weights} end as weight
            from measured where {indicator.measure} >= {indicator.bands[0].at_least} {only}
        ),
        dated as (
            select b.account, m.month, b.weight, b.moment, b.v1, b.v2, b.v3, b.v4
            from banded as b join months as m on b.moment >= m.starts and b.moment < m.ends
        ),
        firsts as (
            select account, month, weight, min(moment) as moment
            from dated group by account, month, weight
        ),
        placed as (
            select b.account, b.month, b.weight, b.moment, b.v1, b.v2, b.v3, b.v4,
                row_number() over (partition by b.account, b.month, b.weight
                    order by {order}) as place
            from dated as b join firsts as f on f.account = b.account and f.month = b.month
                and f.weight = b.weight and f.moment = b.moment
        )
        select {number} as indicator, account, month, weight, moment, v1, v2, v3, v4
        from placed where place = 1
    """
    return house.bind(text, bindings(indicator))


def _narrowed(indicator: Indicator, asked: str) -> tuple[str, str]:
    """What stands before a question whose subjects are known, and what leaves others out:
    an account that only paid or received from a subject shows a part of its own payments."""
    side = indicator.evidence.side
    sides = ("debtor", "creditor") if side == "both" else (side,)
    touch = " or ".join(f"p.{one} in (select account from subject_accounts)" for one in sides)
    steps = [f"subject_accounts as ({asked})"] + [
        f"{name} as (select p.* from asked_{name} as p where {touch})"
        for name in sorted(narrowed_tables(indicator))
    ]
    return ", ".join(steps) + ",", "and account in (select account from subject_accounts)"


def narrowed_tables(indicator: Indicator) -> frozenset[str]:
    """The tables of which the question needs its subjects' payments alone."""
    return frozenset() if indicator.whole_ledger else house.tables(indicator.sql) & set(ASKED)


def firings_of(
    indicators: Mapping[int, Indicator], rows: Iterable[tuple[int, ...]]
) -> list[Firing]:
    """Rows of FIRING_COLUMNS as Firings, without the padding."""
    shapes = {
        number: (indicator.id, len(FIRING_COLUMNS) - MAX_VALUES + len(value_names(indicator)))
        for number, indicator in indicators.items()
    }
    return [_firing(*shapes[row[0]], row) for row in rows]


def _firing(id_: str, ends: int, row: tuple[int, ...]) -> Firing:
    return Firing(id_, row[1], row[2], row[3], row[4], row[5:ends])
