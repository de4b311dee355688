"""Comparing lists of tokens with another unit. What is suggested stays a suggestion until a
person decides, and a decision can be taken back."""

import secrets

from django.db import transaction

from jaga.casework.matching import comparing, tokens
from jaga_web import vault
from jaga_web.access import NATIONAL_RECONCILE, require
from jaga_web.audit.actions import record
from jaga_web.cases.models import Case, Identity
from jaga_web.national import queries
from jaga_web.national.models import Comparison, Counterpart, Decision, Suggestion
from jaga_web.national.permissions import check_counterpart, check_suggestion
from jaga_web.people.models import User
from jaga_web.refusing import refuse
from jaga_web.sealing import fingerprint
from jaga_web.vault import ERASED

LONGEST_NAME = 120


@transaction.atomic
def add_counterpart(*, name: str, shared_key: str, by: User) -> Counterpart:
    """Keep another unit and the key shared with it; a new key is made where none is given."""
    require(by, NATIONAL_RECONCILE)
    name = " ".join(name.split())
    if not 3 <= len(name) <= LONGEST_NAME:
        raise refuse("Tuliskan nama unitnya.", "Write the name of the unit.")
    rows = Counterpart.objects.filter(organisation=by.organisation_id, name=name)
    if rows.exists():
        raise refuse(
            "Unit dengan nama ini sudah ada. Buka halamannya.",
            "A unit of this name is there already. Open its page.",
        )
    key = tokens.read_key(shared_key).hex() if shared_key.strip() else secrets.token_hex(32)
    made = Counterpart.objects.create(
        organisation=by.organisation, name=name, shared_key=key, added_by=by
    )
    _trace(by, "national.counterpart_added", made)
    return made


@transaction.atomic
def hand_over_key(*, counterpart: Counterpart, by: User) -> str:
    """The shared key as its file, to be carried to the other unit by a safe way."""
    check_counterpart(by, counterpart)
    _trace(by, "national.key_handed_over", counterpart)
    return f"{counterpart.shared_key}\n"


@transaction.atomic
def make_list(*, counterpart: Counterpart, by: User) -> str:
    """Our list of tokens for the other unit, as CSV text. No name is shown to anybody."""
    check_counterpart(by, counterpart)
    rows = [row for _case, row in _rows(counterpart, by)]
    _trace(by, "national.tokens_made", counterpart, rows=len(rows))
    return tokens.write(rows, _key(counterpart))


@transaction.atomic
def compare(*, counterpart: Counterpart, text: str, by: User) -> Comparison:
    """Hold their list against ours and keep what is suggested; their tokens are not kept.

    What a person decided earlier stays. BadInput, with the line, for what is no list of tokens.
    """
    check_counterpart(by, counterpart)
    counterpart = Counterpart.objects.select_for_update().get(pk=counterpart.pk)
    theirs = tokens.read(text, _key(counterpart))
    ours = _rows(counterpart, by)
    cases = {row.ref: case for case, row in ours}
    Suggestion.objects.filter(counterpart=counterpart).update(current=False)
    found = comparing.compare([row for _case, row in ours], theirs)
    for match in found:
        Suggestion.objects.update_or_create(
            counterpart=counterpart,
            case=cases[match.ours],
            theirs=match.theirs,
            defaults={
                "level": match.level,
                "reasons": list(match.reasons),
                "differs": list(match.differs),
                "rules": comparing.RULES_VERSION,
                "current": True,
            },
        )
    made = Comparison.objects.create(
        counterpart=counterpart,
        ours=sorted(case.pk for case in cases.values()),
        theirs=sorted(row.ref for row in theirs),
        by=by,
    )
    _trace(by, "national.compared", counterpart, rows=len(theirs), added=len(found))
    return made


@transaction.atomic
def decide(*, suggestion: Suggestion, verdict: str, by: User) -> Decision:
    """Say that a suggestion is one child, or two. Nothing but this row changes."""
    check_suggestion(by, suggestion)
    if verdict not in (Decision.SAME, Decision.DIFFERENT):
        raise refuse("Pilih: anak yang sama, atau anak lain.", "Choose: one child, or another.")
    locked = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if _standing(locked) in (Decision.SAME, Decision.DIFFERENT):
        raise refuse(
            "Usulan ini sudah diputuskan. Batalkan dahulu keputusannya.",
            "This suggestion is decided already. Take the decision back first.",
        )
    return _keep(locked, verdict, by)


@transaction.atomic
def undo(*, suggestion: Suggestion, by: User) -> Decision:
    """Take the last decision back; it stays readable in the history."""
    check_suggestion(by, suggestion)
    locked = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if _standing(locked) not in (Decision.SAME, Decision.DIFFERENT):
        raise refuse("Belum ada keputusan yang dapat dibatalkan.", "There is nothing to undo.")
    return _keep(locked, Decision.UNDONE, by)


def _keep(suggestion: Suggestion, verdict: str, by: User) -> Decision:
    made = Decision.objects.create(suggestion=suggestion, verdict=verdict, by=by)
    record(
        by=by,
        verb="national.undone" if verdict == Decision.UNDONE else "national.decided",
        subject=f"suggestion:{suggestion.pk}",
        organisation=by.organisation_id,
        detail={"verdict": verdict, "code": suggestion.rules},
    )
    return made


def _standing(suggestion: Suggestion) -> str:
    last = suggestion.decisions.order_by("at", "pk").last()
    return last.verdict if last else ""


def _rows(counterpart: Counterpart, by: User) -> list[tuple[Case, tokens.Row]]:
    """Our lines for this unit, of children whose name is known and not erased."""
    key = _key(counterpart)
    made = []
    for case in queries.shareable(by):
        identity = getattr(case, "identity", None)
        if identity is None or not vault.has_key(case.key_id):
            continue
        row = tokens.tokens(_known(case, identity, counterpart), key)
        if row is not None:
            made.append((case, row))
    return made


def _known(case: Case, identity: Identity, counterpart: Counterpart) -> tokens.Known:
    def told(value: str | None) -> str:
        return "" if value in (None, ERASED) else str(value)

    return tokens.Known(
        ref=fingerprint(f"{counterpart.pk}:{case.pk}", "national.ref")[:16],
        name=told(identity.name),
        birth_date=told(identity.birth_date),
        sex=case.sex,
        region=case.region,
        village=told(identity.village),
        age_band=case.age_band,
        form=tuple(sorted(one.code for one in case.coded_set.all() if one.list == "form")),
    )


def _key(counterpart: Counterpart) -> bytes:
    return tokens.read_key(counterpart.shared_key)


def _trace(by: User, verb: str, counterpart: Counterpart, **detail: str | int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"counterpart:{counterpart.pk}",
        organisation=counterpart.organisation_id,
        detail=detail,
    )
