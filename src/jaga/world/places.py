"""Where the invented people live: provinces, countries, their clocks and currencies.

Province codes are those of Kemendagri (Kepmendagri 300.2.2-2138/2025 keeps the 38 codes); time
zones follow Keppres 41/1987. Weights are rounded shares of population, enough for a simulation.
Foreign clocks ignore summer time. Rates are invented round numbers close to those of 2025: they
only size an amount in its own currency, and the reader of the file uses its own dated rates.
"""

from dataclasses import dataclass

import numpy as np

WIB, WITA, WIT = 420, 480, 540  # minutes east of UTC


@dataclass(frozen=True)
class Country:
    """A country abroad: clock in minutes east of UTC, currency, rupiah per unit, share."""

    code: str
    offset: int
    currency: str
    migrants: int  # weight among Indonesians working abroad
    visitors: int  # weight among foreign nationals who send money to Indonesia


# code: (offset, weight)
PROVINCES: dict[str, tuple[int, int]] = {
    "11": (WIB, 20), "12": (WIB, 55), "13": (WIB, 20), "14": (WIB, 24), "15": (WIB, 13),
    "16": (WIB, 31), "17": (WIB, 7), "18": (WIB, 33), "19": (WIB, 5), "21": (WIB, 8),
    "31": (WIB, 38), "32": (WIB, 178), "33": (WIB, 134), "34": (WIB, 13), "35": (WIB, 149),
    "36": (WIB, 44), "51": (WITA, 16), "52": (WITA, 20), "53": (WITA, 20), "61": (WIB, 20),
    "62": (WIB, 10), "63": (WITA, 15), "64": (WITA, 14), "65": (WITA, 3), "71": (WITA, 9),
    "72": (WITA, 11), "73": (WITA, 33), "74": (WITA, 10), "75": (WITA, 4), "76": (WITA, 5),
    "81": (WIT, 7), "82": (WIT, 5), "91": (WIT, 4), "92": (WIT, 2), "93": (WIT, 2),
    "94": (WIT, 5), "95": (WIT, 5), "96": (WIT, 2),
}  # fmt: skip

COUNTRIES: tuple[Country, ...] = (
    Country("MY", 480, "MYR", 300, 12),
    Country("HK", 480, "HKD", 180, 3),
    Country("TW", 480, "TWD", 170, 2),
    Country("SA", 180, "SAR", 110, 3),
    Country("SG", 480, "SGD", 90, 14),
    Country("JP", 540, "JPY", 50, 10),
    Country("KR", 540, "KRW", 40, 6),
    Country("AU", 600, "AUD", 15, 20),
    Country("US", -300, "USD", 12, 22),
    Country("AE", 240, "AED", 20, 4),
    Country("GB", 0, "GBP", 5, 9),
    Country("NL", 60, "EUR", 5, 8),
    Country("DE", 60, "EUR", 3, 8),
    Country("CA", -300, "CAD", 2, 5),
)

CURRENCIES: tuple[str, ...] = (
    "IDR", "MYR", "HKD", "TWD", "SAR", "SGD", "JPY", "KRW", "AUD", "USD", "AED", "GBP", "EUR",
    "CAD",
)  # fmt: skip
# rupiah per unit, decimals written, and the step people round to in that currency
IDR_PER_UNIT = np.array(
    [1, 3700, 2100, 500, 4350, 12200, 108, 11.4, 10300, 16400, 4460, 20800, 17800, 11500]
)
DECIMALS = np.array([0, 2, 2, 2, 2, 2, 0, 0, 2, 2, 2, 2, 2, 2])
ROUND_STEP = np.array([50_000, 10, 50, 100, 10, 10, 1000, 10_000, 5, 5, 10, 5, 5, 5])

PROVINCE_CODES: tuple[str, ...] = tuple(PROVINCES)
PROVINCE_OFFSETS = np.array([offset for offset, _ in PROVINCES.values()])
PROVINCE_WEIGHTS = np.array([weight for _, weight in PROVINCES.values()], dtype=float)
PROVINCE_WEIGHTS /= PROVINCE_WEIGHTS.sum()

# Country codes as stored on an account: 0 is Indonesia, i + 1 is COUNTRIES[i].
COUNTRY_CODES: tuple[str, ...] = ("ID", *(country.code for country in COUNTRIES))
COUNTRY_CURRENCY = np.array([0, *(CURRENCIES.index(c.currency) for c in COUNTRIES)])
COUNTRY_OFFSETS = np.array([WIB, *(c.offset for c in COUNTRIES)])
