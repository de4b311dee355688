"""From a confirmed alert and what a provider knows to the facts of an LTKM, or what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from jaga.errors import Refused
from jaga.fiu.alerts import Alert, Payment, check_money
from jaga.fiu.decision import Decision, check_decided
from jaga.fiu.facts import ONE_SIDED, Report, Side, Transaction, as_reported
from jaga.fiu.narrative import WIB, reason_text
from jaga.fiu.pack import Pack
from jaga.fiu.parties import LIFELONG, Parties, Party, key
from jaga.fiu.refusing import refused
from jaga.fiu.reporter import Reporter
from jaga.ledger.currencies import MINOR_UNITS
from jaga.words import Text

# What goAML asks of the provider's own client, and how the sentence names it.
OF_THE_CLIENT = {
    "name": Text("nama lengkap", "full name"),
    "gender": Text("jenis kelamin", "gender"),
    "birthdate": Text("tanggal lahir", "birth date"),
    "id_type": Text("jenis identitas", "type of identity document"),
    "id_number": Text("nomor identitas", "number of the identity document"),
    "id_issued": Text("tanggal terbit identitas", "issue date of the identity document"),
    "id_expires": Text("masa berlaku identitas", "expiry of the identity document"),
    "nationality": Text("kewarganegaraan", "nationality"),
    "residence": Text("negara tempat tinggal", "country of residence"),
    "phone": Text("nomor telepon", "phone number"),
    "address": Text("alamat", "address"),
    "city": Text("kota", "city"),
    "province": Text("provinsi", "province"),
    "opened": Text("tanggal pembukaan rekening", "day the account was opened"),
    "branch": Text("kantor cabang", "branch"),
}


@dataclass(frozen=True)
class Dossier:
    """Everything a report is built from."""

    alert: Alert
    decision: Decision | None
    parties: Parties
    reporter: Reporter
    pack: Pack
    on: date
    title: str = ""
    # Accounts with an alert of protection, by `parties.key`.
    protected: frozenset[str] = frozenset()


def compose(dossier: Dossier) -> Report:
    """The facts of the LTKM; Refused with every sentence of what is missing or wrong."""
    decision = check_decided(dossier.alert, dossier.decision, dossier.protected)
    check_money(dossier.alert)
    lacking = missing(dossier)
    if lacking:
        raise together(lacking)
    alert = dossier.alert
    return Report(
        reference=f"LTKM-{alert.key}",
        on=dossier.on,
        reporter=dossier.reporter,
        reason=reason_text(alert, decision, dossier.title),
        indicators=dossier.pack.indicators(alert.typology, alert.role),
        transactions=tuple(_transaction(dossier, one) for one in alert.payments),
    )


def together(sentences: list[Text]) -> Refused:
    """One refusal that says all of them."""
    return refused(" ".join(one.id for one in sentences), " ".join(one.en for one in sentences))


def missing(dossier: Dossier) -> list[Text]:
    """What a provider must still fill in, as sentences that name no value."""
    return [*_of_subject(dossier), *_of_others(dossier)]


def known(dossier: Dossier, account: str) -> Party:
    """The facts about `account`; the account alone when nothing else is known."""
    return dossier.parties.get(key(account)) or Party(account)


def counterparties(alert: Alert) -> list[str]:
    """The other accounts a report would name, in the order of their first payment."""
    seen = {
        account: None
        for payment in alert.payments
        for account in sides(alert, payment)
        if account and account != alert.subject
    }
    return list(seen)


def sides(alert: Alert, payment: Payment) -> tuple[str | None, str | None]:
    """The debtor and the creditor a report names; one is None in the one-sided form."""
    if payment.rail in ONE_SIDED and payment.debtor == alert.subject:
        return payment.debtor, None
    if payment.rail in ONE_SIDED and payment.creditor == alert.subject:
        return None, payment.creditor
    return payment.debtor, payment.creditor


def _of_subject(dossier: Dossier) -> Iterator[Text]:
    party = dossier.parties.get(key(dossier.alert.subject))
    if party is None:
        yield Text(
            "Data pemilik rekening terlapor belum ada di daftar pihak.",
            "The holder of the reported account is not in the parties file.",
        )
        return
    if party.kind == "entity":
        yield Text(
            "Pemilik rekening terlapor adalah badan usaha: susun laporannya di portal goAML.",
            "The reported account belongs to a firm: write that report in the goAML portal.",
        )
        return
    if not party.number:
        yield Text(
            "Nomor rekening terlapor belum diisi (yang ada hanya token).",
            "The number of the reported account is missing (there is only a token).",
        )
    if party.under_18_on(dossier.alert.window_end.astimezone(WIB).date()):
        yield Text(
            "Menurut tanggal lahirnya pemilik rekening ini belum 18 tahun: jalurnya perlindungan, "
            "bukan LTKM.",
            "By the birth date the holder of this account is under 18: the path is protection, "
            "not an LTKM.",
        )
    yield from _lacking(party, Text("Rekening terlapor", "Reported account"), dossier.pack)


def _lacking(party: Party, who: Text, pack: Pack) -> Iterator[Text]:
    lacking = [words for name, words in OF_THE_CLIENT.items() if not getattr(party, name)]
    if lacking:
        yield Text(
            f"{who.id}: belum ada {', '.join(one.id for one in lacking)}.",
            f"{who.en}: there is no {', '.join(one.en for one in lacking)}.",
        )
    known_types = pack.meanings("identification")
    if party.id_type and party.id_type not in known_types:
        yield Text(
            f"{who.id}: jenis identitas harus salah satu dari {', '.join(known_types)}.",
            f"{who.en}: the type of identity document must be one of {', '.join(known_types)}.",
        )


def _of_others(dossier: Dossier) -> Iterator[Text]:
    """One sentence for each kind of gap, with the places of the accounts it stands at."""
    places: dict[Text, list[int]] = {}
    clients: list[Text] = []
    for place, account in enumerate(counterparties(dossier.alert), start=1):
        party = known(dossier, account)
        for gap in _gaps(party):
            places.setdefault(gap, []).append(place)
        if party.my_client and party.kind != "entity" and not _young(dossier, party):
            who = Text(f"Rekening lawan {place}", f"Counterparty account {place}")
            clients += _lacking(party, who, dossier.pack)
    for gap, found in places.items():
        listed = ", ".join(map(str, found))
        yield Text(
            f"Rekening lawan {listed}: {gap.id}.", f"Counterparty account {listed}: {gap.en}."
        )
    yield from clients


def _gaps(party: Party) -> Iterator[Text]:
    if not party.number:
        yield Text(
            "nomor rekening belum diisi (yang ada hanya token)",
            "the account number is missing (there is only a token)",
        )
    if not (party.institution_code or party.swift or party.my_client):
        yield Text(
            "kode lembaga atau SWIFT belum diisi",
            "the code of the institution, or its SWIFT, is missing",
        )
    if party.my_client and party.kind == "entity":
        yield Text(
            "nasabah badan usaha belum didukung; tandai bukan nasabah",
            "a firm as client is not supported; mark it as no client",
        )


def _young(dossier: Dossier, party: Party) -> bool:
    """Whether a child may be behind the account: then the report names nobody there."""
    return key(party.account) in dossier.protected or party.under_18_on(
        dossier.alert.window_end.astimezone(WIB).date()
    )


def _transaction(dossier: Dossier, payment: Payment) -> Transaction:
    debtor, creditor = sides(dossier.alert, payment)
    return Transaction(
        number=payment.key,
        booked_at=_local(payment.booked_at),
        rail=payment.rail,
        amount_idr=payment.amount_idr,
        currency=payment.currency,
        foreign=_foreign(payment),
        debtor=_side(dossier, debtor, payment.debtor_country),
        creditor=_side(dossier, creditor, payment.creditor_country),
    )


def _local(moment: datetime) -> datetime:
    return moment.astimezone(WIB).replace(tzinfo=None, microsecond=0)


def _foreign(payment: Payment) -> Decimal | None:
    digits = MINOR_UNITS.get(payment.currency)
    if payment.currency == "IDR" or digits is None:
        return None
    return Decimal(payment.amount_minor).scaleb(-digits).normalize()


def _side(dossier: Dossier, account: str | None, country: str | None) -> Side | None:
    if account is None:
        return None
    subject, reporter = account == dossier.alert.subject, dossier.reporter
    party = known(dossier, account)
    ours = subject or party.my_client
    mine = subject or (party.my_client and not _young(dossier, party))
    filled = Party(
        **{
            **vars(party),
            "my_client": mine,
            "institution_name": party.institution_name
            or (reporter.institution_name if ours else ""),
            "institution_code": party.institution_code
            or (reporter.institution_code if ours and not party.swift else ""),
            "swift": "" if party.institution_code else party.swift,
            "currency": party.currency or ("IDR" if mine else ""),
            "account_type": party.account_type or "unknown",
            "id_country": party.id_country or (party.nationality if party.id_number else ""),
            "id_expires": dossier.pack.fillers["lifelong_expiry"]
            if party.id_expires == LIFELONG
            else party.id_expires,
        }
    )
    reported = as_reported(filled, alone=_young(dossier, party))
    return Side(reported, country or party.country, suspected=subject)
