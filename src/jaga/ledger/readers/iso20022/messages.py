"""Which messages are read: by namespace, version by version.

A version is listed when the elements Jaga needs stand in it under the same names; the first
version of most messages named them otherwise. Source: the message definitions published at
iso20022.org.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

NAMESPACE = re.compile(
    r"urn:iso:std:iso:20022:tech:xsd:(?P<name>[a-z]{4}\.[0-9]{3})\.(?P<rest>[0-9]{3}\.[0-9]{2})"
)
Path = tuple[str, ...]


@dataclass(frozen=True)
class Message:
    """One kind of message: its body element and where its transactions stand below that.

    `versions`: the first and the last that are read. `whole`: elements that speak of all
    transactions of another message at once. `elements`: canonical column → the element that
    a reject names.
    """

    name: str
    body: str
    versions: tuple[int, int]
    rows: tuple[Path, ...]
    elements: Mapping[str, str]
    whole: tuple[str, ...] = ()


_PARTIES = {
    "debtor_account": "DbtrAcct",
    "creditor_account": "CdtrAcct",
    "debtor_country": "Dbtr/PstlAdr/Ctry",
    "creditor_country": "Cdtr/PstlAdr/Ctry",
    "debtor_agent": "DbtrAgt",
    "creditor_agent": "CdtrAgt",
    "phone": "Dbtr/CtctDtls",
    "purpose_code": "Purp/Cd",
    "merchant_category": "MrchntCtgyCd",
    "remark": "RmtInf/Ustrd",
}
_ENTRIES = _PARTIES | {
    "payment_id": "Refs",
    "booked_at": "BookgDt",
    "amount": "Amt",
    "currency": "Amt@Ccy",
}


def _statement(name: str, body: str, part: str) -> Message:
    rows = ((part, "Ntry"), (part, "Ntry", "NtryDtls", "TxDtls"))
    return Message(name, body, (2, 13), rows, _ENTRIES)


MESSAGES = (
    Message(
        "pacs.008",
        "FIToFICstmrCdtTrf",
        (2, 13),
        (("CdtTrfTxInf",),),
        _PARTIES
        | {
            "payment_id": "PmtId",
            "booked_at": "CreDtTm",
            "amount": "IntrBkSttlmAmt",
            "currency": "IntrBkSttlmAmt@Ccy",
        },
    ),
    Message(
        "pacs.004",
        "PmtRtr",
        (2, 14),
        (("TxInf",),),
        _PARTIES
        | {
            "payment_id": "RtrId",
            "booked_at": "CreDtTm",
            "amount": "RtrdIntrBkSttlmAmt",
            "currency": "RtrdIntrBkSttlmAmt@Ccy",
        },
        whole=("GrpHdr/GrpRtr",),
    ),
    Message(
        "pacs.002",
        "FIToFIPmtStsRpt",
        (3, 15),
        (("TxInfAndSts",),),
        {},
        whole=("OrgnlGrpInfAndSts/GrpSts",),
    ),
    Message(
        "pain.001",
        "CstmrCdtTrfInitn",
        (3, 12),
        (("PmtInf", "CdtTrfTxInf"),),
        _PARTIES
        | {
            "payment_id": "PmtId",
            "booked_at": "ReqdExctnDt",
            "amount": "InstdAmt",
            "currency": "InstdAmt@Ccy",
        },
    ),
    _statement("camt.053", "BkToCstmrStmt", "Stmt"),
    _statement("camt.054", "BkToCstmrDbtCdtNtfctn", "Ntfctn"),
)
_BY_NAME = {message.name: message for message in MESSAGES}
TAGS = tuple(
    sorted({"Document", *(name for message in MESSAGES for path in message.rows for name in path)})
)
"""Every element the reader has to hear of while it streams."""


def message_of(namespace: str) -> Message | None:
    """The message a namespace names, in a version that is read."""
    match = NAMESPACE.fullmatch(namespace)
    message = _BY_NAME.get(match["name"]) if match else None
    if match is None or message is None:
        return None
    variant, version = match["rest"].split(".")
    first, last = message.versions
    return message if variant == "001" and first <= int(version) <= last else None


def shown(tag: str) -> str:
    """What a reject calls an element nobody maps: the message of its namespace, or its name.

    A name that looks like data is not shown.
    """
    namespace, _, name = tag.removeprefix("{").rpartition("}")
    match = NAMESPACE.fullmatch(namespace)
    if match and name == "Document":
        return f"{match['name']}.{match['rest']}"
    plain = re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]{0,39}", name)
    return name if plain and sum(letter.isdigit() for letter in name) < 5 else "(…)"
