"""Objects the permission matrix asks for: reports in the state an address needs."""

import base64
import json

from django.utils import timezone
from tests.web.alerts import targets
from tests.web.filings.facts import NGO, SENDER

from jaga_web.alerts.models import Alert, Decision
from jaga_web.filings.models import Filing, Sender
from jaga_web.people.models import User

__all__ = ["SENDER"]


def a_confirmed_alert(organisation):
    """An alert with the decision of two people behind it, of an NGO."""
    organisation.kind = "ngo"
    organisation.save()
    found = targets.a_confirmed_alert(organisation)
    Decision.objects.create(
        alert=Alert.objects.get(pk=found["alert"]),
        outcome="confirmed",
        reasons=targets.REASON,
        age_checked=True,
        age_how="data nasabah",
        maker=_somebody(organisation, "analis-lain", "finance_analyst"),
        checker=_somebody(organisation, "penyelia-lain", "supervisor"),
        checked_at=timezone.now(),
        state=Decision.APPROVED,
    )
    return found


def a_draft(organisation, kind="ltkm", **fields):
    """A draft by somebody who is nobody of the matrix, of an organisation that may file it."""
    found = a_confirmed_alert(organisation)
    organisation.kind = "provider" if kind == "ltkm" else "ngo"
    organisation.save()
    by = _somebody(organisation, "analis-lain", "finance_analyst")
    filing, _new = Filing.objects.get_or_create(
        alert_id=found["alert"],
        defaults={
            "organisation": organisation, "kind": kind, "known_at": timezone.now(),
            "drafted_by": by, "edited_by": by, **fields,
        },
    )  # fmt: skip
    return {"number": filing.pk}


def a_party(organisation):
    """The subject of a draft."""
    return {**a_draft(organisation), "place": 0}


def rows(arguments):
    """CSV about the subject of the draft."""
    filing = Filing.objects.get(pk=arguments["number"])
    return {"text": f"account,account_number\n{filing.alert.subject},12345\n"}


def an_information(organisation):
    """A draft of an NGO."""
    return a_draft(organisation, "information")


def a_ripe_information(organisation):
    """A draft of an NGO to which nothing is missing."""
    found = a_draft(organisation, "information", consent="PSJ-14")
    by = _somebody(organisation, "analis-lain", "finance_analyst")
    Sender.objects.get_or_create(
        organisation=organisation, defaults={"facts": json.dumps(NGO), "by": by}
    )
    return found


def a_handed_over(organisation):
    """An LTKM handed in, whose number has not come."""
    return a_ready(organisation, Filing.HANDED_OVER)


def a_ready(organisation, state=Filing.READY):
    """An approved LTKM with its file."""
    return a_draft(
        organisation,
        state=state,
        approved_by=_somebody(organisation, "penyelia-lain", "supervisor"),
        approved_at=timezone.now(),
        content=base64.b64encode(b"<report/>").decode(),
        sha256="0" * 64,
    )


def _somebody(organisation, name, role):
    return User.objects.get_or_create(
        username=f"{name}-{organisation.pk}",
        defaults={"display_name": "Seseorang", "organisation": organisation, "roles": [role]},
    )[0]
