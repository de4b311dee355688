"""What an indicator, a typology and an alert are. Pure data that checks itself.

An indicator asks one question of an account and measures the answer. A typology
adds the answers that speak of one role. An alert is a typology that reached its
threshold for one account in one calendar month, with every reason attached.
"""

from dataclasses import dataclass, field
from datetime import date
from string import Formatter
from typing import Literal, get_args

from jaga.lookalikes import Known
from jaga.words import Text

Role = Literal["payer", "receiver", "facilitator", "child_at_risk"]
Family = Literal["amount", "timing", "counterparties", "flow", "profile", "channel", "list"]
Confidence = Literal["read", "secondary", "own arithmetic"]
Outcome = Literal["suspicion", "protection"]
Side = Literal["debtor", "creditor", "both"]
Counted = Literal["payments", "others", "returning", "most"]

ROLES: tuple[Role, ...] = get_args(Role)
FAMILIES: tuple[Family, ...] = get_args(Family)


class ModelError(Exception):
    """An indicator or typology file is wrong. Says which, and what to change."""


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise ModelError(message)


@dataclass(frozen=True)
class Source:
    """Where a question or a figure was published, and how surely we know it."""

    publisher: str
    title: str
    locator: str
    confidence: Confidence
    retrieved_on: date


@dataclass(frozen=True)
class Parameter:
    """A whole number that the SQL names as `$name`, with its unit and the reason for it."""

    name: str
    value: int
    unit: str
    why: str

    def __post_init__(self) -> None:
        _require(bool(self.unit and self.why), f"parameter {self.name}: give its unit and why")


@dataclass(frozen=True)
class Band:
    """From this measured value on, the answer weighs this much and reads like this."""

    at_least: int
    weight: int
    reason: Text


def same_words(reason: Text, *steps: tuple[int, int]) -> tuple[Band, ...]:
    """Bands that read alike and differ in (at_least, weight)."""
    return tuple(Band(at_least, weight, reason) for at_least, weight in steps)


@dataclass(frozen=True)
class Evidence:
    """Which of the subject's payments show the answer: a side, a span and a condition.

    `days` (or `hours`) reach back from the moment of the answer; `where` is house SQL
    over the columns of `unrelated` (or of `payments` when `table` says so).
    """

    side: Side
    days: int
    where: str = ""
    table: str = "unrelated"


@dataclass(frozen=True)
class Example:
    """Tables drawn as text and the rows the SQL must answer with (none: it stays quiet)."""

    name: str
    payments: str
    rows: str
    accounts: str = ""
    watchlist: str = ""


@dataclass(frozen=True)
class Bound:
    """What a plain count says about an answer, so that most accounts need not be asked.

    Counted are the account's rows on its side of `unrelated` that match `where`: its
    `payments`, its different `others`, those `returning` (met at least twice), or the `most`
    payments with one other. The measure is
    never above that count; or, with `fires_if` (house SQL that writes the count as `{n}`), the
    question fires only where that holds. `table` may be another for a count of payments.
    """

    side: Side
    counts: Counted
    where: str = ""
    fires_if: str = ""
    table: Literal["unrelated", "payments", "watched"] = "unrelated"

    def __post_init__(self) -> None:
        _require(
            self.table == "unrelated" or self.counts == "payments",
            "a bound: others are counted over unrelated payments alone",
        )


