"""Who may do what with what is kept. Each function is one rule; its message is what people read."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga.errors import BadInput
from jaga.words import Text
from jaga_web.access import (
    CASES_APPROVE,
    CASES_ASSIGN,
    CASES_ERASE,
    CASES_HOLD,
    CASES_OWN,
    CASES_VIEW,
    require,
)
from jaga_web.cases.models import Case, Conflict
from jaga_web.keeping.models import Erasure, Hold
from jaga_web.people.models import User


def may_keep(user: User, case: Case) -> bool:
    """The owner of a case, and whoever assigns cases, attach to it and ask for its erasure."""
    return user.may(CASES_OWN) and (case.owner_id == user.pk or user.may(CASES_ASSIGN))


def check_keep(user: User, case: Case) -> None:
    """Refuse unless `may_keep`."""
    require(user, CASES_OWN)
    _check_scope(user, case)
    if not may_keep(user, case):
        raise PermissionDenied(_("Hanya pemegang kasus atau penyelia yang dapat melakukannya."))


def check_read(user: User, case: Case) -> None:
    """Whoever reads the case reads what is attached to it."""
    require(user, CASES_VIEW)
    _check_scope(user, case)


def check_hold(user: User, case: Case) -> None:
    """Holding for the law has its own permission."""
    require(user, CASES_HOLD)
    _check_scope(user, case)


def check_postpone(user: User, case: Case) -> None:
    """A supervisor answers for keeping longer than the rule."""
    require(user, CASES_APPROVE)
    _check_scope(user, case)


def check_decide(user: User, erasure: Erasure) -> None:
    """A custodian decides, and never on what they asked themselves."""
    require(user, CASES_ERASE)
    _check_scope(user, erasure.case)
    if erasure.asked_by_id == user.pk:
        raise PermissionDenied(_("Anda yang meminta; orang lain yang harus memutuskan."))


def check_not_held(case: Case) -> None:
    """Refuse while the law needs the case."""
    held = [hold for hold in Hold.objects.filter(case=case) if hold.is_active]
    if held:
        day = max(hold.until for hold in held)
        raise BadInput(
            Text(
                f"Kasus ini ditahan karena hukum sampai {day:%d-%m-%Y}. Penghapusan menunggu"
                " sampai penahanan diakhiri.",
                f"The law holds this case until {day:%d-%m-%Y}. Erasure waits until the hold is"
                " lifted.",
            )
        )


def _check_scope(user: User, case: Case) -> None:
    conflict = Conflict.objects.filter(case=case, person=user).exists()
    if case.organisation_id != user.organisation_id or conflict:
        raise PermissionDenied(_("Kasus ini di luar jangkauan Anda."))
