"""What people typed into the forms of referrals, as the actions take it."""

from collections.abc import Mapping
from datetime import date

from django.http import QueryDict

from jaga.errors import BadInput
from jaga.words import Text
from jaga_web.alerts.queries import colleagues
from jaga_web.people.models import Organisation, User
from jaga_web.referrals import moving, queries
from jaga_web.referrals.actions import Request
from jaga_web.referrals.agreement_actions import Terms
from jaga_web.referrals.consent_actions import Asked


def day(posted: Mapping[str, str], name: str) -> date:
    """A date as browsers send it; BadInput otherwise."""
    try:
        return date.fromisoformat(posted.get(name, ""))
    except ValueError:
        raise BadInput(
            Text("Tuliskan tanggalnya: tahun-bulan-hari.", "Write the date as year-month-day.")
        ) from None


def partner(user: User, posted: Mapping[str, str], *, needed: bool) -> Organisation | None:
    """The partner that was chosen from the list; None for nobody where none is needed."""
    chosen = posted.get("partner", "")
    if not chosen and not needed:
        return None
    found = {str(one.pk): one for one in queries.partners(user)}.get(chosen)
    if found is None:
        raise moving.unknown_partner()
    return found


def asked(user: User, posted: QueryDict) -> Asked:
    """A consent form. The partner is asked for only where something leaves the organisation."""
    explaining = {str(one.pk): one for one in [user, *colleagues(user, "cases.view")]}
    return Asked(
        **{name: posted.get(name, "") for name in FACTS},
        explained=posted.get("explained", ""),
        language=posted.get("language", ""),
        valid_until=day(posted, "valid_until"),
        explained_by=explaining.get(posted.get("explained_by", ""), user),
        partner=partner(user, posted, needed=False)
        if posted.get("purpose") == "referral"
        else None,
        caregiver_answer=posted.get("caregiver_answer", "not_asked"),
        answers=posted.getlist("answers"),
        reason=posted.get("reason", ""),
        fields=posted.getlist("fields"),
    )


FACTS = ("purpose", "capacity", "caregiver", "basis", "assent")


def request_of(posted: QueryDict) -> Request:
    """A referral form; service and subtype come from one list, as "health:therapy"."""
    service, _, subtype = posted.get("service", "").partition(":")
    planned = posted.get("planned_service", "")
    return Request(
        service=service,
        subtype=subtype,
        urgency=posted.get("urgency", ""),
        fields=posted.getlist("fields"),
        note=posted.get("note", ""),
        safe_contact=posted.get("safe_contact", ""),
        planned_service=int(planned) if planned.isdigit() else None,
    )


def terms(user: User, posted: QueryDict) -> Terms:
    """An agreement form."""
    chosen = partner(user, posted, needed=True)
    assert chosen is not None
    return Terms(
        partner=chosen,
        purpose=posted.get("purpose", ""),
        fields=posted.getlist("fields"),
        partner_as=posted.get("partner_as", ""),
        starts_on=day(posted, "starts_on"),
        ends_on=day(posted, "ends_on"),
        reference=posted.get("reference", ""),
    )
