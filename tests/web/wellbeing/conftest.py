"""A clock of one's own, and people who read."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from jaga_web.people.models import User
from jaga_web.wellbeing import actions

MORNING = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch) -> Callable[[float], datetime]:
    """clock(minute): from now on it is so many minutes after nine in the morning (WIB)."""
    moment = [MORNING]
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment[0])

    def move(minute: float) -> datetime:
        moment[0] = MORNING + timedelta(minutes=minute)
        return moment[0]

    return move


@pytest.fixture
def look(clock, person) -> Callable[..., None]:
    """look(minute, subject, weight, by=…): one page view."""

    def at(minute: float, subject: str = "case:1", weight: str = "high", *, by=None) -> None:
        clock(minute)
        actions.note_exposure(by=by or person("caseworker"), subject=subject, weight=weight)

    return at


@pytest.fixture
def tired(look) -> Callable[[User], None]:
    """tired(person): has read what is heavy for an hour, without a pause."""

    def make(by: User) -> None:
        for minute in range(0, 61, 10):
            look(minute, by=by)

    return make


@pytest.fixture
def readers(person) -> list[User]:
    """Six people who read cases."""
    return [person("caseworker", name=f"pembaca-{number}") for number in range(6)]
