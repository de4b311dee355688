"""Objects the permission matrix and the tests of intake ask for. Everybody here is invented."""

from datetime import date

from django.http import QueryDict

from jaga.casework.activities import Facts
from jaga_web.cases.models import Case
from jaga_web.channel.models import Report
from jaga_web.channel.told import Told
from jaga_web.intake import (
    activity_actions,
    bridge_actions,
    complaint_actions,
    link_actions,
    monitoring_actions,
    report_actions,
)
from jaga_web.intake.models import LinkRequest
from jaga_web.intake.taking_in import told_from
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


TOLD = {
    "path": "me",
    "safe_now": "no",
    "age_band": "12-14",
    "help_wanted": ["listen", "safe_place"],
    "words": "Cerita rekaan pelapor UJI tentang layang-layang ungu.",
    "rule_when": "sore sesudah sekolah",
    "rule_must_not_know": "orang di rumah rekaan",
}
BY_PHONE = {**TOLD, "door": "phone", "read_aloud": "yes"}
REFERRED = {
    **TOLD,
    "sender": "Lembaga Seberang Rekaan",
    "sender_kind": "hotline",
    "country": "MY",
    "child_knows": "yes",
    "reference": "RJK-UJI-7",
}
HOW = "Ditanya lewat telepon; anak UJI menjawab ya."


def told(**changes: object) -> Told:
    """What the invented reporter says."""
    given = QueryDict(mutable=True)
    for name, value in {**TOLD, **changes}.items():
        given.setlist(name, value if isinstance(value, list) else [value])
    return told_from(given)


def make_report(organisation: Organisation, **changes: object) -> Report:
    """A report by telephone, taken in by nobody of the matrix."""
    by = somebody(organisation, "intake_officer")
    return report_actions.take_in(door="phone", told=told(**changes), read_aloud=True, by=by)


def make_agreed(organisation: Organisation) -> Report:
    """A report whose child said yes to a case."""
    report = make_report(organisation)
    by = somebody(organisation, "intake_officer")
    bridge_actions.note_agreement(report=report, how=HOW, by=by)
    report.refresh_from_db()
    return report


def make_bridged(organisation: Organisation) -> tuple[Report, Case]:
    """A report that became a case by the child's step, and the case, held by nobody yet."""
    report = make_agreed(organisation)
    case = bridge_actions.bridge(
        report=report, ground="child", reason="", by=somebody(organisation, "intake_officer")
    )
    return report, case


def report(organisation):
    """A report that is no case."""
    return {"number": make_report(organisation).pk}


def agreed_report(organisation):
    """A report whose child agreed."""
    return {"number": make_agreed(organisation).pk}


def bridged_report(organisation):
    """A report that became a case."""
    return {"number": make_bridged(organisation)[0].pk}


def bridged_case(organisation):
    """The case a report became."""
    return {"number": make_bridged(organisation)[1].pk}


def a_colleague(arguments):
    """The hand-over form, to a colleague of the report's organisation."""
    one = Report.objects.get(pk=arguments["number"])
    return {"to": somebody(one.organisation, "caseworker").pk, "note": "serah terima UJI"}


def request(organisation, *, by: User | None = None) -> dict[str, int]:
    """A request to open a seal, by nobody of the matrix."""
    _report, case = make_bridged(organisation)
    by = by or somebody(organisation, "supervisor")
    return {"number": link_actions.ask_from_case(case=case, why=REASON, by=by).pk}


def granted_request(organisation, *, by: User | None = None) -> dict[str, int]:
    """The same request, granted by a custodian."""
    found = request(organisation, by=by)
    asked = LinkRequest.objects.get(pk=found["number"])
    custodian = somebody(organisation, "custodian")
    link_actions.decide(request=asked, grant=True, reason=REASON, by=custodian)
    return found


def request_of_the_supervisor(organisation):
    """A granted request made by the matrix's own supervisor, where there is one."""
    name = f"supervisor-{organisation.pk}"
    return granted_request(organisation, by=User.objects.filter(username=name).first())
