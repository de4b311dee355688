"""Writing people: sign-in, second factor, staff. Each act leaves its event in the chain."""

import secrets
from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from jaga_web.access import CASE_CONTENT, FILINGS_VIEW, PEOPLE_MANAGE, PERMISSIONS, require
from jaga_web.audit.actions import record
from jaga_web.people import leaving, second_factor, throttle
from jaga_web.people.models import Organisation, SecondFactor, Throttle, User
from jaga_web.people.roles import FACING_PEOPLE, ROLES, permissions_of
from jaga_web.sealing import fingerprint

# An enrolment password works this long.
ENROLMENT_TIME = timedelta(hours=72)


class NotAccepted(Exception):
    """What was entered cannot be accepted; the text is the sentence shown."""


def give_password(*, username: str, password: str) -> User:
    """The person, if name and password are right; the second factor is still to come.

    Unknown names, wrong passwords and closed accounts are refused alike, in the same time.
    """
    name = username.strip().lower()
    mark = fingerprint(name, "people.throttle.password")
    attempts = _take_attempt(mark=mark)
    known = User.objects.filter(username=name).first()
    user = authenticate(username=name, password=password)
    if not isinstance(user, User) or not _may_come_in(user):
        _note_refusal(attempts=attempts, verb="people.sign_in_refused", user=known)
        raise NotAccepted(_("Nama pengguna atau kata sandi salah."))
    _forget_attempts(mark=mark)
    return user


def give_code(*, user: User, code: str) -> None:
    """Accept a one-time code once; the first one also confirms the enrolled phone."""
    mark = fingerprint(str(user.pk), "people.throttle.code")
    attempts = _take_attempt(mark=mark)
    factor = SecondFactor.objects.get(user=user)
    step = second_factor.matching_step(factor.secret, code.replace(" ", ""))
    if step is None or not _spend_step(factor=factor, step=step):
        _note_refusal(attempts=attempts, verb="people.code_refused", user=user)
        raise NotAccepted(_("Kode salah atau sudah dipakai. Tunggu kode berikutnya."))
    _forget_attempts(mark=mark)


@transaction.atomic
def sign_in(*, request: HttpRequest, user: User) -> None:
    """Open a fresh session for a person who has shown both factors."""
    request.session.flush()
    login(request, user)
    record(
        by=user,
        verb="people.signed_in",
        subject=f"user:{user.pk}",
        organisation=user.organisation_id,
    )


@transaction.atomic
def sign_out(*, request: HttpRequest, by: User) -> None:
    """End the session."""
    logout(request)
    record(
        by=by, verb="people.signed_out", subject=f"user:{by.pk}", organisation=by.organisation_id
    )


@transaction.atomic
def choose_password(*, by: User, password: str) -> None:
    """Replace the enrolment password by one only this person knows."""
    by.set_password(password)
    by.enrolment_ends_at = None
    by.save(update_fields=["password", "enrolment_ends_at"])
    _record_about(by, by=by, verb="people.password_chosen")


@transaction.atomic
def prepare_factor(*, user: User) -> SecondFactor:
    """The unconfirmed second factor of a person who has none yet; the secret stays the same
    when the page is loaded again, so a phone that has read it keeps working."""
    factor, _created = SecondFactor.objects.get_or_create(
        user=user, defaults={"secret": second_factor.new_secret()}
    )
    return factor


@transaction.atomic
def confirm_factor(*, user: User) -> None:
    """From now on this phone is the person's second factor."""
    SecondFactor.objects.filter(user=user).update(confirmed_at=timezone.now())
    _record_about(user, by=user, verb="people.factor_enrolled")


@transaction.atomic
def choose_language(*, by: User, language: str) -> None:
    """Remember the language of this person."""
    by.language = language
    by.save(update_fields=["language"])
    _record_about(by, by=by, verb="people.language_chosen", code=language)


def add_person(
    *, by: User, username: str, display_name: str, roles: Sequence[str], regions: Sequence[str]
) -> tuple[User, str]:
    """A new person in one's own organisation, and the password to hand over once."""
    require(by, PEOPLE_MANAGE)
    check_roles(roles)
    try:
        return _add(
            by=by,
            organisation=by.organisation,
            username=username,
            display_name=display_name,
            roles=roles,
            regions=regions,
        )
    except IntegrityError:
        raise NotAccepted(_("Nama pengguna ini sudah dipakai. Pilih yang lain.")) from None


@transaction.atomic
def found(*, organisation: str, kind: str, username: str, display_name: str) -> tuple[User, str]:
    """The first administrator of an installation that has no people yet."""
    if User.objects.exists():
        raise NotAccepted(_("Instalasi ini sudah punya staf. Minta administrator menambah orang."))
    home = Organisation.objects.create(name=organisation, kind=kind)
    return _add(
        by=None,
        organisation=home,
        username=username,
        display_name=display_name,
        roles=["administrator"],
        regions=[],
    )


@transaction.atomic
def set_active(*, by: User, person: User, active: bool) -> None:
    """Close a person's account or open it again. Their sessions end with it.

    Whoever still holds open work stays until it is handed over.
    """
    require(by, PEOPLE_MANAGE)
    if by.pk == person.pk:
        raise NotAccepted(_("Anda tidak dapat menonaktifkan diri sendiri."))
    if not active:
        _check_leaving(User.objects.select_for_update().get(pk=person.pk))
    person.is_active = active
    person.save(update_fields=["is_active"])
    verb = "people.person_reactivated" if active else "people.person_deactivated"
    _record_about(person, by=by, verb=verb)


