"""How near each account stood to each threshold: what a replay answers from, without a ledger.

A run tells of more than its alerts: of every finding that reached a share of its typology's
threshold, with each answer and its moment. From that one screening every other threshold, and
every indicator left out, can be worked out exactly.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jaga.screening import compose
from jaga.screening.compose import Candidate
from jaga.screening.measure import Firing
from jaga.screening.model import Indicator, Typology
from jaga.screening.pack import Pack

Answer = tuple[int, str, int]
"""Moment (epoch s), indicator, weight: one answer of the month."""


@dataclass(frozen=True)
class Standing:
    """One typology × subject × month (year × 12 + month − 1) and how its points came together.

    `points` are those that the threshold is held against, before any border weighs.
    """

    alert_id: str
    typology: str
    version: int
    subject: str
    month: int
    threshold: int
    points: int
    climb: tuple[Answer, ...]
    rise: tuple[tuple[int, int], ...]

    @property
    def key(self) -> tuple[str, str, int]:
        """What stays the same when a typology's version or threshold changes."""
        return self.typology, self.subject, self.month

    def weights(self) -> dict[str, int]:
        """The most that each indicator weighed in the month."""
        best: dict[str, int] = {}
        for _, indicator, weight in self.climb:
            best[indicator] = max(weight, best.get(indicator, 0))
        return best

    def first_at(self, threshold: int) -> int | None:
        """When this finding would first have fired at another threshold, or None."""
        return compose.first_reached(self.rise, threshold)


def scaled(threshold: int, percent: int) -> int:
    """A share of a threshold in whole points, halves up, at least one."""
    return max(1, (threshold * percent + 50) // 100)


def lowered(pack: Pack, percent: int) -> Pack:
    """The pack with every threshold at `percent`; questions and weights stay."""
    typologies = {
        name: replace(one, threshold=scaled(one.threshold, percent))
        for name, one in pack.typologies.items()
    }
    return replace(pack, typologies=typologies)


def standings(
    found: Iterable[Candidate], names: Mapping[int, str], pack: Pack
) -> tuple[Standing, ...]:
    """Candidates with their accounts' tokens, ordered by typology, month and id."""
    made = [_standing(one, names[one.account], pack.typologies[one.typology.id]) for one in found]
    return tuple(sorted(made, key=lambda s: (s.typology, s.month, s.alert_id)))


def _standing(one: Candidate, subject: str, typology: Typology) -> Standing:
    return Standing(
        alert_id=compose.alert_id(typology, subject, one.month),
        typology=typology.id,
        version=typology.version,
        subject=subject,
        month=one.month,
        threshold=typology.threshold,
        points=one.score,
        climb=tuple((firing.at, firing.indicator, firing.weight) for firing in one.climb),
        rise=one.rise,
    )


def again(
    climb: Iterable[Answer], typology: Typology, indicators: Mapping[str, Indicator]
) -> Candidate | None:
    """The same answers held against another form of the typology, by the run's own rules."""
    asked = {term.indicator for term in typology.terms}
    firings = [Firing(name, 0, 0, weight, at, ()) for at, name, weight in climb if name in asked]
    return compose.candidate(typology, firings, indicators) if firings else None


def without(typology: Typology, indicator: str) -> Typology | None:
    """The typology with one indicator left out; None when it cannot do without it."""
    left = tuple(term for term in typology.terms if term.indicator != indicator)
    if not any(term.required for term in left):
        return None
    return replace(typology, terms=left)


def summary(found: Sequence[Standing], pack: Pack) -> dict[str, Any]:
    """Counts for the manifest: by typology, how many findings stand at each number of points.

    `without`: the same when one indicator is left out, apart for alerts and for what only came
    near. Counts name nobody, so whoever holds the manifest can answer for other thresholds
    without the accounts that never alerted; `replay.what_if` does.
    """
    return {
        name: _counts([one for one in found if one.typology == name], typology, pack)
        for name, typology in pack.typologies.items()
    }


def _counts(found: Sequence[Standing], typology: Typology, pack: Pack) -> dict[str, Any]:
    floor = scaled(typology.threshold, pack.near_percent)
    best = [_best(one) for one in found]
    rest = {}
    for term in typology.terms:
        smaller = without(typology, term.indicator)
        if smaller is not None:
            points = [
                one.points
                if term.indicator not in answers
                else compose.points_at_end(smaller, _rest(answers, term.indicator), pack.indicators)
                for one, answers in zip(found, best, strict=True)
            ]
            rest[term.indicator] = _apart(found, points, floor)
    return {
        "threshold": typology.threshold,
        "floor": floor,
        "points": _histogram(one.points for one in found),
        "without": rest,
    }


def _best(one: Standing) -> dict[str, Firing]:
    weights = one.weights().items()
    return {name: Firing(name, 0, one.month, weight, 0, ()) for name, weight in weights}


def _rest(answers: Mapping[str, Firing], left_out: str) -> dict[str, Firing]:
    return {name: firing for name, firing in answers.items() if name != left_out}


def _apart(
    found: Sequence[Standing], points: Sequence[int | None], floor: int
) -> dict[str, dict[str, int]]:
    """Points that still reach the floor, apart for alerts and for what only came near."""
    alerts: list[int] = []
    near: list[int] = []
    for one, left in zip(found, points, strict=True):
        if left is not None and left >= floor:
            (alerts if one.points >= one.threshold else near).append(left)
    return {"alerts": _histogram(alerts), "near": _histogram(near)}


def _histogram(points: Iterable[int]) -> dict[str, int]:
    return {str(value): count for value, count in sorted(Counter(points).items())}
