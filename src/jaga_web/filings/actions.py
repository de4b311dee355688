"""What people do with a filing. Each action is one transaction with its audit event inside."""

import base64
import json
from collections.abc import Mapping
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from jaga.errors import BadInput, JagaError, Refused
from jaga.fiu.compose import counterparties
from jaga.fiu.decision import check_decided
from jaga.fiu.information import giver_from
from jaga.fiu.parties import Party, key, parties_from_csv, party_from
from jaga.fiu.reporter import reporter_from
from jaga.words import Text
from jaga_web.access import FILINGS_DRAFT, require
from jaga_web.alerts.models import Alert
from jaga_web.alerts.queries import day_began
from jaga_web.alerts.taking_in import key_token
from jaga_web.audit.actions import record, record_read
from jaga_web.filings import facts, permissions
from jaga_web.filings.models import Filing, PartyFacts, Sender
from jaga_web.filings.queries import READ_FILING
from jaga_web.people.models import User

SHORTEST_REFERENCE = 3


@transaction.atomic
def begin(*, alert: Alert, kind: str, by: User) -> Filing:
    """Start the report a confirmed alert leads to; the one that exists is returned again."""
    permissions.check_draft(by, alert)
    if kind not in dict(Filing.KINDS):
        raise BadInput(Text("Pilih jenis laporannya.", "Choose the kind of report."))
    permissions.check_kind(by, kind)
    alert = Alert.objects.select_for_update().get(pk=alert.pk)
    protected = facts.protected(alert.organisation_id)
    decision = check_decided(facts.alert_facts(alert), facts.decision_facts(alert), protected)
    known = Filing.objects.filter(alert=alert).first()
    if known is not None:
        return known
    filing = Filing.objects.create(
        organisation=alert.organisation,
        alert=alert,
        kind=kind,
        known_at=decision.approved_at,
        drafted_by=by,
        edited_by=by,
    )
    _trace(by, "filings.begun", filing, kind=kind)
    return filing


def note_read(*, filing: Filing, by: User) -> None:
    """Log that this person read the filing: once a day for each."""
    record_read(
        by=by,
        verb=READ_FILING,
        subject=f"filing:{filing.pk}",
        organisation=filing.organisation_id,
        since=day_began(),
    )


@transaction.atomic
def save_party(*, filing: Filing, account: str, values: Mapping[str, str], by: User) -> None:
    """Keep what is known of one account of the report, sealed."""
    filing = _draft(filing, by)
    party = party_from({**values, "account": account})
    _keep(filing, _accounts(filing), party, by)
    _edited(filing, by)
    _trace(by, "filings.party_saved", filing, rows=1)


@transaction.atomic
def paste_parties(*, filing: Filing, text: str, by: User) -> int:
    """Keep many accounts' facts from CSV text; the number of rows kept."""
    filing = _draft(filing, by)
    known = _accounts(filing)
    found = [facts.with_account(one, _token(one)) for one in parties_from_csv(text).values()]
    unknown = [place for place, one in enumerate(found, start=1) if key(one.account) not in known]
    if unknown or not found:
        place = unknown[0] if unknown else 1
        raise BadInput(
            Text(
                f"Baris {place}: rekening ini tidak ada dalam laporan.",
                f"Row {place}: this account is not in the report.",
            )
        )
    for one in found:
        _keep(filing, known, one, by)
    _edited(filing, by)
    _trace(by, "filings.party_saved", filing, rows=len(found))
    return len(found)


@transaction.atomic
def save_sender(*, values: Mapping[str, str], by: User) -> None:
    """Keep who files: the provider's data at PPATK, or the NGO's address."""
    require(by, FILINGS_DRAFT)
    given = {name: text.strip() for name, text in values.items() if text.strip()}
    permissions.check_kind(by, by.organisation.reports_as or Filing.LTKM)
    (reporter_from if by.organisation.reports_as == Filing.LTKM else giver_from)(given)
    Sender.objects.update_or_create(
        organisation=by.organisation, defaults={"facts": json.dumps(given), "by": by}
    )
    record(
        by=by,
        verb="filings.sender_saved",
        subject=f"organisation:{by.organisation_id}",
        organisation=by.organisation_id,
    )


@transaction.atomic
def save_consent(*, filing: Filing, consent: str, by: User) -> None:
    """Keep the number of the consent that an NGO's information rests on."""
    filing = _draft(filing, by)
    filing.consent = consent.strip()
    filing.save(update_fields=["consent"])
    _edited(filing, by)
    _trace(by, "filings.consent_saved", filing)


@transaction.atomic
def approve(*, filing: Filing, by: User) -> Filing:
    """The second person finds it complete and valid: the very file is kept, and it is ready."""
    filing = _locked(filing)
    permissions.check_approve(by, filing)
    _must_be(filing, Filing.DRAFT)
    content = _finished(filing)
    filing.state, filing.approved_by, filing.approved_at = Filing.READY, by, timezone.now()
    filing.content = base64.b64encode(content).decode()
    filing.sha256 = sha256(content).hexdigest()
    filing.save(update_fields=["state", "approved_by", "approved_at", "content", "sha256"])
    _trace(by, "filings.approved", filing, hash=filing.sha256)
    return filing