def _check_leaving(person: User) -> None:
    """Refuse while work would be left alone. Says neither what nor how much: that is content."""
    if leaving.holds_work(person):
        raise NotAccepted(
            _(
                "Orang ini masih memegang pekerjaan terbuka. Minta penyelia menyerahkannya lewat "
                "halaman Serah terima, lalu coba lagi. Bila mendesak, atur ulang aksesnya: orang "
                "itu langsung keluar."
            )
        )
    permission = leaving.last_of(person)
    if permission is not None:
        words = _("Tidak ada orang lain yang boleh: %(permission)s. Tambahkan seseorang dahulu.")
        raise NotAccepted(words % {"permission": PERMISSIONS[permission]})


@transaction.atomic
def reset_access(*, by: User, person: User) -> str:
    """A new enrolment password, and the second factor has to be enrolled anew."""
    require(by, PEOPLE_MANAGE)
    if by.pk == person.pk:
        raise NotAccepted(_("Minta administrator lain mengatur ulang akses Anda."))
    password = _enrolment_password()
    person.set_password(password)
    person.enrolment_ends_at = timezone.now() + ENROLMENT_TIME
    person.save(update_fields=["password", "enrolment_ends_at"])
    SecondFactor.objects.filter(user=person).delete()
    _record_about(person, by=by, verb="people.access_reset")
    return password


def check_roles(roles: Sequence[str]) -> None:
    """At least one known role; who manages access reads no case content; walls stay walls."""
    if not roles or not set(roles) <= set(ROLES):
        raise NotAccepted(_("Pilih sedikitnya satu peran."))
    allowed = permissions_of(list(roles))
    if PEOPLE_MANAGE in allowed and allowed & CASE_CONTENT:
        raise NotAccepted(_("Administrator tidak boleh merangkap peran yang membaca isi kasus."))
    if FILINGS_VIEW in allowed and set(roles) & FACING_PEOPLE:
        # The sentence does not say why: who manages access stands outside that wall too.
        raise NotAccepted(
            _("Analis dan penyelia tidak boleh merangkap peran yang melayani orang langsung.")
        )


@transaction.atomic
def _add(
    *,
    by: User | None,
    organisation: Organisation,
    username: str,
    display_name: str,
    roles: Sequence[str],
    regions: Sequence[str],
) -> tuple[User, str]:
    password = _enrolment_password()
    user = User(
        username=username.strip().lower(),
        display_name=display_name.strip(),
        organisation=organisation,
        roles=list(roles),
        regions=list(regions),
        enrolment_ends_at=timezone.now() + ENROLMENT_TIME,
    )
    user.set_password(password)
    user.save(force_insert=True)
    _record_about(user, by=by, verb="people.person_added", roles=",".join(roles)[:200])
    return user, password


def _record_about(person: User, *, by: User | None, verb: str, **detail: str | int) -> None:
    subject = f"user:{person.pk}"
    record(by=by, verb=verb, subject=subject, organisation=person.organisation_id, detail=detail)


def _enrolment_password() -> str:
    # 80 bits, in groups that can be read out over the telephone.
    text = secrets.token_hex(10)
    return "-".join(text[i : i + 5] for i in range(0, len(text), 5))


def _may_come_in(user: User) -> bool:
    if user.is_demo and not settings.JAGA_DEMO:
        return False
    return user.enrolment_ends_at is None or timezone.now() < user.enrolment_ends_at


@transaction.atomic
def _take_attempt(*, mark: str) -> int:
    """Count an attempt before it is looked at, so that many at once gain nothing."""
    now = timezone.now()
    Throttle.objects.filter(touched_at__lt=now - throttle.FORGET_AFTER).delete()
    row, _created = Throttle.objects.select_for_update().get_or_create(
        mark=mark, defaults={"touched_at": now}
    )
    if row.locked_until and now < row.locked_until:
        words = _("Terlalu banyak percobaan. Coba lagi dalam %(minutes)d menit.")
        raise NotAccepted(words % {"minutes": throttle.minutes_left(now, row.locked_until)})
    row.attempts += 1
    row.touched_at = now
    row.locked_until = now + throttle.wait_after(row.attempts)
    row.save()
    return row.attempts


def _forget_attempts(*, mark: str) -> None:
    Throttle.objects.filter(mark=mark).delete()


@transaction.atomic
def _note_refusal(*, attempts: int, verb: str, user: User | None) -> None:
    """One event per wait, not per attempt, whether the name exists or not."""
    if attempts >= throttle.FREE_ATTEMPTS:
        record(
            by=None,
            verb=verb,
            subject=f"user:{user.pk if user else 0}",
            organisation=user.organisation_id if user else None,
            detail={"attempts": attempts},
        )


def _spend_step(*, factor: SecondFactor, step: int) -> bool:
    """Mark the step as used; False when it, or a later one, was used before."""
    fresh = SecondFactor.objects.filter(pk=factor.pk, last_step__lt=step)
    return fresh.update(last_step=step) == 1
