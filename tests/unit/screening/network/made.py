"""Small payments to follow by hand. Hours count from the first second of an invented year."""

from dataclasses import dataclass

from jaga.screening.network.build import Alerted, networks
from jaga.screening.network.listed import ListSource
from jaga.screening.network.model import Holder, Limits, Network, Seed

HOUR = 3600


@dataclass(frozen=True)
class Pay:
    t: int
    debtor: str
    creditor: str
    amount_idr: int = 100


def pays(text: str) -> list[Pay]:
    """Lines of `hour debtor creditor [amount]`."""
    rows = [line.split() for line in text.strip().splitlines()]
    return [Pay(int(row[0]) * HOUR, row[1], row[2], int(row[3]) if row[3:] else 100)
            for row in rows]  # fmt: skip


def network(
    payments: list[Pay],
    subject: str,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    holders: dict[str, Holder] | None = None,
    protected: frozenset[str] = frozenset(),
) -> Network:
    """The subject's network over all of the payments."""
    source = ListSource(payments, holders)
    times = [one.t for one in payments]
    seed = Seed(source.codes[subject], min(times), max(times))
    return networks(source, [seed], limits, Alerted({}, protected))[0]


def fan(size: int, hops: int = 1) -> list[Pay]:
    """`size` payers of a subject `s`, and as many receivers from it, `hops` deep each way."""
    rows = []
    for n in range(size):
        for hop in range(hops):
            came = "s" if hop == 0 else f"in{hop - 1}-{n}"
            rows.append(Pay((100 - hop) * HOUR, f"in{hop}-{n}", came, 1_000_000 + n))
            left = "s" if hop == 0 else f"out{hop - 1}-{n}"
            rows.append(Pay((101 + hop) * HOUR, left, f"out{hop}-{n}", 900_000 + 7 * n))
    return rows


def tokens(found: Network) -> set[str]:
    return {party.token for party in found.parties}


def ties(found: Network) -> set[tuple[str, str]]:
    names = {party.number: party.token for party in found.parties}
    return {(names[tie.debtor], names[tie.creditor]) for tie in found.ties}
