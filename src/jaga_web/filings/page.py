"""Everything the page of one filing shows, gathered for its template. Writes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga.errors import JagaError
from jaga.fiu.alerts import Alert as Facts
from jaga.fiu.compose import Dossier, counterparties, known, missing
from jaga.fiu.narrative import reason_text
from jaga.fiu.parties import Party
from jaga.words import Language, Text
from jaga_web.access import FILINGS_APPROVE, FILINGS_DRAFT
from jaga_web.alerts.tokens import short
from jaga_web.filings import clock, facts
from jaga_web.filings.models import Filing
from jaga_web.people.models import User

MOST_SENTENCES = 12

LABELS: dict[str, Promise | str] = {
    "account_number": _("Nomor rekening"),
    "my_client": _("Nasabah kita"),
    "kind": _("Pemegang"),
    "institution_name": _("Nama lembaga"),
    "institution_code": _("Kode lembaga"),
    "swift": _("SWIFT"),
    "branch": _("Kantor cabang"),
    "currency": _("Mata uang rekening"),
    "account_type": _("Jenis rekening"),
    "opened": _("Dibuka tanggal"),
    "customer_number": _("Nomor nasabah"),
    "name": _("Nama lengkap"),
    "gender": _("Jenis kelamin"),
    "birthdate": _("Tanggal lahir"),
    "birth_place": _("Tempat lahir"),
    "mothers_name": _("Nama ibu kandung"),
    "id_type": _("Jenis identitas"),
    "id_number": _("Nomor identitas"),
    "id_issued": _("Identitas terbit"),
    "id_expires": _("Identitas berlaku sampai"),
    "id_country": _("Negara penerbit"),
    "nationality": _("Kewarganegaraan"),
    "residence": _("Negara tempat tinggal"),
    "npwp": _("NPWP"),
    "phone": _("Telepon"),
    "address": _("Alamat"),
    "city": _("Kota"),
    "province": _("Provinsi"),
    "postcode": _("Kode pos"),
    "country": _("Negara"),
    "occupation": _("Pekerjaan"),
    "source_of_funds": _("Sumber dana"),
    "business": _("Bidang usaha"),
    "incorporation_number": _("Nomor badan hukum"),
    "incorporation_date": _("Tanggal pendirian"),
}
GROUPS: tuple[tuple[Promise | str, tuple[str, ...]], ...] = (
    (
        _("Rekening"),
        (
            "account_number", "my_client", "institution_name", "institution_code", "swift",
            "branch", "currency", "account_type", "opened", "customer_number",
        ),
    ),
    (
        _("Pemegang"),
        (
            "kind", "name", "gender", "birthdate", "birth_place", "mothers_name", "nationality",
            "residence", "npwp", "phone", "occupation", "source_of_funds",
        ),
    ),
    (_("Identitas"), ("id_type", "id_number", "id_issued", "id_expires", "id_country")),
    (_("Alamat"), ("address", "city", "province", "postcode", "country")),
    (_("Badan usaha"), ("business", "incorporation_number", "incorporation_date")),
)  # fmt: skip
DATES = ("opened", "birthdate", "id_issued", "incorporation_date")
HELP: dict[str, Promise | str] = {
    "id_expires": _("Tanggal seperti 2030-01-31, atau lifelong bila seumur hidup."),
    "npwp": _("15 atau 16 angka."),
    "currency": _("Tiga huruf, misalnya IDR."),
    "nationality": _("Kode negara dua huruf, misalnya ID."),
    "residence": _("Kode negara dua huruf."),
    "id_country": _("Kode negara dua huruf."),
    "country": _("Kode negara dua huruf."),
    "institution_code": _("Atau isi SWIFT untuk lembaga luar negeri."),
}
CHOICES: dict[str, tuple[tuple[str, Promise | str], ...]] = {
    "my_client": (("no", _("tidak")), ("yes", _("ya"))),
    "kind": (("", "–"), ("person", _("orang")), ("entity", _("badan usaha"))),
    "gender": (("", "–"), ("M", _("laki-laki")), ("F", _("perempuan"))),
    "account_type": (
        ("", "–"), ("savings", _("tabungan")), ("current", _("giro")), ("wallet", _("dompet")),
        ("virtual_asset_wallet", _("dompet aset kripto")),
    ),
    "id_type": (
        ("", "–"), ("KTP", "KTP"), ("PAS", _("paspor")), ("SIM", "SIM"), ("KITAS", "KITAS"),
        ("KITAP", "KITAP"), ("KTM", "KTM"), ("SUKET", "SUKET"),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class PartyShown:
    """One account of the report, and how far its facts go."""

    place: int
    token: str
    is_subject: bool
    filled: bool
    name: str
    number: str
    institution: str
    payments: int


@dataclass(frozen=True)
class FieldShown:
    """One field of the party form."""

    name: str
    label: Promise | str
    value: str
    help: Promise | str
    kind: str
    choices: tuple[tuple[str, Promise | str], ...]


def lines(filings: Iterable[Filing]) -> list[dict[str, Any]]:
    """The rows of the list: each filing with its deadline, and whether that has passed."""
    return [
        {
            "filing": one,
            "due": clock.due(one.known_at) if one.is_ltkm else None,
            "late": _late(one),
        }
        for one in filings
    ]


def _late(filing: Filing) -> bool:
    waiting = filing.is_ltkm and filing.state != Filing.HANDED_OVER
    return waiting and clock.due(filing.known_at) < facts.today()


def content(filing: Filing, user: User, language: Language) -> dict[str, Any]:
    """The template's content for `filing` as `user` may see it."""
    editable = filing.state == Filing.DRAFT and user.may(FILINGS_DRAFT)
    shown = {
        "filing": filing,
        "alert": filing.alert,
        "due": clock.due(filing.known_at),
        "late": _late(filing),
        "may_edit": editable,
        "may_approve": user.may(FILINGS_APPROVE),
        "is_drafter": user.pk in (filing.drafted_by_id, filing.edited_by_id),
        "decision": facts.decided(filing.alert),
        "sender": facts.sender_facts(filing.organisation_id),
        "payments": list(filing.alert.evidence.all()),
    }
    part = _ltkm if filing.is_ltkm else _information
    return {**shown, **part(filing, language)}


