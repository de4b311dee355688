"""Payments for a walk out of a ledger, in house SQL: two passes a hop, whatever its length.

The first pass reads the day files once and keeps what touches an account the hop stands on;
the second joins those few rows with the stretches of time. Nothing is joined with itself, so
a shop with a hundred thousand payers costs its rows, not their square.
"""

from collections.abc import Callable, Mapping, Sequence

from jaga.ledger.tables import HOLDER_KINDS
from jaga.screening.engines.base import Engine
from jaga.screening.network.model import Holder, Move
from jaga.screening.network.walk import Asked, Candidate
from jaga.screening.sql import bind
from jaga.screening.steps import SETTLED

Names = Callable[[set[int]], Mapping[int, str]]
"""Tokens by account code."""

NEAR = """
    select p.payment, p.t, p.debtor, p.creditor, p.amount_idr,
        case when p.mcc is null then 0 else 1 end as shop
    from payments as p
    where p.status = $settled and p.debtor <> p.creditor and p.t between $since and $until
        and (p.debtor in (select account from asked_of where side = 0)
            or p.creditor in (select account from asked_of where side = 1))
"""

REACHED = """
    select a.walk, a.side, a.account, n.creditor as other, n.payment, n.t, n.amount_idr, n.shop
    from near as n join asked_of as a
        on n.debtor = a.account and a.side = 0 and n.t >= a.starts and n.t <= a.ends
    union all
    select a.walk, a.side, a.account, n.debtor as other, n.payment, n.t, n.amount_idr, 0 as shop
    from near as n join asked_of as a
        on n.creditor = a.account and a.side = 1 and n.t >= a.starts and n.t <= a.ends
"""

TIES = """
    with sums as (
        select walk, side, account, other, cast(sum(amount_idr) as bigint) as amount,
            min(t) as began, max(shop) as shop
        from reached group by walk, side, account, other
    ),
    placed as (
        select walk, side, account, other, amount, began, shop,
            row_number() over (partition by walk, side, account order by amount desc, began)
                as place,
            count(*) over (partition by walk, side, account) as parties
        from sums
    ),
    least as (
        select walk, side, account, amount, began from placed where place = $most
    )
    select p.walk, p.side, p.account, p.other, p.amount, p.began, p.shop, p.parties
    from placed as p
    left join least as l on l.walk = p.walk and l.side = p.side and l.account = p.account
    where p.amount > coalesce(l.amount, -1)
        or (p.amount = coalesce(l.amount, -1) and p.began <= l.began)
"""

MOVES = """
    select r.walk, r.side, r.payment, r.t, r.account, r.other, r.amount_idr
    from reached as r join wanted as w
        on w.walk = r.walk and w.side = r.side and w.account = r.account and w.other = r.other
"""

HOLDERS = """
    select a.account, max(a.holder_kind) as holder_kind, max(a.birth_year) as birth_year,
        max(case when a.guardian is null then 0 else 1 end) as guarded
    from accounts as a where a.account in (select account from known_of) group by a.account
"""

TOUCHED = """
    select p.t, p.debtor, p.creditor, p.amount_idr as came,
        case when p.mcc is null then p.amount_idr else 0 end as went
    from payments as p
    where p.status = $settled and p.debtor <> p.creditor and p.t between $since and $until
        and (p.debtor in (select account from flow_of)
            or p.creditor in (select account from flow_of))
"""

FLOWS = """
    select account, t, cast(sum(came) as bigint) as came, cast(sum(went) as bigint) as went
    from (
        select creditor as account, t, came, 0 as went from touched
        union all
        select debtor as account, t, 0 as came, went from touched
    ) as sides
    where account in (select account from flow_of)
    group by account, t
"""

FEW = """
    select f.account, f.t, f.came, f.went from flows as f
    where f.account in (select account from flows group by account having count(*) <= $most)
"""

STATEMENTS = (NEAR, REACHED, TIES, MOVES, HOLDERS, TOUCHED, FLOWS, FEW)


class LedgerSource:
    """Payments of an engine into which the ledger's day files are loaded."""

    def __init__(self, engine: Engine, names: Names) -> None:
        self._engine = engine
        self._names = names
        self._tokens: dict[int, str] = {}
        self._holders: dict[int, Holder] = {}

    def ties(self, asked: Sequence[Asked], most: int) -> list[Candidate]:
        """At least the largest ties of each account asked of, from one scan."""
        engine = self._engine
        engine.put("asked_of", ("walk", "side", "account", "starts", "ends"), asked)
        since, until = min(one[3] for one in asked), max(one[4] for one in asked)
        engine.make("near", bind(NEAR, {"settled": SETTLED, "since": since, "until": until}))
        engine.make("reached", REACHED)
        return [
            Candidate(walk, side, account, other, amount, began, bool(shop), parties)
            for walk, side, account, other, amount, began, shop, parties in engine.rows(
                bind(TIES, {"most": most})
            )
        ]

    def moves(self, kept: Sequence[Candidate]) -> list[tuple[int, int, Move]]:
        """The payments of ties that the last `ties` answered with."""
        rows = [(one.walk, one.side, one.account, one.other) for one in kept]
        self._engine.put("wanted", ("walk", "side", "account", "other"), rows)
        found = []
        for walk, side, payment, t, account, other, amount in self._engine.rows(MOVES):
            debtor, creditor = (other, account) if side else (account, other)
            found.append((walk, side, Move(payment, t, debtor, creditor, amount)))
        return found

    def holders(self, accounts: set[int]) -> Mapping[int, Holder]:
        """What the accounts file tells, asked once of each account."""
        new = [(account,) for account in accounts if account not in self._holders]
        if new:
            self._engine.put("known_of", ("account",), new)
            for account, kind, born, guarded in self._engine.rows(HOLDERS):
                word = "unknown" if kind is None else HOLDER_KINDS[kind]
                self._holders[account] = Holder(word, born, bool(guarded))
        return self._holders

    def tokens(self, accounts: set[int]) -> Mapping[int, str]:
        """Tokens by code, looked up once."""
        new = accounts - self._tokens.keys()
        if new:
            self._tokens.update(self._names(new))
        return self._tokens

    def flows(
        self, accounts: set[int], since: int, until: int, most: int
    ) -> dict[int, list[tuple[int, int, int]]]:
        """(second, came, went) of each account that has at most `most` moments, in time order."""
        if not accounts:
            return {}
        self._engine.put("flow_of", ("account",), [(account,) for account in accounts])
        values = {"settled": SETTLED, "since": since, "until": until}
        self._engine.make("touched", bind(TOUCHED, values))
        self._engine.make("flows", FLOWS)
        found: dict[int, list[tuple[int, int, int]]] = {}
        for account, t, came, went in sorted(self._engine.rows(bind(FEW, {"most": most}))):
            found.setdefault(account, []).append((t, came, went))
        return found
