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
    permissions = (
        access.CASES_VIEW,
        access.CASES_OPEN,
        access.REPORTS_VIEW,
        access.REPORTS_ANSWER,
        access.MONITORING_KEEP,
        access.COMPLAINTS_KEEP,
    )


class Caseworker(Role):
    id = "caseworker"
    title = _("Pekerja kasus")
    sentence = _("Mendampingi anak dan keluarganya serta memegang kasusnya.")
    permissions = (
        access.CASES_VIEW,
        access.CASES_OPEN,
        access.CASES_OWN,
        access.REPORTS_VIEW,
        access.REPORTS_ANSWER,
        access.REFERRALS_SEND,
        access.COMPLAINTS_KEEP,
    )


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
        access.CASES_APPROVE,
        access.CASES_HOLD,
        access.REPORTS_VIEW,
        access.REPORTS_ANSWER,
        access.REPORTS_BRIDGE,
        access.REFERRALS_SEND,
        access.LEGAL_KEEP,
        access.BREACH_KEEP,
        access.COMPLAINTS_KEEP,
        access.SUPERVISION_KEEP,
        access.WELLBEING_VIEW,
        access.NATIONAL_EXPORT,
        access.RESEARCH_PUBLISH,
        access.PROGRAMMES_VIEW,
        access.REGISTERS_VIEW,
    )


class LegalOfficer(Role):
    id = "legal_officer"
    title = _("Petugas hukum")
    sentence = _("Mengawal langkah hukum dan restitusi dalam kasus.")
    permissions = (
        access.CASES_VIEW,
        access.CASES_OWN,
        access.FIGURES_VIEW,
        access.CASES_HOLD,
        access.LEGAL_KEEP,
        access.COMPLAINTS_KEEP,
    )


class Counsellor(Role):
    id = "counsellor"
    title = _("Konselor")
    sentence = _("Memberi dukungan psikososial dalam kasus yang ditugaskan.")
    permissions = (
        access.CASES_VIEW,
        access.ACTIVITIES_KEEP,
    )


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
        access.REGISTERS_VIEW,
    )


class Researcher(Role):
    id = "researcher"
    title = _("Peneliti")
    sentence = _("Bekerja dengan angka terlindung, tanpa isi kasus.")
    permissions = (
        access.FIGURES_VIEW,
        access.ANNUAL_BUILD,
        access.FIGURES_PROPOSE,
        access.RESEARCH_KEEP,
        access.PROGRAMMES_VIEW,
        access.REGISTERS_VIEW,
        access.REGISTERS_KEEP,
    )


class YoungResearcher(Role):
    id = "young_researcher"
    title = _("Peneliti muda")
    sentence = _("Mengisi kuesioner yang sudah terbit, satu responden demi satu.")
    permissions = (access.RESEARCH_COLLECT,)


class ProgrammeOfficer(Role):
    id = "programme_officer"
    title = _("Petugas program")
    sentence = _("Mencatat kegiatan program dan memakai angka terlindung untuk merencanakan.")
    permissions = (
        access.FIGURES_VIEW,
        access.ANNUAL_BUILD,
        access.FIGURES_PROPOSE,
        access.MONITORING_KEEP,
        access.ACTIVITIES_KEEP,
        access.PROGRAMMES_VIEW,
        access.PROGRAMMES_KEEP,
        access.REGISTERS_VIEW,
        access.REGISTERS_KEEP,
    )


class Registrar(Role):
    id = "registrar"
    title = _("Petugas registrasi")
    sentence = _("Menjaga nomor dan kelengkapan daftar kasus.")
    permissions = (
        access.CASES_VIEW,
        access.CASES_OPEN,
        access.FIGURES_VIEW,
        access.NATIONAL_EXPORT,
        access.NATIONAL_RECONCILE,
    )


class DataProtectionOfficer(Role):
    id = "data_protection_officer"
    title = _("Petugas pelindungan data")
    sentence = _("Memeriksa jejak audit dan mengesahkan penerbitan angka.")
    permissions = (
        access.AUDIT_VIEW,
        access.FIGURES_VIEW,
        access.FIGURES_PROPOSE,
        access.FIGURES_RELEASE,
        access.BREACH_KEEP,
        access.RESEARCH_PUBLISH,
    )


class Custodian(Role):
    id = "custodian"
    title = _("Penjaga identitas")
    sentence = _("Membuka identitas tersegel bila permintaannya beralasan, dan menghapus kasus.")
    permissions = (access.IDENTITY_OPEN, access.CASES_ERASE)


class PartnerOfficer(Role):
    id = "partner_officer"
    title = _("Petugas mitra")
    sentence = _("Menerima rujukan untuk lembaganya dan mengembalikan keputusannya.")
    permissions = (access.REFERRALS_ANSWER,)


class Director(Role):
    id = "director"
    title = _("Direktur")
    sentence = _("Membaca angka terlindung saja.")
    permissions = (
        access.FIGURES_VIEW,
        access.WELLBEING_VIEW,
    )


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
        YoungResearcher,
        ProgrammeOfficer,
        Registrar,
        DataProtectionOfficer,
        Custodian,
        PartnerOfficer,
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
