"""Who plays which part. Nobody plays two."""

import numpy as np

from jaga.world.people import People
from jaga.world.randomness import Array, stream
from jaga.world.spec import WorldSpec


class Casting:
    """Hands out accounts; once an account is taken, its owner is taken for every later pattern.

    Typologies are cast first, in their listed order, then look-alikes: a pattern appended to the
    end of its list never changes who was cast before it.
    """

    def __init__(self, spec: WorldSpec, people: People) -> None:
        self.spec, self.people = spec, people
        self.owner_taken = np.zeros(int(people.owner.max()) + 1, dtype=bool)
        for accounts in people.platforms.values():
            self.owner_taken[people.owner[accounts]] = True

    def take(self, name: str, weights: Array, n: int) -> Array:
        """At most `n` accounts of different owners, drawn with those weights (0 is never).

        Weighted sampling without replacement by exponential keys (Efraimidis, Spirakis 2006).
        """
        rng, people = stream(self.spec.seed, f"cast/{name}"), self.people
        weights = np.where(self.owner_taken[people.owner], 0, np.asarray(weights, dtype=float))
        weights[people.opened > self.spec.days - 12] = 0
        u = rng.random(len(weights))
        with np.errstate(divide="ignore"):
            key = np.where(weights > 0, -np.log(u) / weights, np.inf)
        able = int((weights > 0).sum())
        chosen = self._first_owners(key, min(able, 6 * n + 50))
        if len(chosen) < n and able > 6 * n + 50:
            chosen = self._first_owners(key, able)
        self.owner_taken[people.owner[chosen[:n]]] = True
        return chosen[:n]

    def _first_owners(self, key: Array, most: int) -> Array:
        """Of the `most` accounts with the smallest keys, in that order, one for each owner."""
        some = np.argpartition(key, most - 1)[:most] if 0 < most < len(key) else np.arange(len(key))
        order = some[np.argsort(key[some], kind="stable")][:most]
        _, first = np.unique(self.people.owner[order], return_index=True)
        return np.asarray(order[np.sort(first)])


def shares(total: int, names: tuple[str, ...]) -> dict[str, int]:
    """Split a total evenly; the first names get what is left over."""
    each, left = divmod(total, len(names))
    return {name: each + (at < left) for at, name in enumerate(names)}
