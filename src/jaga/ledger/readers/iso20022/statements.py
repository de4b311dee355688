"""One entry of camt.053 or camt.054, or one of its details, as a canonical row.

A statement speaks of one account: `CdtDbtInd` says whether money came in (the account is the
creditor) or went out (it is the debtor); the other side stands in the details.
"""

from collections.abc import Mapping

from jaga.ledger.readers.iso20022 import facts
from jaga.ledger.readers.iso20022.facts import Facts, first
from jaga.ledger.readers.iso20022.payments import (
    RETURNED,
    Made,
    Row,
    marks,
    number_of,
    parties,
    turned,
)
from jaga.ledger.readers.iso20022.rails import entry_rail, rail
from jaga.ledger.readers.iso20022.stream import Transaction
from jaga.ledger.readers.raw import RowReject

_SIDES = {"CRDT": "Cdtr", "DBIT": "Dbtr"}


def entry(found: Transaction, rails: Mapping[str, str]) -> Made:
    """One movement on the account a statement is about."""
    details = found.own if found.element == "TxDtls" else {}
    booked = found.outer[1] if found.element == "TxDtls" else found.own
    statement, created = found.outer[-2], found.header.get("GrpHdr/CreDtTm")
    if not _is_booked(booked):
        return Made(reject=RowReject(found.line, "Sts", "element", "not_booked"))
    side = _SIDES.get(first(details, "CdtDbtInd") or booked.get("CdtDbtInd", ""))
    if side is None:
        return Made(reject=RowReject(found.line, "CdtDbtInd", "element", "bad_direction"))
    back = booked.get("RvslInd", "").lower() in ("true", "1") or any(
        name.startswith("RtrInf/") for name in details
    )
    if not back:
        side = _stated_side(details, facts.account(statement, "Acct")) or side
    row = parties(_people(details, statement, side, back)) | {
        "payment_id": _number(details, booked, back, found.alone),
        "booked_at": _moment(details, booked, statement.get("CreDtTm") or created),
        "rail": rail((details,), rails, "") or entry_rail((details, booked)),
        "status": RETURNED if back else None,
    }
    row |= _amount(details, booked, found.alone)
    row["purpose_code"], row["remark"] = details.get("Purp/Cd"), details.get("RmtInf/Ustrd")
    row["merchant_category"] = first(details, facts.MERCHANT) or booked.get(facts.MERCHANT)
    return Made(row, marks=marks(details, "Refs/", RETURNED, None) if back else ())


def _is_booked(booked: Facts) -> bool:
    return (first(booked, "Sts/Cd", "Sts") or "BOOK") == "BOOK"


def _stated_side(details: Facts, own: str | None) -> str | None:
    """The side the account stands on where the details name both accounts.

    Who pays whom is then written out, and some banks give the direction of a detail in a
    batch from the other side.
    """
    named = [side for side in _SIDES.values() if facts.account(details, f"RltdPties/{side}Acct")]
    ours = [side for side in named if facts.account(details, f"RltdPties/{side}Acct") == own]
    return ours[0] if len(named) == 2 and len(ours) == 1 else None


def _people(details: Facts, statement: Facts, side: str, back: bool) -> Facts:
    """Both sides as a payment names them: the statement's account, and the other one."""
    other = "Dbtr" if side == "Cdtr" else "Cdtr"
    related = facts.below(details, "RltdPties") | facts.below(details, "RltdAgts")
    own = facts.account(statement, "Acct")
    if back and facts.account(related, f"{other}Acct") in (None, own):
        # Parties of money that came back are often those of the payment it undoes.
        related = turned(related)
    people = {name: text for name, text in related.items() if not name.startswith(side) or not own}
    if own:
        people |= {f"{side}Acct/{path}": text for path, text in _under(statement, "Acct")}
        people |= {f"{side}/{path}": text for path, text in _under(statement, "Acct/Ownr")}
        people |= {f"{side}Agt/{path}": text for path, text in _under(statement, "Acct/Svcr")}
    return people


def _under(found: Facts, path: str) -> list[tuple[str, str]]:
    return list(facts.below(found, path).items())


def _number(details: Facts, booked: Facts, back: bool, alone: bool) -> str | None:
    """The payment's own numbers; the bank's reference of the entry when it has none."""
    own = number_of(details, "Refs/")
    if own is None:
        own = first(details, "Refs/AcctSvcrRef", "Refs/ClrSysRef")
    if own is None and alone:
        own = first(booked, "AcctSvcrRef", "NtryRef")
    return f"RTR/{own}" if own and back else own


def _moment(details: Facts, booked: Facts, created: str | None) -> str | None:
    moments = (
        booked.get("BookgDt/DtTm"),
        details.get("RltdDts/AccptncDtTm"),
        details.get("RltdDts/TxDtTm"),
        first(booked, "BookgDt/Dt", "BookgDt"),
        first(booked, "ValDt/DtTm", "ValDt/Dt"),
    )
    return facts.moment(moments, created)


def _amount(details: Facts, booked: Facts, alone: bool) -> Row:
    """The amount on the account; that of the entry only when it has a single detail."""
    places = [(details, "Amt"), (details, "AmtDtls/TxAmt/Amt"), (details, "AmtDtls/InstdAmt/Amt")]
    if alone:
        places.insert(2, (booked, "Amt"))
    for place, path in places:
        if path in place:
            return {"amount": facts.number(place[path]), "currency": place.get(f"{path}@Ccy")}
    return {"amount": None, "currency": None}
