"""What a run is asked for, and what it answers."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jaga.errors import WrongUsage
from jaga.words import Text

SHIFTS = ("none", "doubled", "halved", "shifted")
FORMATS = ("csv.gz", "parquet")


@dataclass(frozen=True)
class WorldSpec:
    """The whole of what decides a run; two equal specs give the same bytes.

    accounts: rows of accounts.csv. days: booking days in Jakarta. prevalence: share of accounts
    that are subjects of an injected typology. look_alike_ratio: innocent look-alikes for each
    such account. shift moves injected payments only.
    """

    accounts: int
    days: int
    seed: int
    prevalence: float = 0.005
    look_alike_ratio: float = 20
    shift: str = "none"
    start: date = date(2025, 1, 1)

    def __post_init__(self) -> None:
        if not 500 <= self.accounts <= 5_000_000:
            raise _wrong("--accounts", "500–5.000.000", "500 to 5,000,000")
        if not 14 <= self.days <= 1100:
            raise _wrong("--days", "14–1.100", "14 to 1,100")
        if not 0 <= self.seed < 2**63:
            raise _wrong("--seed", "0 atau lebih", "0 or more")
        if not 0 <= self.prevalence <= 0.02:
            raise _wrong("--prevalence", "0–0,02", "0 to 0.02")
        if not 0 <= self.look_alike_ratio <= 50:
            raise _wrong("--look-alike-ratio", "0–50", "0 to 50")
        if self.prevalence * self.look_alike_ratio > 0.3:
            raise WrongUsage(
                Text(
                    "Jumlah pola mirip melebihi 30 % rekening. Kecilkan --prevalence atau "
                    "--look-alike-ratio.",
                    "Look-alikes would exceed 30 % of accounts. Lower --prevalence or "
                    "--look-alike-ratio.",
                )
            )
        if self.shift not in SHIFTS:
            raise _wrong("--shift", ", ".join(SHIFTS), ", ".join(SHIFTS))


@dataclass(frozen=True)
class Summary:
    """Counts of one run, as world.json holds them."""

    out: Path
    payments: int
    accounts: int
    positives: dict[str, int]
    look_alikes: dict[str, int]
    by_rail: dict[str, int]
    foreign_share: float


def _wrong(option: str, bounds_id: str, bounds_en: str) -> WrongUsage:
    return WrongUsage(
        Text(
            f"Nilai {option} tidak dapat dipakai. Pilih: {bounds_id}.",
            f"The value of {option} cannot be used. Choose: {bounds_en}.",
        )
    )


def check_format(word: str) -> str:
    """The file format, if it is one of the two; otherwise says which there are."""
    if word not in FORMATS:
        raise _wrong("--format", ", ".join(FORMATS), ", ".join(FORMATS))
    return word
