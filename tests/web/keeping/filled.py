"""A row in every table of a case, with a text of its own in every sealed field."""

import secrets
from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from jaga.casework import codes, leads, milestones
from jaga.casework.deadline_rows import DEADLINES
from jaga_web.cases.models import Case
from jaga_web.keeping import reach
from jaga_web.people.models import Organisation, User
from jaga_web.sealing import SealedTextField
from jaga_web.vault import KeyedTextField

# Tables whose rows are made by the test itself, or whose key is their own.
LEFT_OUT = {"cases.Case", "keeping.Erasure", "keeping.Hold"}
# Columns without choices whose codes the pages look up.
CODES = {
    "clocks.Clock.rule": next(iter(DEADLINES)),
    "legal.Milestone.kind": next(iter(milestones.KINDS)),
    "legal.Milestone.state": next(iter(milestones.STATES)),
    "legal.Milestone.zone": "Asia/Jakarta",
    "legal.Lead.kind": next(iter(leads.KINDS)),
    "legal.LabelDecision.scheme": "uu_tpks_4_1",
    "legal.LabelDecision.code": next(iter(codes.scheme_codes("uu_tpks_4_1"))),
}


def fill(case: Case, by: User) -> dict[str, str]:
    """Give every table of a case a row. Returns the planted words by field.

    Tables are found as the erasure finds them, so a new one is filled without being named.
    """
    planted: dict[str, str] = {}
    waiting = [model for model, lookups in reach.paths().items() if _is_of_a_case(lookups)]
    made: dict[type[models.Model], models.Model] = {Case: case}
    waiting = [model for model in waiting if model._meta.label not in LEFT_OUT]
    while waiting:
        ready = [model for model in waiting if _parents(model) & set(waiting) - {model} == set()]
        assert ready, f"tables that wait for each other: {waiting}"
        for model in ready:
            made[model] = _row(model, made, by, planted)
            waiting.remove(model)
    for field in _sealed(Case):
        setattr(case, field.name, _words(planted, Case, field))
    case.save()
    return planted


def _is_of_a_case(lookups: list[tuple[str, reach.Root]]) -> bool:
    return any(root.column != "key_id" for _, root in lookups)


def _parents(model: type[models.Model]) -> set[type[models.Model]]:
    fields = model._meta.concrete_fields
    return {field.related_model for field in fields if isinstance(field, models.ForeignKey)}


def _sealed(model: type[models.Model]) -> list[KeyedTextField]:
    return [field for field in model._meta.concrete_fields if isinstance(field, KeyedTextField)]


def _words(planted: dict[str, str], model: type[models.Model], field: models.Field) -> str:
    words = f"UJI{secrets.token_hex(12)}"
    planted[f"{model._meta.label}.{field.name}"] = words
    return words


def _row(model: type[models.Model], made: dict, by: User, planted: dict[str, str]) -> models.Model:
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if field.primary_key:
            continue
        if isinstance(field, KeyedTextField):
            values[field.name] = _words(planted, model, field)
        elif isinstance(field, models.ForeignKey):
            values[field.name] = _other(field, made, by)
        elif field.name == "subject":
            values[field.name] = f"case:{made[Case].pk}"
        elif field.name == "key_id":
            values[field.name] = made[Case].key_id
        elif isinstance(field, SealedTextField):
            values[field.name] = "rekaan"
        elif not field.has_default() and not field.null:
            code = CODES.get(f"{model._meta.label}.{field.name}")
            values[field.name] = code or _plain(field)
    row = model(**{name: value for name, value in values.items() if value is not None})
    row.save()
    return row


def _other(field: models.ForeignKey, made: dict, by: User) -> models.Model | None:
    if field.related_model in made:
        return made[field.related_model]
    if field.null:
        return None
    if field.related_model is User:
        # A conflict of interest, for one, must not be that of the person who works here.
        return by if field.name != "person" else _somebody_else(by)
    if field.related_model is Organisation:
        partner = {"name": "Mitra Contoh", "kind": "uptd"}
        is_ours = field.name == "organisation"
        return by.organisation if is_ours else Organisation.objects.get_or_create(**partner)[0]
    # A row that is not of the case, such as the agreement between two organisations.
    return _row(field.related_model, made, by, {})


def _somebody_else(by: User) -> User:
    defaults = {"display_name": "Orang lain (rekaan)", "organisation": by.organisation}
    return User.objects.get_or_create(username="orang-lain", defaults=defaults)[0]


def _plain(field: models.Field) -> Any:
    match field.get_internal_type():
        case "DateTimeField":
            return timezone.now()
        case "DateField":
            return timezone.localdate() + timedelta(days=1)
        case "BooleanField":
            return False
        case "CharField":
            codes = [code for code, _ in field.choices or [] if code]
            return codes[0] if codes else secrets.token_hex(4)[: field.max_length]
        case _:
            return 1
