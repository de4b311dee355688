"""Who may open what in wellbeing; see tests/web/matrix.py."""

from typing import Any

from django.utils import timezone
from tests.web.matrix import Arguments, Row, roles

from jaga_web.people.models import Organisation, User
from jaga_web.wellbeing.models import CriticalEvent
from jaga_web.wellbeing.queries import today

# Whoever reads cases, reports, alerts or referrals has an own page.
READERS = roles(
    "intake_officer",
    "caseworker",
    "supervisor",
    "legal_officer",
    "counsellor",
    "finance_analyst",
    "programme_officer",
    "registrar",
    "custodian",
    "partner_officer",
)
SUPERVISORS = roles("supervisor")


def _person(role: str, organisation: Organisation) -> User:
    """The person of that role whom the matrix signs in."""
    return User.objects.get_or_create(
        username=f"{role}-{organisation.pk}",
        defaults={"display_name": "Orang", "organisation": organisation, "roles": [role]},
    )[0]


def an_event(organisation: Organisation) -> Arguments:
    """Something heavy that happened to the caseworker; to nobody else it exists."""
    event = CriticalEvent.objects.create(
        person=_person("caseworker", organisation), code="loss", at=timezone.now()
    )
    return {"number": event.pk}


def a_colleague(organisation: Organisation) -> Arguments:
    """Somebody who reads cases, and is nobody of the matrix."""
    user = User.objects.get_or_create(
        username=f"colleague-{organisation.pk}",
        defaults={
            "display_name": "Rekan Contoh",
            "organisation": organisation,
            "roles": ["caseworker"],
        },
    )[0]
    return {"number": user.pk}


def a_talk(_arguments: Arguments) -> dict[str, str]:
    return {"on": today().isoformat(), "topic": "workload", "next_step": "none"}


def mine(url: str, **options: Any) -> Row:
    """A form of the own page: back to it."""
    options = {"shows": "/wellbeing/own/", "status": 302, "roles": READERS, **options}
    return Row(url, method="POST", **options)


def of_team(url: str, **options: Any) -> Row:
    """A form about one colleague: back to their page."""
    options = {"shows": "/wellbeing/team/", "status": 302, "target": a_colleague, **options}
    return Row(url, method="POST", roles=SUPERVISORS, **options)


POLICY = {
    "mode": "prompt",
    "break_after": "90",
    "break_minutes": "10",
    "high_per_week": "5",
    "caseload_warning": "12",
    "caseload_limit": "15",
}

ROWS: tuple[Row, ...] = (
    Row("wellbeing:own", shows="Paparan saya", roles=READERS),
    Row("wellbeing:rest", shows="Kembali bekerja", roles=READERS),
    mine("wellbeing:take_break"),
    mine("wellbeing:dismiss_break", data={"reason": "deadline"}),
    mine("wellbeing:share", data={"shares": "1"}),
    mine("wellbeing:note_event", data={"code": "threat"}),
    mine(
        "wellbeing:answer_event",
        roles=roles("caseworker"),
        hidden=READERS - {"caseworker"},
        target=an_event,
        data={"answer": "colleague"},
    ),
    Row(
        "wellbeing:summary",
        shows="Rata-rata menit tertimbang",
        roles=roles("supervisor", "director"),
    ),
    Row("wellbeing:team", shows="Terakhir bicara", roles=SUPERVISORS),
    Row("wellbeing:person", shows="Catat supervisi", roles=SUPERVISORS, target=a_colleague),
    of_team("wellbeing:note_supervision", data=a_talk),
    of_team("wellbeing:ask_for_debrief", data={"code": "threat"}),
    Row("wellbeing:policy", shows="Lama jeda", roles=SUPERVISORS),
    Row(
        "wellbeing:policy",
        shows="/wellbeing/policy/",
        status=302,
        roles=SUPERVISORS,
        method="POST",
        data=POLICY,
    ),
)
