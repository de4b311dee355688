"""Stretches of time as (starts, ends) in whole seconds, both inclusive, sorted and apart."""

from collections.abc import Iterable

Stretch = tuple[int, int]


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same seconds in as few stretches as they fit."""
    found: list[Stretch] = []
    for starts, ends in sorted(stretches):
        if found and starts <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        elif starts <= ends:
            found.append((starts, ends))
    return found


def without(stretches: Iterable[Stretch], taken: Iterable[Stretch]) -> list[Stretch]:
    """The seconds of `stretches` that no stretch of `taken` holds; both merged."""
    found = list(stretches)
    for starts, ends in taken:
        found = [
            part
            for one in found
            for part in ((one[0], min(one[1], starts - 1)), (max(one[0], ends + 1), one[1]))
            if part[0] <= part[1]
        ]
    return merged(found)
