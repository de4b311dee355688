"""What the pages show of an alert's money paths: picture, sentence and table. Writes nothing."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from jaga.screening.network.draw import svg
from jaga.screening.network.follow import nearest
from jaga.screening.network.model import PASSED_ON_PERCENT, Network, Party, Tie
from jaga.screening.network.words import role, sentence
from jaga_web.access import ALERTS_EXPORT
from jaga_web.alerts import money
from jaga_web.alerts.models import Alert
from jaga_web.people.models import User
from jaga_web.speaking import reader_language

SMALL_WIDTH = 820
"""Pixels of the picture beside the forms of the alert page."""


@dataclass(frozen=True)
class PartyShown:
    """One row of the table: the account in words, and the alerts the reader may open."""

    party: Party
    role: str
    alert: int | None


@dataclass(frozen=True)
class TieShown:
    """One tie with its moments; parties by number."""

    tie: Tie
    first: datetime
    last: datetime


def summary(alert: Alert, user: User) -> dict[str, Any] | None:
    """The small picture of the alert page, or None where there is nothing beyond its payments."""
    found = money.around(alert, user)
    if found is None:
        return None
    shown = nearest(found.network, money.HOPS[-1], money.MOST_ON_PAGE)
    return {
        "picture": _picture(shown, "small", SMALL_WIDTH),
        "sentence": sentence(found.network).say(reader_language()),
        "stored": found.stored,
        "more": len(found.network.parties) - len(shown.parties),
    }


def content(alert: Alert, user: User, hops: int) -> dict[str, Any]:
    """The page of its own, as far as `hops`."""
    found = money.around(alert, user, hops)
    known = {"alert": alert, "hops": hops, "choices": money.HOPS, "found": found}
    if found is None:
        return known
    network, language = found.network, reader_language()
    alerts = money.alerted_accounts(user, (party.token for party in network.parties))
    return {
        **known,
        "network": network,
        "picture": _picture(network, "paths"),
        "sentence": sentence(network).say(language),
        "since": _moment(network.since),
        "until": _moment(network.until),
        "percent": PASSED_ON_PERCENT,
        "parties": [
            PartyShown(one, role(one).say(language), next(iter(alerts.get(one.token, ())), None))
            for one in network.parties
        ],
        "ties": [TieShown(one, _moment(one.first), _moment(one.last)) for one in network.ties],
        "may_export": user.may(ALERTS_EXPORT),
    }


def _picture(network: Network, name: str, width: int | None = None) -> SafeString:
    """Inline SVG; every value in it is escaped where it is drawn."""
    sized = {} if width is None else {"width": width}
    return mark_safe(svg(network, reader_language(), name=name, **sized))


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
