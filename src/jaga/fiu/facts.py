"""The facts of one LTKM: what is written into XML, and what is read back from it, unchanged."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from jaga.fiu.parties import Party
from jaga.fiu.reporter import Reporter

# With one party at the counter there is no second account: the multi-party form (see the pack).
ONE_SIDED = frozenset({"cash_in", "cash_out", "airtime", "game_topup", "prepaid"})


@dataclass(frozen=True)
class Side:
    """One end of a payment. `country` may be empty: unknown."""

    party: Party
    country: str = ""
    suspected: bool = False


@dataclass(frozen=True)
class Transaction:
    """One payment as reported. `booked_at` is local time without a zone; rupiah are whole.

    `currency` is what was paid in; `foreign` the amount in it, None for rupiah and for virtual
    assets. A side is None in the one-sided form.
    """

    number: str
    booked_at: datetime
    rail: str
    amount_idr: int
    currency: str
    foreign: Decimal | None
    debtor: Side | None
    creditor: Side | None


@dataclass(frozen=True)
class Report:
    """One LTKM. `reference` is its key: the same alert and version always give the same."""

    reference: str
    on: date
    reporter: Reporter
    reason: str
    indicators: tuple[str, ...]
    transactions: tuple[Transaction, ...]


_OF_CLIENTS: tuple[str, ...] = (
    "opened", "customer_number", "mothers_name", "birth_place", "occupation", "source_of_funds",
)  # fmt: skip
_OF_PEOPLE: tuple[str, ...] = (
    "name", "gender", "birthdate", "birth_place", "mothers_name", "id_type", "id_number",
    "id_issued", "id_expires", "id_country", "nationality", "residence", "npwp", "phone",
    "address", "city", "province", "postcode", "country", "occupation", "source_of_funds",
    "customer_number",
)  # fmt: skip
_OF_FIRMS: tuple[str, ...] = ("business", "incorporation_number", "incorporation_date")


def as_reported(party: Party, *, alone: bool) -> Party:
    """What a report may carry of `party`; `alone`: the account without anybody behind it.

    Who is not the provider's own client is named as far as known, without what only a bank
    asks its clients.
    """
    party = replace(
        party,
        account=party.number,
        account_number="",
        kind=party.kind or "person",
        npwp="".join(char for char in party.npwp if char.isdigit()),
    )
    gone = _gone(party, alone)
    values: dict[str, Any] = {
        name: "" if name in gone else value for name, value in vars(party).items()
    }
    return Party(**values)


def _gone(party: Party, alone: bool) -> tuple[str, ...]:
    """The names of what is left out. Without a name goAML has no person to hang the rest on."""
    if alone or not party.name:
        return (*_OF_PEOPLE, *_OF_FIRMS, "kind")
    if party.kind == "entity":
        return tuple(name for name in _OF_PEOPLE if name != "name")
    gone = _OF_FIRMS if party.my_client else (*_OF_CLIENTS, *_OF_FIRMS)
    if not party.address:
        gone = (*gone, "city", "province", "postcode", "country")
    document = ("id_type", "id_issued", "id_expires", "id_country")
    if not all(getattr(party, name) for name in (*document, "id_number")):
        # goAML takes a document whole; its number may stand alone.
        gone = (*gone, *document)
    return gone
