"""Who may do what with one case. Each function is one rule; its message is what people read.

Whoever holds a case (or leads those who do) reads and writes all of it. Others see parts:
whoever gives a service in it (a counsellor, a legal officer) what that service needs; the
registrar and whoever opened it its registration, which holds codes alone.
"""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga.casework.forms import SECTIONS
from jaga.casework.steps import Actor
from jaga_web.access import (
    CASES_APPROVE,
    CASES_ASSIGN,
    CASES_OPEN,
    CASES_OWN,
    LEGAL_KEEP,
    NATIONAL_RECONCILE,
    require,
)
from jaga_web.cases.models import Approval, Case, Conflict
from jaga_web.people.models import User
from jaga_web.people.roles import permissions_of

EVERYTHING = frozenset(SECTIONS)
# What whoever gives a service needs: how to reach the child safely, what the child wants.
FOR_SERVICES = frozenset({"safe_contact", "wishes", "disability"})
FOR_THE_REGISTER = frozenset({"registration"})
AT_THE_DOOR = frozenset({"identity", "registration", "safe_contact", "risk", "wishes"})


def conflicted(user: User, case: Case) -> bool:
    """Whether a conflict of interest keeps this person from the case."""
    return Conflict.objects.filter(case=case, person=user).exists()


def leads(user: User, case: Case) -> bool:
    """Whether this person leads those who hold cases in the case's organisation."""
    return user.may(CASES_ASSIGN) and case.organisation_id == user.organisation_id


def holds(user: User, case: Case) -> bool:
    """Whether this person is the owner, and may hold cases."""
    return user.may(CASES_OWN) and case.owner_id == user.pk


def may_edit(user: User, case: Case) -> bool:
    """The owner writes in a case; so does whoever leads."""
    return holds(user, case) or (leads(user, case) and user.may(CASES_OWN))


def opened_it(user: User, case: Case) -> bool:
    """Whoever opened a case goes on with its registration until somebody holds it."""
    return user.may(CASES_OPEN) and case.opened_by_id == user.pk and case.owner_id is None


def serves(user: User, case: Case) -> bool:
    """Whether this person answers for one of its services."""
    return case.service_set.filter(person=user.pk).exists()


def sections_seen(user: User, case: Case) -> frozenset[str]:
    """The sections whose answers this person may read."""
    if holds(user, case) or leads(user, case):
        return EVERYTHING
    seen: frozenset[str] = frozenset()
    if opened_it(user, case):
        seen |= AT_THE_DOOR
    if serves(user, case):
        seen |= FOR_SERVICES | {"service"}
        seen |= {"kbgo"} if user.may(LEGAL_KEEP) else set()
    if user.may(NATIONAL_RECONCILE) and case.kind == Case.PROTECTION:
        seen |= FOR_THE_REGISTER
    return seen


def sections_written(user: User, case: Case) -> frozenset[str]:
    """The sections this person may write in; none of a closed case."""
    if case.status != Case.OPEN or case.kind != Case.PROTECTION:
        return frozenset()
    if may_edit(user, case):
        return EVERYTHING
    return AT_THE_DOOR if opened_it(user, case) else frozenset()


def actor(user: User, case: Case) -> Actor:
    """How this person stands to the case, for the table of steps."""
    asked = case.approval_set.filter(
        what=Approval.CLOSURE, state__in=[Approval.ASKED, Approval.APPROVED], by=user.pk
    )
    return Actor(
        permissions=permissions_of(user.roles) if user.is_active else frozenset(),
        holds=case.owner_id == user.pk,
        asked=asked.exists(),
    )


def may_decide(user: User, approval: Approval) -> bool:
    """A second person decides: not who asked, not who held or holds the case."""
    others = {approval.by_id, approval.owner_id, approval.case.owner_id}
    return user.may(CASES_APPROVE) and user.pk not in others


def may_close(user: User, case: Case) -> bool:
    """A suspicion is closed by its owner, or by whoever assigns cases."""
    return user.may(CASES_OWN) and (case.owner_id == user.pk or user.may(CASES_ASSIGN))


def check_close(user: User, case: Case) -> None:
    """Refuse unless `may_close`."""
    require(user, CASES_OWN)
    if not may_close(user, case):
        raise PermissionDenied(_("Hanya pemegang kasus atau penyelia yang dapat menutupnya."))


def check_same_organisation(user: User, case: Case) -> None:
    """A case never leaves its organisation, and does not exist for whoever has a conflict."""
    if case.organisation_id != user.organisation_id:
        raise PermissionDenied(_("Kasus ini di luar organisasi Anda."))
    if conflicted(user, case):
        raise PermissionDenied(_("Kasus ini tidak tersedia bagi Anda."))


def check_edit(user: User, case: Case) -> None:
    """Refuse unless `may_edit`."""
    check_same_organisation(user, case)
    if not may_edit(user, case):
        raise PermissionDenied(_("Hanya pemegang kasus atau penyelianya yang dapat mengubahnya."))


def check_write(user: User, case: Case, section: str) -> None:
    """Refuse unless this person may write in the section."""
    check_same_organisation(user, case)
    if section not in sections_written(user, case):
        raise PermissionDenied(_("Bagian ini tidak dapat Anda ubah."))


def check_identity(user: User, case: Case) -> None:
    """Refuse whoever may not know who the child is."""
    check_same_organisation(user, case)
    if "identity" not in sections_seen(user, case):
        raise PermissionDenied(_("Identitas anak tidak dapat Anda buka."))


def check_decide(user: User, approval: Approval) -> None:
    """Refuse unless `may_decide`."""
    check_same_organisation(user, approval.case)
    require(user, CASES_APPROVE)
    if not may_decide(user, approval):
        raise PermissionDenied(_("Orang lain yang mengesahkan: bukan pemegang, bukan pengaju."))
