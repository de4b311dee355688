"""From walks to networks: numbers for parties, sums for ties, measures for both."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from jaga.screening.months import WIB
from jaga.screening.network.flow import Moment, flow
from jaga.screening.network.groups import Grouping, grouping
from jaga.screening.network.model import (
    PASSED_ON_MOMENTS,
    Flow,
    Holder,
    Limits,
    Network,
    Party,
    Reached,
    Seed,
    Tie,
    Walk,
)
from jaga.screening.network.walk import END_KINDS, Source, follow


@dataclass(frozen=True)
class Alerted:
    """What a run's alerts say of accounts: how many each has, and who is to be protected."""

    counts: Mapping[str, int] = field(default_factory=dict)
    protected: frozenset[str] = frozenset()


class MeasuredSource(Source, Protocol):
    """A source that also tells what came and went on whole accounts."""

    def flows(
        self, accounts: set[int], since: int, until: int, most: int
    ) -> dict[int, list[Moment]]:
        """(second, came, went) of each account with at most `most` moments."""


@dataclass(frozen=True)
class _Known:
    """What the parties of every walk are known as."""

    holders: Mapping[int, Holder]
    tokens: Mapping[int, str]
    alerted: Alerted

    def protected(self, account: int, until: int) -> bool:
        """Under 18, perhaps under 18 by year of birth, under a guardian, or alerted as such."""
        holder = self.holders.get(account, Holder())
        year = datetime.fromtimestamp(until, UTC).astimezone(WIB).year
        may_be_child = holder.birth_year is not None and year - holder.birth_year <= 18
        marked = self.tokens[account] in self.alerted.protected
        return may_be_child or holder.has_guardian or marked

    def end_point(self, account: int, reached: Reached) -> bool:
        """Whether the path ended here for what the account is."""
        kind = self.holders.get(account, Holder()).kind
        return reached.hop > 0 and (reached.shop or kind in END_KINDS)


def networks(
    source: MeasuredSource, seeds: Sequence[Seed], limits: Limits, alerted: Alerted
) -> list[Network]:
    """The network of each seed, in the same order. One scan a hop, two for flows, for them all."""
    walks = follow(source, seeds, limits)
    accounts = {account for walk in walks for account in walk.parties}
    known = _Known(source.holders(accounts), source.tokens(accounts), alerted)
    flows = _moments(source, walks, known)
    return [_network(walk, limits, known, flows) for walk in walks]


def _moments(
    source: MeasuredSource, walks: Sequence[Walk], known: _Known
) -> dict[int, list[Moment]]:
    wanted = {
        account
        for walk in walks
        for account, reached in walk.parties.items()
        if not known.end_point(account, reached) and not known.protected(account, walk.seed.until)
    }
    since = min((walk.seed.since for walk in walks), default=0)
    until = max((walk.seed.until for walk in walks), default=0)
    return source.flows(wanted, since, until, PASSED_ON_MOMENTS)


def _network(
    walk: Walk, limits: Limits, known: _Known, flows: Mapping[int, list[Moment]]
) -> Network:
    order = _order(walk, known.tokens)
    numbers = {account: number for number, account in enumerate(order, start=1)}
    ties = _ties(walk, numbers)
    bridges = {
        numbers[account] - 1
        for account, reached in walk.parties.items()
        if reached.hop == 0 or known.end_point(account, reached)
    }
    pairs: dict[tuple[int, int], int] = defaultdict(int)
    for tie in ties:
        low, high = sorted((tie.debtor - 1, tie.creditor - 1))
        pairs[low, high] += tie.payments
    found = grouping(len(order), [(*pair, n) for pair, n in sorted(pairs.items())], bridges)
    parties = tuple(
        _party(walk, number, account, known, (ties, found, _flow(walk, limits, flows, account)))
        for account, number in numbers.items()
    )
    shown_out = sum(one.more_before + one.more_after for one in walk.parties.values())
    seed = walk.seed
    return Network(
        known.tokens[seed.account], seed.since, seed.until, limits, parties, ties, shown_out,
        found.modularity,
    )  # fmt: skip


def _order(walk: Walk, tokens: Mapping[int, str]) -> list[int]:
    """Nearest first, then whoever moved most, then by token: the numbers people read."""
    moved: dict[int, int] = defaultdict(int)
    for move in walk.moves:
        moved[move.debtor] += move.amount_idr
        moved[move.creditor] += move.amount_idr
    return sorted(walk.parties, key=lambda a: (walk.parties[a].hop, -moved[a], tokens[a]))


def _ties(walk: Walk, numbers: Mapping[int, int]) -> tuple[Tie, ...]:
    groups: dict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
    for move, hop in walk.moves.items():
        ends = numbers[move.debtor], numbers[move.creditor]
        groups[ends].append((hop, move.t, move.amount_idr))
    return tuple(
        Tie(
            debtor, creditor, min(hop for hop, _, _ in rows), len(rows),
            sum(amount for _, _, amount in rows), min(t for _, t, _ in rows),
            max(t for _, t, _ in rows),
        )
        for (debtor, creditor), rows in sorted(groups.items())
    )  # fmt: skip


def _flow(
    walk: Walk, limits: Limits, flows: Mapping[int, list[Moment]], account: int
) -> Flow | None:
    moments = flows.get(account)
    if moments is None:
        return None
    since, until = walk.seed.since, walk.seed.until
    inside = [one for one in moments if since <= one[0] <= until]
    return flow(inside, limits.hop_hours * 3600, until)


def _party(
    walk: Walk,
    number: int,
    account: int,
    known: _Known,
    measured: tuple[Sequence[Tie], Grouping, Flow | None],
) -> Party:
    ties, found, through = measured
    reached, token = walk.parties[account], known.tokens[account]
    protected, end_point = (
        known.protected(account, walk.seed.until),
        known.end_point(account, reached),
    )
    came = [tie for tie in ties if tie.creditor == number]
    went = [tie for tie in ties if tie.debtor == number]
    return Party(
        number=number,
        token=token,
        kind=known.holders.get(account, Holder()).kind,
        before=reached.before,
        after=reached.after,
        end_point=end_point,
        hub=reached.hub,
        protected=protected,
        alerts=known.alerted.counts.get(token, 0),
        more_before=reached.more_before,
        more_after=reached.more_after,
        payers=len(came),
        payees=len(went),
        received_idr=sum(tie.amount_idr for tie in came),
        sent_idr=sum(tie.amount_idr for tie in went),
        flow=None if end_point or protected else through,
        group=found.groups[number - 1],
        community=found.communities[number - 1],
    )