def _ltkm(filing: Filing, language: Language) -> dict[str, Any]:
    lacking: list[Text] = []
    try:
        reporter = facts.reporter_of(filing)
    except JagaError as refused:
        lacking, reporter = [refused.text], facts.draft_reporter()
    dossier = facts.dossier(filing, reporter)
    lacking += missing(dossier)
    schema_words, stand_ins = _checked(filing, lacking)
    decision = dossier.decision
    return {
        "reference": f"LTKM-{dossier.alert.key}",
        "missing": [one.say(language) for one in lacking[:MOST_SENTENCES]],
        "more_missing": max(0, len(lacking) - MOST_SENTENCES),
        "reason": reason_text(dossier.alert, decision, dossier.title) if decision else "",
        "indicators": dossier.pack.indicators(dossier.alert.typology, dossier.alert.role),
        "parties": parties(dossier),
        "schema_installed": schema_words is not None,
        "schema_words": schema_words.say(language) if schema_words else "",
        "stand_ins": stand_ins,
        "complete": not lacking and schema_words is not None and not schema_words.id.strip("✓"),
    }


VALID = Text("✓", "✓")


def _checked(filing: Filing, lacking: list[Text]) -> tuple[Text | None, tuple[str, ...]]:
    """What the installed schema says: None without one; the tick alone when it is valid."""
    try:
        schema = facts.installed_schema()
        if schema is None:
            return None, ()
        if lacking:
            return Text("–", "–"), ()
        return VALID, facts.ltkm(filing, schema).stand_ins
    except JagaError as refused:
        return refused.text, ()


def parties(dossier: Dossier) -> list[PartyShown]:
    """The subject first, then the counterparties in the order of their first payment."""
    alert = dossier.alert
    accounts = [alert.subject, *counterparties(alert)]
    return [_party(dossier, alert, place, one) for place, one in enumerate(accounts)]


def _party(dossier: Dossier, alert: Facts, place: int, token: str) -> PartyShown:
    party = known(dossier, token)
    return PartyShown(
        place=place,
        token=short(token),
        is_subject=token == alert.subject,
        filled=party != Party(token),
        name=party.name,
        number=party.number,
        institution=party.institution_code
        or party.swift
        or (dossier.reporter.institution_code if token == alert.subject or party.my_client else ""),
        payments=sum(token in (p.debtor, p.creditor) for p in alert.payments),
    )


def account_at(filing: Filing, place: int) -> str | None:
    """The token of the account at `place` of the list above."""
    alert = facts.alert_facts(filing.alert)
    accounts = [alert.subject, *counterparties(alert)]
    return accounts[place] if place < len(accounts) else None


def form(party: Party, typed: Mapping[str, str] | None, *, subject: bool) -> list[Any]:
    """The party form: groups of fields with what is stored, or what was typed."""
    stored = {name: str(value) for name, value in vars(party).items()}
    stored["my_client"] = "yes" if party.my_client or subject else "no"
    return [(title, [_field(name, typed or stored) for name in names]) for title, names in GROUPS]


def _field(name: str, values: Mapping[str, str]) -> FieldShown:
    kind = "choice" if name in CHOICES else "date" if name in DATES else "text"
    return FieldShown(
        name, LABELS[name], values.get(name, ""), HELP.get(name, ""), kind, CHOICES.get(name, ())
    )


def _information(filing: Filing, language: Language) -> dict[str, Any]:
    lacking = facts.said(lambda: facts.information_text(filing))
    alert = facts.alert_facts(filing.alert)
    return {
        "reference": "",
        "missing": [lacking.say(language)] if lacking else [],
        "complete": lacking is None,
        "counterparty_count": len(counterparties(alert)),
        "reasons": [one.id if language == "id" else one.en for one in alert.reasons if one.fired],
    }
