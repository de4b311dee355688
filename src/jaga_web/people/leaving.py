"""Who still holds work: asked before an account is closed, and by the page of the hand-over.

Apps above this one hold work that this one cannot know. In the `ready()` of its AppConfig each
calls `register(Holder(...))` once; and `need(Need(...))` for what must not lose its last person,
such as the one who can open sealed identities.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise

from jaga.words import Text
from jaga_web.people.models import Organisation, User


@dataclass(frozen=True)
class Held:
    """One piece of open work of a person, such as subject "case:12".

    `title` is what a colleague who may see it reads; `part_of` is the subject it moves with, or
    empty when it is handed over by itself.
    """

    subject: str
    title: Text
    part_of: str = ""


class HandOver(Protocol):
    """Gives one piece of work to a colleague, as part of a larger act; checks like any action."""

    def __call__(self, *, subject: str, person: User, to: User, by: User) -> None: ...


People = Callable[[int], Iterable[int]]
"""The numbers of the people of an organisation who may hold something: a quick first sieve."""


def _nobody(_subject: str) -> frozenset[int]:
    return frozenset()


@dataclass(frozen=True)
class Holder:
    """One kind of work. `held` lists all that a person holds, whoever asks; it shows nothing.

    `people`: whoever in an organisation has anything in `held`, and perhaps some who do not.
    `visible` leaves of what is held what `user` may know of. `taken_with`: the permission a
    colleague needs to take it. `barred(subject)`: the numbers of people who must not. What has
    the lowest `order` moves first.
    """

    id: str
    title: Promise | str
    held: Callable[[User], Sequence[Held]]
    people: People
    visible: Callable[[User, Sequence[Held]], Sequence[Held]]
    hand_over: HandOver
    taken_with: str
    barred: Callable[[str], frozenset[int]] = _nobody
    order: int = 100


@dataclass(frozen=True)
class Need:
    """A permission that somebody in an organisation must keep, while `while_there` is any work."""

    permission: str
    while_there: Callable[[Organisation], bool]


HOLDERS: list[Holder] = []
NEEDS: list[Need] = []


def register(holder: Holder) -> None:
    """Add a kind of work; the same id again replaces it, so that tests may load apps twice."""
    HOLDERS[:] = sorted(
        [*(one for one in HOLDERS if one.id != holder.id), holder], key=lambda one: one.order
    )


def need(one: Need) -> None:
    """Add a need; the same permission again replaces it."""
    NEEDS[:] = [*(old for old in NEEDS if old.permission != one.permission), one]


def holds_work(person: User) -> bool:
    """Whether anything open would be left without its person."""
    return any(holder.held(person) for holder in HOLDERS)


def last_of(person: User) -> str | None:
    """A permission that nobody else of the organisation would have, though it is needed."""
    for one in NEEDS:
        if person.may(one.permission) and one.while_there(person.organisation):
            others = User.objects.filter(organisation=person.organisation_id, is_active=True)
            if not any(other.may(one.permission) for other in others.exclude(pk=person.pk)):
                return one.permission
    return None
