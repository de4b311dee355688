"""Rails, ceilings and the hours at which they are used.

E-money ceilings as Bank Indonesia publishes them (reported by kumparan and databoks from the
regulation on payment service providers): Rp 2 million of balance when the holder is not
registered, Rp 20 million when registered, and Rp 40 million of incoming value a month. The
simulator keeps no running balance: no single settled payment into or out of a wallet is above
its balance ceiling, and the settled credits of a wallet in a calendar month stay within the
monthly one. A payment over the monthly ceiling is written as rejected, as a provider would.
"""

import numpy as np

from jaga.ledger.tables import RAILS
from jaga.world.randomness import Array, Rng

RAIL = {name: code for code, name in enumerate(RAILS)}
PURPOSES = (
    "", "SALA", "BONU", "FAMI", "GDDS", "SCVE", "CHAR", "EDUC", "RENT", "UBIL", "GIFT", "SAVG",
    "MTUP", "ALLW", "OTHR",
)  # fmt: skip
PURPOSE = {name: code for code, name in enumerate(PURPOSES)}

UNREGISTERED_BALANCE_IDR = 2_000_000
REGISTERED_BALANCE_IDR = 20_000_000
MONTHLY_CREDIT_IDR = 40_000_000

# Weight of each local hour, 00 to 23. Rounded shapes, not measurements.
HOURS: dict[str, tuple[int, ...]] = {
    "day": (2, 1, 1, 1, 1, 2, 5, 8, 9, 9, 9, 10, 12, 11, 9, 9, 9, 10, 11, 11, 9, 7, 5, 3),
    "evening": (4, 2, 1, 1, 1, 1, 2, 4, 5, 5, 5, 6, 7, 6, 6, 7, 8, 10, 13, 15, 15, 13, 10, 7),
    "office": (0, 0, 0, 0, 0, 0, 1, 4, 12, 15, 15, 12, 8, 10, 12, 12, 8, 4, 2, 1, 1, 0, 0, 0),
    "commute": (1, 0, 0, 0, 1, 5, 14, 16, 9, 5, 4, 5, 6, 5, 4, 5, 9, 15, 14, 9, 6, 4, 3, 2),
    "payroll": (8, 10, 10, 8, 6, 5, 5, 8, 12, 10, 8, 5, 3, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 2),
    "night": (14, 13, 11, 9, 6, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 5, 8, 11, 14),
    "school": (0, 0, 0, 0, 0, 1, 6, 12, 12, 10, 9, 8, 7, 6, 6, 6, 5, 4, 4, 4, 3, 2, 1, 0),
}
_CUMULATIVE = {name: np.cumsum(w) / np.sum(w) for name, w in HOURS.items()}


def seconds(rng: Rng, profile: str, n: int) -> Array:
    """`n` local seconds of the day drawn from an hour profile."""
    hours = np.searchsorted(_CUMULATIVE[profile], rng.random(n), side="right")
    return hours * 3600 + rng.integers(0, 3600, n)


def mixed_seconds(rng: Rng, night_share: Array, other: str = "evening") -> Array:
    """Seconds of the day, each from the night profile with its own probability."""
    n = len(night_share)
    night, rest = seconds(rng, "night", n), seconds(rng, other, n)
    return np.where(rng.random(n) < night_share, night, rest)
