"""Asking every question of the ledger, the required ones first.

A typology cannot alert without its required indicators. They are asked of everybody;
the others only of the accounts that a required one already named, so they read a small
part of the payments and answer the same.
"""

from collections.abc import Callable, Mapping

from jaga.screening.engines.base import Engine
from jaga.screening.measure import FIRING_COLUMNS, Firing, firing, firing_sql
from jaga.screening.model import Indicator, Typology
from jaga.screening.pack import Pack
from jaga.screening.steps import ASKED_STEPS, prepare

Asking = Callable[[str, int, int], None]
"""Told the indicator's id, how many are done, and of how many."""


def _numbered(indicators: Mapping[str, Indicator]) -> dict[int, Indicator]:
    return dict(enumerate(indicators.values(), start=1))


def required_ids(typologies: Mapping[str, Typology]) -> set[str]:
    """Indicators that some typology cannot do without."""
    return {term.indicator for t in typologies.values() for term in t.terms if term.required}


def _wanted(pack: Pack) -> set[str]:
    return {term.indicator for t in pack.typologies.values() for term in t.terms}


def firings(engine: Engine, pack: Pack, asking: Asking) -> list[Firing]:
    """Every firing that belongs to an account and month where some typology may alert."""
    numbered = _numbered(pack.indicators)
    required, wanted = required_ids(pack.typologies), _wanted(pack)
    order = sorted(
        (n for n, i in numbered.items() if i.id in wanted),
        key=lambda n: (numbered[n].id not in required, n),
    )
    prepare(engine)
    engine.put("firings", FIRING_COLUMNS, [])
    asked = False
    for done, number in enumerate(order):
        indicator = numbered[number]
        if not asked and indicator.id not in required:
            _narrow(engine)
            asked = True
        asking(indicator.id, done, len(order))
        asked_only = asked and not indicator.whole_ledger
        engine.make("answers", firing_sql(indicator, number, asked_only=asked_only))
        engine.make("firings", "select * from firings union all select * from answers")
    if not asked:
        _narrow(engine)
    numbers = {indicator.id: number for number, indicator in numbered.items()}
    rows = [row for t in pack.typologies.values() for row in engine.rows(_reached(t, numbers))]
    return [firing(numbered, row) for row in sorted(set(rows))]


def _narrow(engine: Engine) -> None:
    engine.make("asked", "select distinct account from firings")
    for step in ASKED_STEPS:
        engine.make(step.name, step.sql)


def _reached(typology: Typology, numbers: Mapping[str, int]) -> str:
    """House SQL for the typology's firings where required ones fired and points suffice."""
    terms = {numbers[term.indicator]: term for term in typology.terms}
    percents = " ".join(f"when indicator = {n} then {t.percent}" for n, t in terms.items())
    required = [n for n, term in terms.items() if term.required]
    listed = ", ".join(str(n) for n in terms)
    needed = ", ".join(str(n) for n in required)
    columns = ", ".join(f"f.{name}" for name in FIRING_COLUMNS)
    return f"""
        with best as (
            select account, month, indicator, max(weight) as weight
            from firings where indicator in ({listed}) group by account, month, indicator
        ),
        reached as (
            select account, month from best group by account, month
            having sum(weight * case {percents} end) >= {typology.threshold * 100}
                and sum(case when indicator in ({needed}) then 1 else 0 end) = {len(required)}
        )
        select {columns} from firings as f
        join reached as r on r.account = f.account and r.month = f.month
        where f.indicator in ({listed})
    """
