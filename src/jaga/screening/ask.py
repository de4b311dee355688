"""Asking every question of the ledger, of those accounts alone whose answer can matter.

A typology cannot alert without its required indicators, nor below its threshold. So plain
counts come first (`bounds`), then the required questions of those accounts that counts leave,
then the others of those accounts that may still reach a threshold. Whoever is left out could
not have raised an alert, and the answers of the rest are the same as if all had been asked.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jaga.screening import bounds, evidence
from jaga.screening.bounds import Numbered
from jaga.screening.engines.base import Engine
from jaga.screening.measure import FIRING_COLUMNS, Firing, firing_sql, firings_of, narrowed_tables
from jaga.screening.model import Typology
from jaga.screening.pack import Pack
from jaga.screening.steps import ASKED, prepare, touched

Asking = Callable[[str, int, int], None]
"""Told the indicator's id, how many are done, and of how many."""

Reach = Callable[[Typology], str]
"""House SQL for the accounts that may still reach a typology's threshold."""

_NOTHING: Mapping[str, Sequence[str]] = {}


def required_ids(typologies: Iterable[Typology]) -> set[str]:
    """Indicators that some typology cannot do without."""
    return {term.indicator for t in typologies for term in t.terms if term.required}


@dataclass
class _Asker:
    """One run's questions: who they are put to, and which have been answered."""

    engine: Engine
    pack: Pack
    numbered: Numbered
    asking: Asking
    answered: list[str] = field(default_factory=list)

    def ask(self, ids: Iterable[str], *, everybody: bool = False) -> None:
        """Put these questions, in order, to everybody or to those whom they may matter to."""
        for id_ in ids:
            number, indicator = self.numbered[id_]
            self.asking(id_, len(self.answered), len(self.numbered))
            asked = None if everybody else self._able(id_)
            self.engine.make(f"answers_{number}", firing_sql(indicator, number, asked))
            self.answered.append(id_)

    def _asked(self, ids: Iterable[str]) -> str:
        """House SQL for the accounts in `asked` whose typology has one of these questions."""
        wanted = set(ids)
        asked_by = [
            str(place)
            for place, typology in enumerate(self.pack.typologies.values())
            if wanted.intersection(term.indicator for term in typology.terms)
        ]
        return f"select account from asked where typology in ({', '.join(asked_by)})"

    def _able(self, id_: str) -> str:
        """The same for one question, less those whose counts say that it cannot fire."""
        if not self.numbered[id_][1].bounds:
            return self._asked([id_])
        able = f"{bounds.weight_sql(self.numbered, id_)} > 0"
        return f"{self._asked([id_])} and account in (select account from bounds where {able})"

    def narrow(
        self, reach: Reach, ids: Sequence[str], instead: Mapping[str, Sequence[str]] = _NOTHING
    ) -> None:
        """Make `asked` and, of each table that these questions read, the part that touches an
        account whom one of them may matter to.

        `instead`: other questions to narrow a table for."""
        parts = [
            f"select distinct account, {place} as typology from ({reach(typology)}) as r"
            for place, typology in enumerate(self.pack.typologies.values())
        ]
        self.engine.make("asked", " union all ".join(parts))
        for table, text in ASKED.items():
            asking = instead.get(table, ids)
            readers = [id_ for id_ in asking if table in narrowed_tables(self.numbered[id_][1])]
            if readers:
                columns = evidence.columns([self.numbered[id_][1] for id_ in readers])
                own = touched(
                    self._subjects(readers, "debtor"), self._subjects(readers, "creditor")
                )
                self.engine.make(f"asked_{table}", text.format(columns=columns, touched=own))

    def _subjects(self, readers: Iterable[str], side: str) -> str:
        """House SQL for the accounts whose payments on this side the readers need, or nothing."""
        on_side = [id_ for id_ in readers if self.numbered[id_][1].evidence.side in (side, "both")]
        if len(on_side) == 1:
            return self._able(on_side[0])
        return self._asked(on_side) if on_side else ""

    def by_counts(self, typology: Typology) -> str:
        """Accounts that may reach the threshold by counts alone; nobody where none are declared,
        as its required questions are then put to everybody."""
        if bounds.bounded(self.numbered, typology):
            return bounds.reachable_sql(self.numbered, typology)
        return "select account from accounts where false"

    def by_answers(self, typology: Typology) -> str:
        """Accounts that may reach the threshold, by answers where given and counts elsewhere."""
        return self._reach(typology, "h.account")

    def reached(self, typology: Typology) -> str:
        """The typology's firings where required ones fired and points suffice."""
        columns = ", ".join(f"f.{name}" for name in FIRING_COLUMNS)
        listed = ", ".join(str(self.numbered[t.indicator][0]) for t in typology.terms)
        return f"""
            select {columns} from ({self._firings(typology)}) as f
            join ({self._reach(typology, "h.account, h.month")}) as r
                on r.account = f.account and r.month = f.month
            where f.indicator in ({listed})
        """

    def _firings(self, typology: Typology) -> str:
        answered = [t.indicator for t in typology.terms if t.indicator in self.answered]
        return " union all ".join(
            f"select * from answers_{self.numbered[id_][0]}" for id_ in answered
        )

    def _reach(self, typology: Typology, columns: str) -> str:
        """House SQL for the accounts and months in which the typology may still alert."""
        percents = " ".join(
            f"when {self.numbered[term.indicator][0]} then {term.percent}"
            for term in typology.terms
        )
        required = [self.numbered[t.indicator][0] for t in typology.terms if t.required]
        needed = ", ".join(str(number) for number in required)
        open_ = [t.indicator for t in typology.terms if t.indicator not in self.answered]
        rest = bounds.points_sql(self.numbered, typology, open_)
        counted = "left join bounds as b on b.account = h.account" if open_ else ""
        return f"""
            select {columns} from (
                select account, month, sum(weight * case indicator {percents} end) as points
                from (
                    select account, month, indicator, max(weight) as weight
                    from ({self._firings(typology)}) as f group by account, month, indicator
                ) as best
                group by account, month
                having count(case when indicator in ({needed}) then 1 end) = {len(required)}
            ) as h {counted}
            where h.points + {rest} >= {100 * typology.threshold}
        """


