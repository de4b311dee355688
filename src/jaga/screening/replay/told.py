"""A replay as files and words: changes.csv, first-firings.csv, sweep.csv, and the chart's curve.

The same replay gives the same bytes. Sentences come in both languages, as in alerts.csv.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jaga.charts import Curve, Point
from jaga.screening.months import iso
from jaga.screening.replay.compare import Change, Comparison, Difference
from jaga.screening.replay.firsts import FirstFiring
from jaga.screening.replay.sweep import ALL, Step
from jaga.screening.wording import grouped
from jaga.words import Language, Text

CHANGE_COLUMNS = (
    "kind", "alert_id", "typology", "subject", "month", "first_fired_at", "points_before",
    "threshold_before", "points_after", "threshold_after", "differences",
)  # fmt: skip
FIRST_COLUMNS = (
    "alert_id", "typology", "subject", "first_fired_at", "payments", "all_payments", "capped",
    "labelled_payments", "days_since_first_labelled",
)  # fmt: skip
SWEEP_COLUMNS = (
    "percent", "typology", "threshold", "alerts", "accounts", "per_10000_accounts_per_month",
    "kept", "baseline", "found", "positives",
)  # fmt: skip


def month_text(month: int) -> str:
    """year × 12 + month − 1 as 2025-01."""
    return f"{month // 12}-{month % 12 + 1:02d}"


def change_fields(change: Change) -> dict[str, Any]:
    """One alert gained or lost, with its differences as plain values."""
    fired = change.after.first_fired_at if change.kind == "gained" else change.before.first_fired_at
    return {
        "kind": change.kind,
        "alert_id": change.alert_id,
        "typology": change.typology,
        "subject": change.subject,
        "month": month_text(change.month),
        "first_fired_at": None if fired is None else iso(fired),
        "points_before": change.before.points,
        "threshold_before": change.before.threshold,
        "points_after": change.after.points,
        "threshold_after": change.after.threshold,
        "differences": [_difference_fields(one) for one in change.differences],
    }


def _difference_fields(one: Difference) -> dict[str, Any]:
    return {
        "what": one.what, "before": one.before, "after": one.after,
        "id": one.words.id, "en": one.words.en,
    }  # fmt: skip


def first_fields(one: FirstFiring) -> dict[str, Any]:
    """When one alert first fired, as plain values."""
    return {
        "alert_id": one.alert_id,
        "typology": one.typology,
        "subject": one.subject,
        "first_fired_at": iso(one.first_fired_at),
        "payments": one.payments,
        "all_payments": one.all_payments,
        "capped": one.capped,
        "labelled_payments": one.labelled,
        "days_since_first_labelled": one.days,
    }


def step_fields(step: Step) -> dict[str, Any]:
    """One step of a sweep as plain values."""
    return {
        "percent": step.percent,
        "typology": step.typology,
        "threshold": step.threshold,
        "alerts": step.alerts,
        "accounts": step.accounts,
        "per_10000_accounts_per_month": round(step.per_10000, 4),
        "kept": step.kept,
        "baseline": step.baseline,
        "found": step.found,
        "positives": step.positives,
    }


def changes_csv(compared: Comparison) -> bytes:
    """Gained, then lost."""
    rows = [change_fields(one) for one in (*compared.gained, *compared.lost)]
    told = [
        {**row, "differences": json.dumps(row["differences"], ensure_ascii=False)} for row in rows
    ]
    return _csv(CHANGE_COLUMNS, told)


def firsts_csv(firsts: Iterable[FirstFiring]) -> bytes:
    """One line for each alert."""
    return _csv(FIRST_COLUMNS, map(first_fields, firsts))


def sweep_csv(steps: Iterable[Step]) -> bytes:
    """One line for each step and typology."""
    return _csv(SWEEP_COLUMNS, map(step_fields, steps))


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _share(step: Step) -> float:
    """Recall when there are labels; else how many of the usual alerts are still there."""
    hits, of = (
        (step.kept, step.baseline) if step.positives is None else (step.found, step.positives)
    )
    return (hits or 0) / of if of else 0.0


def has_labels(steps: Iterable[Step]) -> bool:
    """Whether recall can be told."""
    return any(step.positives for step in steps)


def sweep_curve(steps: Iterable[Step], budget: int, language: Language) -> Curve:
    """Workload against recall, for all typologies together; a diamond where thresholds stand."""
    whole = sorted((s for s in steps if s.typology == ALL), key=lambda s: -s.percent)
    named = {whole[0].percent, whole[-1].percent, 100} if whole else set()
    points = [
        Point(
            s.per_10000, _share(s), f"{s.percent} %" if s.percent in named else "", s.percent == 100
        )
        for s in whole
    ]
    y = (
        Text("Akun berlabel yang ditemukan", "Labelled accounts found")
        if has_labels(whole)
        else Text("Peringatan semula yang tetap ada", "Usual alerts that are still there")
    )
    return Curve(
        points,
        Text(
            "Peringatan per 10.000 rekening per bulan", "Alerts per 10,000 accounts per month"
        ).say(language),
        y.say(language),
        language,
        share=True,
        rules=[(budget, Text(f"anggaran {budget}", f"budget {budget}").say(language))],
    )


def sweep_words(steps: Iterable[Step]) -> Text:
    """The chart in words: what it shows at its ends and at the thresholds as they are."""
    steps = list(steps)
    whole = {s.percent: s for s in steps if s.typology == ALL}
    if not whole:
        return Text("Tidak ada langkah.", "There is no step.")
    shown = sorted({min(whole), 100, max(whole)} & set(whole))
    labelled = has_labels(steps)
    of = Text(
        "akun berlabel ditemukan" if labelled else "peringatan semula tetap ada",
        "of labelled accounts found" if labelled else "of the usual alerts still there",
    )
    parts = [_step_words(whole[percent], of) for percent in shown]
    return Text(
        "Pada ambang " + "; ".join(part.id for part in parts) + ".",
        "With thresholds at " + "; ".join(part.en for part in parts) + ".",
    )


def _step_words(step: Step, of: Text) -> Text:
    share, load = round(100 * _share(step)), round(step.per_10000, 1)
    return Text(
        f"{step.percent} %: {grouped(step.alerts, 'id')} peringatan "
        f"({f'{load:.1f}'.replace('.', ',')} per 10.000 rekening per bulan), {share} % {of.id}",
        f"{step.percent} %: {grouped(step.alerts, 'en')} alerts "
        f"({load:.1f} per 10,000 accounts per month), {share} % {of.en}",
    )
