"""What a stream is given to write its payments: people, calendar, book, and its own generator."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from jaga.errors import JagaError
from jaga.lookalikes import known
from jaga.words import Text
from jaga.world.book import Book, Entries, Written
from jaga.world.calendar import Calendar
from jaga.world.draw import Near
from jaga.world.people import AGENT, BUSINESS, PLATFORMS, People
from jaga.world.randomness import Array, Rng, stream
from jaga.world.spec import WorldSpec


@dataclass(frozen=True)
class Parameter:
    """One number, or range, of a pattern with its unit and the reason for it."""

    name: str
    value: float | tuple[float, float]
    unit: str
    why: str
    published: tuple[float, float] | None = None  # what the public indicator catalogue names

    @property
    def low(self) -> float:
        """The lower end, or the number itself."""
        return self.value[0] if isinstance(self.value, tuple) else self.value

    @property
    def high(self) -> float:
        """The upper end, or the number itself."""
        return self.value[1] if isinstance(self.value, tuple) else self.value

    def even(self, rng: Rng, n: int) -> Array:
        """`n` values, all parts of the range alike."""
        return rng.uniform(self.low, self.high, n)

    def log(self, rng: Rng, n: int) -> Array:
        """`n` values, even in the logarithm, so small ones are more frequent."""
        return np.exp(rng.uniform(np.log(self.low), np.log(self.high), n))

    def whole(self, rng: Rng, n: int) -> Array:
        """`n` whole numbers, both ends included."""
        return rng.integers(int(self.low), int(self.high) + 1, n)

    def whole_log(self, rng: Rng, n: int) -> Array:
        """`n` whole numbers, small ones more frequent, both ends included."""
        return np.exp(rng.uniform(np.log(self.low), np.log(self.high + 1), n)).astype(np.int64)


class Parameters(tuple[Parameter, ...]):
    """The parameters of a pattern, found by name."""

    def of(self, name: str) -> Parameter:
        """The parameter called `name`."""
        for parameter in self:
            if parameter.name == name:
                return parameter
        raise JagaError(Text(f"Parameter {name} tidak ada.", f"There is no parameter {name}."))


@dataclass(frozen=True)
class LookAlike:
    """An innocent pattern that resembles an injected one from outside."""

    name: str
    parameters: Parameters
    eligible: Callable[[People], Array]
    draw: Callable[["Scene", Array], None]

    @property
    def words(self) -> Text:
        """Its words, as the library of look-alikes has them."""
        return known(self.name).words


@dataclass(frozen=True)
class Scheme:
    """An injected typology: who may be its subject, and how its payments are drawn."""

    id: str
    role: str
    words: Text
    parameters: Parameters
    eligible: Callable[[People], Array]
    draw: Callable[["Scene", Array], None]


KEPT = ("key", "debtor", "creditor", "t", "status", "idr", "rail", "via")


@dataclass
class Labels:
    """(account, payment) pairs per typology, gathered while drawing."""

    rows: list[tuple[str, str, Array, dict[str, Array]]] = field(default_factory=list)

    def add(self, typology: str, role: str, account: Array, rows: dict[str, Array]) -> None:
        """Label each written row for the account beside it; -1 is nobody.

        The columns are kept by reference: a ceiling may yet reject some of these payments.
        """
        kept = {c: rows[c] for c in KEPT}
        self.rows.append((typology, role, account, kept))

    def of(self, typology: str) -> tuple[Array, dict[str, Array]]:
        """The labelled accounts of a typology so far, and their rows; -1 is nobody."""
        parts = [row for row in self.rows if row[0] == typology]
        if not parts:
            return np.zeros(0, dtype=np.int64), {c: np.zeros(0, dtype=np.int64) for c in KEPT}
        rows = {c: np.concatenate([row[3][c] for row in parts]) for c in KEPT}
        return np.concatenate([row[2] for row in parts]), rows


@dataclass
class Drawn:
    """Per subject, which parameters were drawn outside the published ranges."""

    outside: dict[str, dict[int, list[str]]] = field(default_factory=dict)

    def note(self, scheme: "Scheme", subjects: Array, **values: Array) -> None:
        """Keep what each subject was given, parameter by parameter, as it is written."""
        kept = self.outside.setdefault(scheme.id, {})
        for account in subjects.tolist():
            kept.setdefault(account, [])
        for name, drawn in values.items():
            low, high = scheme.parameters.of(name).published or (-np.inf, np.inf)
            for account in subjects[(drawn < low) | (drawn > high)].tolist():
                kept[account].append(name)


@dataclass(frozen=True)
class Shift:
    """How injected payments are moved away from their usual shape."""

    scale: float = 1.0
    seconds: int = 0
    days: int = 0


SHIFT = {
    "none": Shift(),
    "doubled": Shift(scale=2.0),
    "halved": Shift(scale=0.5),
    "shifted": Shift(seconds=9 * 3600, days=3),
}


@dataclass
class Pools:
    """From whom counterparties are drawn; worked out once for all streams of a run."""

    people: People

    @cached_property
    def strangers(self) -> Array:
        """Main accounts of adults at home, from whom unrelated parties are drawn."""
        people = self.people
        owners = np.unique(people.owner[people.where(people.between(18, 70))])
        return np.asarray(people.owner_main[owners])

    @cached_property
    def foreigners(self) -> Array:
        """Accounts of people abroad who are not Indonesian."""
        return self.people.where((self.people.country > 0) & ~self.people.national)

    @cached_property
    def merchants(self) -> Near:
        """Shops and stalls near home; platforms left out."""
        people = self.people
        shops = people.where(people.kind == BUSINESS)[sum(PLATFORMS.values()) :]
        return Near.of(shops, people.province)

    @cached_property
    def agents(self) -> Near:
        """Cash agents and top-up counters near home."""
        people = self.people
        return Near.of(people.where(people.kind == AGENT), people.province)


@dataclass
class Scene:
    """Everything one stream may see. `rng` belongs to this stream alone."""

    spec: WorldSpec
    people: People
    calendar: Calendar
    book: Book
    name: str
    labels: Labels
    cast: dict[str, Array] = field(default_factory=dict)
    drawn: Drawn = field(default_factory=Drawn)
    pools: Pools = field(init=False)

    def __post_init__(self) -> None:
        self.pools = Pools(self.people)

    @cached_property
    def rng(self) -> Rng:
        """The generator found by this stream's name."""
        return stream(self.spec.seed, self.name)

    def named(self, name: str) -> "Scene":
        """The same scene for another stream."""
        other = replace(self, name=name)
        other.pools = self.pools
        return other

    def write(self, part: str, entries: Entries) -> Written:
        """Write innocent payments."""
        return self.book.add(self.rng, f"{self.name}/{part}", entries)

    @cached_property
    def shift(self) -> Shift:
        """How this run moves injected payments."""
        return SHIFT[self.spec.shift]

    @property
    def strangers(self) -> Array:
        """Main accounts of adults at home, from whom unrelated parties are drawn."""
        return self.pools.strangers

    @property
    def foreigners(self) -> Array:
        """Accounts of people abroad who are not Indonesian."""
        return self.pools.foreigners

    @property
    def merchants(self) -> Near:
        """Shops and stalls near home; platforms left out."""
        return self.pools.merchants

    @property
    def agents(self) -> Near:
        """Cash agents and top-up counters near home."""
        return self.pools.agents

    def platform(self, kind: str, n: int) -> Array:
        """`n` accounts of platforms of one kind."""
        pool = self.people.platforms[kind]
        return pool[(self.rng.random(n) ** 1.5 * len(pool)).astype(np.int64)]

    def start_days(self, accounts: Array, span: Array | float) -> Array:
        """A first day for each account that leaves room for `span` days after its opening."""
        earliest = np.clip(self.people.opened[accounts], 0, None)
        room = np.maximum(self.spec.days - earliest - np.asarray(span), 1)
        return np.asarray(earliest + (self.rng.random(len(accounts)) * room).astype(np.int64))
