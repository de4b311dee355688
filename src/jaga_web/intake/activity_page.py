"""What the pages of activities show. Writes nothing."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga.casework import activities
from jaga.evidence.disclosure import ProtectedTable
from jaga_web.intake import words
from jaga_web.intake.models import Activity
from jaga_web.speaking import reader_language

LABELS: dict[str, Promise | str] = {
    "kind": _("Jenis kegiatan"),
    "starts_on": _("Mulai"),
    "ends_on": _("Selesai"),
    "province": _("Provinsi"),
    "setting": _("Tempat"),
    "partner": _("Mitra"),
    "sessions": _("Pertemuan"),
}


def form(values: Mapping[str, str]) -> dict[str, Any]:
    """The choices of the form and what stands in it."""
    return {
        "typed": values,
        "kinds": words.options("activity"),
        "settings": words.options("setting"),
        "provinces": words.options("province"),
        "sexes": [name for _code, name in words.options("sex")],
        "lines": [
            (name, [_count(band, sex, values) for sex in activities.SEXES])
            for band, name in words.options("band")
        ],
    }


def _count(band: str, sex: str, values: Mapping[str, str]) -> dict[str, str]:
    name = activities.count_name(band, sex)
    label = f"{words.say('band', band)}, {words.say('sex', sex)}"
    return {"name": name, "label": label, "value": values.get(name, "")}


def values_of(activity: Activity) -> dict[str, str]:
    """What is kept, in the form's words."""
    values = {
        "kind": activity.kind,
        "starts_on": activity.starts_on.isoformat(),
        "ends_on": activity.ends_on.isoformat(),
        "province": activity.place,
        "setting": activity.setting,
        "partner": activity.partner,
        "sessions": str(activity.sessions),
        "version": str(activity.version),
    }
    for band, by_sex in activity.participants.items():
        for sex, number in by_sex.items():
            values[activities.count_name(band, sex)] = str(number) if number else ""
    return values


def difference(activity: Activity, typed: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Label, what is kept and what was typed, for each field in which the two differ."""
    kept = values_of(activity)
    labels = {**LABELS, **{one["name"]: one["label"] for one in _all_counts()}}
    return [
        (str(label), kept.get(name, ""), typed.get(name, ""))
        for name, label in labels.items()
        if (kept.get(name, "") or "0") != (typed.get(name, "") or "0")
    ]


def _all_counts() -> list[dict[str, str]]:
    return [_count(band, sex, {}) for band in activities.BANDS for sex in activities.SEXES]


def example() -> dict[str, Any]:
    """The headings of a paste, and one invented row."""
    columns = [*activities.FACTS, *activities.COUNT_COLUMNS]
    facts = ["psychosocial_group", "2026-08-03", "2026-08-05", "52", "school", "Mitra Contoh", "3"]
    counts = ["12" if name == "f_6_11" else "9" if name == "m_6_11" else "" for name in columns[7:]]
    return {"example": ",".join(columns) + "\n" + ",".join([*facts, *counts])}


def table(protected: ProtectedTable) -> dict[str, Any]:
    """A protected table in words."""
    return {
        "title": protected.title.say(reader_language()),
        "notes": protected.notes.say(reader_language()),
        "columns": [words.say("band", band) for band in protected.columns],
        "lines": [
            (words.say("activity", row), cells, total)
            for row, cells, total in zip(
                protected.rows, protected.cells, protected.row_totals, strict=True
            )
        ],
        "column_totals": protected.column_totals,
        "grand_total": protected.grand_total,
    }
