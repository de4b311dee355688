"""Writes an LTKM as goAML XML and lets the schema judge it. What is invalid is not written."""

from dataclasses import dataclass

from jaga.fiu.compose import together
from jaga.fiu.facts import Report, Side, Transaction
from jaga.fiu.pack import Pack
from jaga.fiu.parties import Party
from jaga.fiu.refusing import refused
from jaga.fiu.schema import Schema
from jaga.fiu.tree import Node, Nodes, leaves, write
from jaga.ledger.currencies import MINOR_UNITS
from jaga.words import Text

RAILS = {
    "bank_transfer": "Transfer bank",
    "instant_transfer": "Transfer instan",
    "e_wallet": "Dompet elektronik",
    "qris": "QRIS",
    "remittance": "Remitansi",
    "card": "Kartu",
    "virtual_asset": "Aset kripto",
    "airtime": "Pulsa",
    "game_topup": "Isi ulang gim",
    "gift_payout": "Pencairan hadiah",
    "cash_in": "Setor tunai",
    "cash_out": "Tarik tunai",
    "prepaid": "Prabayar",
    "other": "Lainnya",
}
_WALLETS = ("wallet", "virtual_asset_wallet")


@dataclass(frozen=True)
class Written:
    """A valid report as bytes, and what its reader must know: which codes are stand-ins."""

    content: bytes
    stand_ins: tuple[str, ...]


def write_report(report: Report, pack: Pack, schema: Schema) -> Written:
    """The LTKM as checked XML; Refused with the schema's objections in words."""
    _check_currencies(report, pack, schema)
    writer = _Writer(pack, schema)
    content = write(schema, writer.report(report))
    if len(content) > pack.limits["file_bytes"]:
        raise refused(
            "Laporan melebihi batas ukuran satu berkas. Persempit rentang penyaringan lalu "
            "laporkan bulan demi bulan.",
            "The report is over the size limit of one file. Narrow the screening range and "
            "report month by month.",
        )
    faults = schema.faults(content)
    if faults:
        lead = Text(
            "Laporan ini tidak sah menurut skema, jadi tidak ditulis.",
            "This report is not valid by the schema, so it was not written.",
        )
        raise together([lead, *faults])
    return Written(content, tuple(sorted(writer.stand_ins)))


def _check_currencies(report: Report, pack: Pack, schema: Schema) -> None:
    known = schema.codes("currency_type")
    for one in report.transactions:
        plain = one.currency in MINOR_UNITS and (known is None or one.currency in known)
        if not plain and not (one.rail == "virtual_asset" and one.currency not in MINOR_UNITS):
            raise refused(
                "Mata uang sebuah pembayaran bukti tidak ada dalam skema. Hubungi PPATK tentang "
                "cara melaporkannya.",
                "The currency of an evidence payment is not in the schema. Ask PPATK how to "
                "report it.",
            )
    if known is not None and pack.currency not in known:
        raise refused(
            "Skema ini tidak mengenal rupiah. Pakai skema goAML dari PPATK.",
            "This schema does not know the rupiah. Use PPATK's goAML schema.",
        )


def stamp(day: str) -> str:
    """A day as goAML writes dates: midnight, without a zone."""
    return f"{day}T00:00:00" if day else ""


