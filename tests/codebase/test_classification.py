"""Every stored field is classified, and what identifies a person is sealed."""

from django.apps import apps
from django.db.models import Field

from jaga_web.classification import FIELDS, classes
from jaga_web.sealing import SealedTextField
from jaga_web.vault import KeyedTextField

SEALED = (SealedTextField, KeyedTextField)


def stored() -> dict[str, Field]:
    return {
        f"{model._meta.label}.{field.name}": field
        for model in apps.get_models()
        for field in (*model._meta.fields, *model._meta.many_to_many)
    }


def test_every_stored_field_is_classified_and_nothing_else():
    assert set(classes()) == set(stored())


def test_no_field_is_classified_twice():
    names = [
        f"{model}.{field}"
        for model, parts in FIELDS.items()
        for fields in parts.values()
        for field in fields.split()
    ]
    assert len(names) == len(set(names))


def test_identity_is_sealed():
    fields = stored()
    bare = [
        name
        for name, kind in classes().items()
        if kind == "identity" and not isinstance(fields[name], SEALED)
    ]
    assert bare == []


def test_every_sealed_field_has_a_purpose_of_its_own():
    purposes = [field.purpose for field in stored().values() if isinstance(field, SEALED)]
    assert len(purposes) == len(set(purposes)) > 0
