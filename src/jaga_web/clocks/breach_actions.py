"""A failure of data protection: found, described, told. Each action is one transaction."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from jaga_web import vault
from jaga_web.access import BREACH_KEEP, require
from jaga_web.audit.actions import record
from jaga_web.clocks import actions
from jaga_web.clocks.models import Breach
from jaga_web.clocks.permissions import check_same_organisation
from jaga_web.people.models import User
from jaga_web.refusing import refuse

SHORTEST_WORDS = 10
RULE = "breach_notice_pdp46"


@transaction.atomic
def open_breach(*, found_at: datetime, what: str, by: User, zone: str = "Asia/Jakarta") -> Breach:
    """Write down that data protection failed; its 3x24 hours run since it was found."""
    require(by, BREACH_KEEP)
    if found_at > timezone.now() + timedelta(minutes=1):
        raise refuse(
            "Waktu diketahui tidak boleh di masa depan.",
            "The time it was found cannot lie in the future.",
        )
    key = vault.new_key()
    breach = Breach.objects.create(
        organisation=by.organisation,
        key_id=key,
        found_at=found_at,
        what=_enough(what),
        opened_by=by,
    )
    actions.start(
        organisation=by.organisation,
        subject=f"breach:{breach.pk}",
        key=key,
        rule=RULE,
        started_at=found_at,
        by=by,
        zone=zone,
        owner=by,
    )
    _trace(by, "clocks.breach_opened", breach)
    return breach


@transaction.atomic
def save_breach(*, breach: Breach, what: str, remedy: str, authority: str, by: User) -> Breach:
    """Describe what happened, what is done about it, and which authority is told."""
    breach = _open(breach, by)
    breach.what, breach.remedy, breach.authority = _enough(what), remedy.strip(), authority.strip()
    breach.save(update_fields=["what", "remedy", "authority"])
    _trace(by, "clocks.breach_saved", breach)
    return breach


@transaction.atomic
def notify_breach(*, breach: Breach, evidence: str, by: User) -> Breach:
    """Note that the people concerned and the authority were told; ends the clock."""
    breach = _open(breach, by)
    if not (breach.remedy and breach.authority):
        raise refuse(
            "Isi dahulu tindakan perbaikan dan nama lembaga yang diberi tahu.",
            "Fill in the remedy and the authority that is told first.",
        )
    if len(evidence.strip()) < SHORTEST_WORDS:
        raise refuse(
            "Tuliskan buktinya: surat mana, kepada siapa, dengan cara apa.",
            "Write the evidence: which letter, to whom, by which way.",
        )
    breach.notified_at = timezone.now()
    breach.save(update_fields=["notified_at"])
    actions.finish_of(subject=f"breach:{breach.pk}", rule=RULE, evidence=evidence.strip(), by=by)
    _trace(by, "clocks.breach_notified", breach)
    return breach


def _open(breach: Breach, by: User) -> Breach:
    require(by, BREACH_KEEP)
    breach = Breach.objects.select_for_update().get(pk=breach.pk)
    check_same_organisation(by, breach.organisation_id)
    if breach.notified_at is not None:
        raise refuse(
            "Pemberitahuannya sudah tercatat. Muat ulang halamannya.",
            "Its notice is on record already. Load the page again.",
        )
    return breach


def _enough(what: str) -> str:
    if len(what.strip()) < SHORTEST_WORDS:
        raise refuse(
            f"Tuliskan apa yang terjadi, sekurangnya {SHORTEST_WORDS} huruf.",
            f"Write what happened, in at least {SHORTEST_WORDS} letters.",
        )
    return what.strip()


def _trace(by: User, verb: str, breach: Breach) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"breach:{breach.pk}",
        organisation=breach.organisation_id,
    )
