"""The staff of the demonstration: one invented person of each role. Only when JAGA_DEMO is on."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from jaga.errors import Refused
from jaga.words import Text
from jaga_web.audit.actions import record
from jaga_web.people import second_factor
from jaga_web.people.models import Organisation, SecondFactor, User

PASSWORD = "peraga-jaga"
HOME, BANK, UNIT = "Lembaga Contoh", "Bank Contoh Satu", "UPTD PPA Contoh"


@dataclass(frozen=True)
class Member:
    """An invented member of staff."""

    username: str
    name: str
    role: str
    organisation: str = HOME


MEMBERS = (
    Member("analis", "Fajar Nugraha", "finance_analyst"),
    Member("penyelia", "Citra Maharani", "supervisor"),
    Member("penerimaan", "Ayu Lestari", "intake_officer"),
    Member("pekerja-kasus", "Bima Saputra", "caseworker"),
    Member("hukum", "Dimas Pratama", "legal_officer"),
    Member("konselor", "Endah Wulandari", "counsellor"),
    Member("peneliti", "Gita Permata", "researcher"),
    Member("peneliti-muda", "Rini Safitri", "young_researcher"),
    Member("program", "Hendra Kurnia", "programme_officer"),
    Member("registrasi", "Indah Kusuma", "registrar"),
    Member("pelindungan-data", "Jati Prasetyo", "data_protection_officer"),
    Member("penjaga", "Oki Setiawan", "custodian"),
    Member("direktur", "Kartika Dewi", "director"),
    Member("administrator", "Lutfi Ramadhan", "administrator"),
    Member("bank-analis", "Maya Anggraini", "finance_analyst", BANK),
    Member("bank-penyelia", "Nanda Firmansyah", "supervisor", BANK),
    Member("mitra", "Putri Handayani", "partner_officer", UNIT),
)


@transaction.atomic
def seed() -> dict[str, User]:
    """Make the demonstration's staff, ready to sign in; doing it twice changes nothing."""
    if not settings.JAGA_DEMO or User.objects.filter(is_demo=False).exists():
        raise Refused(
            Text(
                id="Staf peraga hanya dibuat pada instalasi peraga yang masih kosong.",
                en="Demonstration staff are only made in an empty demonstration installation.",
            )
        )
    homes = {
        HOME: Organisation.objects.get_or_create(name=HOME, defaults={"kind": "ngo"})[0],
        BANK: Organisation.objects.get_or_create(name=BANK, defaults={"kind": "provider"})[0],
        UNIT: Organisation.objects.get_or_create(name=UNIT, defaults={"kind": "uptd"})[0],
    }
    hashed = make_password(PASSWORD)
    people = {member.username: _member(member, homes, hashed) for member in MEMBERS}
    count = {"people": len(people)}
    record(by=None, verb="people.demo_seeded", subject="demo:1", organisation=None, detail=count)
    return people


def _member(member: Member, homes: dict[str, Organisation], hashed: str) -> User:
    user, _ = User.objects.get_or_create(
        username=member.username,
        defaults={
            "display_name": member.name,
            "organisation": homes[member.organisation],
            "roles": [member.role],
            "password": hashed,
            "is_demo": True,
        },
    )
    SecondFactor.objects.get_or_create(
        user=user,
        defaults={"secret": second_factor.new_secret(), "confirmed_at": timezone.now()},
    )
    return user


def roster() -> list[User]:
    """The demonstration's staff for the sign-in page, in the order of MEMBERS."""
    order = {member.username: place for place, member in enumerate(MEMBERS)}
    rows = User.objects.filter(is_demo=True, is_active=True).select_related("organisation")
    return sorted(rows, key=lambda user: order.get(user.username, len(order)))


def current_code(user: User) -> str | None:
    """The code an invented person's phone would show now; None for anybody real."""
    if not (settings.JAGA_DEMO and user.is_demo):
        return None
    factor = SecondFactor.objects.get(user=user)
    # A code works once: after it was used, the next step's is shown.
    return second_factor.code_at(factor.secret, max(second_factor.step_now(), factor.last_step + 1))