@transaction.atomic
def reopen(*, filing: Filing, by: User) -> Filing:
    """Back to draft before it was handed over; the approval and its file are gone."""
    filing = _locked(filing)
    permissions.check_edit(by, filing)
    _must_be(filing, Filing.READY)
    filing.state, filing.approved_by, filing.approved_at = Filing.DRAFT, None, None
    filing.content = filing.sha256 = ""
    filing.save(update_fields=["state", "approved_by", "approved_at", "content", "sha256"])
    _trace(by, "filings.reopened", filing)
    return filing


@transaction.atomic
def download(*, filing: Filing, by: User) -> bytes:
    """The approved file, with an audit event that says it left."""
    filing = _locked(filing)
    permissions.check_draft(by, filing.alert)
    _must_be(filing, Filing.READY, Filing.HANDED_OVER)
    _trace(by, "filings.downloaded", filing, hash=filing.sha256)
    return base64.b64decode(filing.content)


@transaction.atomic
def hand_over(*, filing: Filing, reference: str, by: User) -> Filing:
    """Record that it was handed in; the number PPATK gives may come later."""
    filing = _locked(filing)
    permissions.check_edit(by, filing)
    _must_be(filing, Filing.READY)
    filing.state, filing.fiu_reference = Filing.HANDED_OVER, reference.strip()
    filing.handed_over_by, filing.handed_over_at = by, timezone.now()
    filing.save(update_fields=["state", "fiu_reference", "handed_over_by", "handed_over_at"])
    _trace(by, "filings.handed_over", filing)
    return filing


@transaction.atomic
def note_receipt(*, filing: Filing, reference: str, by: User) -> Filing:
    """The number PPATK gave a report handed in earlier; it is typed once."""
    filing = _locked(filing)
    permissions.check_edit(by, filing)
    if filing.state != Filing.HANDED_OVER or filing.fiu_reference:
        raise _changed()
    if len(reference.strip()) < SHORTEST_REFERENCE:
        raise BadInput(
            Text("Tuliskan nomor penerimaan dari PPATK.", "Write the number PPATK gave the report.")
        )
    filing.fiu_reference = reference.strip()
    filing.save(update_fields=["fiu_reference"])
    _trace(by, "filings.receipt_noted", filing)
    return filing


@transaction.atomic
def export_decision(*, alert: Alert, by: User) -> bytes:
    """The decision on an alert as the file `jaga goaml --decision` reads; roles, no names."""
    permissions.check_draft(by, alert)
    decision = check_decided(facts.alert_facts(alert), facts.decision_facts(alert))
    decided = facts.decided(alert)
    assert decided is not None
    record(
        by=by,
        verb="filings.decision_exported",
        subject=f"decision:{decided.pk}",
        organisation=alert.organisation_id,
    )
    return (json.dumps(decision.fields(), indent=2) + "\n").encode()


def _finished(filing: Filing) -> bytes:
    """The whole, valid file; Refused in words. An LTKM needs the schema on this site."""
    if not filing.is_ltkm:
        return facts.information_text(filing, suffix=".pdf")
    schema = facts.installed_schema()
    if schema is None:
        raise Refused(
            Text(
                "Skema goAML belum dipasang, jadi draf ini belum dapat diperiksa dan disahkan. "
                "Administrator menyetel JAGA_GOAML_XSD.",
                "No goAML schema is installed, so this draft can be neither checked nor "
                "approved. The administrator sets JAGA_GOAML_XSD.",
            )
        )
    return facts.ltkm(filing, schema).content


def _accounts(filing: Filing) -> set[str]:
    alert = facts.alert_facts(filing.alert)
    return {key(alert.subject), *map(key, counterparties(alert))}


def _token(party: Party) -> str:
    try:
        return key_token(party.account)
    except ValueError:
        return party.account


def _keep(filing: Filing, known: set[str], party: Party, by: User) -> None:
    if key(party.account) not in known:
        raise BadInput(
            Text(
                "Rekening ini tidak ada dalam laporan.",
                "This account is not in the report.",
            )
        )
    values = {name: value for name, value in vars(party).items() if value}
    PartyFacts.objects.update_or_create(
        filing=filing, account=party.account, defaults={"facts": json.dumps(values), "by": by}
    )


def _draft(filing: Filing, by: User) -> Filing:
    filing = _locked(filing)
    permissions.check_edit(by, filing)
    _must_be(filing, Filing.DRAFT)
    return filing


def _edited(filing: Filing, by: User) -> None:
    filing.edited_by = by
    filing.save(update_fields=["edited_by"])


def _locked(filing: Filing) -> Filing:
    return Filing.objects.select_for_update().get(pk=filing.pk)


def _must_be(filing: Filing, *states: str) -> None:
    if filing.state not in states:
        raise _changed()


def _changed() -> JagaError:
    return BadInput(
        Text(
            "Keadaan laporan ini sudah berubah. Muat ulang halamannya.",
            "The state of this report has changed. Load its page again.",
        )
    )


def _trace(by: User, verb: str, filing: Filing, **detail: str | int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"filing:{filing.pk}",
        organisation=filing.organisation_id,
        detail=detail,
    )
