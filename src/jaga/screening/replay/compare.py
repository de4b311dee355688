"""Alerts gained and lost between two sides, each with what made the difference.

An alert is the same on both sides when typology, subject and month are. What made the
difference is told in points: which indicator weighed more or less, and the thresholds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from jaga.errors import BadInput
from jaga.screening.indicators import INDICATORS
from jaga.screening.replay.sides import Key, Side
from jaga.screening.standing import Standing, scaled
from jaga.words import Text

Kind = Literal["gained", "lost"]


@dataclass(frozen=True)
class Position:
    """Where a finding stood on one side. None points: below what that side tells of."""

    points: int | None
    threshold: int | None
    first_fired_at: int | None


@dataclass(frozen=True)
class Difference:
    """One thing that differs, in points of the score (or of the threshold)."""

    what: str
    before: int | None
    after: int | None
    words: Text


@dataclass(frozen=True)
class Change:
    """One alert that only one side has."""

    kind: Kind
    alert_id: str
    typology: str
    subject: str
    month: int
    before: Position
    after: Position
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Comparison:
    """Alerts only after (gained), only before (lost), and on both sides (kept).

    `same_inputs`: whether both sides read the same payment files.
    """

    baseline: str
    gained: tuple[Change, ...]
    lost: tuple[Change, ...]
    kept: int
    same_inputs: bool = True


def compare(before: Side, after: Side) -> Comparison:
    """The change from `before` to `after`. Raises BadInput when they cannot be compared."""
    _must_match(before, after)
    old, new = before.alerts(), after.alerts()
    gained = [_change("gained", key, before, after) for key in sorted(set(new) - set(old))]
    lost = [_change("lost", key, before, after) for key in sorted(set(old) - set(new))]
    kept = len(set(old) & set(new))
    same = before.inputs == after.inputs
    return Comparison(before.name, tuple(gained), tuple(lost), kept, same)


def _must_match(before: Side, after: Side) -> None:
    if before.key != after.key:
        raise BadInput(
            Text(
                "Acuan dan uji balik ini tidak memakai kunci token yang sama. Beri --token-key "
                "seperti pada acuan, atau jangan beri bila acuan tanpa kunci.",
                "The baseline and this backtest do not use the same token key. Give --token-key "
                "as for the baseline, or leave it out if the baseline had none.",
            )
        )
    if (before.since, before.until) != (after.since, after.until):
        raise BadInput(
            Text(
                f"Acuan meliputi {before.since} sampai {before.until}. Beri --since dan --until "
                "yang sama.",
                f"The baseline covers {before.since} to {before.until}. Give the same --since "
                "and --until.",
            )
        )


def _change(kind: Kind, key: Key, before: Side, after: Side) -> Change:
    old, new = before.standings.get(key), after.standings.get(key)
    one = new if kind == "gained" else old
    assert one is not None
    return Change(
        kind, one.alert_id, one.typology, one.subject, one.month,
        _position(old, before, one.typology), _position(new, after, one.typology),
        tuple(_differences(one.typology, old, new, before, after)),
    )  # fmt: skip


def _threshold(side: Side, typology: str) -> int | None:
    rule = side.numbers["typologies"].get(typology)
    return None if rule is None else int(rule["threshold"])


def _position(one: Standing | None, side: Side, typology: str) -> Position:
    threshold = _threshold(side, typology)
    if one is None:
        return Position(None, threshold, None)
    return Position(one.points, threshold, one.first_at(one.threshold))


def _differences(
    typology: str, old: Standing | None, new: Standing | None, before: Side, after: Side
) -> list[Difference]:
    held = _threshold(before, typology), _threshold(after, typology)
    found = []
    if None in held:
        found.append(_switched(*held))
    elif held[0] != held[1]:
        words = Text(f"Ambang {held[0]} → {held[1]} poin.", f"Threshold {held[0]} → {held[1]}.")
        found.append(Difference("threshold", *held, words))
    for one, side in ((old, before), (new, after)):
        if one is None and None not in held:
            found.append(_not_standing(side, typology))
    if old is not None and new is not None:
        found += _weighed(old, new, before, after)
    return found


def _switched(before: int | None, after: int | None) -> Difference:
    on = before is None
    state = Text("dinyalakan", "switched on") if on else Text("dimatikan", "switched off")
    words = Text(f"Tipologi {state.id}.", f"Typology {state.en}.")
    return Difference("typology", before, after, words)


def _not_standing(side: Side, typology: str) -> Difference:
    rule = side.numbers["typologies"][typology]
    floor = scaled(int(rule["threshold"]), side.near_percent)
    needed = [name for name, term in rule["terms"].items() if term["required"]]
    titles = [INDICATORS[name].title if name in INDICATORS else Text(name, name) for name in needed]
    less = ("", "")
    if floor > 1:
        less = (f"kurang dari {floor} poin, atau ", f"fewer than {floor} points, or ")
    words = Text(
        f"“{side.name}”: {less[0]}pertanyaan wajib tidak terjawab atau hanya satu keluarga yang "
        f"menjawab ({'; '.join(title.id for title in titles)}).",
        f"“{side.name}”: {less[1]}a required question had no answer or only one family answered "
        f"({'; '.join(title.en for title in titles)}).",
    )
    return Difference("not_standing", None, None, words)


def points_of(one: Standing, numbers: Mapping[str, Any]) -> dict[str, int]:
    """Hundredths of a point that each answered indicator brings under these numbers."""
    terms = numbers["typologies"][one.typology]["terms"]
    return {
        name: weight * int(terms[name]["percent"])
        for name, weight in one.weights().items()
        if name in terms
    }


def _weighed(old: Standing, new: Standing, before: Side, after: Side) -> list[Difference]:
    was, now = points_of(old, before.numbers), points_of(new, after.numbers)
    found = []
    for name in sorted({*was, *now}, key=lambda n: (-abs(now.get(n, 0) - was.get(n, 0)), n)):
        points = was.get(name, 0) // 100, now.get(name, 0) // 100
        if points[0] != points[1]:
            percents = _percent(before, old.typology, name), _percent(after, new.typology, name)
            found.append(Difference(name, *points, _weighed_words(name, points, percents)))
    return found


def _percent(side: Side, typology: str, indicator: str) -> int | None:
    term = side.numbers["typologies"][typology]["terms"].get(indicator)
    return None if term is None else int(term["percent"])


def _weighed_words(
    name: str, points: tuple[int, int], percents: tuple[int | None, int | None]
) -> Text:
    title = INDICATORS[name].title if name in INDICATORS else Text(name, name)
    why = _why(points, percents)
    return Text(
        f"{title.id}: {points[0]} → {points[1]} poin{why[0]}.",
        f"{title.en}: {points[0]} → {points[1]} points{why[1]}.",
    )


def _why(points: tuple[int, int], percents: tuple[int | None, int | None]) -> tuple[str, str]:
    """What of the numbers explains the step, in both languages; else only that it answered."""
    if percents[1] is None:
        return " (tidak dipakai lagi)", " (left out now)"
    if percents[0] is None:
        return " (sebelumnya tidak dipakai)", " (left out before)"
    if percents[0] != percents[1]:
        return (
            f" (dihitung {percents[1]} %, dulu {percents[0]} %)",
            f" (counts {percents[1]} %, {percents[0]} % before)",
        )
    if points[0] == 0:
        return " (sebelumnya tidak menjawab)", " (no answer before)"
    return (" (tidak menjawab lagi)", " (no answer any more)") if points[1] == 0 else ("", "")
