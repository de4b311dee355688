"""From what the site keeps to what the core's reports are built from. Reads only."""

import json
from dataclasses import replace
from datetime import date

from django.utils import timezone

from jaga.errors import JagaError
from jaga.fiu import alerts as core
from jaga.fiu.compose import Dossier, compose
from jaga.fiu.decision import Decision
from jaga.fiu.documents import drawn
from jaga.fiu.goaml import Written, write_report
from jaga.fiu.information import Giver, Request, giver_from, information
from jaga.fiu.information_words import outline
from jaga.fiu.pack import Pack, read_pack
from jaga.fiu.parties import Party, key, party_from
from jaga.fiu.reporter import Reporter, reporter_from
from jaga.fiu.schema import Schema, read_schema
from jaga.words import Text
from jaga_web.alerts import words
from jaga_web.alerts.charts import WIB
from jaga_web.alerts.knowledge import typology
from jaga_web.alerts.models import Alert
from jaga_web.alerts.models import Decision as Decided
from jaga_web.filings.models import Filing, Sender

PACK = "ppatk"


def alert_facts(alert: Alert) -> core.Alert:
    """The alert with its reasons and evidence, as the core reports it."""
    return core.Alert(
        alert_id=alert.alert_id,
        typology=alert.typology,
        version=alert.version,
        subject=alert.subject,
        role=alert.role,
        outcome=alert.outcome,
        window_start=alert.window_start,
        window_end=alert.window_end,
        first_fired_at=alert.first_fired_at,
        reasons=core.reasons(alert.reasons),
        payments=tuple(
            core.Payment(
                key=one.payment_key, booked_at=one.booked_at.astimezone(WIB), debtor=one.debtor,
                creditor=one.creditor, amount_idr=one.amount_idr, amount_minor=one.amount_minor,
                currency=one.currency, rail=one.rail, debtor_country=one.debtor_country,
                creditor_country=one.creditor_country,
            )
            for one in alert.evidence.all()
        ),
    )  # fmt: skip


def decided(alert: Alert) -> Decided | None:
    """The confirmation that two people gave, if they did."""
    if alert.state not in (words.CONFIRMED, words.HANDED_OVER):
        return None
    rows = alert.decisions.filter(state=Decided.APPROVED, outcome=words.CONFIRMED)
    return rows.select_related("maker", "checker").last()


def decision_facts(alert: Alert) -> Decision | None:
    """That confirmation as the core knows it: roles and a time, no names."""
    found = decided(alert)
    if found is None or found.checker is None or found.checked_at is None:
        return None
    return Decision(
        alert_id=alert.alert_id,
        outcome=found.outcome,
        proposed_by=",".join(found.maker.roles),
        approved_by=",".join(found.checker.roles),
        approved_at=found.checked_at,
        age_checked=found.age_checked,
        evidence_sha256=alert_facts(alert).evidence_sha256,
    )


def parties_of(filing: Filing) -> dict[str, Party]:
    """What was filled in, by account token."""
    rows = filing.parties.all()
    return {key(one.account): party_from(json.loads(one.facts)) for one in rows}


def sender_facts(organisation: int) -> dict[str, str]:
    """What is stored about who files; empty when nothing is."""
    found = Sender.objects.filter(organisation_id=organisation).first()
    return dict(json.loads(found.facts)) if found else {}


def reporter_of(filing: Filing) -> Reporter:
    """The provider as reporting party; Refused naming what is missing."""
    return reporter_from(sender_facts(filing.organisation_id))


def giver_of(filing: Filing) -> Giver:
    """The NGO; Refused naming what is missing."""
    return giver_from(sender_facts(filing.organisation_id))


def protected(organisation: int) -> frozenset[str]:
    """Accounts that an alert of protection is about: no report is about them."""
    rows = Alert.objects.filter(organisation_id=organisation, outcome=words.PROTECTION)
    return frozenset(key(one) for one in rows.values_list("subject", flat=True))


def pack() -> Pack:
    """The lookup pack of this site."""
    return read_pack(PACK)


def installed_schema() -> Schema | None:
    """The goAML schema of this installation (JAGA_GOAML_XSD), or None."""
    from django.conf import settings

    return None if settings.JAGA_GOAML_XSD is None else read_schema(settings.JAGA_GOAML_XSD)


def today() -> date:
    """Today in WIB."""
    return timezone.now().astimezone(WIB).date()


def dossier(filing: Filing, reporter: Reporter) -> Dossier:
    """Everything the LTKM of `filing` is built from."""
    known = typology(filing.alert.typology)
    return Dossier(
        alert=alert_facts(filing.alert),
        decision=decision_facts(filing.alert),
        parties=parties_of(filing),
        reporter=reporter,
        pack=pack(),
        on=today(),
        title=known.title.id if known else "",
        protected=protected(filing.organisation_id),
    )


def draft_reporter() -> Reporter:
    """Stands in while a provider has not filled in its own, so that the rest can be shown."""
    return Reporter(rentity_id=0, institution_name="-", institution_code="-", user_code="-")


def ltkm(filing: Filing, schema: Schema) -> Written:
    """The checked XML; Refused with every sentence of what is missing."""
    made = compose(dossier(filing, reporter_of(filing)))
    return write_report(made, pack(), schema)


def information_text(filing: Filing, language: str = "id", suffix: str = ".html") -> bytes:
    """The NGO's document; Refused in words."""
    alert = alert_facts(filing.alert)
    found = decision_facts(filing.alert)
    made = information(
        Request(
            alerts=[alert],
            decisions={alert.alert_id: found} if found else {},
            giver=giver_of(filing),
            consent=filing.consent,
            on=today(),
            protected=protected(filing.organisation_id),
        )
    )
    return drawn(outline(made, "en" if language == "en" else "id", title), suffix)


def title(name: str) -> Text:
    """A typology's title; its id when this version does not know it."""
    known = typology(name)
    return known.title if known else Text(name, name)


def said(act: object) -> JagaError | None:
    """The refusal of calling `act`, or None."""
    assert callable(act)
    try:
        act()
    except JagaError as refused:
        return refused
    return None


def with_account(party: Party, token: str) -> Party:
    """The facts of `party` under the token the site knows its account by."""
    return replace(party, account=token, account_number=party.account_number or party.number)
