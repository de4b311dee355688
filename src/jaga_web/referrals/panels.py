"""What the case page shows of consents and referrals."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from jaga_web import access
from jaga_web.cases.models import Case
from jaga_web.cases.panels import Panel, register
from jaga_web.cases.queries import LOOKS
from jaga_web.people.models import User
from jaga_web.referrals import page, queries


def consents(user: User, case: Case) -> dict[str, Any] | None:
    """The consents of the case, newest first, with whether each holds today."""
    if not queries.worked_on(user).filter(pk=case.pk).exists():
        return None
    holding = set(
        queries.consents_of(user, case)
        .filter(queries.in_force(queries.today()))
        .values_list("pk", flat=True)
    )
    return {
        "consents": [(one, one.pk in holding) for one in queries.consents_of(user, case)],
        "may_record": user.may(access.CASES_OWN),
        "may_ask_counsel": user.may(access.LEGAL_KEEP),
    }


def referrals(user: User, case: Case) -> dict[str, Any] | None:
    """The referrals of the case, with what is late, and those across a border."""
    if not _sends(user, case):
        return None
    return {
        "lines": [page.line(one) for one in queries.sent_of(user, case)],
        "crossings": queries.abroad_of(user, case),
    }


def _sends(user: User, case: Case) -> bool:
    return user.may(access.REFERRALS_SEND) and queries.held(user).filter(pk=case.pk).exists()


def _wants_attention(user: User, case: Case) -> bool:
    """Open the part where something came back or is late."""
    return _sends(user, case) and any(
        one.state == "rejected" or queries.reminder(one) for one in queries.sent_of(user, case)
    )


def hang() -> None:
    """Hang both parts onto the case page."""
    register(
        Panel(
            id="consents",
            title=_("Persetujuan"),
            template="referrals/_consents.html",
            content=consents,
            order=20,
        )
    )
    register(
        Panel(
            id="referrals",
            title=_("Rujukan"),
            template="referrals/_referrals.html",
            content=referrals,
            order=21,
            opened=_wants_attention,
        )
    )


def tell_looks() -> None:
    """Let a partner's looks stand among those who looked at the file."""
    LOOKS[queries.READ_BY_PARTNER] = _("membaca rujukan yang ditujukan kepadanya")
