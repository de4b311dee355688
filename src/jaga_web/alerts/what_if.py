"""What if the threshold were another? Answered from the run's counts and the alert's own answers.

No ledger is read and nobody below a threshold is known here: see docs/how-to/replay-history.md.
Writes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from django.utils.translation import gettext as _

from jaga.charts import Curve, Point, curve_svg
from jaga.errors import BadInput
from jaga.screening import months
from jaga.screening.compose import Candidate, first_reached
from jaga.screening.model import Typology
from jaga.screening.pack import Pack, read_manifest_pack
from jaga.screening.replay.what_if import Told, counts, ladder, told
from jaga.screening.standing import Answer, again, scaled, without
from jaga_web.alerts import knowledge
from jaga_web.alerts.models import Alert, Run
from jaga_web.alerts.templatetags.alert_words import number
from jaga_web.speaking import reader_language

SHOWN_PERCENTS = range(50, 151, 10)


@dataclass(frozen=True)
class Known:
    """What the alert's run tells: its numbers, its counts, and the alert as they made it."""

    pack: Pack
    typology: Typology
    told: Told
    climb: tuple[Answer, ...]
    standing: Candidate


@dataclass(frozen=True)
class Asked:
    """A threshold in points, and an indicator left out or an empty text."""

    threshold: int
    without: str = ""
    wrong: bool = False


@dataclass(frozen=True)
class Fate:
    """What becomes of the alert: points (None: nothing to hold against a threshold), moment."""

    points: int | None
    fires: bool
    first_at: datetime | None
    payments: int


@dataclass(frozen=True)
class Rung:
    """One threshold of the table."""

    threshold: int
    percent: int
    alerts: int
    change: str
    fires: bool
    first_at: datetime | None
    here: bool


def known(alert: Alert) -> Known | None:
    """What can be asked about; None when the run tells too little, or of other rules than ours."""
    try:
        manifest = alert.run.manifest
        pack = read_manifest_pack(manifest["parameters"])
        if pack.sha256() != manifest["config_sha256"]:
            return None
        typology = pack.typologies[alert.typology]
        counted = told(manifest["standings"]["typologies"][alert.typology])
        climb = tuple((int(at), str(name), int(weight)) for at, name, weight in alert.climb)
    except (KeyError, TypeError, ValueError, AttributeError, BadInput):
        return None
    if not 1 <= counted.floor <= counted.threshold == typology.threshold:
        return None
    stands = again(climb, typology, pack.indicators)
    if stands is None or stands.first_fired_at != int(alert.first_fired_at.timestamp()):
        return None
    return Known(pack, typology, counted, climb, stands)


def asked(found: Known, threshold: str, left_out: str) -> Asked:
    """What the form asks, held within what the run can tell; `wrong` says that it was not."""
    now = found.told.threshold
    fits = threshold.isascii() and threshold.isdigit() and len(threshold) < 6
    points = int(threshold) if fits else now
    inside = found.told.floor <= points <= found.told.highest
    known_term = left_out in found.told.without and left_out in _terms(found.typology)
    wrong = bool(threshold) and not (fits and inside)
    return Asked(points if inside else now, left_out if known_term else "", wrong)


def _terms(typology: Typology) -> set[str]:
    return {term.indicator for term in typology.terms}


def content(alert: Alert, found: Known, question: Asked) -> dict[str, Any]:
    """Everything the page shows for one question."""
    booked = [payment.booked_at for payment in alert.evidence.all()]
    changed = counts(found.told, question.threshold, question.without or None)
    then = _candidate(found, question)
    language = reader_language()
    return {
        "told": found.told,
        "asked": question,
        "is_now": question.threshold == found.told.threshold and not question.without,
        "choices": [
            (name, knowledge.indicator_title(name, language))
            for name in found.told.without
            if name in _terms(found.typology)
        ],
        "left_out": knowledge.indicator_title(question.without, language),
        "counts": changed,
        "now": _fate(found.standing, found.told.threshold, booked),
        "then": _fate(then, question.threshold, booked),
        "payments": len(booked),
        "answers": _answers(found, question, booked),
        "rungs": _rungs(found, question, then),
        "chart_words": chart_words(alert.run, found, question),
        "pack_text": pack_text(alert.typology, found, question),
        "pack_name": found.pack.name,
    }


def _rule(found: Known, question: Asked) -> Typology:
    rule = without(found.typology, question.without) if question.without else found.typology
    assert rule is not None
    return rule


