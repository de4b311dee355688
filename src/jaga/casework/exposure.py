"""How much of what is heavy a person has read, and when to suggest a rest.

Each bound is one row with its unit, its reason and how sure we are of it. None of them comes from
a law: they are our proposals, to be judged by those who supervise (`evidence`).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from jaga.words import Text

Weight = Literal["low", "medium", "high"]
Level = Literal["calm", "watch", "rest"]
Evidence = Literal["inference", "secondary"]

WEIGHTS: dict[Weight, int] = {"low": 1, "medium": 2, "high": 3}
"""A minute with a case of this sensitivity counts as so many."""
KINDS: dict[str, Text] = {
    "case": Text("Kasus", "Case"),
    "report": Text("Laporan", "Report"),
    "alert": Text("Peringatan", "Alert"),
}


@dataclass(frozen=True)
class Bound:
    """One number of the rules of exposure."""

    value: int
    unit: str
    reason: Text
    source: str
    evidence: Evidence = "inference"


_OURS = "our proposal; no law or standard sets this number"
_IWF = "IWF, Annual Report 2022: mandatory breaks and shortened days; the number is ours"
BOUNDS: dict[str, Bound] = {
    "cap": Bound(
        15,
        "minutes",
        Text(
            "Halaman yang dibiarkan terbuka tidak berarti terus dibaca, maka satu tampilan "
            "dihitung paling lama 15 menit.",
            "A page left open is not read all the time, so one view counts 15 minutes at most.",
        ),
        _OURS,
    ),
    "glance": Bound(
        1,
        "minutes",
        Text(
            "Tampilan terakhir tidak punya tampilan berikutnya; ia dihitung satu menit.",
            "The last view has no next one; it counts one minute.",
        ),
        _OURS,
    ),
    "break_after": Bound(
        120,
        "weighted minutes",
        Text(
            "Kira-kira 40 menit dengan kasus yang berat, atau dua jam dengan yang ringan.",
            "About 40 minutes with what is heavy, or two hours with what is light.",
        ),
        _IWF,
        "secondary",
    ),
    "break_minutes": Bound(
        10,
        "minutes",
        Text(
            "Cukup untuk berdiri, minum, dan melihat ke luar.",
            "Enough to stand up, drink something and look outside.",
        ),
        _IWF,
        "secondary",
    ),
    "quiet": Bound(
        30,
        "minutes",
        Text(
            "Pengingat yang sudah dijawab tidak diulang sebelum setengah jam.",
            "A reminder that was answered is not repeated within half an hour.",
        ),
        _OURS,
    ),
    "high_per_week": Bound(
        8,
        "cases",
        Text(
            "Kasus berpekaan tinggi dibagi di antara rekan; lewat dari ini ada saran bergiliran.",
            "Cases of high sensitivity are shared among colleagues; beyond this, turns are "
            "suggested.",
        ),
        _OURS,
    ),
    "week_watch": Bound(
        600,
        "weighted minutes in seven days",
        Text(
            "Setengah dari batas istirahat: saat yang baik untuk mengatur ulang minggu ini.",
            "Half of the limit for rest: a good moment to rearrange the week.",
        ),
        _OURS,
    ),
    "week_rest": Bound(
        1200,
        "weighted minutes in seven days",
        Text(
            "Kira-kira enam sampai tujuh jam seminggu dengan bahan yang paling berat.",
            "About six to seven hours a week with what is heaviest.",
        ),
        _OURS,
    ),
    "least_staff": Bound(
        5,
        "people",
        Text(
            "Ringkasan dari kurang dari lima orang dapat menunjuk orangnya.",
            "A summary of fewer than five people may point at one of them.",
        ),
        "our proposal, after the threshold rules of 3 to 10 that statistics offices use",
    ),
    "largest_share": Bound(
        50,
        "per cent",
        Text(
            "Bila satu orang menanggung lebih dari separuh, rata-rata bercerita tentang orang itu.",
            "When one person carries more than half, the mean tells about that person.",
        ),
        _OURS,
    ),
    "keep": Bound(
        400,
        "days",
        Text(
            "Cukup untuk melihat satu tahun ke belakang; sesudahnya catatan dihapus.",
            "Enough to look back one year; after that the record is deleted.",
        ),
        _OURS,
    ),
}


@dataclass(frozen=True)
class Looked:
    """What one more page view adds: seconds to the page before, seconds to this one."""

    before: int
    now: int
    counted_until: datetime
    rested: bool


def minutes(name: str) -> timedelta:
    """A bound of `BOUNDS` that is counted in minutes."""
    return timedelta(minutes=BOUNDS[name].value)


def look(
    *,
    now: datetime,
    seen_at: datetime | None = None,
    counted_until: datetime | None = None,
    pause: timedelta | None = None,
    same_day: bool = True,
) -> Looked:
    """Count a view at `now`, after an earlier one at `seen_at` that was `counted_until` there.

    The page before is counted up to the cap, never into another day. Whoever was away for `pause`
    beyond the cap has rested. No earlier view: it is the first.
    """
    glance = now + minutes("glance")
    if seen_at is None or counted_until is None or not same_day:
        return Looked(0, _seconds(now, glance), glance, rested=True)
    end = min(now, seen_at + minutes("cap"))
    rested = now - end >= (pause or minutes("break_minutes"))
    return Looked(
        _seconds(counted_until, end),
        _seconds(max(now, counted_until), glance),
        max(glance, counted_until),
        rested,
    )


def weighted(seconds: int, weight: Weight) -> int:
    """Seconds, times what a second with such a case counts."""
    return seconds * WEIGHTS[weight]


def level(week_seconds: int, high_cases: int = 0, high_per_week: int | None = None) -> Level:
    """The level after so many weighted seconds and heavy cases within seven days."""
    most = BOUNDS["high_per_week"].value if high_per_week is None else high_per_week
    if week_seconds >= BOUNDS["week_rest"].value * 60 or high_cases > most:
        return "rest"
    return "watch" if week_seconds >= BOUNDS["week_watch"].value * 60 else "calm"


def due(weighted_seconds: int, limit_minutes: int) -> bool:
    """Whether it is time to suggest a break."""
    return weighted_seconds >= limit_minutes * 60


def _seconds(start: datetime, end: datetime) -> int:
    return max(0, int((end - start).total_seconds()))
