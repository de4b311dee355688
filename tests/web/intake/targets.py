"""Objects the permission matrix and the tests of intake ask for. Everybody here is invented."""

from datetime import date

from jaga.casework.activities import Facts
from jaga_web.intake import activity_actions, complaint_actions, monitoring_actions
from jaga_web.people.models import Organisation, User

REASON = "Petugas menelepon layanan itu dua kali."
NEWS = {
    "published_on": "2026-08-03",
    "outlet": "Koran Contoh",
    "title_code": "ruling",
    "kind": "online",
    "place": "52",
    "source": "https://berita.contoh.invalid/putusan-rekaan",
}
COMPLAINT = {
    "door": "phone",
    "service": "police",
    "treatments": ["blamed", "no_companion"],
    "remedies": ["another_officer"],
    "place": "52",
    "happened_on": "2026-08-01",
    "words": "Kata pengadu rekaan: petugas loket Contoh menyalahkan.",
    "contact": "lewat lembaga pendamping",
}
ACTIVITY = {
    "kind": "psychosocial_group",
    "starts_on": "2026-08-03",
    "ends_on": "2026-08-05",
    "province": "52",
    "setting": "school",
    "partner": "Mitra Contoh",
    "sessions": "3",
    "f_6_11": "12",
    "m_6_11": "3",
}


def somebody(organisation: Organisation, *roles: str) -> User:
    """A colleague who is nobody of the matrix."""
    name = "-".join(("intake", *roles, str(organisation.pk)))
    user, _ = User.objects.get_or_create(
        username=name,
        defaults={
            "display_name": f"Orang {name}",
            "organisation": organisation,
            "roles": list(roles),
        },
    )
    return user


def facts(**counts: int) -> Facts:
    """An invented activity with seats of girls of 6-11."""
    return Facts(
        kind="psychosocial_group",
        starts_on=date(2026, 8, 3),
        ends_on=date(2026, 8, 5),
        province="52",
        setting="school",
        partner="Mitra Contoh",
        sessions=3,
        participants={"6-11": {"f": 12, **counts}},
    )


def news(organisation):
    """An entry of media monitoring."""
    by = somebody(organisation, "intake_officer")
    return {"number": monitoring_actions.note(values=NEWS, same_event=None, by=by)}


def activity(organisation):
    """A group activity."""
    by = somebody(organisation, "counsellor")
    return {"number": activity_actions.add(facts=facts(), by=by).pk}


def corrected(_arguments):
    """The form of `activity`, with one more boy."""
    return {**ACTIVITY, "m_6_11": "4", "version": "1"}


def year_with_activity(organisation):
    """A year in which something took place."""
    activity(organisation)
    return {"year": 2026}


def complaint(organisation):
    """A complaint that was just taken in."""
    by = somebody(organisation, "intake_officer")
    values = {name: text for name, text in COMPLAINT.items() if isinstance(text, str)}
    made = complaint_actions.take_in(
        values=values,
        treatments=COMPLAINT["treatments"],
        remedies=COMPLAINT["remedies"],
        by=by,
    )
    return {"number": made.pk}
