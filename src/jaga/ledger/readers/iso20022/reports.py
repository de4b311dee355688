"""pacs.002: what became of a payment that another message holds.

A report is no payment, so it is never a row of its own. What it says is kept as a mark: the
payment it names takes the status, whether it was read before, is read now or comes later.
"""

from collections.abc import Mapping

from jaga.ledger.readers.iso20022 import facts
from jaga.ledger.readers.iso20022.facts import identifiers
from jaga.ledger.readers.iso20022.payments import Made, marks
from jaga.ledger.readers.iso20022.stream import Transaction
from jaga.ledger.readers.raw import RowReject

REJECTED = ("RJCT", "CANC", "BLCK")
SETTLED = ("ACSC", "ACCC", "ACSP", "ACWC", "ACFC", "ACCP", "ACTC", "ACWP")
"""Accepted in some stage: nothing changes, as a payment without a report counts as settled."""


def status_report(found: Transaction, rails: Mapping[str, str]) -> Made:
    """One TxInfAndSts."""
    own = found.own
    status = own.get("TxSts") or found.header.get("OrgnlGrpInfAndSts/GrpSts")
    if next(identifiers(own, "Orgnl"), None) is None:
        return _rejected(found, "OrgnlEndToEndId", "empty", "missing_value")
    if status in REJECTED:
        said = marks(own, "Orgnl", "rejected", facts.agent(own, "OrgnlTxRef/DbtrAgt"))
        if [one.payment_id for one in said] == [own.get("OrgnlUETR")]:
            # Payments are stored under a UETR only for want of another number, so this mark may
            # reach nothing; whoever reads the rejects must not think that it did.
            return _rejected(found, "OrgnlUETR", "element", "uetr_only")._replace(marks=said)
        return _rejected(found, "TxSts", "element", "status_report")._replace(marks=said)
    if status in SETTLED:
        return _rejected(found, "TxSts", "element", "status_report")
    return _rejected(found, "TxSts", "element" if status else "empty", "status_not_final")


def _rejected(found: Transaction, name: str, kind: str, reason: str) -> Made:
    return Made(reject=RowReject(found.line, name, kind, reason))
