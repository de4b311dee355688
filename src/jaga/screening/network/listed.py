"""Payments for a walk out of a short list: the plain reading of the rules, for one alert's
evidence and for checking what the ledger answers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from jaga.screening.network.model import Holder, Move
from jaga.screening.network.walk import OUT, Asked, Candidate, Key


class Paid(Protocol):
    """What is needed of one settled payment; `t` in epoch seconds."""

    @property
    def t(self) -> int:
        """Epoch second."""
        ...

    @property
    def debtor(self) -> str:
        """Token of the payer."""
        ...

    @property
    def creditor(self) -> str:
        """Token of the receiver."""
        ...

    @property
    def amount_idr(self) -> int:
        """Whole rupiah."""
        ...


class ListSource:
    """Payments between tokens, held in memory."""

    def __init__(
        self, payments: Iterable[Paid], holders: Mapping[str, Holder] | None = None
    ) -> None:
        rows = sorted(payments, key=lambda p: (p.t, p.debtor, p.creditor, p.amount_idr))
        names = sorted({name for one in rows for name in (one.debtor, one.creditor)})
        self.codes = {name: code for code, name in enumerate(names)}
        self._names = dict(enumerate(names))
        known = holders or {}
        self._holders = {code: known[name] for name, code in self.codes.items() if name in known}
        self._moves = [
            Move(number, p.t, self.codes[p.debtor], self.codes[p.creditor], p.amount_idr)
            for number, p in enumerate(rows)
            if p.debtor != p.creditor
        ]
        self._found: dict[tuple[Key, int], list[Move]] = {}

    def ties(self, asked: Sequence[Asked], most: int) -> list[Candidate]:
        """Every tie: the walk takes the largest itself."""
        self._found = defaultdict(list)
        for walk, side, account, starts, ends in asked:
            for move in self._moves:
                here, other = (
                    (move.debtor, move.creditor) if side == OUT else (move.creditor, move.debtor)
                )
                if here == account and starts <= move.t <= ends:
                    self._found[(walk, side, account), other].append(move)
        parties: dict[Key, int] = defaultdict(int)
        for key, _other in self._found:
            parties[key] += 1
        return [
            Candidate(
                *key, other, sum(m.amount_idr for m in moves), min(m.t for m in moves),
                shop=False, parties=parties[key],
            )
            for (key, other), moves in self._found.items()
        ]  # fmt: skip

    def moves(self, kept: Sequence[Candidate]) -> list[tuple[int, int, Move]]:
        """The payments of ties that the last `ties` answered with."""
        return [
            (one.walk, one.side, move) for one in kept for move in self._found[one.key, one.other]
        ]

    def holders(self, accounts: set[int]) -> Mapping[int, Holder]:
        """What the caller told."""
        return self._holders

    def tokens(self, accounts: set[int]) -> Mapping[int, str]:
        """Tokens by code."""
        return self._names

    def flows(
        self, accounts: set[int], since: int, until: int, most: int
    ) -> dict[int, list[tuple[int, int, int]]]:
        """(second, came, went) of each account, in time order."""
        found: dict[int, list[tuple[int, int, int]]] = {}
        for move in self._moves:
            if since <= move.t <= until:
                for account, came, went in (
                    (move.creditor, move.amount_idr, 0),
                    (move.debtor, 0, move.amount_idr),
                ):
                    if account in accounts:
                        found.setdefault(account, []).append((move.t, came, went))
        return {account: rows for account, rows in found.items() if len(rows) <= most}
