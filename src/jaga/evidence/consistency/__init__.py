"""Checks of a list of facts, one file each. To add one: a file here and a line below."""

from jaga.evidence.consistency import (
    answers,
    base_changes,
    bases,
    bounds,
    changes,
    counted_again,
    frames,
    kinds_of_place,
    means,
    parts,
    percentages,
    reach,
    small_groups,
    told_twice,
)
from jaga.evidence.consistency.model import Check
from jaga.evidence.facts import Fact, Finding

CHECKS: tuple[Check, ...] = (
    percentages.CHECK,
    means.CHECK,
    bounds.CHECK,
    frames.CHECK,
    small_groups.CHECK,
    told_twice.CHECK,
    kinds_of_place.CHECK,
    base_changes.CHECK,
    changes.CHECK,
    bases.CHECK,
    parts.CHECK,
    answers.CHECK,
    reach.CHECK,
    counted_again.CHECK,
)


def check(facts: tuple[Fact, ...]) -> tuple[Finding, ...]:
    """Every finding of every check, in the order of the checks, then of the facts."""
    return tuple(finding for one in CHECKS for finding in one.run(facts))
