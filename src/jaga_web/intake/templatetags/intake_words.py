"""Template filters of intake: codes as words, times as people wait for them."""

from datetime import datetime, timedelta
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jaga.words import Text
from jaga_web import access
from jaga_web.intake import words
from jaga_web.speaking import reader_language

register = template.Library()

PARTS: tuple[tuple[Promise | str, str, str], ...] = (
    (gettext_lazy("Laporan masuk"), "intake:inbox", access.REPORTS_VIEW),
    (gettext_lazy("Pintu lain"), "intake:take_in", access.REPORTS_ANSWER),
    (gettext_lazy("Aduan layanan"), "intake:complaints", access.COMPLAINTS_KEEP),
    (gettext_lazy("Pemantauan media"), "intake:monitoring", access.MONITORING_KEEP),
    (gettext_lazy("Kegiatan"), "intake:activities", access.ACTIVITIES_KEEP),
    (gettext_lazy("Permintaan identitas"), "intake:link_requests", access.IDENTITY_OPEN),
    (gettext_lazy("Tinjauan identitas"), "intake:link_reviews", access.AUDIT_VIEW),
)


@register.filter
def coded(code: str, name: str) -> str:
    """`code` from the list called `name`, in words."""
    return words.say(name, code)


@register.filter
def coded_all(codes: list[str], name: str) -> str:
    """Several codes of one list as one line."""
    return ", ".join(words.say(name, code) for code in codes)


@register.filter
def waited(since: datetime) -> str:
    """How long ago `since` was."""
    return span(timezone.now() - since)


@register.filter
def span(length: timedelta) -> str:
    """A length of time as minutes, hours or days: the two that matter and no more."""
    minutes = max(0, int(length.total_seconds()) // 60)
    if minutes < 60:
        return _("%(minutes)d menit") % {"minutes": minutes}
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        return _("%(hours)d jam %(minutes)d menit") % {"hours": hours, "minutes": minutes}
    days, hours = divmod(hours, 24)
    return _("%(days)d hari %(hours)d jam") % {"days": days, "hours": hours}


@register.filter
def text(words_of: Text) -> str:
    """A Text of the core in the reader's language."""
    return words_of.say(reader_language())


@register.inclusion_tag("intake/_doors.html", takes_context=True)
def parts(context: Any) -> dict[str, Any]:
    """The parts of intake this reader may open, as a row of links."""
    user = context["user"]
    shown = [(name, reverse(url)) for name, url, permission in PARTS if user.may(permission)]
    return {"parts": shown if len(shown) > 1 else [], "request": context["request"]}
