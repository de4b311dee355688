"""Organisations and the people who work in them."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from jaga_web.people.roles import ROLES, Role, permissions_of
from jaga_web.sealing import SealedTextField


class Organisation(models.Model):
    """A unit under one controller. Alerts and cases never cross from one to another."""

    class Kind(models.TextChoices):
        NGO = "ngo", _("Lembaga swadaya masyarakat")
        UPTD = "uptd", _("UPTD PPA")
        MINISTRY = "ministry", _("Kementerian")
        PROVIDER = "provider", _("Penyedia jasa pembayaran")
        FIU = "fiu", _("Unit intelijen keuangan")
        PLATFORM = "platform", _("Penyelenggara sistem elektronik")

    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    # Kemendagri province code, or empty for the whole country.
    region = models.CharField(max_length=2, blank=True, default="")

    def __str__(self) -> str:
        return self.name

    @property
    def reports_as(self) -> str:
        """What it may give the financial intelligence unit: "ltkm", "information" or nothing."""
        return {"provider": "ltkm", "ngo": "information"}.get(self.kind, "")


class People(BaseUserManager["User"]):
    """Finds people by the name they sign in with."""


class User(AbstractBaseUser):
    """One person at work. Signing in takes the password and a one-time code."""

    username = models.CharField(max_length=40, unique=True)
    display_name = SealedTextField(purpose="people.user.display_name")
    language = models.CharField(max_length=2, default="id")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    roles = models.JSONField(default=list)
    # Kemendagri province codes this person works for; empty means all.
    regions = models.JSONField(default=list)
    is_active = models.BooleanField(default=True)
    # Only people of the demonstration; they cannot sign in anywhere else.
    is_demo = models.BooleanField(default=False)
    # Set while the password is the one an administrator handed over; null once chosen oneself.
    enrolment_ends_at = models.DateTimeField(null=True)

    objects = People()

    USERNAME_FIELD = "username"

    def __str__(self) -> str:
        return self.display_name

    @property
    def role_list(self) -> list[type[Role]]:
        """The person's roles as classes, in the order of ROLES."""
        return [role for name, role in ROLES.items() if name in self.roles]

    def may(self, permission: str) -> bool:
        """Whether one of the roles gives `permission`."""
        return self.is_active and permission in permissions_of(self.roles)


class SecondFactor(models.Model):
    """The secret a person's phone makes one-time codes from (RFC 6238)."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="second_factor")
    secret = SealedTextField(purpose="people.secondfactor.secret")
    confirmed_at = models.DateTimeField(null=True)
    # The last time step whose code was accepted; a code works once.
    last_step = models.BigIntegerField(default=0)


class Throttle(models.Model):
    """Attempts to sign in against one name, kept under a keyed mark; no address is stored."""

    mark = models.CharField(max_length=64, unique=True)
    attempts = models.IntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    touched_at = models.DateTimeField(db_index=True)
