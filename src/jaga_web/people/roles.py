"""The roles: each a plain class with its id, title, one sentence and permissions."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga_web import access


class Role:
    """What a person is at work. A person may hold several."""

    id: ClassVar[str]
    title: ClassVar[Promise | str]
    sentence: ClassVar[Promise | str]
    permissions: ClassVar[tuple[str, ...]]


class IntakeOfficer(Role):
    id = "intake_officer"
    title = _("Petugas penerimaan")
    sentence = _("Menerima laporan pertama dan membuka kasus.")
    permissions = (access.CASES_VIEW, access.CASES_OPEN)


class Caseworker(Role):
    id = "caseworker"
    title = _("Pekerja kasus")
    sentence = _("Mendampingi anak dan keluarganya serta memegang kasusnya.")
    permissions = (access.CASES_VIEW, access.CASES_OPEN, access.CASES_OWN)


class Supervisor(Role):
    id = "supervisor"
    title = _("Penyelia")
    sentence = _("Mengesahkan keputusan orang lain dan menugaskan kasus.")
    permissions = (
        access.ALERTS_VIEW,
        access.ALERTS_DECIDE,
        access.ALERTS_CONFIRM,
        access.ALERTS_SNOOZE,
        access.ALERTS_HAND_OVER,
        access.ALERTS_EXPORT,
        access.CASES_VIEW,
        access.CASES_OPEN,
        access.CASES_OWN,
        access.CASES_ASSIGN,
        access.FILINGS_VIEW,
        access.FILINGS_DRAFT,
        access.FILINGS_APPROVE,
        access.FIGURES_VIEW,
        access.AUDIT_VIEW,
    )


class LegalOfficer(Role):
    id = "legal_officer"
    title = _("Petugas hukum")
    sentence = _("Mengawal langkah hukum dan restitusi dalam kasus.")
    permissions = (access.CASES_VIEW, access.CASES_OWN, access.FIGURES_VIEW)


class Counsellor(Role):
    id = "counsellor"
    title = _("Konselor")
    sentence = _("Memberi dukungan psikososial dalam kasus yang ditugaskan.")
    permissions = (access.CASES_VIEW,)


class FinanceAnalyst(Role):
    id = "finance_analyst"
    title = _("Analis keuangan")
    sentence = _("Membaca peringatan, menimbang bukti, dan mengusulkan keputusan.")
    permissions = (
        access.ALERTS_VIEW,
        access.ALERTS_DECIDE,
        access.ALERTS_SNOOZE,
        access.ALERTS_HAND_OVER,
        access.ALERTS_EXPORT,
        access.FILINGS_VIEW,
        access.FILINGS_DRAFT,
        access.FIGURES_VIEW,
    )


class Researcher(Role):
    id = "researcher"
    title = _("Peneliti")
    sentence = _("Bekerja dengan angka terlindung, tanpa isi kasus.")
    permissions = (access.FIGURES_VIEW,)


class ProgrammeOfficer(Role):
    id = "programme_officer"
    title = _("Petugas program")
    sentence = _("Memakai angka terlindung untuk merencanakan layanan.")
    permissions = (access.FIGURES_VIEW,)


class Registrar(Role):
    id = "registrar"
    title = _("Petugas registrasi")
    sentence = _("Menjaga nomor dan kelengkapan daftar kasus.")
    permissions = (access.CASES_VIEW, access.CASES_OPEN, access.FIGURES_VIEW)


class DataProtectionOfficer(Role):
    id = "data_protection_officer"
    title = _("Petugas pelindungan data")
    sentence = _("Memeriksa jejak audit dan mengesahkan penerbitan angka.")
    permissions = (access.AUDIT_VIEW, access.FIGURES_VIEW, access.FIGURES_RELEASE)


class Director(Role):
    id = "director"
    title = _("Direktur")
    sentence = _("Membaca angka terlindung saja.")
    permissions = (access.FIGURES_VIEW,)


class Administrator(Role):
    id = "administrator"
    title = _("Administrator")
    sentence = _("Mengelola akses staf, tanpa membaca isi kasus.")
    permissions = (access.PEOPLE_MANAGE,)


ROLES: dict[str, type[Role]] = {
    role.id: role
    for role in (
        IntakeOfficer,
        Caseworker,
        Supervisor,
        LegalOfficer,
        Counsellor,
        FinanceAnalyst,
        Researcher,
        ProgrammeOfficer,
        Registrar,
        DataProtectionOfficer,
        Director,
        Administrator,
    )
}


# Whoever serves people at the counter or in a case must not know of reports about customers.
FACING_PEOPLE = frozenset(
    role.id for role in (IntakeOfficer, Caseworker, Counsellor, ProgrammeOfficer, Registrar)
)


def permissions_of(roles: list[str]) -> frozenset[str]:
    """All that these roles allow together."""
    return frozenset(name for role in roles if role in ROLES for name in ROLES[role].permissions)


def titles(roles: list[str]) -> list[Promise | str]:
    """The titles of these roles; unknown ones are left out."""
    return [ROLES[role].title for role in roles if role in ROLES]
