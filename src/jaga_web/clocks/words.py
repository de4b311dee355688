"""How a clock is said in words; colour comes second."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jaga.casework import deadlines
from jaga_web.clocks.models import Clock

STAGES: dict[deadlines.Stage, tuple[Promise | str, str]] = {
    "early": (gettext_lazy("berjalan"), "info"),
    "half": (gettext_lazy("lewat separuh waktu"), "info"),
    "soon": (gettext_lazy("hampir habis"), "warn"),
    "late": (gettext_lazy("terlambat"), "bad"),
}


@dataclass(frozen=True)
class State:
    """A clock's state: the word, the look of its badge, and how much time is left or over."""

    word: str
    look: str
    time: str


def state(clock: Clock) -> State:
    """What is shown of a clock now. A clock that ended late says so for ever."""
    late = clock.late_hours
    if clock.ended_at is not None:
        if late:
            return State(
                _("selesai terlambat"), "bad", _("terlambat %(hours)d jam") % {"hours": late}
            )
        return State(_("selesai tepat waktu"), "good", "")
    if paused(clock):
        return State(_("dijeda"), "warn", _left(clock))
    word, look = STAGES[deadlines.stage(clock.used)]
    return State(str(word), look, _left(clock))


def paused(clock: Clock) -> bool:
    """Whether a pause runs (from prefetched pauses)."""
    return any(pause.ended_at is None for pause in clock.pauses.all())


def span(left: timedelta) -> str:
    """A span as days and hours, hours and minutes, or minutes."""
    minutes = int(left.total_seconds() // 60)
    hours = minutes // 60
    if hours >= 48:
        return _("%(days)d hari %(hours)d jam") % {"days": hours // 24, "hours": hours % 24}
    if hours >= 1:
        return _("%(hours)d jam %(minutes)d menit") % {"hours": hours, "minutes": minutes % 60}
    return _("%(minutes)d menit") % {"minutes": minutes}


def length(count: int, unit: deadlines.Unit) -> str:
    """A length in its unit, such as "72 jam"."""
    if unit == "hours":
        return _("%(count)d jam") % {"count": count}
    if unit == "working_days":
        return _("%(count)d hari kerja") % {"count": count}
    return _("sampai tanggalnya")


def _left(clock: Clock) -> str:
    left = clock.due_at - clock.stands_at
    if left < timedelta():
        return _("lewat %(span)s") % {"span": span(-left)}
    return _("sisa %(span)s") % {"span": span(left)}
