"""The top bar: each entry appears for people whose roles open it."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga_web import access
from jaga_web.people.models import User
from jaga_web.wellbeing.permissions import reads_what_is_heavy


@dataclass(frozen=True)
class Entry:
    """A page of the top bar."""

    title: Promise | str
    url_name: str
    permission: str
    # Whoever holds this reaches the page from another one.
    unless: str = ""

    @property
    def address(self) -> str:
        """Where it leads; empty while its app is not installed."""
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return ""


ENTRIES = (
    Entry(_("Antrean"), "alerts:queue", access.ALERTS_VIEW),
    Entry(_("Laporan masuk"), "intake:inbox", access.REPORTS_VIEW),
    Entry(_("Kasus"), "cases:list", access.CASES_VIEW),
    Entry(_("Rujukan keluar"), "referrals:list", access.REFERRALS_SEND),
    Entry(_("Rujukan"), "referrals:received", access.REFERRALS_ANSWER),
    Entry(_("Tenggat"), "clocks:list", access.CASES_VIEW),
    Entry(_("Penjagaan"), "keeping:requests", access.IDENTITY_OPEN),
    Entry(_("Permintaan identitas"), "intake:link_requests", access.IDENTITY_OPEN),
    Entry(_("Kegiatan"), "intake:activities", access.ACTIVITIES_KEEP),
    Entry(_("Survei"), "research:list", access.RESEARCH_KEEP),
    Entry(_("Isi kuesioner"), "research:collect", access.RESEARCH_COLLECT),
    Entry(_("Program"), "programmes:list", access.PROGRAMMES_VIEW),
    Entry(_("Register aplikasi"), "registers:list", access.REGISTERS_VIEW),
    Entry(_("Laporan PPATK"), "filings:list", access.FILINGS_VIEW),
    Entry(_("Angka"), "releases:figures", access.FIGURES_VIEW),
    Entry(_("Angka tahun ini"), "yearly:newest", access.FIGURES_VIEW),
    Entry(_("Laporan tahunan"), "reports:list", access.FIGURES_VIEW),
    Entry(_("Kuesioner menunggu"), "research:publishing", access.RESEARCH_PUBLISH),
    Entry(_("Data nasional"), "national:board", access.FIGURES_VIEW),
    Entry(_("Kesejahteraan staf"), "wellbeing:summary", access.WELLBEING_VIEW),
    Entry(_("Jejak audit"), "audit:events", access.AUDIT_VIEW),
    Entry(_("Kegagalan data"), "clocks:breaches", access.BREACH_KEEP, access.CASES_VIEW),
    Entry(_("Staf"), "people:staff", access.PEOPLE_MANAGE),
)


def entries_for(user: Any) -> list[Entry]:
    """The entries this person may open."""
    if not user.is_authenticated:
        return []
    return [
        entry
        for entry in ENTRIES
        if entry.address
        and user.may(entry.permission)
        and not (entry.unless and user.may(entry.unless))
    ]


def context(request: HttpRequest) -> dict[str, Any]:
    """What base.html needs on every page."""
    from django.contrib.auth.models import AnonymousUser

    # A request refused before the sign-in was looked at has no user.
    user = getattr(request, "user", None) or AnonymousUser()
    return {
        "user": user,
        "entries": entries_for(user),
        "self_care": isinstance(user, User) and reads_what_is_heavy(user),
        "demo": settings.JAGA_DEMO,
        "languages": settings.LANGUAGES,
    }
