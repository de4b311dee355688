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
        order = np.argsort(key, kind="stable")[: int((weights > 0).sum())]
        _, first = np.unique(people.owner[order], return_index=True)
        chosen = order[np.sort(first)][:n]
        self.owner_taken[people.owner[chosen]] = True
        return np.asarray(chosen)


def shares(total: int, names: tuple[str, ...]) -> dict[str, int]:
    """Split a total evenly; the first names get what is left over."""
    each, left = divmod(total, len(names))
    return {name: each + (at < left) for at, name in enumerate(names)}
