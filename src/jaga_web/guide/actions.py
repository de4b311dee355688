"""Printing a summary: what leaves on paper leaves an event in the chain."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jaga.errors import Refused
from jaga.pages.pdf import pdf
from jaga.words import Language, Text
from jaga_web.access import REFERRALS_SEND, require
from jaga_web.audit.actions import record
from jaga_web.cases.models import Case
from jaga_web.cases.permissions import check_same_organisation, may_edit
from jaga_web.guide import summaries
from jaga_web.people.models import User
from jaga_web.referrals.models import Referral
from jaga_web.referrals.queries import is_reachable


@transaction.atomic
def print_for_child(*, case: Case, language: Language, by: User) -> bytes:
    """The child's leaflet as PDF; by whoever holds the case, or assigns cases."""
    check_same_organisation(by, case)
    if not may_edit(by, case):
        raise PermissionDenied(_("Hanya pemegang kasus atau penyelia yang mencetaknya."))
    made = pdf(summaries.for_child(case, language, timezone.localdate()), leaflet=True)
    _trace(by, "guide.child_summary_made", case)
    return made


@transaction.atomic
def print_for_partner(*, referral: Referral, language: Language, by: User) -> bytes:
    """One referral on paper, while the partner may look at it."""
    require(by, REFERRALS_SEND)
    check_same_organisation(by, referral.case)
    if not is_reachable(referral):
        raise Refused(
            Text(
                "Rujukan ini sudah berakhir atau persetujuannya ditarik, jadi tidak dicetak lagi.",
                "This referral ended or its consent was taken back, so it is not printed again.",
            )
        )
    made = pdf(summaries.for_partner(referral, language, timezone.localdate()), leaflet=True)
    _trace(by, "guide.partner_summary_made", referral.case)
    return made


def _trace(by: User, verb: str, case: Case) -> None:
    record(by=by, verb=verb, subject=f"case:{case.pk}", organisation=case.organisation_id)
