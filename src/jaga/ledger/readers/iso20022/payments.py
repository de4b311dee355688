"""One transaction of pacs.008, pain.001 or pacs.004 as a canonical row."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from jaga.ledger.readers.iso20022 import facts
from jaga.ledger.readers.iso20022.facts import Facts, first, identifiers
from jaga.ledger.readers.iso20022.rails import rail
from jaga.ledger.readers.iso20022.stream import Transaction
from jaga.ledger.readers.raw import Mark, RowReject

Row = dict[str, str | None]
RETURNED = "returned"


class Made(NamedTuple):
    """What a transaction became: a row, or a reject; and what it says of other payments."""

    row: Row | None = None
    reject: RowReject | None = None
    marks: tuple[Mark, ...] = ()


def credit_transfer(found: Transaction, rails: Mapping[str, str]) -> Made:
    """pacs.008: money on its way from the debtor to the creditor."""
    own, header = found.own, found.header
    row = parties(own) | {
        "payment_id": number_of(own, "PmtId/"),
        "booked_at": _settled_at(own, header),
        "amount": facts.number(first(own, "IntrBkSttlmAmt", "InstdAmt")),
        "currency": first(own, "IntrBkSttlmAmt@Ccy", "InstdAmt@Ccy"),
        "rail": rail((own, header), rails, "bank_transfer"),
    }
    return Made(row)


def instruction(found: Transaction, rails: Mapping[str, str]) -> Made:
    """pain.001: what a customer told the bank to pay. The debtor stands in PmtInf."""
    own, group, header = found.own, found.outer[0], found.header
    whole = {**group, **own}
    created = header.get("GrpHdr/CreDtTm")
    asked = first(group, "ReqdExctnDt/DtTm", "ReqdExctnDt/Dt", "ReqdExctnDt")
    same_day = created is not None and asked is not None and created.startswith(asked[:10])
    row = parties(whole) | {
        "payment_id": number_of(own, "PmtId/"),
        "booked_at": facts.moment(
            (group.get("ReqdExctnDt/DtTm"), created if same_day else asked, created), created
        ),
        "amount": facts.number(first(own, "Amt/InstdAmt", "Amt/EqvtAmt/Amt")),
        "currency": first(own, "Amt/InstdAmt@Ccy", "Amt/EqvtAmt/Amt@Ccy"),
        "rail": rail((own, group), rails, "bank_transfer"),
    }
    return Made(row)


def payment_return(found: Transaction, rails: Mapping[str, str]) -> Made:
    """pacs.004: money on its way back, a payment of its own; the original becomes returned."""
    own, header = found.own, found.header
    chain = _filled(facts.below(own, "RtrChain"), turned(facts.below(own, "OrgnlTxRef")))
    row = parties(chain) | {
        "payment_id": own.get("RtrId") or returned_number(own, "Orgnl"),
        "booked_at": _settled_at(own, header),
        "amount": facts.number(first(own, "RtrdIntrBkSttlmAmt", "RtrdInstdAmt")),
        "currency": first(own, "RtrdIntrBkSttlmAmt@Ccy", "RtrdInstdAmt@Ccy"),
        "rail": rail((own, header), rails, "bank_transfer"),
        "status": RETURNED,
    }
    if _is_partial(own):
        return Made(row)
    return Made(row, marks=marks(own, "Orgnl", RETURNED, facts.agent(own, "OrgnlTxRef/DbtrAgt")))


def _is_partial(own: Facts) -> bool:
    """Whether a return says that it sends back less than was paid, so the payment stands."""
    paid = first(own, "OrgnlIntrBkSttlmAmt", "OrgnlTxRef/IntrBkSttlmAmt")
    currency = first(own, "OrgnlIntrBkSttlmAmt@Ccy", "OrgnlTxRef/IntrBkSttlmAmt@Ccy")
    if paid is None or currency != own.get("RtrdIntrBkSttlmAmt@Ccy"):
        return False
    try:
        return Decimal(own.get("RtrdIntrBkSttlmAmt", "")) < Decimal(paid)
    except InvalidOperation:
        return False


def _settled_at(own: Facts, header: Facts) -> str | None:
    created = header.get("GrpHdr/CreDtTm")
    moments = (
        own.get("SttlmTmIndctn/CdtDtTm"),
        own.get("SttlmTmIndctn/DbtDtTm"),
        own.get("AccptncDtTm"),
        created,
        own.get("IntrBkSttlmDt"),
        header.get("GrpHdr/IntrBkSttlmDt"),
    )
    return facts.moment(moments, created)


def parties(found: Facts) -> Row:
    """Who pays whom, where, and what for."""
    return {
        "debtor_account": facts.account(found, "DbtrAcct"),
        "creditor_account": facts.account(found, "CdtrAcct"),
        "debtor_country": facts.country(found, "Dbtr"),
        "creditor_country": facts.country(found, "Cdtr"),
        "debtor_agent": facts.agent(found, "DbtrAgt"),
        "creditor_agent": facts.agent(found, "CdtrAgt"),
        "purpose_code": found.get("Purp/Cd"),
        "remark": found.get("RmtInf/Ustrd"),
        "merchant_category": found.get(facts.MERCHANT),
        "phone": facts.phone(found, "Dbtr"),
    }


def number_of(found: Facts, prefix: str) -> str | None:
    """The number a payment is stored under."""
    return next((text for _, text in identifiers(found, prefix)), None)


def returned_number(found: Facts, prefix: str) -> str | None:
    """The number of a return that has none of its own, so that it is not the original's."""
    original = number_of(found, prefix)
    return f"RTR/{original}" if original else None


def marks(found: Facts, prefix: str, status: str, agent: str | None) -> tuple[Mark, ...]:
    """What is to be said of the payment that a report or a return names.

    Every number it may be stored under is tried, but the sender's own instruction number only
    when there is no other: many senders count those from 1.
    """
    named = dict(identifiers(found, prefix))
    if len(named) > 1:
        named.pop("InstrId", None)
    return tuple(Mark(text, agent, status) for text in named.values())


_OTHER = {"Dbtr": "Cdtr", "Cdtr": "Dbtr"}


def _filled(found: Facts, other: Facts) -> Facts:
    """Facts, and from the other ones the elements they lack altogether."""
    given = {name.partition("/")[0] for name in found}
    return {name: text for name, text in other.items() if name.partition("/")[0] not in given} | (
        found
    )


def turned(found: Facts) -> Facts:
    """The parties of a payment seen from its return: who was paid now pays back."""
    return {_OTHER.get(name[:4], name[:4]) + name[4:]: text for name, text in found.items()}
