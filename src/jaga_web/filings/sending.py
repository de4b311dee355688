"""The form of who files: other questions for a provider than for an NGO."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga_web.filings import facts
from jaga_web.filings.models import Filing
from jaga_web.people.models import User


@dataclass(frozen=True)
class FieldShown:
    """One question with what is stored or was typed."""

    name: str
    label: Promise | str
    help: Promise | str
    value: str


PROVIDER: tuple[tuple[str, Promise | str, Promise | str], ...] = (
    ("rentity_id", _("Nomor pihak pelapor"), _("rentity_id dari pendaftaran goAML, angka saja.")),
    ("institution_name", _("Nama lembaga"), ""),
    ("institution_code", _("Kode lembaga"), _("Kode yang dipakai di goAML.")),
    ("branch", _("Kantor"), ""),
    ("user_code", _("Kode petugas pelapor"), _("Isi ini, atau nama petugas; jangan keduanya.")),
    ("name", _("Nama petugas pelapor"), ""),
    ("address", _("Alamat"), _("Bila diisi, kota dan provinsi wajib.")),
    ("city", _("Kota"), ""),
    ("province", _("Provinsi"), ""),
)
NGO: tuple[tuple[str, Promise | str, Promise | str], ...] = (
    ("name", _("Nama lembaga"), ""),
    ("address", _("Alamat"), ""),
    ("contact", _("Narahubung"), _("Jabatan cukup, misalnya petugas hukum.")),
    ("email", _("Surel"), ""),
    ("phone", _("Telepon"), ""),
)


def fields(user: User, typed: Mapping[str, str] | None = None) -> list[FieldShown]:
    """The questions for this person's organisation."""
    asked = PROVIDER if user.organisation.reports_as == Filing.LTKM else NGO
    values = typed if typed is not None else facts.sender_facts(user.organisation_id)
    return [FieldShown(name, label, help_, values.get(name, "")) for name, label, help_ in asked]
