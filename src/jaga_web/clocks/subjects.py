"""What clocks run for, told by the apps above: this app knows a subject only as "case:3".

Each app registers its kind in the `ready()` of its AppConfig. An unregistered kind has no address,
and its clocks show for their owners and for whoever leads.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jaga_web.people.models import User


@dataclass(frozen=True)
class Known:
    """What a person may see of a subject: its name, and the address of its page."""

    name: str
    address: str


@dataclass(frozen=True)
class Kind:
    """`known(user, numbers)`: those this person may open. `hidden(user)`: those that do not exist
    for this person whatever else they may do, because of a conflict of interest."""

    known: Callable[[User, set[int]], dict[int, Known]]
    hidden: Callable[[User], set[int]]


KINDS: dict[str, Kind] = {}


def register(name: str, kind: Kind) -> None:
    """Say what `name`:<number> is; the last word counts, so that tests may load apps twice."""
    KINDS[name] = kind


def known(user: User, subjects: Iterable[str]) -> dict[str, Known]:
    """Of these subjects, those this person may open."""
    numbers: dict[str, set[int]] = {}
    for subject in subjects:
        name, _, number = subject.partition(":")
        numbers.setdefault(name, set()).add(int(number))
    return {
        f"{name}:{number}": one
        for name, wanted in numbers.items()
        if name in KINDS
        for number, one in KINDS[name].known(user, wanted).items()
    }


def hidden(user: User) -> set[str]:
    """Subjects whose clocks this person must not know of."""
    return {f"{name}:{number}" for name, kind in KINDS.items() for number in kind.hidden(user)}
