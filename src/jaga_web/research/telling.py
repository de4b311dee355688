"""Which estimates may be told: nobody may work out what one to four people answered.

A table of estimates tells more than a table of counts: its n are exact, and a share times its n is
a count. So whoever reads it knows the base of every group shown, and of those who are in no group
(everybody less the groups). All of them go through the door of `jaga.evidence.disclosure` together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from jaga.evidence.disclosure import RULES, CountTable, protect
from jaga.words import Text
from jaga_web.refusing import refuse

Shown = list[list[bool]]


@dataclass(frozen=True)
class Part:
    """One column of counts: what is estimated, and for shares the answer that is counted."""

    values: Any
    words: Text | None
    # Only there so that its small count protects its other half.
    silent: bool = False


def shown(family: Sequence[Part], groups: Sequence[Any], weights: Any, *, is_share: bool) -> Shown:
    """By group (a mask of rows; the first is everybody) and part, whether it may be told."""
    people = weights > 0
    masks = [inside & people for inside in (*groups, _rest(groups))]
    answered = ~np.isnan(family[0].values)
    bases = [int((inside & answered).sum()) for inside in masks]
    counts = [
        tuple(
            int(np.nansum(part.values[inside])) if is_share
            else int((~np.isnan(part.values[inside])).sum())
            for part in family
        )
        for inside in masks
    ]  # fmt: skip
    lines = _through_the_door(counts[:1]) + _through_the_door(counts[1:])
    may_tell_base = _column(bases[:1]) + _column(bases[1:])
    return [
        [cell and base and _many_speak(weights[inside & answered]) for cell in line]
        for line, base, inside in zip(lines, may_tell_base, masks[:-1], strict=False)
    ]


def check_earlier(told: Iterable[Any], earlier: Iterable[Any]) -> None:
    """Refuse a group that differs by one to four people from a group told before.

    Each is a mask of the same rows: those whose answers an estimate is made of. The difference of
    two such estimates would be the answers of those few.
    """
    before = list(earlier)
    for mask in told:
        for other in before:
            more, less = int((mask & ~other).sum()), int((other & ~mask).sum())
            if 0 in (more, less) and RULES.is_small(more + less):
                raise refuse(
                    "Bersama perkiraan yang sudah disimpan, perkiraan ini akan membuka jawaban "
                    "beberapa orang saja. Pakai kelompok dan bobot yang sama seperti sebelumnya.",
                    "Beside the estimates kept already, this one would tell what only a few people "
                    "answered. Use the same groups and weights as before.",
                )


def check_classes(classes: Sequence[str], answered: Any) -> None:
    """Refuse post-strata of one to four people: a large size would make theirs the estimate."""
    names = np.array(classes)
    if any(RULES.is_small(int(((names == one) & answered).sum())) for one in set(classes)):
        raise refuse(
            "Satu pascastrata hanya berisi beberapa orang. Gabungkan dengan yang serupa.",
            "A post-stratum holds only a few people. Merge it with one like it.",
        )


def _rest(groups: Sequence[Any]) -> Any:
    """Those of everybody who are in none of the other groups; nobody when there are none."""
    everybody, *others = groups
    return everybody & ~np.any(others, axis=0) if others else np.zeros_like(everybody)


def _many_speak(weights: Any) -> bool:
    """Whether no few outweigh all others: Kish's effective number of rows, (Σw)² / Σw²."""
    squares = float((weights**2).sum())
    return squares == 0 or float(weights.sum()) ** 2 / squares >= RULES.publish_from


def _column(bases: Sequence[int]) -> list[bool]:
    return [line[0] for line in _through_the_door([(base,) for base in bases])]


def _through_the_door(counts: Sequence[tuple[int, ...]]) -> Shown:
    names = tuple(str(number) for number in range(len(counts)))
    columns = tuple(str(number) for number in range(len(counts[0])))
    table = CountTable("estimates", Text("-", "-"), names, columns, tuple(counts))
    return [[cell is not None for cell in line] for line in protect(table).cells]
