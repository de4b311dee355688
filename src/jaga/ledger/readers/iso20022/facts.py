"""An element as text by path, and the parties, accounts and moments read from it."""

import re
from collections.abc import Iterator
from typing import Any

Facts = dict[str, str]
"""Path below an element, such as `Dbtr/PstlAdr/Ctry`, to its text; the first one counts, save
that the lines of `Ustrd` are joined. An amount's currency stands under `…@Ccy`."""

MERCHANT = "MrchntCtgyCd"
_EXTRA = "SplmtryData"
_DATE = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?P<offset>Z|[+-][0-9]{2}:[0-9]{2})?")
_OFFSET = re.compile(r"(?<=[0-9])(?:Z|[+-][0-9]{2}:[0-9]{2})$")
_NUMBER = re.compile(r"(?P<whole>[+]?[0-9]+)[.](?P<part>[0-9]*?)0*")
_IBAN = re.compile(r"(?P<country>[A-Z]{2})[0-9]{2}[A-Z0-9]{8,30}")
_BIC = re.compile(r"[A-Z0-9]{4}(?P<country>[A-Z]{2})[A-Z0-9]{2}(?P<branch>[A-Z0-9]{3})?")
_NO_ID = ("NOTPROVIDED", "NONREF", "NOT PROVIDED")


def read_facts(element: Any, leave_out: frozenset[str] = frozenset()) -> Facts:
    """Everything below an element in its own namespace, but not the children left out."""
    namespace = element.tag.rpartition("}")[0]
    found: Facts = {}
    for name, path, child in _below(element, namespace, "", leave_out):
        text = (child.text or "").strip()
        if name == "Ustrd" and path in found:
            found[path] = f"{found[path]} {text}".strip()
        elif text:
            found.setdefault(path, text)
        if name == MERCHANT and text:
            found.setdefault(MERCHANT, text)
        if currency := child.get("Ccy"):
            found.setdefault(f"{path}@Ccy", currency.strip())
    return found


def _below(
    element: Any, namespace: str, path: str, leave_out: frozenset[str]
) -> Iterator[tuple[str, str, Any]]:
    for child in element:
        own, _, name = child.tag.rpartition("}")
        if (own != namespace and not path.startswith(_EXTRA)) or name in leave_out:
            continue
        here = f"{path}/{name}" if path else name
        yield name, here, child
        if len(child):
            yield from _below(child, namespace, here, frozenset())


def first(facts: Facts, *paths: str) -> str | None:
    """The text of the first path that has one."""
    for path in paths:
        if path in facts:
            return facts[path]
    return None


def below(facts: Facts, path: str) -> Facts:
    """The facts below a path, as if its element stood alone."""
    start = path + "/"
    return {
        name.removeprefix(start): text for name, text in facts.items() if name.startswith(start)
    }


def identifiers(facts: Facts, prefix: str = "") -> Iterator[tuple[str, str]]:
    """The numbers a payment goes by, in the order Jaga prefers them."""
    for name in ("TxId", "EndToEndId", "InstrId", "UETR"):
        text = facts.get(prefix + name)
        if text and text.upper() not in _NO_ID:
            yield name, text


def account(facts: Facts, role: str) -> str | None:
    """The number of an account: IBAN, another number, or the proxy it goes by."""
    return first(facts, f"{role}/Id/IBAN", f"{role}/Id/Othr/Id", f"{role}/Prxy/Id")


def agent(facts: Facts, role: str) -> str | None:
    """An institution: BIC (without the XXX of a head office), clearing number, other number."""
    inside = f"{role}/FinInstnId/"
    bic = first(facts, inside + "BICFI", inside + "BIC")
    if bic:
        return bic.upper().removesuffix("XXX") if len(bic) == 11 else bic.upper()
    return first(facts, inside + "ClrSysMmbId/MmbId", inside + "Othr/Id", inside + "LEI")


def country(facts: Facts, role: str) -> str | None:
    """Where a party is: address, residence, else the country its account is held in."""
    stated = first(
        facts,
        *(
            f"{party}/{path}"
            for path in ("PstlAdr/Ctry", "CtryOfRes")
            for party in (role, f"{role}/Pty")
        ),
    )
    if stated:
        return stated
    iban = _IBAN.fullmatch(facts.get(f"{role}Acct/Id/IBAN", "").upper())
    bic = _BIC.fullmatch(agent(facts, f"{role}Agt") or "")
    held = iban or bic
    return held["country"] if held else facts.get(f"{role}Agt/FinInstnId/PstlAdr/Ctry")


def phone(facts: Facts, role: str) -> str | None:
    """A party's telephone number, mobile before fixed."""
    return first(
        facts,
        *(
            f"{party}/CtctDtls/{path}"
            for path in ("MobNb", "PhneNb")
            for party in (role, f"{role}/Pty")
        ),
    )


def moment(texts: tuple[str | None, ...], created: str | None) -> str | None:
    """The first moment given.

    A date alone stands for noon of that day, at its own offset or that of the moment the
    message was created: the day is then right in WIB, and the hour is no hour of the night.
    """
    text = next((one for one in texts if one), None)
    match = _DATE.fullmatch(text) if text else None
    if match is None:
        return text
    offset = _OFFSET.search(created or "")
    return f"{match['day']}T12:00:00{match['offset'] or (offset[0] if offset else '')}"


def number(text: str | None) -> str | None:
    """An amount without zeros past the point: in XML the point is always the decimal point."""
    match = _NUMBER.fullmatch(text) if text else None
    if match is None:
        return text
    return f"{match['whole']}.{match['part']}" if match["part"] else match["whole"]
