"""Clocks and breaches to walk the pages with, in any organisation."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from tests.web.matrix import Arguments

from jaga_web import vault
from jaga_web.clocks import actions, breach_actions
from jaga_web.clocks.models import Clock
from jaga_web.people.models import Organisation, User


def someone(organisation: Organisation, role: str, name: str) -> User:
    """An invented person of this role."""
    return User.objects.get_or_create(
        username=f"{name}-{organisation.pk}",
        defaults={"display_name": "Orang UJI", "organisation": organisation, "roles": [role]},
    )[0]


def a_clock(organisation: Organisation) -> Arguments:
    """A running clock that can be paused, held by an invented caseworker."""
    clock = actions.start(
        organisation=organisation,
        subject="case:1",
        key=vault.new_key(),
        rule="first_contact_medium",
        started_at=timezone.now(),
        by=None,
        owner=someone(organisation, "caseworker", "pemegang"),
    )
    return {"number": clock.pk}


def a_paused_clock(organisation: Organisation) -> Arguments:
    """The same, standing still."""
    arguments = a_clock(organisation)
    clock = Clock.objects.get(pk=arguments["number"])
    actions.pause(
        clock=clock,
        reason="unsafe_to_contact",
        by=someone(organisation, "caseworker", "pemegang"),
    )
    return arguments


def to_its_owner(arguments: Arguments) -> dict[str, Any]:
    """What hands the clock to whoever holds it already."""
    return {"to": Clock.objects.get(pk=arguments["number"]).owner_id}


def a_breach(organisation: Organisation) -> Arguments:
    """A breach whose remedy and authority are filled in."""
    by = someone(organisation, "data_protection_officer", "pelindung")
    found_at = timezone.now() - timedelta(hours=1)
    breach = breach_actions.open_breach(found_at=found_at, what="Kejadian UJI satu", by=by)
    breach_actions.save_breach(
        breach=breach,
        what="Kejadian UJI satu",
        remedy="Perbaikan UJI",
        authority="Lembaga UJI",
        by=by,
    )
    return {"number": breach.pk}