class _Writer:
    """Turns facts into a tree with the pack's codes, and notes which were stand-ins."""

    def __init__(self, pack: Pack, schema: Schema) -> None:
        self.pack, self.schema = pack, schema
        self.stand_ins: set[str] = set()
        self.head = schema.children(schema.report)

    def code(self, listed: str, meaning: str) -> str:
        chosen = self.pack.code(self.schema, listed, meaning)
        own = self.pack.own_code(listed, meaning)
        if chosen != own:
            self.stand_ins.add(f"{own} → {chosen}")
        return chosen

    def report(self, report: Report) -> Nodes:
        date_name = "report_date" if "report_date" in self.head else "submission_date"
        return [
            ("rentity_id", str(report.reporter.rentity_id)),
            *leaves([("rentity_branch", report.reporter.branch)]),
            ("submission_code", self.code("submission", "electronic")),
            ("report_code", self.code("report", "LTKM")),
            ("entity_reference", report.reference),
            (date_name, stamp(report.on.isoformat())),
            ("currency_code_local", self.pack.currency),
            *self.signer(report),
            *self.location(report),
            ("reason", report.reason),
            *[("transaction", self.transaction(one, report)) for one in report.transactions],
            ("report_indicators", [("indicator", one) for one in report.indicators]),
        ]

    def signer(self, report: Report) -> Nodes:
        reporter = report.reporter
        if reporter.user_code:
            return [("reporting_user_code", reporter.user_code)]
        person: Nodes = [
            ("first_name", self.pack.fillers["first_name"]),
            ("last_name", reporter.name),
            *leaves([("occupation", reporter.occupation)]),
        ]
        return [("reporting_person", person)]

    def location(self, report: Report) -> Nodes:
        reporter = report.reporter
        if not reporter.address:
            return []
        where: Nodes = [
            ("address_type", self.code("address", "office")),
            ("address", reporter.address),
            ("city", reporter.city),
            ("country_code", "ID"),
            ("state", reporter.province),
        ]
        return [("location", where)]

    def transaction(self, one: Transaction, report: Report) -> Nodes:
        return [
            ("transactionnumber", one.number),
            ("transaction_location", report.reporter.institution_name),
            ("transaction_description", RAILS.get(one.rail, one.rail)),
            ("date_transaction", one.booked_at.isoformat()),
            ("transmode_code", self.code("mode", one.rail)),
            ("transmode_comment", self.pack.fillers["transmode_comment"]),
            ("amount_local", str(one.amount_idr)),
            *self.parties(one),
        ]

    def parties(self, one: Transaction) -> Nodes:
        if one.debtor is not None and one.creditor is not None:
            debtor, creditor = one.debtor, one.creditor
            name = "t_from_my_client" if debtor.party.my_client else "t_from"
            other = "t_to_my_client" if creditor.party.my_client else "t_to"
            return [
                (name, self.end("from", debtor, one, one.foreign is not None)),
                (other, self.end("to", creditor, one, False)),
            ]
        side, end = (one.debtor, "debtor") if one.debtor else (one.creditor, "creditor")
        assert side is not None
        return [("involved_parties", [("party", self.single(side, end, one))])]

    def end(self, way: str, side: Side, one: Transaction, foreign: bool) -> Nodes:
        return [
            (f"{way}_funds_code", self.code("funds", one.rail)),
            (f"{way}_funds_comment", funds_comment(one)),
            *([(f"{way}_foreign_currency", foreign_money(one))] if foreign else []),
            *([(f"{way}_is_suspected", "true")] if side.suspected else []),
            (f"{way}_account", self.account(side.party)),
            (f"{way}_country", self.country(side.country)),
        ]

    def single(self, side: Side, end: str, one: Transaction) -> Nodes:
        kind = "account_my_client" if side.party.my_client else "account"
        return [
            ("role", self.code("party_role", "client" if side.party.my_client else "other")),
            (kind, self.account(side.party)),
            ("funds_code", self.code("funds", one.rail)),
            ("funds_comment", f"{funds_comment(one)}; {end}"),
            *([("foreign_currency", foreign_money(one))] if one.foreign is not None else []),
            ("country", self.country(side.country)),
            *([("is_suspected", "true")] if side.suspected else []),
        ]

    def country(self, code: str) -> str:
        return code or self.code("country", "unknown")

    def account(self, party: Party) -> Nodes:
        mine, fillers = party.my_client, self.pack.fillers
        holder: Nodes = []
        if party.kind == "entity" and party.name:
            holder = [("t_entity", self.entity(party))]
        elif party.name:
            role = self.code("signatory_role", "holder")
            holder = [("signatory", [("t_person", self.person(party)), ("role", role)])]
        return [
            *leaves(
                [
                    ("institution_name", party.institution_name),
                    ("institution_code", party.institution_code),
                    ("swift", party.swift),
                ]
            ),
            *self.non_bank(party),
            *leaves([("branch", party.branch or (fillers["branch"] if mine else ""))]),
            ("account", party.account),
            *leaves([("currency_code", party.currency)]),
            ("account_name", party.name or "-"),
            *leaves([("client_number", party.customer_number)]),
            ("personal_account_type", self.code("account_type", party.account_type)),
            *holder,
            *leaves([("opened", stamp(party.opened))]),
            *([("status_code", self.code("account_status", "unknown"))] if mine else []),
            *([("beneficiary", fillers["beneficiary"])] if mine else []),
            ("comments", party.account_type),
        ]

    def non_bank(self, party: Party) -> Nodes:
        """Only a wallet tells by its kind; of one's own accounts goAML wants an answer."""
        if party.account_type in _WALLETS:
            return [("non_bank_institution", "true")]
        return [("non_bank_institution", "false")] if party.my_client else []

    def person(self, party: Party) -> Nodes:
        passport = party.id_type == "PAS" and party.id_number
        return [
            *leaves([("gender", party.gender)]),
            ("first_name", self.pack.fillers["first_name"]),
            ("last_name", party.name),
            *leaves(
                [
                    ("birthdate", stamp(party.birthdate)),
                    ("birth_place", party.birth_place),
                    ("mothers_name", party.mothers_name),
                    ("passport_number", party.id_number if passport else ""),
                    ("passport_country", party.id_country if passport else ""),
                    ("id_number", party.id_number),
                    ("nationality1", party.nationality),
                    ("residence", party.residence),
                ]
            ),
            *self.phones(party),
            *self.addresses(party),
            *leaves([("occupation", party.occupation)]),
            *self.identification(party),
            *leaves([("tax_number", party.npwp)]),
            ("tax_reg_number", self.code("tax_registered", "yes" if party.npwp else "no")),
            *leaves([("source_of_wealth", party.source_of_funds)]),
        ]

    def phones(self, party: Party) -> Nodes:
        if not party.phone:
            return []
        phone: Nodes = [
            ("tph_contact_type", self.code("contact", "private")),
            ("tph_communication_type", self.code("communication", "mobile")),
            ("tph_number", party.phone),
        ]
        return [("phones", [("phone", phone)])]

    def addresses(self, party: Party) -> Nodes:
        if not party.address:
            return []
        place: Nodes = [
            ("address_type", self.code("address", "home")),
            ("address", party.address),
            *leaves([("city", party.city), ("zip", party.postcode)]),
            ("country_code", self.country(party.country)),
            *leaves([("state", party.province)]),
        ]
        return [("addresses", [("address", place)])]

    def identification(self, party: Party) -> Nodes:
        if not (party.id_type and party.id_number):
            return []
        document: Nodes = [
            ("type", self.code("identification", party.id_type)),
            ("number", party.id_number),
            *leaves(
                [("issue_date", stamp(party.id_issued)), ("expiry_date", stamp(party.id_expires))]
            ),
            *leaves([("issue_country", party.id_country)]),
            ("comments", party.id_type),
        ]
        return [("identifications", [("identification", document)])]

    def entity(self, party: Party) -> Nodes:
        return [
            ("name", party.name),
            *leaves(
                [
                    ("incorporation_number", party.incorporation_number),
                    ("business", party.business),
                    ("incorporation_date", stamp(party.incorporation_date)),
                ]
            ),
        ]


def funds_comment(one: Transaction) -> str:
    """The rail, and a currency that goAML has no amount field for."""
    return one.rail if one.currency in MINOR_UNITS else f"{one.rail}; {one.currency}"


def foreign_money(one: Transaction) -> list[Node]:
    """What was paid in its own currency."""
    assert one.foreign is not None
    return [
        ("foreign_currency_code", one.currency),
        ("foreign_amount", format(one.foreign, "f")),
    ]
