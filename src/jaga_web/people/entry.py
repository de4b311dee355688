"""Coming in: between the password and the code, the session knows who is on the way."""

import time
from typing import TypedDict

from django.contrib.sessions.backends.base import SessionBase

from jaga_web.people.models import User

PENDING = "on_the_way"
# Time to type a code or enrol a phone after the password.
PENDING_SECONDS = 10 * 60


class Pending(TypedDict):
    """Who gave a right password, when, and a mark of that very password."""

    user: int
    at: int
    mark: str


def begin(session: SessionBase, user: User) -> None:
    """Remember that this person gave the right password; they are not signed in by it."""
    session.cycle_key()
    session[PENDING] = Pending(user=user.pk, at=int(time.time()), mark=_mark(user))


def refresh(session: SessionBase, user: User) -> None:
    """The person has chosen a new password on the way."""
    session[PENDING] = {**session[PENDING], "mark": _mark(user)}


def on_the_way(session: SessionBase) -> User | None:
    """The person on the way, unless it took too long or their password changed meanwhile."""
    pending: Pending | None = session.get(PENDING)
    if pending is None or time.time() - pending["at"] > PENDING_SECONDS:
        return None
    user = User.objects.filter(pk=pending["user"], is_active=True).first()
    return user if user and _mark(user) == pending["mark"] else None


def next_step(user: User) -> str:
    """The address name of what is still missing."""
    if user.enrolment_ends_at is not None:
        return "people:choose_password"
    factor = getattr(user, "second_factor", None)
    return "people:code" if factor and factor.confirmed_at else "people:enrol"


def _mark(user: User) -> str:
    return user.get_session_auth_hash()
