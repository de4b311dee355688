"""How heavy each person's cases are together, and a hint who could take the next one."""

from collections import defaultdict
from dataclasses import dataclass

from jaga.casework import caseload as rules
from jaga_web.access import CASES_ASSIGN, CASES_OWN
from jaga_web.alerts.queries import colleagues
from jaga_web.cases.models import Case, Conflict
from jaga_web.cases.queries import visible
from jaga_web.people.models import User
from jaga_web.wellbeing.queries import Chosen, chosen_by, levels_seen

SHOWN_HINTS = 8


@dataclass(frozen=True)
class Load:
    """One person's open cases, as far as the reader may know of them; `load` in hundredths."""

    person: User
    cases: int
    high: int
    load: int
    state: rules.State

    @property
    def whole(self) -> float:
        """The load in whole cases."""
        return self.load / rules.WHOLE


@dataclass(frozen=True)
class Hint:
    """A colleague who could take the next case, and why, or why rather not."""

    person: User
    suggestion: rules.Suggestion

    @property
    def whole(self) -> float:
        """The load in whole cases."""
        return self.suggestion.load / rules.WHOLE


def limits(user: User) -> Chosen:
    """The limits of this person's organisation."""
    return chosen_by(user.organisation_id)


def loads(user: User) -> list[Load]:
    """The load of each colleague who holds cases, heaviest first; only one's own for the others.

    A case that a conflict of interest hides from the reader is not counted either.
    """
    held = _held(user)
    chosen = limits(user)
    people = colleagues(user, CASES_OWN) if user.may(CASES_ASSIGN) else [user]
    found = [_load(person, held[person.pk], chosen) for person in people]
    return sorted(found, key=lambda one: (-one.load, one.person.pk))


def hints(user: User, case: Case | None = None) -> list[Hint]:
    """The best few who could take `case`, or the next one; for those who assign, else nobody."""
    if not user.may(CASES_ASSIGN):
        return []
    held, chosen = _held(user), limits(user)
    people = {person.pk: person for person in colleagues(user, CASES_OWN)}
    levels = levels_seen(list(people.values()), chosen)
    barred = set(
        Conflict.objects.filter(case=case).values_list("person", flat=True) if case else ()
    )
    candidates = [
        rules.Candidate(
            number=person.pk,
            load=rules.load(held[person.pk]),
            region_fits=not (
                case and case.region and person.regions and case.region not in person.regions
            ),
            conflict=person.pk in barred,
            needs_rest=levels[person.pk] == "rest",
        )
        for person in people.values()
    ]
    known = rules.suggest(candidates, chosen.caseload_warning, chosen.caseload_limit)
    return [Hint(people[one.number], one) for one in known[:SHOWN_HINTS]]


def without_owner(user: User) -> list[Case]:
    """The open cases that wait for somebody, oldest first; for those who assign."""
    if not user.may(CASES_ASSIGN):
        return []
    rows = visible(user).filter(status=Case.OPEN, owner=None)
    return list(rows.order_by("opened_at", "pk"))


def _held(user: User) -> dict[int, list[tuple[str, str]]]:
    """Risk and step of each person's open cases."""
    held: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = visible(user).filter(status=Case.OPEN, owner__isnull=False)
    for owner, risk, step in rows.values_list("owner", "risk", "step"):
        held[owner].append((risk, step))
    return held


def _load(person: User, cases: list[tuple[str, str]], chosen: Chosen) -> Load:
    load = rules.load(cases)
    return Load(
        person,
        len(cases),
        len([risk for risk, _step in cases if risk == "high"]),
        load,
        rules.state(load, chosen.caseload_warning, chosen.caseload_limit),
    )
