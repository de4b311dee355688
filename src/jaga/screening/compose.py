"""From firings to alerts: add up, ask for two families, find the moment, give the reasons."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from jaga.screening.measure import Firing, bindings, value_names
from jaga.screening.model import Alert, Indicator, Outcome, Payment, Reason, Typology
from jaga.screening.wording import filled
from jaga.words import Text

CHILD_SIGNAL_HARM = 1
PROTECTION_HARM = 1
RISING_HARM = 1
"""What raises an alert's place in the queue beside the points above its typology's threshold:
a child in it, and payments that become more. Amounts do not: most harm is paid for in small sums
(AIC T&I 589: few payers, many payments). Thresholds stand where an alert of any typology is
about as likely to be right, so that ten points above one mean as much as ten above another.
Circumstances take points away."""

AGE_UNKNOWN = Reason(
    "holder_age", "profile", "could_not_tell", 0, None, {},
    Text(
        "Umur pemegang rekening tidak tercatat: harus diperiksa orang sebelum ada LTKM.",
        "The holder's age is not recorded: a person must check it before any LTKM.",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Candidate:
    """A typology reached by one account in one month, before names and payments are known.

    `climb`: every answer of the month, in time; `rise`: (moment, points) of each new height
    since the required answers and two families were there. A replay reads both.
    """

    typology: Typology
    account: int
    month: int
    fired: tuple[Firing, ...]
    first_fired_at: int
    score: int
    climb: tuple[Firing, ...] = ()
    rise: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Holder:
    """What the outcome needs to know of the subject's account. None: not recorded."""

    birth_year: int | None
    has_guardian: bool


def _points(typology: Typology, best: Mapping[str, Firing]) -> int:
    terms = (term for term in typology.terms if term.indicator in best)
    return sum(best[term.indicator].weight * term.percent for term in terms) // 100


def _stands(
    typology: Typology, best: Mapping[str, Firing], indicators: Mapping[str, Indicator]
) -> bool:
    required = all(term.indicator in best for term in typology.terms if term.required)
    families = {indicators[name].family for name in best}
    return required and len(families) >= 2


def candidate(
    typology: Typology, firings: Sequence[Firing], indicators: Mapping[str, Indicator]
) -> Candidate | None:
    """The typology's finding in one account's firings of one month, or None."""
    best: dict[str, Firing] = {}
    rise: list[tuple[int, int]] = []
    climb = sorted(firings, key=lambda f: (f.at, f.indicator, f.weight))
    for firing in climb:
        if firing.indicator not in best or firing.weight > best[firing.indicator].weight:
            best[firing.indicator] = firing
        if _stands(typology, best, indicators):
            points = _points(typology, best)
            if not rise or points > rise[-1][1]:
                rise.append((firing.at, points))
    first = first_reached(rise, typology.threshold)
    if first is None:
        return None
    fired = tuple(sorted(best.values(), key=lambda f: (-f.weight, f.indicator)))
    one, score = fired[0], _points(typology, best)
    return Candidate(
        typology, one.account, one.month, fired, first, score, tuple(climb), tuple(rise)
    )


def points_at_end(
    typology: Typology, best: Mapping[str, Firing], indicators: Mapping[str, Indicator]
) -> int | None:
    """The points of these answers together; None when what is required, or a family, is missing."""
    return _points(typology, best) if _stands(typology, best, indicators) else None


def first_reached(rise: Iterable[tuple[int, int]], threshold: int) -> int | None:
    """The moment at which the points first stood at `threshold` or above, or None."""
    return next((at for at, points in rise if points >= threshold), None)


def reaching(found: Iterable[Candidate], typologies: Mapping[str, Typology]) -> list[Candidate]:
    """Of what was found under lower thresholds, what reaches those of `typologies`."""
    reached = []
    for one in found:
        typology = typologies[one.typology.id]
        first = first_reached(one.rise, typology.threshold)
        if first is not None:
            reached.append(replace(one, typology=typology, first_fired_at=first))
    return reached


