"""Twelve invented cases at different steps, for the demonstration and for tests.

No such child exists: every name carries the mark UJI, every sentence says that it is invented.
Traps for matching and lists are planted on purpose: twins, one name in two villages, mononyms, an
unknown birth date, an alleged perpetrator in the household, an early end, a reopened case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from jaga_web.alerts.queries import today
from jaga_web.cases import actions, answers, entry_actions, step_actions, work_actions
from jaga_web.cases.models import Approval, Case
from jaga_web.people.models import User

INVENTED = "Catatan rekaan untuk peragaan; tidak ada anak seperti ini."
ORDER = ("identification", "assessment", "plan", "implementation", "follow_up", "closure", "closed")


@dataclass(frozen=True)
class Invented:
    """One invented case: who, what is coded, and how far it has come."""

    name: str
    village: str
    born: str
    age_band: str
    sex: str
    region: str
    risk: str
    until: str
    source: str = "direct"
    manifestation: str = "online"
    in_household: str = "no"
    end: str = "goals_reached"
    reopened: bool = False


CASES: tuple[Invented, ...] = (
    Invented("Melur UJI", "Rekaan Utara", "2011-03-04", "12-14", "f", "32", "high", "plan"),
    # Twins: one birth date, one village, two children.
    Invented("Bayu Kembar UJI", "Rekaan", "2013-07-07", "12-14", "m", "33", "medium", "follow_up"),
    Invented("Bima Kembar UJI", "Rekaan", "2013-07-07", "12-14", "m", "33", "medium", "assessment"),
    # One name in two villages.
    Invented("Sekar Ayu UJI", "Contoh Lor", "2009", "15-17", "f", "34", "low", "closed"),
    Invented("Sekar Ayu UJI", "Contoh Kidul", "2009", "15-17", "f", "35", "high", "implementation"),
    Invented("Teratai UJI", "Karangrekaan", "", "6-11", "f", "51", "high", "implementation",
             in_household="yes", manifestation="none_of_these"),
    Invented("Putu Rekaan UJI", "Contoh", "2010-11", "15-17", "m", "51", "medium", "closure"),
    Invented("Yosep UJI", "Rekaan", "2012-01-30", "12-14", "m", "94", "medium", "identification",
             source="referral"),
    Invented("", "", "", "15-17", "unknown", "", "high", "identification"),
    Invented("Anggrek UJI", "Contoh", "2015", "6-11", "f", "73", "low", "follow_up",
             manifestation="early_forced_marriage"),
    Invented("Wijaya UJI", "Rekaan", "2008-12-01", "15-17", "m", "31", "low", "closed",
             end="child_wishes"),
    Invented("Cempaka UJI", "Contoh", "2011", "12-14", "f", "64", "medium", "closed",
             reopened=True, manifestation="travel_tourism"),
)  # fmt: skip


def seed(
    *, caseworkers: Sequence[User], supervisor: User, counsellor: User | None = None
) -> list[Case]:
    """Make every invented case; owners take turns. Each act is done by whoever may do it."""
    return [
        make(row, owner=caseworkers[number % len(caseworkers)], supervisor=supervisor,
             counsellor=counsellor)
        for number, row in enumerate(CASES)
    ]  # fmt: skip


def make(row: Invented, *, owner: User, supervisor: User, counsellor: User | None = None) -> Case:
    """One case, carried as far as its row says."""
    case = actions.open_case(
        organisation=owner.organisation,
        source=row.source,
        by=owner,
        age_band=row.age_band,
        sex=row.sex,
        region=row.region,
        codes={"manifestation": [row.manifestation]},
    )
    way = ORDER.index(row.until)
    register(case, row, owner)
    for number, walk in enumerate(WALKS):
        if number < way:
            walk(case, row, owner, supervisor, counsellor)
            case.refresh_from_db()
    if row.reopened:
        step_actions.move(
            case=case, after="assessment", reason=INVENTED, reason_code="asked", by=supervisor
        )
    case.refresh_from_db()
    return case


def answer(case: Case, section: str, by: User, **values: str) -> None:
    """Answer questions of a section as they stand now."""
    drawn = {name: one.version for name, one in answers.current(case, section).items()}
    entry_actions.save_section(case=case, section=section, values=values, drawn=drawn, by=by)


def register(case: Case, row: Invented, owner: User) -> None:
    """Registration, safe contact, identity and risk."""
    who = {"name": row.name, "village": row.village, "birth_date": row.born}
    answer(case, "identity", owner, **(who if row.name else {"unknown_because": "anonymous"}))
    answer(
        case, "registration", owner,
        age_band=row.age_band, sex=row.sex, safe_now="yes", manifestation=row.manifestation,
        in_household=row.in_household, consent_services="agrees", consent_reporting="yes",
        kbgo="yes" if row.manifestation == "online" else "no", form="exploitation",
        place="online" if row.manifestation == "online" else "other", relation="unknown",
    )  # fmt: skip
    answer(
        case, "safe_contact", owner,
        contact_manner="phone", contact_when="Hari sekolah, pukul 13 sampai 14 (rekaan).",
        contact_as="Kak Rekaan",
    )  # fmt: skip
    work_actions.judge_risk(case=case, values={"level": row.risk, "reason": INVENTED}, by=owner)


def _assess(case: Case, row: Invented, owner: User, _boss: User, _helper: User | None) -> None:
    step_actions.move(case=case, after="assessment", by=owner)


def _plan(case: Case, row: Invented, owner: User, _boss: User, helper: User | None) -> None:
    answer(
        case, "assessment", owner,
        safety_need="some", health_need="none", psychosocial_need="some", education_need="some",
        family_need="some", basic_need="none", legal_need="some", digital_need="some",
        assessment_summary=INVENTED,
    )  # fmt: skip
    answer(
        case, "wishes", owner,
        help_wanted="safety talk", help_words="Ingin sekolah lagi (rekaan).", told_how="spoken",
    )  # fmt: skip
    answer(case, "disability", owner, disability_need="none")
    if row.manifestation == "online":
        answer(
            case, "kbgo", owner,
            platform="messaging", modus="extortion_money", threat_now="no", money_demanded="yes",
            means="e_wallet",
        )  # fmt: skip
    step_actions.move(case=case, after="plan", by=owner)
    goal = work_actions.add_goal(
        case=case, values={"area": "education", "words": "Kembali ke sekolah (rekaan)."}, by=owner
    )
    for code, person in (("psychosocial", helper or owner), ("legal", owner)):
        work_actions.add_service(
            case=case,
            values={
                "code": code,
                "goal": str(goal.pk),
                "person": str(person.pk),
                "due_on": (today() + timedelta(days=14)).isoformat(),
            },
            by=owner,
        )


def _start(case: Case, row: Invented, owner: User, boss: User, _helper: User | None) -> None:
    asked = step_actions.ask_plan(case=case, by=owner)
    step_actions.decide(approval=asked, answer=Approval.APPROVED, note="", by=boss)
    step_actions.move(case=case, after="implementation", by=owner)


def _follow(case: Case, row: Invented, owner: User, _boss: User, _helper: User | None) -> None:
    for service in case.service_set.all():
        work_actions.end_service(service=service, values={"state": "under_way"}, by=owner)
    step_actions.move(case=case, after="follow_up", by=owner)
    work_actions.follow_up(
        case=case,
        values={
            "held_on": today().isoformat(),
            "manner": "phone",
            "outcome": "better",
            "helped": "helped",
            "child_view": "Senang kembali belajar (rekaan).",
            "next_review_on": (today() + timedelta(days=30)).isoformat(),
        },
        by=owner,
    )


def _ask_closure(case: Case, row: Invented, owner: User, _boss: User, _h: User | None) -> None:
    for service in case.service_set.all():
        work_actions.end_service(service=service, values={"state": "done"}, by=owner)
    answer(
        case, "closing", owner,
        closing_safe="yes", closing_goals="all", closing_told="yes", closing_helped="helped",
    )  # fmt: skip
    step_actions.ask_closure(case=case, reason_code=row.end, words=INVENTED, by=owner)


def _close(case: Case, row: Invented, _owner: User, boss: User, _helper: User | None) -> None:
    asked = case.approval_set.get(what=Approval.CLOSURE, state=Approval.ASKED)
    step_actions.decide(approval=asked, answer=Approval.APPROVED, note="", by=boss)


WALKS = (_assess, _plan, _start, _follow, _ask_closure, _close)