def _candidate(found: Known, question: Asked) -> Candidate | None:
    """How the alert stands under the question, however few its points."""
    rule = replace(_rule(found, question), threshold=1)
    return again(found.climb, rule, found.pack.indicators)


def _fate(one: Candidate | None, threshold: int, booked: Sequence[datetime]) -> Fate:
    if one is None:
        return Fate(None, fires=False, first_at=None, payments=0)
    first = _moment(first_reached(one.rise, threshold))
    return Fate(
        one.score,
        fires=first is not None,
        first_at=first,
        payments=sum(at <= first for at in booked) if first else 0,
    )


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _answers(found: Known, question: Asked, booked: Sequence[datetime]) -> list[dict[str, Any]]:
    """Each step of the climb that added points, in time."""
    percents = {term.indicator: term.percent for term in found.typology.terms}
    best: dict[str, int] = {}
    rows = []
    for at, name, weight in found.climb:
        if name not in percents or weight <= best.get(name, 0):
            continue
        gained = (weight - best.get(name, 0)) * percents[name] // 100
        best[name] = weight
        moment = datetime.fromtimestamp(at, UTC)
        rows.append(
            {
                "title": knowledge.indicator_title(name, reader_language()),
                "points": gained,
                "at": moment,
                "payments": sum(each <= moment for each in booked),
                "left_out": name == question.without,
            }
        )
    return rows


def _rungs(found: Known, question: Asked, then: Candidate | None) -> list[Rung]:
    now = found.told.threshold
    wanted = {scaled(now, percent) for percent in SHOWN_PERCENTS} | {question.threshold, now}
    rows = []
    for threshold in sorted(t for t in wanted if found.told.floor <= t <= found.told.highest):
        changed = counts(found.told, threshold, question.without or None)
        first = None if then is None else first_reached(then.rise, threshold)
        rows.append(
            Rung(
                threshold, 100 * threshold // now,
                changed.then, _signed(changed.then - changed.now),
                first is not None, _moment(first), threshold == question.threshold,
            )
        )  # fmt: skip
    return rows


def _signed(change: int) -> str:
    sign = "+" if change > 0 else "\N{MINUS SIGN}" if change < 0 else ""
    return f"{sign}{number(abs(change))}"


def _scale(run: Run) -> float | None:
    """Alerts per 10,000 active accounts and calendar month for each alert; None: cannot tell."""
    try:
        span = months.rows(
            date.fromisoformat(run.manifest["since"]), date.fromisoformat(run.manifest["until"])
        )
        return 10_000 / run.active_accounts / len(span) if run.active_accounts else None
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None


def chart(run: Run, found: Known, question: Asked, *, narrow: bool, dark: bool) -> str:
    """Threshold against workload as SVG; a diamond where the threshold stands today."""
    scale, now = _scale(run), found.told.threshold
    steps = ladder(found.told, question.without or None)
    points = [
        Point(at, alerts * (scale or 1), _("sekarang") if at == now else "", at == now)
        for at, alerts in steps
    ]
    asked_words = [(question.threshold, _("ditanyakan"))] if question.threshold != now else []
    y = _("Peringatan per 10.000 rekening per bulan") if scale else _("Peringatan")
    curve = Curve(points, _("Ambang (poin)"), y, reader_language(), rules=asked_words, stepped=True)
    return curve_svg(curve, narrow=narrow, dark=dark)


def chart_words(run: Run, found: Known, question: Asked) -> str:
    """The same in a sentence."""
    steps = dict(ladder(found.told, question.without or None))
    low, high = min(steps), max(steps)
    return _(
        "Dari ambang %(low)s sampai %(high)s poin, peringatan tipologi ini turun dari %(most)s "
        "menjadi %(least)s; pada ambang sekarang, %(threshold)s, ada %(now)s."
    ) % {
        "low": number(low),
        "high": number(high),
        "most": number(steps[low]),
        "least": number(steps[high]),
        "threshold": number(found.told.threshold),
        "now": number(steps[found.told.threshold]),
    }


def pack_text(typology: str, found: Known, question: Asked) -> str:
    """The question as a parameter pack, to take to where the ledger is."""
    lines = ['name = "bagaimana-jika"', "", f"[typologies.{typology}]"]
    lines.append(f"threshold = {question.threshold}")
    if question.without:
        lines += ["", f"[typologies.{typology}.terms.{question.without}]", "enabled = false"]
    return "\n".join(lines) + "\n"
