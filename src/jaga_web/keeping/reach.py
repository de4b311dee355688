"""Everything the site stores about one case, found by asking the models themselves.

A row belongs to a case when it is the case; when a chain of foreign keys leads from it to the
case; when it carries the case's key; or when its `subject` is "case:" and the case's number. A new
table is therefore erased without being named anywhere. tests/codebase/test_erasure_reach.py holds
each of its sealed fields to the case's key.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db import models
from django.db.models import Max, Q
from django.utils import timezone

from jaga_web.cases.models import Case

# Subjects of these are names of rows in the trail or accounts of payments, and stay.
SUBJECTS_KEPT = frozenset({"audit.Event", "alerts.Alert", "alerts.Snooze"})
# Reading, asking to erase and moments that only will be are not work on a case.
QUIET_MODELS = frozenset({"cases.Look", "keeping.Erasure", "keeping.Hold", "keeping.Postponement"})
QUIET_FIELDS = frozenset({"read_at", "expires_at", "due_at"})


@dataclass(frozen=True)
class Root:
    """A table whose rows belong to a case by themselves, and by which column."""

    model: type[models.Model]
    column: str

    def value(self, case: Case) -> int | str:
        """What that column holds for `case`."""
        match self.column:
            case "key_id":
                return case.key_id
            case "subject":
                return f"case:{case.pk}"
            case _:
                return case.pk


def roots() -> list[Root]:
    """The case itself, and what carries its key or its name."""
    found = [Root(Case, "pk")]
    for model in apps.get_models(include_auto_created=True):
        columns = {field.name for field in model._meta.concrete_fields}
        if "key_id" in columns and model._meta.app_label != "keeping" and model is not Case:
            found.append(Root(model, "key_id"))
        if "subject" in columns and model._meta.label not in SUBJECTS_KEPT:
            found.append(Root(model, "subject"))
    return found


def paths() -> dict[type[models.Model], list[tuple[str, Root]]]:
    """For each table with rows of a case: the lookups that find them."""
    found: dict[type[models.Model], list[tuple[str, Root]]] = {}
    for root in roots():
        waiting = [(root.model, root.column, frozenset({root.model}))]
        while waiting:
            model, lookup, seen = waiting.pop()
            found.setdefault(model, []).append((lookup, root))
            for child, name in _children(model):
                if child not in seen:
                    waiting.append((child, f"{name}__{lookup}", seen | {child}))
    return found


def _children(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    """Each table with a foreign key to `model`, with the name of that key."""
    for other in apps.get_models(include_auto_created=True):
        for field in other._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is model:
                yield other, field.name


def rows(case: Case) -> dict[type[models.Model], list[int]]:
    """The primary keys of every row that belongs to `case`, table by table."""
    found = {}
    for model, lookups in paths().items():
        which = Q()
        for lookup, root in lookups:
            which |= Q(**{lookup: root.value(case)})
        numbers = list(model._default_manager.filter(which).values_list("pk", flat=True))
        if numbers:
            found[model] = sorted(set(numbers))
    return found


def last_activities(numbers: list[int]) -> dict[int, datetime]:
    """For each of these cases, the latest moment that any of its rows remembers."""
    now = timezone.now()
    latest: dict[int, datetime] = {}
    for model, lookups in paths().items():
        lookup = next((name for name, root in lookups if root.model is Case), "")
        if not lookup or model._meta.label in QUIET_MODELS:
            continue
        for field in _moments(model):
            counted = model._default_manager.filter(
                **{f"{lookup}__in": numbers, f"{field}__lte": now}
            )
            found = counted.order_by().values_list(lookup).annotate(latest=Max(field))
            for number, moment in found:
                latest[number] = max(moment, latest.get(number, moment))
    return latest


def _moments(model: type[models.Model]) -> list[str]:
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.DateTimeField) and field.name not in QUIET_FIELDS
    ]
