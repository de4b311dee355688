"""Giving all that a person holds, or some of it, to colleagues in one act.

What belongs to a case goes where the case goes: its clocks and its planned services. Whatever the
apps above hold is in the same list (jaga_web/people/leaving.py). Keys are each case's own and
belong to no person, so whoever holds the case opens it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from jaga.errors import BadInput
from jaga.words import Text
from jaga_web.access import CASES_ASSIGN, require
from jaga_web.audit.actions import record
from jaga_web.people.leaving import HOLDERS, Held, Holder
from jaga_web.people.models import User

REASONS: dict[str, Text] = {
    "leaving": Text("Berhenti atau pindah", "Leaves or moves on"),
    "leave": Text("Cuti", "On leave"),
    "rotation": Text("Bergiliran", "Takes turns"),
    "load": Text("Beban terlalu berat", "Load is too heavy"),
}


@dataclass(frozen=True)
class Item:
    """One piece of work, and the colleagues who may take it."""

    held: Held
    takers: Sequence[User]


@dataclass(frozen=True)
class Group:
    """The work of one kind that the reader may see."""

    holder: Holder
    items: Sequence[Item]


@transaction.atomic
def hand_over(*, by: User, person: User, to: Mapping[str, User], reason: str) -> int:
    """Give the pieces of work named in `to` (subject → colleague) away; how many moved.

    All of it moves, or nothing. What is part of a named piece moves with it.
    """
    check_hand_over(by, person)
    if reason not in REASONS:
        raise BadInput(Text("Pilih alasannya.", "Choose the reason."))
    # Nobody's account is closed while work moves from them or to them.
    numbers = {person.pk, *(taker.pk for taker in to.values())}
    list(User.objects.select_for_update().filter(pk__in=numbers).order_by("pk"))
    groups = held_by(by, person)
    _check(to, groups)
    moved = 0
    for group in groups:
        for item in group.items:
            subject = item.held.subject
            taker = to.get(subject) or to.get(item.held.part_of)
            if taker is not None:
                group.holder.hand_over(subject=subject, person=person, to=taker, by=by)
                moved += 1
    record(
        by=by,
        verb="cases.handed_over",
        subject=f"user:{person.pk}",
        organisation=by.organisation_id,
        detail={"rows": moved, "kind": reason},
    )
    return moved


def held_by(user: User, person: User) -> list[Group]:
    """What `person` holds, of what `user` may see, in the order in which it moves."""
    found = []
    for holder in HOLDERS:
        items = holder.visible(user, holder.held(person))
        if items:
            takers = _takers(person, holder)
            found.append(Group(holder, [_item(holder, item, takers) for item in items]))
    return found


def people_with_work(user: User) -> list[tuple[User, int]]:
    """The people of the organisation who hold something `user` may see, and how much."""
    numbers = {one for holder in HOLDERS for one in holder.people(user.organisation_id)}
    rows = User.objects.filter(organisation=user.organisation_id, is_active=True, pk__in=numbers)
    people = {one.pk: one for one in rows}
    counts: Counter[int] = Counter()
    for holder in HOLDERS:
        held = {item: number for number, one in people.items() for item in holder.held(one)}
        counts.update(held[item] for item in holder.visible(user, list(held)))
    found = [(people[number], count) for number, count in counts.items()]
    return sorted(found, key=lambda pair: pair[0].display_name.lower())


def check_hand_over(user: User, person: User) -> None:
    """Whoever assigns cases, within one organisation."""
    require(user, CASES_ASSIGN)
    if user.organisation_id != person.organisation_id:
        raise PermissionDenied(_("Orang ini di luar organisasi Anda."))


def _takers(person: User, holder: Holder) -> list[User]:
    rows = User.objects.filter(organisation=person.organisation_id, is_active=True)
    able = [one for one in rows.exclude(pk=person.pk) if one.may(holder.taken_with)]
    return sorted(able, key=lambda one: one.display_name.lower())


def _item(holder: Holder, held: Held, takers: Sequence[User]) -> Item:
    barred = holder.barred(held.subject)
    return Item(held, [one for one in takers if one.pk not in barred])


def _check(to: Mapping[str, User], groups: Iterable[Group]) -> None:
    items = {item.held.subject: item for group in groups for item in group.items}
    if not to:
        raise BadInput(
            Text("Pilih rekan untuk sedikitnya satu hal.", "Choose a colleague for one thing.")
        )
    for subject, taker in to.items():
        if subject not in items:
            raise BadInput(
                Text(
                    "Daftar ini sudah berubah. Muat ulang halamannya.",
                    "This list has changed. Load its page again.",
                )
            )
        if taker.pk not in {one.pk for one in items[subject].takers}:
            # Why somebody is no choice is not told: it may be a conflict of interest.
            title = items[subject].held.title
            raise BadInput(
                Text(
                    f"{title.id}: pilih rekan lain dari daftarnya.",
                    f"{title.en}: choose another colleague of its list.",
                )
            )
