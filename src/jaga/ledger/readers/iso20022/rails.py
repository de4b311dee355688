"""Which rail a message names. The page docs/reference/iso20022.md shows these tables.

ISO 20022 has no word for a wallet or a QR payment; systems write words of their own into
`LclInstrm/Prtry`. The words below are the names Indonesian systems go by, and Jaga's own; a
mapping file adds more under [rails].
"""

from collections.abc import Mapping

from jaga.ledger.readers.iso20022.facts import Facts
from jaga.ledger.tables import RAILS

WORDS = {
    "inst": "instant_transfer",
    "bifast": "instant_transfer",
    "bi-fast": "instant_transfer",
    "rtgs": "bank_transfer",
    "bi-rtgs": "bank_transfer",
    "skn": "bank_transfer",
    "sknbi": "bank_transfer",
} | {rail: rail for rail in RAILS}
"""Words of LclInstrm, SvcLvl, CtgyPurp and ClrSys, compared without case."""

FAMILIES = {
    "RRCT": "instant_transfer",
    "IRCT": "instant_transfer",
    "RCDT": "bank_transfer",
    "ICDT": "bank_transfer",
    "CCRD": "card",
    "MCRD": "card",
}
"""Families of bank transaction codes in the domain PMNT."""

CASH = {"CDPT": "cash_in", "CWDL": "cash_out"}
"""Sub-families of CNTR (over the counter) and of cards."""

_PLACES = (
    "PmtTpInf/LclInstrm",
    "LclInstrm",
    "OrgnlTxRef/PmtTpInf/LclInstrm",
    "PmtTpInf/SvcLvl",
    "PmtTpInf/CtgyPurp",
    "GrpHdr/PmtTpInf/LclInstrm",
    "GrpHdr/SttlmInf/ClrSys",
)


def rail(places: tuple[Facts, ...], given: Mapping[str, str], default: str) -> str:
    """The rail of the first word that is known, an institution's own mapping before ours."""
    for facts in places:
        for place in _PLACES:
            for form in ("Prtry", "Cd"):
                word = facts.get(f"{place}/{form}", "").lower()
                if found := given.get(word) or WORDS.get(word):
                    return found
    return default


def entry_rail(places: tuple[Facts, ...]) -> str:
    """The rail of an account entry by its bank transaction code; `other` when it has none."""
    for facts in places:
        if facts.get("BkTxCd/Domn/Cd") == "PMNT":
            family = facts.get("BkTxCd/Domn/Fmly/Cd", "")
            kind = facts.get("BkTxCd/Domn/Fmly/SubFmlyCd", "")
            if family in ("CNTR", "CCRD", "MCRD") and kind in CASH:
                return CASH[kind]
            return FAMILIES.get(family, "other")
    return "other"
