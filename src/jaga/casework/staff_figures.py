"""What may be said about the strain of a team without telling about one of its members.

The months are fixed and never overlap, the team is always the whole organisation, and only months
that are over are counted. So no two answers differ by one person's days, and no filter can make
them do so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jaga.casework.exposure import BOUNDS
from jaga.casework.sums import enough
from jaga.words import Text

ROUND_TO = 10
MONTHS_SHOWN = 6
BANDS: dict[str, Text] = {
    "few": Text("kurang dari sepertiga", "less than a third"),
    "some": Text("antara sepertiga dan dua pertiga", "between one and two thirds"),
    "most": Text("lebih dari dua pertiga", "more than two thirds"),
}
WITHHELD = Text(
    "Tidak ditampilkan: bulan ini terlalu sedikit orang, atau satu orang terlalu menonjol.",
    "Not shown: too few people this month, or one person stands out too much.",
)


@dataclass(frozen=True)
class PersonMonth:
    """One person's month: weighted seconds, answered prompts to rest, and whether supervised."""

    weighted_seconds: int
    prompts: int = 0
    rested: int = 0
    supervised: bool = False


@dataclass(frozen=True)
class Figures:
    """A team's month. The mean is in weighted minutes; a band is a key of `BANDS`, or None."""

    mean_minutes: int
    rested: str | None
    supervised: str


def figures(people: Sequence[PersonMonth]) -> Figures | None:
    """The figures of a month, or None when they would tell about one person.

    The mean is rounded to ten minutes and the number of people is not told, so that nobody
    subtracts the own month from the sum.
    """
    read = [person for person in people if person.weighted_seconds > 0]
    if not _enough([person.weighted_seconds for person in read]):
        return None
    mean = sum(person.weighted_seconds for person in read) / len(read) / 60
    prompted = [person for person in read if person.prompts]
    rested = None
    if _enough([person.prompts for person in prompted]):
        rested = band(
            sum(person.rested for person in prompted), sum(person.prompts for person in prompted)
        )
    supervised = band(sum(person.supervised for person in read), len(read))
    return Figures(round(mean / ROUND_TO) * ROUND_TO, rested, supervised)


def band(part: int, whole: int) -> str:
    """Which third of `whole` the `part` lies in; open at the ends: never all, never none."""
    if 3 * part < whole:
        return "few"
    return "some" if 3 * part <= 2 * whole else "most"


def _enough(amounts: Sequence[int]) -> bool:
    return enough(amounts, BOUNDS["least_staff"].value, BOUNDS["largest_share"].value)
