"""What came in, for the demonstration: reports, complaints, news and activities, all invented.

Nobody wrote these words. They say what help is wanted and tell of no event.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from jaga.casework import activities
from jaga.casework.provinces import PROVINCES
from jaga.errors import Refused
from jaga.words import Text
from jaga_web.channel import reporter_actions
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
from jaga_web.intake.models import MonitoringEntry
from jaga_web.people.models import User

REASON = "Alasan rekaan untuk peragaan, tanpa orang sungguhan."
RULES = {"when": "sore sesudah sekolah (rekaan)", "must_not_know": "orang di rumah (rekaan)"}


@dataclass(frozen=True)
class Invented:
    """One invented report through the page: what is said, how long ago, and what follows."""

    hours: int
    safe_now: str
    age_band: str
    words: str
    help_wanted: list[str]
    path: str = "me"
    rules: Mapping[str, str] = field(default_factory=dict)
    agrees: bool = False


REPORTS = (
    Invented(2, "no", "12-14", "UJI: aku butuh teman bicara, boleh?", ["listen", "safe_place"],
             rules=RULES),
    Invented(5, "unsure", "15-17", "UJI: akunku dipakai orang lain.", ["stop", "remove"],
             agrees=True, rules=RULES),
    Invented(9, "yes", "15-17", "UJI: temanku sering takut membuka HP.", ["listen"], path="friend"),
    # Nobody answered within a day: the clock is late, and stays late.
    Invented(31, "yes", "6-11", "UJI: aku mau tahu hakku.", ["law", "unsure"]),
    Invented(50, "unsure", "unknown", "", ["needs"]),
)  # fmt: skip
NEWS = (
    ("2026-11-02", "Koran Contoh", "ruling", "online", "52", False),
    ("2026-11-03", "Radio Rekaan", "ruling", "online", "52", True),
    ("2026-11-11", "Portal UJI", "policy", "other", "", False),
    ("2026-11-20", "Koran Contoh", "identity_told", "sexual_violence", "73", False),
)
GROUPS = (
    ("psychosocial_group", "2026-09-07", "school", "53", {"f_6_11": "14", "m_6_11": "11"}),
    ("disaster_support", "2026-10-02", "evacuation", "52", {"f_0_5": "9", "m_0_5": "12"}),
    ("prevention", "2026-10-19", "online", "31", {"f_15_17": "41", "m_15_17": "2"}),
    ("parents", "2026-11-05", "community", "35", {"f_18": "23", "m_18": "6"}),
)
COMPLAINTS = (
    ("phone", "police", ["blamed", "no_companion"], ["another_officer", "apology"]),
    ("walk_in", "civil_registry", ["papers_required"], ["service"]),
)


@transaction.atomic
def seed(people: Mapping[str, User]) -> None:
    """Fill the inbox, one bridge and the records; refused outside a demonstration, made once.

    `people` are the demonstration's staff by user name.
    """
    if not settings.JAGA_DEMO:
        raise Refused(
            Text(
                "Data rekaan hanya untuk mode peraga.",
                "Invented data is for the demonstration only.",
            )
        )
    if MonitoringEntry.objects.exists():
        return
    officer = people["penerimaan"]
    for number, row in enumerate(REPORTS):
        _arrive(row, number, officer)
    _other_doors(officer)
    _bridge(officer, people["penyelia"], people["penjaga"])
    _records(officer, people["konselor"])


def _arrive(row: Invented, number: int, officer: User) -> None:
    told = Told(
        path=row.path,
        safe_now=row.safe_now,
        age_band=row.age_band,
        help_wanted=row.help_wanted,
        words=row.words,
        safe_contact=row.rules,
    )
    made = reporter_actions.arrive(
        told=told, organisation=officer.organisation, form=f"peraga-{number}"
    )
    if made is None:
        return
    report = made[0]
    reporter_actions.confirm(report=report)
    when = timezone.now() - timedelta(hours=row.hours)
    Report.objects.filter(pk=report.pk).update(received_at=when, last_activity_at=when)
    if row.agrees:
        reporter_actions.agree(report=report, to=True)


def _other_doors(officer: User) -> None:
    by_phone = report_actions.take_in(
        door="phone",
        told=Told("me", "yes", age_band="12-14", help_wanted=["school"], safe_contact=RULES,
                  words="UJI: ingin kembali belajar."),
        read_aloud=True,
        by=officer,
    )  # fmt: skip
    report_actions.answer(
        report=by_phone, body="Terima kasih sudah menelepon. Kami mencari jalannya.", by=officer
    )
    report_actions.take_in_referral(
        told=Told("me", "unsure", age_band="15-17", help_wanted=["safe_place"]),
        values={
            "sender": "Saluran Bantuan Rekaan", "sender_kind": "hotline", "country": "MY",
            "child_knows": "yes", "reference": "RUJ-UJI-1",
        },
        by=officer,
    )  # fmt: skip


def _bridge(officer: User, supervisor: User, custodian: User) -> None:
    """One call became a case; its seal was opened once, and once more somebody asks."""
    report = report_actions.take_in(
        door="whatsapp",
        told=Told("me", "unsure", age_band="12-14", help_wanted=["listen", "health"],
                  words="UJI: tolong carikan pendamping.", safe_contact=RULES),
        read_aloud=True,
        by=officer,
    )  # fmt: skip
    bridge_actions.note_agreement(report=report, how=REASON, by=officer)
    case = bridge_actions.bridge(report=report, ground="child", reason="", by=officer)
    reporter_actions.say(report=report, body="UJI: terima kasih, aku tunggu kabarnya.")
    asked = link_actions.ask_from_case(case=case, why=REASON, by=supervisor)
    link_actions.decide(request=asked, grant=True, reason=REASON, by=custodian)
    link_actions.look(request=asked, by=supervisor)
    link_actions.ask_from_case(case=case, why=REASON, by=supervisor)


def _records(officer: User, counsellor: User) -> None:
    first: MonitoringEntry | None = None
    for day, outlet, title, kind, place, same in NEWS:
        values = {
            "published_on": day, "outlet": outlet, "title_code": title, "kind": kind,
            "place": place, "source": "https://berita.contoh.invalid/rekaan",
        }  # fmt: skip
        number = monitoring_actions.note(
            values=values, same_event=first if same else None, by=officer
        )
        first = first or MonitoringEntry.objects.get(pk=number)
    for kind, day, setting, province, counts in GROUPS:
        row = {"kind": kind, "starts_on": day, "setting": setting, "province": province,
               "partner": "Mitra Contoh", "sessions": "2", **counts}  # fmt: skip
        activity_actions.add(facts=activities.facts_from(row, PROVINCES), by=counsellor)
    for door, service, treatments, remedies in COMPLAINTS:
        complaint = complaint_actions.take_in(
            values={"door": door, "service": service, "words": REASON},
            treatments=treatments,
            remedies=remedies,
            by=officer,
        )
    complaint_actions.move(complaint=complaint, target="checked", reason=REASON, by=officer)