@dataclass(frozen=True)
class Indicator:
    """One question with a measured answer.

    `sql` is one SELECT in house SQL giving `account, moment, <values…>`; `at` is the
    epoch second at which the answer holds and may only look back from it, at most
    `lookback_days`. `measure` names the value that the bands weigh. `needs` lists
    the columns (`payments.remark`, `accounts.birth_year`) without which the answer
    is "could not tell"; so it is, unless it fired, with a record shorter than `history_days`. A
    `child_signal` raises the rank. `whole_ledger` marks a question that reads payments
    beyond the subject's own. `bounds` say who need not be asked, and change no answer.
    """

    id: str
    version: int
    title: Text
    roles: tuple[Role, ...]
    family: Family
    sources: tuple[Source, ...]
    parameters: tuple[Parameter, ...]
    sql: str
    measure: str
    bands: tuple[Band, ...]
    evidence: Evidence
    lookback_days: int
    look_alikes: tuple[Known, ...]
    examples: tuple[Example, ...]
    needs: tuple[str, ...] = ()
    history_days: int = 0
    child_signal: bool = False
    whole_ledger: bool = False
    bounds: tuple[Bound, ...] = ()

    def __post_init__(self) -> None:
        say = f"indicator {self.id}: "
        _require(bool(self.sources), say + "name at least one published source")
        _require(bool(self.look_alikes), say + "name at least one innocent look-alike")
        _require(bool(self.roles), say + "say which role it speaks of")
        floors = [band.at_least for band in self.bands]
        _require(bool(floors), say + "give at least one band")
        _require(floors == sorted(set(floors)), say + "list bands from low to high")
        _require(all(band.weight > 0 for band in self.bands), say + "a band must weigh something")

    @property
    def values(self) -> dict[str, int]:
        """Parameter name to value."""
        return {p.name: p.value for p in self.parameters}

    def band(self, measured: int) -> Band | None:
        """The highest band that `measured` reaches, or None."""
        reached = [band for band in self.bands if measured >= band.at_least]
        return reached[-1] if reached else None

    def reason_fields(self) -> set[str]:
        """Every {name} that the reason sentences use, in either language."""
        sentences = [words for b in self.bands for words in (b.reason.id, b.reason.en)]
        return {name for words in sentences for _, name, _, _ in Formatter().parse(words) if name}


@dataclass(frozen=True)
class Term:
    """An indicator inside a typology. `required`: without it there is no alert."""

    indicator: str
    percent: int = 100
    required: bool = False


@dataclass(frozen=True)
class Typology:
    """Weighted indicators for one role, an alert threshold, and what an alert leads to.

    The score is the sum of band weight × `percent` / 100 over the terms that fired,
    times the multiplier; at least two families must have fired. `cross_border_percent`
    weighs payments between countries: a multiplier, never a term, so that a country
    or a nationality cannot raise an alert.
    """

    id: str
    version: int
    title: Text
    question: Text
    role: Role
    terms: tuple[Term, ...]
    threshold: int
    outcome: Outcome
    cross_border_percent: int = 100
    look_alikes: tuple[Known, ...] = field(default=())

    def __post_init__(self) -> None:
        say = f"typology {self.id}: "
        _require(len({t.indicator for t in self.terms}) == len(self.terms), say + "a term is twice")
        _require(any(t.required for t in self.terms), say + "mark the term it cannot do without")
        _require(self.threshold > 0, say + "the threshold must be above zero")
        _require(
            self.role != "child_at_risk" or self.outcome == "protection",
            say + "a child at risk is protected, never suspected",
        )

    def check(self, indicators: dict[str, Indicator]) -> None:
        """Raise ModelError unless every term exists, fits the role, and two families are asked.

        A match with a list is never required: it adds to a pattern and cannot stand for one.
        """
        for term in self.terms:
            known = indicators.get(term.indicator)
            _require(known is not None, f"typology {self.id}: no indicator {term.indicator}")
            assert known is not None
            _require(
                self.role in known.roles,
                f"typology {self.id}: {known.id} does not speak of a {self.role}",
            )
            _require(
                not (term.required and known.family == "list"),
                f"typology {self.id}: {known.id} is a match with a list and may not be required",
            )
        families = {indicators[t.indicator].family for t in self.terms}
        _require(len(families) >= 2, f"typology {self.id}: ask questions of two families at least")


@dataclass(frozen=True)
class Reason:
    """One answer inside an alert: what fired with its values, what could not be told, or a
    circumstance, whose weight (0 or less) lowers the alert's rank and no score."""

    indicator: str
    family: Family
    answer: Literal["fired", "could_not_tell", "circumstance"]
    weight: int
    at: int | None
    values: dict[str, int]
    words: Text


@dataclass(frozen=True, slots=True)
class Payment:
    """One evidence payment, decoded for a reader. Times are epoch seconds."""

    payment_key: str
    booked_at: int
    debtor: str
    creditor: str
    amount_idr: int
    amount_minor: int
    currency: str
    rail: str
    debtor_country: str | None
    creditor_country: str | None
    remark_class: str | None


@dataclass(frozen=True)
class Alert:
    """A typology that reached its threshold for one account in one month (WIB)."""

    alert_id: str
    typology: str
    version: int
    subject: str
    role: Role
    outcome: Outcome
    window_start: int
    window_end: int
    first_fired_at: int
    score: int
    harm: int
    reasons: tuple[Reason, ...]
    payments: tuple[Payment, ...]
