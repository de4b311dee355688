"""The walk: hop by hop, both ways, each hop only as far as its money can have gone.

A payment lies on a path out of the subject when its debtor received money on that path at
the same moment or before, at most `hop_hours` earlier; into the subject it is the mirror
image. Several walks go together, so that one scan of the payments serves all of them.

What is shown at k hops is shown at k + 1: nearer parties take their places first.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from jaga.screening.network.model import Holder, Limits, Move, Reached, Seed, Walk
from jaga.screening.network.spans import Stretch, merged, without

OUT, IN = 0, 1
"""Sides of an account: money that leaves it, money that comes to it."""

END_KINDS = frozenset({"business", "agent", "charity", "school"})
"""Holders at whom a path ends: everybody's money meets there."""

Asked = tuple[int, int, int, int, int]
"""A stretch to look in: walk, side, account, starts, ends."""

Key = tuple[int, int, int]
"""Walk, side, account."""

Sums = tuple[dict[int, int], dict[int, int]]
"""Rupiah by account, of each side."""


@dataclass(frozen=True)
class Candidate:
    """A tie that a hop found: `account` is where we stand, `other` where the money leads.

    `parties` counts all counterparties of that account in this hop, shown or not.
    """

    walk: int
    side: int
    account: int
    other: int
    amount_idr: int
    first: int
    shop: bool
    parties: int

    @property
    def key(self) -> Key:
        """What the tie is counted under."""
        return self.walk, self.side, self.account


class Source(Protocol):
    """Where payments come from. Only settled ones between two different accounts count."""

    def ties(self, asked: Sequence[Asked], most: int) -> list[Candidate]:
        """Ties within the stretches, at least the `most` largest of each account and side."""

    def moves(self, kept: Sequence[Candidate]) -> list[tuple[int, int, Move]]:
        """(walk, side, payment) for each payment of ties that the last `ties` answered with."""

    def holders(self, accounts: set[int]) -> Mapping[int, Holder]:
        """What is known of accounts; those of which nothing is known are left out."""

    def tokens(self, accounts: set[int]) -> Mapping[int, str]:
        """The tokens of accounts. Ties are broken by them: codes differ from ledger to ledger."""


@dataclass
class _Going:
    """One walk on its way: what it found, and which stretches it has looked through."""

    walk: Walk
    seen: dict[tuple[int, int], list[Stretch]]
    next: dict[tuple[int, int], list[Stretch]]


def follow(source: Source, seeds: Sequence[Seed], limits: Limits) -> list[Walk]:
    """A walk for each seed, in the same order."""
    going = [_begin(seed) for seed in seeds]
    for hop in range(1, limits.hops + 1):
        asked = [one for number, each in enumerate(going) for one in _asked(number, each)]
        if not asked:
            break
        found = _largest(source, source.ties(asked, limits.hub_ties), limits.hub_ties)
        kept = _kept(source, going, found, hop, limits)
        _step(source, going, kept, hop, limits)
    return [one.walk for one in going]


def _begin(seed: Seed) -> _Going:
    whole = [(seed.since, seed.until)]
    start = {(side, seed.account): whole for side in (OUT, IN)}
    return _Going(Walk(seed, {seed.account: Reached(0, 0)}), {}, start)


def _asked(number: int, one: _Going) -> list[Asked]:
    """The stretches nobody looked through yet, which count as looked through from now on."""
    asked = []
    for (side, account), stretches in one.next.items():
        fresh = without(merged(stretches), one.seen.get((side, account), []))
        one.seen[side, account] = merged([*one.seen.get((side, account), []), *fresh])
        asked += [(number, side, account, starts, ends) for starts, ends in fresh]
    one.next = {}
    return asked


def _largest(source: Source, found: list[Candidate], most: int) -> dict[Key, list[Candidate]]:
    """The largest ties of each account and side, whatever order they came in."""
    tokens = source.tokens({one.other for one in found})
    groups: dict[Key, list[Candidate]] = defaultdict(list)
    for one in sorted(found, key=lambda c: (-c.amount_idr, c.first, tokens[c.other])):
        if len(groups[one.key]) < most:
            groups[one.key].append(one)
    return groups


def _kept(
    source: Source,
    going: Sequence[_Going],
    groups: Mapping[Key, list[Candidate]],
    hop: int,
    limits: Limits,
) -> list[Candidate]:
    """The candidates whose other side has a place in the picture; the rest is counted."""
    fresh: dict[int, Sums] = defaultdict(lambda: (defaultdict(int), defaultdict(int)))
    for group in groups.values():
        for one in group:
            if one.other not in going[one.walk].walk.parties:
                fresh[one.walk][one.side][one.other] += one.amount_idr
    tokens = source.tokens({o for sides in fresh.values() for side in sides for o in side})
    for number, sides in fresh.items():
        parties = going[number].walk.parties
        for other in _in_turn(sides, tokens)[: max(limits.max_nodes - len(parties), 0)]:
            parties[other] = Reached()
    kept = []
    for (number, side, account), group in groups.items():
        parties = going[number].walk.parties
        shown = [one for one in group if one.other in parties]
        _count_rest(parties[account], side, group, len(shown), limits)
        for one in shown:
            _note(parties[one.other], side, hop)
        kept += shown
    return kept


def _in_turn(sides: Sums, tokens: Mapping[int, str]) -> list[int]:
    """Newcomers, largest first, one from each side in turn: neither crowds the other out."""
    ranks: dict[int, tuple[int, int, str]] = {}
    for sums in sides:
        ranked = sorted(sums, key=lambda other: (-sums[other], tokens[other]))
        for rank, other in enumerate(ranked):
            place = (rank, -sums[other], tokens[other])
            ranks[other] = min(place, ranks.get(other, place))
    return sorted(ranks, key=lambda other: ranks[other])


def _count_rest(
    party: Reached, side: int, group: Sequence[Candidate], shown: int, limits: Limits
) -> None:
    parties = group[0].parties
    party.hub = party.hub or parties > limits.hub_ties
    if side == OUT:
        party.more_after += parties - shown
    else:
        party.more_before += parties - shown


def _note(party: Reached, side: int, hop: int) -> None:
    if side == OUT and party.after is None:
        party.after = hop
    if side == IN and party.before is None:
        party.before = hop


def _step(
    source: Source, going: Sequence[_Going], kept: Sequence[Candidate], hop: int, limits: Limits
) -> None:
    """Take the payments of the ties in, and say where and when to look next."""
    ends = _ends(source, going, kept)
    window = limits.hop_hours * 3600
    for number, side, move in source.moves(kept):
        one = going[number]
        seed = one.walk.seed
        one.walk.moves.setdefault(move, hop)
        other = move.creditor if side == OUT else move.debtor
        if (number, other) in ends:
            continue
        starts, until = (move.t, move.t + window) if side == OUT else (move.t - window, move.t)
        stretch = (max(starts, seed.since), min(until, seed.until))
        one.next.setdefault((side, other), []).append(stretch)


def _ends(
    source: Source, going: Sequence[_Going], kept: Sequence[Candidate]
) -> set[tuple[int, int]]:
    """(walk, account) of the accounts at which the path ends."""
    holders = source.holders({one.other for one in kept})
    found = set()
    for one in kept:
        reached = going[one.walk].walk.parties[one.other]
        reached.shop = reached.shop or one.shop
        holder = holders.get(one.other, Holder())
        is_subject = one.other == going[one.walk].walk.seed.account
        if (reached.shop or holder.kind in END_KINDS) and not is_subject:
            found.add((one.walk, one.other))
    return found
