"""How heavy the cases of one person are together, and who could take the next one.

One whole case is a case of medium risk whose plan is being carried out. All weights are in
hundredths of it, so that sums are exact. The limit is a proposal that each organisation changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from jaga.casework.exposure import Bound
from jaga.words import Text

State = Literal["room", "warning", "full"]
WHOLE = 100

RISKS: dict[str, int] = {"low": 75, "medium": 100, "high": 150, "": 100}
"""Our proposal: a high risk is seen more often. An unjudged risk counts as medium."""
STEPS: dict[str, int] = {
    "identification": 100,
    "assessment": 120,
    "plan": 120,
    "implementation": 100,
    "follow_up": 60,
    "closure": 30,
}
"""Our proposal: getting to know a child and planning take most time, a closing case least."""

BOUNDS: dict[str, Bound] = {
    "limit": Bound(
        25,
        "cases per person",
        Text(
            "Kira-kira sebanyak ini kasus dapat didampingi satu orang dengan baik.",
            "About as many cases as one person can carry well.",
        ),
        "Minimum Standards for Child Protection in Humanitarian Action (CPMS, 2019), standard 18: "
        "about 25; the number was not found in the text we reached. Western Australia's manual "
        "says 15, at most 18. Have it checked and set your own",
        "secondary",
    ),
    "warning": Bound(
        20,
        "cases per person",
        Text(
            "Peringatan sebelum penuh, selagi kasus berikutnya masih dapat diberikan ke rekan.",
            "A warning before it is full, while the next case can still go to a colleague.",
        ),
        "our proposal: four fifths of the limit",
    ),
}


@dataclass(frozen=True)
class Candidate:
    """Somebody who might take the next case, as far as a hint needs to know."""

    number: int
    load: int
    region_fits: bool = True
    conflict: bool = False
    needs_rest: bool = False


@dataclass(frozen=True)
class Suggestion:
    """A candidate, with the reasons for the place in the list; `free`: none of them is against."""

    number: int
    load: int
    free: bool
    reasons: tuple[Text, ...]


FITS = Text("beban saat ini paling ringan", "lightest load at present")
ROOM = Text("masih ada ruang", "has room")
WARNED = Text("hampir penuh", "almost full")
FULL = Text("beban sudah penuh", "load is full")
ELSEWHERE = Text("bekerja untuk wilayah lain", "works for another region")
TIRED = Text("sedang perlu keringanan", "needs a lighter time")


def weight(risk: str, step: str) -> int:
    """Hundredths of a whole case. Unknown codes are a mistake of ours: KeyError."""
    return RISKS[risk] * STEPS[step] // WHOLE


def load(cases: Iterable[tuple[str, str]]) -> int:
    """The sum over cases given as (risk, step), in hundredths."""
    return sum(weight(risk, step) for risk, step in cases)


def state(of: int, warning: int, limit: int) -> State:
    """Whether a load (hundredths) has room, comes near the limit, or has reached it (cases)."""
    if of >= limit * WHOLE:
        return "full"
    return "warning" if of >= warning * WHOLE else "room"


def suggest(people: Sequence[Candidate], warning: int, limit: int) -> list[Suggestion]:
    """Who could take the next case, best first. A hint: a person decides.

    Whoever has a conflict of interest is not in the list at all.
    """
    known = [_judged(one, warning, limit) for one in people if not one.conflict]
    known.sort(key=lambda one: (not one.free, one.load, one.number))
    if known and known[0].free:
        first = known[0]
        known[0] = Suggestion(first.number, first.load, True, (FITS, *first.reasons))
    return known


def _judged(one: Candidate, warning: int, limit: int) -> Suggestion:
    at = state(one.load, warning, limit)
    reasons = [{"room": ROOM, "warning": WARNED, "full": FULL}[at]]
    if not one.region_fits:
        reasons.append(ELSEWHERE)
    if one.needs_rest:
        reasons.append(TIRED)
    free = at != "full" and one.region_fits and not one.needs_rest
    return Suggestion(one.number, one.load, free, tuple(reasons))
