"""Who may do what: the permissions, and the two functions through which every view asks.

Roles (people/roles.py) hand permissions out; scope (people/scope.py) says on which rows.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

ALERTS_VIEW = "alerts.view"
ALERTS_DECIDE = "alerts.decide"
ALERTS_CONFIRM = "alerts.confirm"
ALERTS_SNOOZE = "alerts.snooze"
ALERTS_HAND_OVER = "alerts.hand_over"
ALERTS_EXPORT = "alerts.export"
CASES_VIEW = "cases.view"
CASES_OPEN = "cases.open"
CASES_OWN = "cases.own"
CASES_ASSIGN = "cases.assign"
CASES_APPROVE = "cases.approve"
CASES_HOLD = "cases.hold"
CASES_ERASE = "cases.erase"
REPORTS_VIEW = "reports.view"
REPORTS_ANSWER = "reports.answer"
REPORTS_BRIDGE = "reports.bridge"
IDENTITY_OPEN = "identity.open"
REFERRALS_SEND = "referrals.send"
REFERRALS_ANSWER = "referrals.answer"
LEGAL_KEEP = "legal.keep"
BREACH_KEEP = "breach.keep"
MONITORING_KEEP = "monitoring.keep"
COMPLAINTS_KEEP = "complaints.keep"
ACTIVITIES_KEEP = "activities.keep"
PROGRAMMES_KEEP = "programmes.keep"
PROGRAMMES_VIEW = "programmes.view"
REGISTERS_KEEP = "registers.keep"
REGISTERS_VIEW = "registers.view"
SUPERVISION_KEEP = "supervision.keep"
WELLBEING_VIEW = "wellbeing.view"
RESEARCH_KEEP = "research.keep"
RESEARCH_PUBLISH = "research.publish"
RESEARCH_COLLECT = "research.collect"
NATIONAL_EXPORT = "national.export"
NATIONAL_RECONCILE = "national.reconcile"
FILINGS_VIEW = "filings.view"
FILINGS_DRAFT = "filings.draft"
FILINGS_APPROVE = "filings.approve"
FIGURES_VIEW = "figures.view"
FIGURES_PROPOSE = "figures.propose"
FIGURES_RELEASE = "figures.release"
ANNUAL_BUILD = "annual.build"
AUDIT_VIEW = "audit.view"
PEOPLE_MANAGE = "people.manage"

PERMISSIONS: dict[str, Promise | str] = {
    ALERTS_VIEW: _("Membaca peringatan dan bukti pembayarannya"),
    ALERTS_DECIDE: _("Mengusulkan keputusan atas peringatan"),
    ALERTS_CONFIRM: _("Mengesahkan keputusan orang lain atas peringatan"),
    ALERTS_SNOOZE: _("Menunda peringatan dengan alasan dan batas waktu"),
    ALERTS_HAND_OVER: _("Menyerahkan peringatan menjadi kasus"),
    ALERTS_EXPORT: _("Mengunduh daftar peringatan"),
    CASES_VIEW: _("Membaca kasus organisasinya"),
    CASES_OPEN: _("Membuka kasus"),
    CASES_OWN: _("Memegang kasus dan mengubah keadaannya"),
    CASES_ASSIGN: _("Menugaskan kasus kepada petugas"),
    CASES_APPROVE: _("Mengesahkan rencana, dasar hukum, dan penutupan kasus"),
    CASES_HOLD: _("Menahan penghapusan kasus karena hukum"),
    CASES_ERASE: _("Menghapus kasus dengan memusnahkan kuncinya"),
    REPORTS_VIEW: _("Membaca laporan yang masuk"),
    REPORTS_ANSWER: _("Menjawab dan mencatat laporan yang masuk"),
    REPORTS_BRIDGE: _("Membuka kasus dari laporan dengan dasar hukum tercatat"),
    IDENTITY_OPEN: _("Membuka identitas tersegel atas permintaan beralasan"),
    REFERRALS_SEND: _("Mengirim rujukan ke lembaga mitra"),
    REFERRALS_ANSWER: _("Menerima dan menjawab rujukan untuk lembaganya"),
    LEGAL_KEEP: _("Mengawal langkah hukum dan restitusi"),
    BREACH_KEEP: _("Mencatat kegagalan pelindungan data dan pemberitahuannya"),
    MONITORING_KEEP: _("Mencatat pemantauan media"),
    COMPLAINTS_KEEP: _("Mencatat aduan tentang perlakuan layanan atau aparat"),
    ACTIVITIES_KEEP: _("Mencatat kegiatan kelompok tanpa berkas kasus"),
    PROGRAMMES_KEEP: _("Mencatat kegiatan program dan pesertanya sebagai angka"),
    PROGRAMMES_VIEW: _("Membaca kegiatan program"),
    REGISTERS_KEEP: _("Mencatat aplikasi yang disalahgunakan beserta sumbernya"),
    REGISTERS_VIEW: _("Membaca register aplikasi"),
    SUPERVISION_KEEP: _("Mencatat supervisi staf tanpa isi kasus"),
    WELLBEING_VIEW: _("Membaca ringkasan kesejahteraan staf"),
    RESEARCH_KEEP: _("Mengelola survei, ekspornya, dan perkiraan darinya"),
    RESEARCH_PUBLISH: _("Mengesahkan kuesioner orang lain untuk diisi bersama responden"),
    RESEARCH_COLLECT: _("Mengisi kuesioner yang sudah terbit bersama responden"),
    NATIONAL_EXPORT: _("Menyiapkan data untuk sistem nasional"),
    NATIONAL_RECONCILE: _("Mencocokkan data dengan unit lain"),
    FILINGS_VIEW: _("Membaca laporan kepada PPATK"),
    FILINGS_DRAFT: _("Menyusun dan menyerahkan laporan kepada PPATK"),
    FILINGS_APPROVE: _("Mengesahkan laporan kepada PPATK"),
    FIGURES_VIEW: _("Membaca angka terlindung"),
    FIGURES_PROPOSE: _("Mengusulkan penerbitan angka"),
    FIGURES_RELEASE: _("Mengesahkan penerbitan angka"),
    ANNUAL_BUILD: _("Menyusun laporan tahunan dari fakta"),
    AUDIT_VIEW: _("Membaca jejak audit"),
    PEOPLE_MANAGE: _("Menambah, menonaktifkan, dan mengatur ulang akses staf"),
}

# What these open is about people in payments or cases; an administrator may hold none of them.
CASE_CONTENT = frozenset(
    name
    for name in PERMISSIONS
    if name.startswith(
        (
            "alerts.",
            "cases.",
            "filings.",
            "reports.",
            "identity.",
            "referrals.",
            "legal.",
            "breach.",
            "national.",
        )
    )
)


class Person(Protocol):
    """A signed-in user, as far as permissions go."""

    def may(self, permission: str) -> bool: ...


def require(user: Person, permission: str) -> None:
    """Refuse with a sentence unless one of the person's roles gives `permission`."""
    if not user.may(permission):
        words = gettext("Peran Anda tidak mencakup: %(permission)s.")
        raise PermissionDenied(words % {"permission": PERMISSIONS[permission]})


def page(
    permission: str | None = None,
    *,
    methods: tuple[str, ...] = ("GET", "HEAD"),
    unseen: bool = False,
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A view for signed-in people who hold `permission` (None: any of them), for `methods` only.

    Signing in takes both factors, so a signed-in user has shown both. Anonymous visitors go to
    the sign-in page; a missing permission is a 403 with its sentence; a wrong method a 405. An
    `unseen` page does not exist for those without the permission (404), not even by its name.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            user = request.user
            if not user.is_authenticated:
                return _to_sign_in(request)
            if permission is not None:
                if unseen and not user.may(permission):
                    raise Http404
                require(user, permission)
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            return view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """Only a page that was being read is worth coming back to."""
    query = ""
    if request.method == "GET" and request.path != "/":
        query = "?" + urlencode({"next": request.get_full_path()})
    return redirect(reverse(settings.LOGIN_URL) + query)
