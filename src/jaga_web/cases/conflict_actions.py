"""Conflicts of interest: from the moment one is recorded the case is gone for that person."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from jaga_web.cases.acting import locked, one_of, trace
from jaga_web.cases.models import Case, Conflict
from jaga_web.cases.permissions import check_same_organisation, leads
from jaga_web.people.models import User
from jaga_web.refusing import refuse


@transaction.atomic
def declare(*, case: Case, person: User, reason_code: str, by: User) -> Conflict:
    """Record a conflict of one's own, or, as a supervisor, of somebody of the organisation.

    Whoever held the case or answers for a service in it no longer does.
    """
    case = locked(case)
    check_same_organisation(by, case)
    if person.pk != by.pk and not leads(by, case):
        raise PermissionDenied(_("Hanya penyelia yang mencatat benturan orang lain."))
    if person.organisation_id != case.organisation_id:
        raise refuse("Pilih orang dari organisasi ini.", "Choose a person of this organisation.")
    made, _fresh = Conflict.objects.get_or_create(
        case=case,
        person=person,
        defaults={"reason_code": one_of("conflict", reason_code), "by": by},
    )
    if case.owner_id == person.pk:
        case.owner = None
        case.save(update_fields=["owner"])
    case.service_set.filter(person=person).update(person=None)
    trace(by, "cases.conflict_declared", case, to=person.pk)
    return made


@transaction.atomic
def end(*, conflict: Conflict, by: User) -> None:
    """End a conflict: a supervisor's act, never the person's own."""
    case = locked(conflict.case)
    check_same_organisation(by, case)
    if not leads(by, case) or by.pk == conflict.person_id:
        raise PermissionDenied(_("Hanya penyelia lain yang mengakhiri benturan kepentingan."))
    number = conflict.person_id
    conflict.delete()
    trace(by, "cases.conflict_ended", case, to=number)
