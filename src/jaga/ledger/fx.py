"""Dated rates to rupiah: `currency,scale,date,idr_per_unit`.

The rate of a day is the latest one on or before it, at most ten days old. Nothing is
interpolated: a payment without such a rate is rejected with a sentence, never guessed.
"""

import csv
import hashlib
import io
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

from jaga.errors import BadInput
from jaga.ledger.currencies import MINOR_UNITS
from jaga.words import Text

MAX_AGE_DAYS = 10
RATE_DECIMALS = 8
"""Rates are stored as integers of 10^-8 rupiah."""
HIGHEST_RATE = Decimal(10) ** 11
HIGHEST_SCALE = 18
HEADER = ["currency", "scale", "date", "idr_per_unit"]
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class FxTable:
    """Rates by currency and date; `indicative` when it is the table shipped with Jaga.

    `rates`: (currency, day → integer of 10^-8 rupiah per unit); `scales`: decimals per currency.
    """

    scales: dict[str, int]
    rates: dict[str, dict[date, int]]
    sha256: str
    indicative: bool = False

    @cached_property
    def daily(self) -> list[tuple[str, int, int, int]]:
        """(currency, day since 1970-01-01, scale, rate) for every day a rate holds for."""
        rows = []
        for currency, dated in sorted(self.rates.items()):
            days = sorted(dated)
            for position, day in enumerate(days):
                last = day + timedelta(days=MAX_AGE_DAYS)
                if position + 1 < len(days):
                    last = min(last, days[position + 1] - timedelta(days=1))
                first = (day - _EPOCH).days
                for number in range(first, (last - _EPOCH).days + 1):
                    rows.append((currency, number, self.scales[currency], dated[day]))
        return rows


def read_fx(path: Path) -> FxTable:
    """The rates of a file; BadInput names the line that cannot be read."""
    try:
        content = path.read_bytes()
    except OSError:
        raise _wrong("berkas tidak dapat dibuka", "the file cannot be opened") from None
    return _parse(content)


@cache
def indicative_rates() -> FxTable:
    """The table shipped with Jaga: indicative, for demonstration only."""
    file = resources.files("jaga.ledger").joinpath("fx_indicative.csv")
    return _parse(file.read_bytes(), indicative=True)


def _parse(content: bytes, indicative: bool = False) -> FxTable:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _wrong("berkas bukan UTF-8", "the file is not UTF-8") from None
    lines = csv.reader(
        io.StringIO(
            "".join(
                line if not line.startswith("#") else "\n"
                for line in text.splitlines(keepends=True)
            )
        )
    )
    scales: dict[str, int] = {}
    rates: dict[str, dict[date, int]] = {}
    header_seen = False
    try:
        for row in lines:
            if not row:
                continue
            if not header_seen:
                header_seen = True
                if [name.strip().lower() for name in row] != HEADER:
                    raise _wrong(
                        f"judul kolom harus {','.join(HEADER)}",
                        f"the header must be {','.join(HEADER)}",
                    )
                continue
            _add(row, lines.line_num, scales, rates)
    except csv.Error:
        raise _line(lines.line_num) from None
    if not rates:
        raise _wrong("tidak ada kurs di dalamnya", "there are no rates in it")
    return FxTable(scales, rates, hashlib.sha256(content).hexdigest(), indicative)


def _add(
    row: list[str], line: int, scales: dict[str, int], rates: dict[str, dict[date, int]]
) -> None:
    try:
        currency, scale_text, day_text, rate_text = (cell.strip() for cell in row)
        scale, day, rate = int(scale_text), date.fromisoformat(day_text), Decimal(rate_text)
    except (ValueError, InvalidOperation):
        raise _line(line) from None
    fits = (
        currency.isascii()
        and currency.isalnum()
        and currency == currency.upper()
        and 2 <= len(currency) <= 10
        and 0 <= scale <= HIGHEST_SCALE
        and rate.is_finite()
        and 0 < rate <= HIGHEST_RATE
        and 2000 <= day.year <= 2100
    )
    if not fits or currency == "IDR" or scales.setdefault(currency, scale) != scale:
        raise _line(line)
    if currency in MINOR_UNITS and scale != MINOR_UNITS[currency]:
        raise _line(line)
    stored = int((rate * 10**RATE_DECIMALS).to_integral_value(rounding="ROUND_HALF_UP"))
    if stored == 0 or rates.setdefault(currency, {}).setdefault(day, stored) != stored:
        raise _line(line)


def _line(number: int) -> BadInput:
    return _wrong(
        f"baris {number} tidak dapat dipakai; tulis kode, skala (0 sampai {HIGHEST_SCALE}, sama "
        "untuk satu kode dan sesuai ISO 4217), tanggal 2025-01-31, dan rupiah per satuan di atas "
        "nol; satu kurs per hari",
        f"line {number} cannot be used; write a code, a scale (0 to {HIGHEST_SCALE}, the same for "
        "one code and as in ISO 4217), a date as 2025-01-31 and rupiah per unit above zero; one "
        "rate a day",
    )


def _wrong(indonesian: str, english: str) -> BadInput:
    return BadInput(Text(f"Berkas kurs: {indonesian}.", f"Rates file: {english}."))
