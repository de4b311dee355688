"""A table that stores something about a case is erased with it, sealed with its key, or fails here.

`jaga_web.keeping.reach` finds such tables by itself. These tests hold what it finds to rules, so
that a new table, or a new field of an old one, cannot keep what a child's erasure should take.
"""

from collections.abc import Iterable, Iterator

import pytest
from django.apps import apps
from django.db import models

from jaga_web.cases.models import Case
from jaga_web.classification import FIELDS
from jaga_web.keeping import reach
from jaga_web.people.models import User
from jaga_web.sealing import SealedTextField
from jaga_web.vault import KeyedTextField

# Plain columns of a case's tables that hold no free text, though their kind could.
CODES = {
    "cases.Conference.participants": "codes of roles",
    "national.Suggestion.differs": "codes of fields",
    "national.Suggestion.reasons": "codes of reasons",
    "referrals.Consent.fields": "codes of what may be told",
    "referrals.Referral.fields": "codes of what may be told",
}
# Tables that speak of cases and stay, with the reason. Their columns are held to be codes by
# tests/codebase/test_classification.py.
STAY = {
    "audit.Event": "the chain holds numbers and codes alone, and shows that it was erased",
    "keeping.Tombstone": "the number and the days alone, made when the case goes",
    "keeping.Destruction": "the id of a key that is no more",
}
FREE = (models.TextField, models.JSONField, models.BinaryField, models.FileField)
Model = type[models.Model]


def ends_at_a_key(model: Model, path: str) -> Model | None:
    """The table whose `key_id` a sealed field's key path leads to; None when it leads nowhere."""
    *steps, last = path.split(".")
    for step in steps:
        field = model._meta.get_field(step)
        if not isinstance(field, models.ForeignKey) or field.null:
            return None
        model = field.related_model
    return model if last == "key_id" and model._meta.get_field(last) else None


def faults(tables: Iterable[Model]) -> Iterator[str]:
    """Fields of a case's tables that erasing it would not reach."""
    keys = {root.model for root in reach.roots() if root.column == "key_id"} | {Case}
    for model in tables:
        named = FIELDS.get(model._meta.label, {}).get("identity", "").split()
        for field in model._meta.concrete_fields:
            place = f"{model._meta.label}.{field.name}"
            if isinstance(field, KeyedTextField):
                if ends_at_a_key(model, field.key) not in keys:
                    yield f"{place}: its key is not the case's"
            elif isinstance(field, SealedTextField):
                yield f"{place}: sealed with the installation's key, which outlives the case"
            elif isinstance(field, FREE) and place not in CODES:
                yield f"{place}: free text in plain"
            elif field.name in named and not field.name.endswith("_mark"):
                yield f"{place}: names a person in plain"


def of_cases() -> list[Model]:
    """The tables whose every row is of a case; others, such as reports, may have their own key."""
    return [
        model
        for model, lookups in reach.paths().items()
        if any(root.column != "key_id" for _, root in lookups)
    ]


def speaks_of_cases(model: Model) -> bool:
    """Whether a table's columns look as if they named a case, by whatever kind of field."""
    return any(
        field.name in ("case", "case_id", "case_row", "case_number", "subject")
        or getattr(field, "related_model", None) is Case
        for field in model._meta.concrete_fields
    )


def test_there_is_something_to_hold():
    labels = {model._meta.label for model in of_cases()}
    assert {"cases.Case", "cases.Identity", "cases.Entry", "keeping.Attachment"} <= labels
    assert {"referrals.Move", "clocks.Pause"} <= labels
    assert User not in reach.paths()


def test_every_sealed_field_of_a_case_is_sealed_with_the_cases_key():
    assert list(faults(of_cases())) == []


def test_a_table_that_speaks_of_cases_is_reached_or_named():
    apart = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if speaks_of_cases(model) and model not in reach.paths()
    }
    assert apart <= {*STAY, *reach.SUBJECTS_KEPT}


def test_keys_are_stored_nowhere_but_where_they_are_looked_for():
    """Whatever is sealed with a key of its own can be told apart by it."""
    sealed = {
        model
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, KeyedTextField) and ends_at_a_key(model, field.key) is None
    }
    assert sealed == set()


class Planted(models.Model):
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    good = KeyedTextField(purpose="tests.good", key="case.key_id")
    sealed = SealedTextField(purpose="tests.sealed")
    astray = KeyedTextField(purpose="tests.astray", key="by.username")
    plain = models.TextField()
    listed = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        app_label = "tests"
        managed = False


@pytest.mark.parametrize("name", ["sealed", "astray", "plain", "listed"])
def test_a_planted_field_is_found(name: str):
    found = [fault.split(":")[0] for fault in faults([Planted])]
    assert f"tests.Planted.{name}" in found
    assert "tests.Planted.good" not in found


def test_a_planted_table_is_found():
    assert speaks_of_cases(Planted)
    assert not speaks_of_cases(User)
