"""What a walk along the money finds: parties, ties, and what was left out."""

from dataclasses import dataclass, field

MOST_HOPS = 4
"""Past four hops, strangers' money is mixed in whichever way a path is drawn."""

HOP_HOURS = 72
"""Hours in which money that came must leave again for the path to go on. The published window
of passing on (AMLC 2020; the indicator `gather_split` reads the same): within 72 hours."""

MAX_NODES = 200
"""Parties in one picture: about what a person can still read on one screen."""

HUB_TIES = 40
"""Ties followed out of one account in one hop, the largest first. An account with more is a
hub: past it, the paths of many strangers meet, so it is marked instead of followed further."""

PASSED_ON_PERCENT = 50
"""From this share of what came, passed on within the window, an account passes money through.
Published: who gathers and splits keeps half at most (AMLC 2020; the indicator `gather_split`)."""

PASSED_ON_MOMENTS = 2_000
"""Moments of payment past which flow-through is not worked out: such an account is no person's
purse, and the question "was it this money?" has no answer there."""


@dataclass(frozen=True)
class Limits:
    """How far to follow. Hours in `hop_hours`; the others are counts."""

    hops: int = 2
    hop_hours: int = HOP_HOURS
    max_nodes: int = MAX_NODES
    hub_ties: int = HUB_TIES


@dataclass(frozen=True)
class Seed:
    """Where a walk begins: an account's code and the seconds between which to look, inclusive."""

    account: int
    since: int
    until: int


@dataclass(frozen=True)
class Move:
    """One payment on a path: its number, epoch second, codes of both accounts, rupiah."""

    payment: int
    t: int
    debtor: int
    creditor: int
    amount_idr: int


@dataclass(frozen=True)
class Holder:
    """What the ledger says of an account; None: not recorded."""

    kind: str = "unknown"
    birth_year: int | None = None
    has_guardian: bool = False


@dataclass
class Reached:
    """An account as a walk came upon it; hops are counted from the subject, None: not reached.

    `more_before` and `more_after` count the counterparties that the limits left out on each side.
    """

    before: int | None = None
    after: int | None = None
    shop: bool = False
    hub: bool = False
    more_before: int = 0
    more_after: int = 0

    @property
    def hop(self) -> int:
        """Hops to the subject, by the shorter way."""
        return min(one for one in (self.before, self.after) if one is not None)


@dataclass
class Walk:
    """What one seed's walk found: accounts by code, and payments with the hop they lie on."""

    seed: Seed
    parties: dict[int, Reached] = field(default_factory=dict)
    moves: dict[Move, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Flow:
    """What became of the money that came, in rupiah; the three parts sum to what came.

    `open_idr` came so late that its window had not ended when the period did.
    """

    came_idr: int
    passed_idr: int
    kept_idr: int
    open_idr: int

    @property
    def passed_percent(self) -> int:
        """Share passed on within the window, in whole percent, rounded down."""
        return 100 * self.passed_idr // self.came_idr if self.came_idr else 0

    @property
    def kept_percent(self) -> int:
        """Share kept past the window, in whole percent, rounded down."""
        return 100 * self.kept_idr // self.came_idr if self.came_idr else 0


@dataclass(frozen=True)
class Party:
    """An account in the picture. `number` 1 is the subject; `community` and `group` count from 1.

    `group` 0: tied to the others through the subject or an end point alone. `flow` is None where
    it is not asked: the subject's own is; shops', agents' and protected accounts' are not.
    """

    number: int
    token: str
    kind: str
    before: int | None
    after: int | None
    end_point: bool
    hub: bool
    protected: bool
    alerts: int
    more_before: int
    more_after: int
    payers: int
    payees: int
    received_idr: int
    sent_idr: int
    flow: Flow | None
    group: int
    community: int

    @property
    def subject(self) -> bool:
        """Whether the picture is about this account."""
        return self.number == 1

    @property
    def passes_on(self) -> bool:
        """Whether it passed on most of what came. Nobody says that of a child's account."""
        return (
            self.flow is not None
            and not (self.end_point or self.protected)
            and self.flow.passed_idr > 0
            and 100 * self.flow.passed_idr >= PASSED_ON_PERCENT * self.flow.came_idr
        )


@dataclass(frozen=True)
class Tie:
    """All payments on paths from one party to another; times are epoch seconds."""

    debtor: int
    creditor: int
    hop: int
    payments: int
    amount_idr: int
    first: int
    last: int


@dataclass(frozen=True)
class Network:
    """A subject's money paths, ready to draw. Parties by number, ties by their parties' numbers."""

    subject: str
    since: int
    until: int
    limits: Limits
    parties: tuple[Party, ...]
    ties: tuple[Tie, ...]
    left_out: int
    modularity: float

    @property
    def hubs(self) -> int:
        """Accounts whose ties were capped."""
        return sum(party.hub for party in self.parties)
