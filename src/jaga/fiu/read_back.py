"""Reads an LTKM's XML back into its facts: what the writer wrote, and nothing it did not."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from jaga.fiu.facts import Report, Side, Transaction
from jaga.fiu.pack import Pack
from jaga.fiu.parties import Party
from jaga.fiu.refusing import bad
from jaga.fiu.reporter import Reporter
from jaga.fiu.schema import parse_safely


def read_report(content: bytes, pack: Pack) -> Report:
    """The facts of an LTKM this package wrote; BadInput for anything else."""
    try:
        return _report(parse_safely(content), pack)
    except (ValueError, AttributeError, ArithmeticError, StopIteration):
        raise bad(
            "Berkas ini bukan LTKM yang ditulis Jaga.",
            "This file is not an LTKM that Jaga wrote.",
        ) from None


def reference_of(path: Path) -> str | None:
    """The report key of an existing file; None when it is no such report."""
    try:
        found: str | None = parse_safely(path.read_bytes()).findtext("entity_reference")
    except (ValueError, OSError):
        return None
    return found


def _text(node: Any, name: str) -> str:
    found = node.find(name)
    return "" if found is None else (found.text or "")


def _day(node: Any, name: str) -> str:
    return _text(node, name)[:10]


def _report(root: Any, pack: Pack) -> Report:
    transactions = root.findall("transaction")
    location = root.find("location")
    where = {} if location is None else {
        "address": _text(location, "address"), "city": _text(location, "city"),
        "province": _text(location, "state"),
    }  # fmt: skip
    person = root.find("reporting_person")
    signer = {} if person is None else {
        "name": _text(person, "last_name"), "occupation": _text(person, "occupation"),
    }  # fmt: skip
    mine = next(
        (n for n in root.iter("from_account", "to_account", "account_my_client") if _suspected(n)),
        None,
    )
    reporter = Reporter(
        rentity_id=int(_text(root, "rentity_id")),
        institution_name=_text(transactions[0], "transaction_location") if transactions else "",
        institution_code="" if mine is None else _text(mine, "institution_code"),
        branch=_text(root, "rentity_branch"),
        user_code=_text(root, "reporting_user_code"),
        **signer,
        **where,
    )
    on = _day(root, "report_date") or _day(root, "submission_date")
    return Report(
        reference=_text(root, "entity_reference"),
        on=date.fromisoformat(on),
        reporter=reporter,
        reason=_text(root, "reason"),
        indicators=tuple(one.text for one in root.find("report_indicators")),
        transactions=tuple(_transaction(one, pack) for one in transactions),
    )


def _suspected(account: Any) -> bool:
    around = account.getparent()
    names = ("from_is_suspected", "to_is_suspected", "is_suspected")
    return any(_text(around, name) == "true" for name in names)


def _transaction(node: Any, pack: Pack) -> Transaction:
    single = node.find("involved_parties/party")
    debtor = creditor = None
    if single is not None:
        *comment, end = _text(single, "funds_comment").split("; ")
        side = _side(single, single.find("account_my_client"), single.find("account"), pack)
        debtor, creditor = (side, None) if end == "debtor" else (None, side)
        money = single.find("foreign_currency")
    else:
        source = next(n for n in node if n.tag in ("t_from", "t_from_my_client"))
        target = next(n for n in node if n.tag in ("t_to", "t_to_my_client"))
        comment = _text(source, "from_funds_comment").split("; ")
        debtor = _biparty(source, "from", pack)
        creditor = _biparty(target, "to", pack)
        money = source.find("from_foreign_currency")
    rail, *other = comment
    currency = _text(money, "foreign_currency_code") if money is not None else (*other, "IDR")[0]
    return Transaction(
        number=_text(node, "transactionnumber"),
        booked_at=datetime.fromisoformat(_text(node, "date_transaction")),
        rail=rail,
        amount_idr=int(_text(node, "amount_local")),
        currency=currency,
        foreign=None if money is None else Decimal(_text(money, "foreign_amount")),
        debtor=debtor,
        creditor=creditor,
    )


def _biparty(node: Any, way: str, pack: Pack) -> Side:
    account = node.find(f"{way}_account")
    mine = node.tag.endswith("_my_client")
    return _side(node, account if mine else None, None if mine else account, pack)


def _side(node: Any, client: Any, other: Any, pack: Pack) -> Side:
    country = next(c for c in node if c.tag in ("from_country", "to_country", "country")).text
    unknown = pack.candidates("country", "unknown")
    account = client if client is not None else other
    return Side(
        party=_party(account, client is not None, pack),
        country="" if country in unknown else country,
        suspected=_suspected(account),
    )


def _party(node: Any, mine: bool, pack: Pack) -> Party:
    person, entity = node.find("signatory/t_person"), node.find("t_entity")
    holder: dict[str, str] = {"kind": ""}
    if person is not None:
        holder = _person(person, pack)
    elif entity is not None:
        holder = {
            "kind": "entity", "name": _text(entity, "name"),
            "incorporation_number": _text(entity, "incorporation_number"),
            "business": _text(entity, "business"),
            "incorporation_date": _day(entity, "incorporation_date"),
        }  # fmt: skip
    branch = _text(node, "branch")
    return Party(
        account=_text(node, "account"),
        my_client=mine,
        institution_name=_text(node, "institution_name"),
        institution_code=_text(node, "institution_code"),
        swift=_text(node, "swift"),
        branch="" if branch == pack.fillers["branch"] else branch,
        currency=_text(node, "currency_code"),
        account_type=_text(node, "comments"),
        opened=_day(node, "opened"),
        customer_number=_text(node, "client_number"),
        **holder,
    )


def _person(node: Any, pack: Pack) -> dict[str, str]:
    document = node.find("identifications/identification")
    found = {
        "kind": "person",
        "name": _text(node, "last_name"),
        "gender": _text(node, "gender"),
        "birthdate": _day(node, "birthdate"),
        "birth_place": _text(node, "birth_place"),
        "mothers_name": _text(node, "mothers_name"),
        "id_number": _text(node, "id_number"),
        "nationality": _text(node, "nationality1"),
        "residence": _text(node, "residence"),
        "occupation": _text(node, "occupation"),
        "npwp": _text(node, "tax_number"),
        "source_of_funds": _text(node, "source_of_wealth"),
        "phone": node.findtext("phones/phone/tph_number") or "",
    }
    place = node.find("addresses/address")
    if place is not None:
        country = _text(place, "country_code")
        found |= {
            "address": _text(place, "address"), "city": _text(place, "city"),
            "province": _text(place, "state"), "postcode": _text(place, "zip"),
            "country": "" if country in pack.candidates("country", "unknown") else country,
        }  # fmt: skip
    if document is not None:
        code, said = _text(document, "type"), _text(document, "comments")
        found |= {
            "id_type": pack.meaning_of("identification", code, said),
            "id_issued": _day(document, "issue_date"),
            "id_expires": _day(document, "expiry_date"),
            "id_country": _text(document, "issue_country"),
        }
    return found
