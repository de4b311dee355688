"""Invented facts for a demonstration's report, so that the whole walk can be shown."""

import json

from django.conf import settings
from django.db import transaction

from jaga.errors import Refused
from jaga.fiu.compose import counterparties
from jaga.words import Text
from jaga_web.audit.actions import record
from jaga_web.filings import facts, permissions
from jaga_web.filings.models import Filing, PartyFacts, Sender
from jaga_web.people.models import User

HOLDER = {
    "my_client": "yes", "kind": "person", "branch": "Cabang Contoh", "currency": "IDR",
    "account_type": "savings", "opened": "2019-05-20", "name": "Rekaan Bin Contoh", "gender": "M",
    "birthdate": "1980-03-12", "birth_place": "Kota Contoh", "id_type": "KTP",
    "id_number": "9900001203800001", "id_issued": "2015-01-01", "id_expires": "lifelong",
    "id_country": "ID", "nationality": "ID", "residence": "ID", "phone": "0800000001",
    "address": "Jalan Contoh 1", "city": "Kota Contoh", "province": "Provinsi Contoh",
    "country": "ID", "occupation": "Wiraswasta",
}  # fmt: skip
PROVIDER = {
    "rentity_id": "999001", "institution_name": "Bank Contoh Satu", "institution_code": "BCS",
    "user_code": "BCS-PELAPOR-1",
}  # fmt: skip
NGO = {
    "name": "Lembaga Contoh", "address": "Jalan Contoh 3, Kota Contoh",
    "contact": "Petugas hukum", "email": "hukum@contoh.invalid",
}  # fmt: skip


@transaction.atomic
def invent(*, filing: Filing, by: User) -> None:
    """Fill every party and the reporter with invented people; refused outside a demonstration."""
    if not settings.JAGA_DEMO:
        raise Refused(
            Text(
                "Data rekaan hanya untuk mode peraga.",
                "Invented data is for the demonstration only.",
            )
        )
    filing = Filing.objects.select_for_update().get(pk=filing.pk)
    permissions.check_edit(by, filing)
    if filing.state != Filing.DRAFT:
        raise Refused(Text("Laporan ini bukan draf lagi.", "This report is no longer a draft."))
    sender = PROVIDER if filing.is_ltkm else NGO
    Sender.objects.update_or_create(
        organisation=filing.organisation, defaults={"facts": json.dumps(sender), "by": by}
    )
    filing.consent = "" if filing.is_ltkm else "PSJ-REKAAN-1"
    filing.edited_by = by
    filing.save(update_fields=["consent", "edited_by"])
    if filing.is_ltkm:
        _parties(filing, by)
    record(
        by=by,
        verb="filings.invented",
        subject=f"filing:{filing.pk}",
        organisation=filing.organisation_id,
    )


def _parties(filing: Filing, by: User) -> None:
    alert = facts.alert_facts(filing.alert)
    for place, token in enumerate([alert.subject, *counterparties(alert)]):
        known = HOLDER if place == 0 else {"institution_code": f"BK{place % 9}"}
        values = {"account": token, "account_number": f"99000{place:05}", **known}
        PartyFacts.objects.update_or_create(
            filing=filing, account=token, defaults={"facts": json.dumps(values), "by": by}
        )