def candidates(
    typologies: Iterable[Typology],
    firings: Iterable[Firing],
    indicators: Mapping[str, Indicator],
) -> list[Candidate]:
    """Every candidate, one per typology, account and month."""
    groups: dict[tuple[int, int], list[Firing]] = defaultdict(list)
    for firing in firings:
        groups[firing.account, firing.month].append(firing)
    answered = [({firing.indicator for firing in group}, group) for group in groups.values()]
    found = []
    for typology in typologies:
        terms = {term.indicator for term in typology.terms}
        required = {term.indicator for term in typology.terms if term.required}
        for names, group in answered:
            if not required <= names:
                continue
            own = [firing for firing in group if firing.indicator in terms]
            result = candidate(typology, own, indicators)
            if result is not None:
                found.append(result)
    return found


def outcome(typology: Typology, holder: Holder, year: int) -> Outcome:
    """Protection for whoever is, or by year of birth may be, under 18; design §4."""
    may_be_child = holder.birth_year is not None and year - holder.birth_year <= 18
    if typology.outcome == "protection" or may_be_child or holder.has_guardian:
        return "protection"
    return "suspicion"


def reason(firing: Firing, indicator: Indicator) -> Reason:
    """The firing as a reason with its sentence in both languages."""
    values = dict(zip(value_names(indicator), firing.values, strict=True))
    band = indicator.band(values[indicator.measure])
    assert band is not None
    words = filled(band.reason, {**bindings(indicator), **values})
    return Reason(indicator.id, indicator.family, "fired", firing.weight, firing.at, values, words)


def untold(indicator: Indicator) -> Reason:
    """An indicator whose question could not be answered for this account."""
    words = Text(
        f"Tidak dapat dinilai: {indicator.title.id.lower()} (data tidak ada).",
        f"Could not be told: {indicator.title.en.lower()} (data missing).",
    )
    return Reason(indicator.id, indicator.family, "could_not_tell", 0, None, {}, words)


def _rising(payments: Sequence[Payment]) -> bool:
    times = [payment.booked_at for payment in payments]
    if len(times) < 4:
        return False
    middle = (times[0] + times[-1]) // 2
    return 2 * sum(t > middle for t in times) > len(times)


def _crosses_borders(payments: Iterable[Payment]) -> bool:
    return any(
        p.debtor_country and p.creditor_country and p.debtor_country != p.creditor_country
        for p in payments
    )


def alert_id(typology: Typology, subject: str, month: int) -> str:
    """Sixteen hexadecimal digits that name the same finding in every run."""
    text = f"{typology.id}@{typology.version}|{subject}|{month}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def alert(
    found: Candidate,
    subject: str,
    holder: Holder,
    payments: Sequence[Payment],
    reasons: Sequence[Reason],
    child_signal: bool,
) -> Alert:
    """The alert. Crossing a border weighs on the score here, after the threshold was met
    without it, so that no country raises an alert by itself."""
    year = found.month // 12
    ends_as = outcome(found.typology, holder, year)
    percent = found.typology.cross_border_percent if _crosses_borders(payments) else 100
    score = found.score * percent // 100
    harm = (
        (found.score - found.typology.threshold) * percent // 100
        + CHILD_SIGNAL_HARM * child_signal
        + PROTECTION_HARM * (ends_as == "protection")
        + RISING_HARM * _rising(payments)
        + sum(one.weight for one in reasons if one.answer == "circumstance")
    )
    age = [AGE_UNKNOWN] if holder.birth_year is None else []
    return Alert(
        alert_id=alert_id(found.typology, subject, found.month),
        typology=found.typology.id,
        version=found.typology.version,
        subject=subject,
        role=found.typology.role,
        outcome=ends_as,
        window_start=min((p.booked_at for p in payments), default=found.first_fired_at),
        window_end=max(f.at for f in found.fired),
        first_fired_at=found.first_fired_at,
        score=score,
        harm=harm,
        reasons=(*reasons, *age),
        payments=tuple(payments),
    )
