"""How well each question tells harm from innocence, and which questions say the same.

Asked of every account, not of those alone that a required answer named, so that a share
among the innocent is a share of all of them.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import combinations

from jaga.screening.engines.base import Engine
from jaga.screening.measure import firing_sql
from jaga.screening.model import Indicator

SAME = 0.9
"""Two questions that name the same accounts beyond this Jaccard index count once."""

Fired = dict[str, set[int]]
"""Indicator id to the accounts for which it fired in any month."""


@dataclass(frozen=True)
class Lift:
    """Of labelled and of other active accounts, how many an indicator fired for."""

    positives: int
    others: int
    of_positives: int
    of_others: int

    @property
    def ratio(self) -> float | None:
        """Share among positives over share among others; None where nobody else fired."""
        if not self.others or not self.of_positives or not self.of_others:
            return None
        return self.positives * self.of_others / (self.of_positives * self.others)

    def __add__(self, other: "Lift") -> "Lift":
        return Lift(
            self.positives + other.positives,
            self.others + other.others,
            self.of_positives + other.of_positives,
            self.of_others + other.of_others,
        )


def fired(engine: Engine, indicators: Iterable[Indicator]) -> Fired:
    """Whom each indicator fired for. Needs the tables that `screen` leaves behind."""
    found: Fired = {}
    for indicator in indicators:
        sql = firing_sql(indicator, 1)
        rows = engine.rows(f"select distinct account from ({sql}) as answers")
        found[indicator.id] = {row[0] for row in rows}
    return found


def lifts(found: Mapping[str, Set[int]], positives: Set[int], active: int) -> dict[str, Lift]:
    """Each indicator's Lift among `active` accounts of which `positives` are labelled."""
    of, rest = len(positives), active - len(positives)
    return {
        id_: Lift(len(accounts & positives), len(accounts - positives), of, rest)
        for id_, accounts in found.items()
    }


def overlaps(found: Mapping[str, Set[int]]) -> list[tuple[float, str, str]]:
    """Jaccard index of every pair that shares an account, highest first."""
    pairs = []
    for one, other in combinations(sorted(found), 2):
        both = len(found[one] & found[other])
        if both:
            pairs.append((both / len(found[one] | found[other]), one, other))
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1:]))


def counted_once(found: Mapping[str, Set[int]]) -> int:
    """How many questions there are when those that overlap beyond SAME count as one."""
    group = {id_: id_ for id_ in found}
    for share, one, other in overlaps(found):
        if share > SAME:
            kept, gone = group[one], group[other]
            group = {id_: kept if home == gone else home for id_, home in group.items()}
    return len(set(group.values()))
