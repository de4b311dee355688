"""Who belongs together: connected groups and communities, by igraph, the same every time."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import igraph

SEED = 2025
"""Where Leiden's chance begins; any fixed number would do."""

Weighted = tuple[int, int, int]
"""Two parties by position, and the number of payments between them."""


@dataclass(frozen=True)
class Grouping:
    """Per party, by position: its group and its community, counted from 1, and the modularity.

    Modularity is how much denser communities are inside than chance would make them; values
    above about 0.3 speak for real ones (Clauset, Newman, Moore 2004, Phys. Rev. E 70, 066111).
    """

    groups: tuple[int, ...]
    communities: tuple[int, ...]
    modularity: float


def grouping(parties: int, ties: Sequence[Weighted], bridges: set[int]) -> Grouping:
    """Groups and communities of `parties` joined by `ties`.

    Everybody in the picture is joined through the subject, which says nothing. So a group is
    who stays connected without the `bridges` (the subject and the end points); a party that
    stays alone has group 0, as the bridges themselves have.
    """
    inner = [(a, b) for a, b, _ in ties if not {a, b} & bridges]
    components = igraph.Graph(parties, inner).connected_components().membership
    with _fixed_chance():
        graph = igraph.Graph(parties, [(a, b) for a, b, _ in ties])
        weights = [count for _, _, count in ties]
        found = graph.community_leiden("modularity", weights=weights or None, n_iterations=-1)
        quality = graph.modularity(found, weights=weights) if ties else 0.0
    return Grouping(_counted(components, 2), _counted(found.membership, 1), round(quality, 4))


@contextmanager
def _fixed_chance() -> Iterator[None]:
    """igraph draws from a seeded source here, and from Python's own again afterwards."""
    igraph.set_random_number_generator(random.Random(SEED))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _counted(membership: Sequence[int], least: int) -> tuple[int, ...]:
    """Names 1, 2, … in order of size, then of first member; 0 for those below `least`."""
    first: dict[int, int] = {}
    size: dict[int, int] = {}
    for position, one in enumerate(membership):
        first.setdefault(one, position)
        size[one] = size.get(one, 0) + 1
    order = sorted((one for one in size if size[one] >= least), key=lambda o: (-size[o], first[o]))
    names = {one: name for name, one in enumerate(order, start=1)}
    return tuple(names.get(one, 0) for one in membership)
