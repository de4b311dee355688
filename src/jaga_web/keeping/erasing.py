"""Erasing a case: its rows go in one transaction, its key after the commit, and a stone stays.

The order is what makes it safe. Rows, tombstone and the order to destroy the key are one commit;
a crash before it changes nothing, a crash after it leaves the order, which `finish` carries out.
"""

from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from jaga.casework.retention import CASE
from jaga_web import vault
from jaga_web.audit.actions import record
from jaga_web.cases.models import Case
from jaga_web.keeping import reach
from jaga_web.keeping.models import Destruction, Erasure, Tombstone
from jaga_web.keeping.permissions import check_not_held
from jaga_web.people.models import User

ROWS_AT_ONCE = 500
# What higher apps do first, while the key still opens: each gives the ids of more keys to destroy.
BEFORE: list[Callable[[Case], list[str]]] = []


def erase(*, erasure: Erasure, by: User | None) -> Tombstone:
    """Erase the case of an approved request. Call it inside a transaction that holds the case.

    Raises BadInput while the law holds the case.
    """
    case = erasure.case
    check_not_held(case)
    keys = [case.key_id, *(key for before in BEFORE for key in before(case))]
    found = reach.rows(case)
    stone = _tombstone(erasure, sum(len(numbers) for numbers in found.values()))
    for key in filter(None, dict.fromkeys(keys)):
        Destruction.objects.create(tombstone=stone, key_id=key)
    for model, numbers in found.items():
        _delete(model, numbers)
    record(
        by=by,
        verb="keeping.case_erased",
        subject=f"case:{stone.case_row}",
        organisation=stone.organisation_id,
        detail={"case": stone.case_number, "why": stone.why, "rows": stone.rows},
    )
    # Robust: the case is gone by then, and whatever is left is done by the next `finish`.
    transaction.on_commit(partial(finish), robust=True)
    return stone


def finish() -> int:
    """Destroy every key whose case was erased, also one that came back. Returns how many wait.

    Doing it twice, or in two processes at once, does no harm.
    """
    left = 0
    known = set(vault.names())
    for order in Destruction.objects.select_related("tombstone"):
        if order.done_at is not None and order.key_id not in known:
            continue
        try:
            vault.destroy(order.key_id)
        except OSError:
            left += 1
        else:
            _note(order)
    return left


def orphans(older_than_seconds: float) -> list[str]:
    """Keys that no row names, made at least so long ago: left by an act that was undone."""
    named = {key for root in reach.roots() if root.column == "key_id" for key in _keys(root.model)}
    named |= set(_keys(Case)) | set(_keys(Destruction))
    now, found = timezone.now().timestamp(), []
    for name in vault.names():
        try:
            is_old = now - vault.made_at(name) >= older_than_seconds
        except FileNotFoundError:
            continue
        if is_old and name not in named:
            found.append(name)
    return found


def _keys(model: type[Model]) -> list[str]:
    return list(model._default_manager.values_list("key_id", flat=True))


def _tombstone(erasure: Erasure, rows: int) -> Tombstone:
    case = erasure.case
    assert erasure.decided_by is not None
    assert erasure.decided_at is not None
    return Tombstone.objects.create(
        case_number=case.number,
        case_row=case.pk,
        organisation=case.organisation,
        opened_on=timezone.localdate(case.opened_at),
        closed_on=timezone.localdate(case.closed_at) if case.closed_at else None,
        why=erasure.why,
        rule=CASE.id,
        rule_days=CASE.days,
        asked_by=erasure.asked_by,
        approved_by=erasure.decided_by,
        approved_at=erasure.decided_at,
        rows=rows,
    )


def _delete(model: type[Model], numbers: list[int]) -> None:
    """Without asking other rows: they go as well, and the database refuses to leave one behind."""
    for start in range(0, len(numbers), ROWS_AT_ONCE):
        some = model._default_manager.filter(pk__in=numbers[start : start + ROWS_AT_ONCE])
        some._raw_delete(some.db)


@transaction.atomic
def _note(order: Destruction) -> None:
    again = not Destruction.objects.filter(pk=order.pk, done_at=None).update(done_at=timezone.now())
    record(
        by=None,
        verb="keeping.key_destroyed",
        subject=f"tombstone:{order.tombstone_id}",
        organisation=order.tombstone.organisation_id,
        detail={"case": order.tombstone.case_number, "again": int(again)},
    )
