"""A tree of random streams, each found by its name.

A stream depends on the seed and on its own name alone, so a new pattern with a new name leaves
every other stream as it was. Nothing here, or elsewhere in the world, draws from global state.
"""

import hashlib
from typing import Any

import numpy as np
import numpy.typing as npt

Rng = np.random.Generator
Array = npt.NDArray[Any]


def stream(seed: int, name: str) -> Rng:
    """The generator called `name` under `seed`; the same pair always gives the same draws."""
    words = np.frombuffer(hashlib.sha256(name.encode()).digest(), dtype="<u4")
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words.tolist()])))


def name_hash(seed: int, name: str) -> int:
    """A 64-bit number for a name under a seed: where that stream's payment numbers begin."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{name}".encode()).digest()[:8], "big")


def scramble(numbers: Array) -> Array:
    """Spread 64-bit numbers so that an identifier tells nothing of where it came from.

    SplitMix64 finaliser (Steele, Lea and Flood 2014); one-to-one, so no two numbers collide.
    """
    z = numbers.astype(np.uint64)
    with np.errstate(over="ignore"):
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))