def firings(engine: Engine, pack: Pack, asking: Asking) -> list[Firing]:
    """Every firing that belongs to an account and month where some typology may alert."""
    typologies = pack.typologies.values()
    wanted = {term.indicator for t in typologies for term in t.terms}
    numbers = {id_: (n, i) for n, (id_, i) in enumerate(pack.indicators.items(), start=1)}
    numbered = {id_: one for id_, one in numbers.items() if id_ in wanted}
    prepare(engine)
    asker = _Asker(engine, pack, numbered, asking)
    _ask_required(asker)
    rest = [id_ for id_ in numbered if id_ not in asker.answered]
    heavy = [id_ for id_ in rest if narrowed_tables(numbered[id_][1]) - {"unrelated"}]
    light = [id_ for id_ in rest if id_ not in heavy]
    # Whom the heavy ones may matter to is known better after the light ones; what they read of
    # `unrelated` is narrowed once for both, as making that table again takes longer than it saves.
    asker.narrow(asker.by_answers, light, {"unrelated": rest})
    asker.ask(light)
    asker.narrow(asker.by_answers, heavy, {"unrelated": []})
    asker.ask(heavy)
    rows = {row for t in typologies for row in engine.rows(asker.reached(t))}
    # No two rows share indicator, account, month and weight: no comparison gets to a NULL.
    return firings_of(dict(numbered.values()), sorted(rows))


def _ask_required(asker: _Asker) -> None:
    """Typologies whose required questions declare no count are asked of everybody."""
    numbered, typologies = asker.numbered, asker.pack.typologies.values()
    since = asker.engine.rows("select min(starts) as since from months")[0][0]
    bounds.make(asker.engine, numbered, since)
    free = required_ids(t for t in typologies if not bounds.bounded(numbered, t))
    asker.ask([id_ for id_ in numbered if id_ in free], everybody=True)
    required = required_ids(typologies) - free
    ids = [id_ for id_ in numbered if id_ in required]
    asker.narrow(asker.by_counts, ids)
    asker.ask(ids)
