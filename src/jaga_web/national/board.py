"""The board: every figure with its definition, and every figure through the door."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from jaga.casework import codes, measures, milestones, referral, sums
from jaga.casework.forms import choices
from jaga.evidence.disclosure import ProtectedTable
from jaga.words import Language, Text
from jaga_web.access import NATIONAL_EXPORT
from jaga_web.cases.models import Case
from jaga_web.national import counting, queries
from jaga_web.national.counting import CHECKED, ONE, SEXES
from jaga_web.people.models import User

SENT_STATES = tuple(state for state in referral.STATES if state != referral.DRAFT)
RESTITUTION = tuple(
    dict.fromkeys(row.after for row in milestones.ROWS if row.kind == "restitution")
)
DOORS: dict[str, Text] = {
    "lapor": Text("Halaman lapor", "Report page"),
    "phone": Text("Telepon", "Telephone"),
    "whatsapp": Text("WhatsApp", "WhatsApp"),
    "walk_in": Text("Datang sendiri", "Came in person"),
    "letter": Text("Surat", "Letter"),
}
SOURCES = ("alert", "report", "direct", "referral")
WORDS: dict[str, Text] = {
    ONE: Text("Jumlah", "Count"),
    "verified": Text("Terverifikasi", "Verified"),
    "unverified": Text("Belum terverifikasi", "Not verified"),
    "unknown": Text("Belum diketahui", "Not known"),
    "alert": Text("Peringatan", "Alert"),
    "report": Text("Laporan", "Report"),
    "direct": Text("Datang langsung", "Came in person"),
    "referral": Text("Rujukan lembaga lain", "Referral"),
    "high": Text("Tinggi", "High"),
    "medium": Text("Sedang", "Medium"),
    "low": Text("Rendah", "Low"),
    counting.IN_TIME: Text("Tepat waktu", "In time"),
    counting.LATE: Text("Terlambat", "Late"),
    counting.OVERDUE: Text("Lewat tenggat, belum", "Overdue, not done"),
    "approved": Text("Disahkan", "Approved"),
    "not_approved": Text("Belum disahkan", "Not approved"),
    "fell": Text("Turun", "Fell"),
    "stayed": Text("Tetap", "Stayed"),
    "rose": Text("Naik", "Rose"),
}
BANDS = {
    "report_to_case": measures.REPORT_TO_CASE,
    "first_contact": measures.FIRST_CONTACT,
    "first_service": measures.FIRST_SERVICE,
    "open_to_close": measures.OPEN_TO_CLOSE,
    "caseload": measures.CASELOAD,
}


# Measures of a question's answers, with the list of its choices.
ANSWERS = {"reporting_delay": "incident_ago", "safety_plan": "yes_no", "feedback": "helped"}
SUMS: dict[str, tuple[str, ...]] = {
    "assessed": ("assessed",),
    "granted": ("granted",),
    # Each part that was paid is a row of its own.
    "paid": ("paid_part", "paid"),
}
FEW_STAFF = Text(
    "Ditahan: kurang dari lima orang memegang kasus, atau tidak ada yang membaginya.",
    "Withheld: fewer than five people hold cases, or nobody assigns them.",
)


@dataclass(frozen=True)
class Line:
    """One number that is no count: None where it is withheld, for the reason `withheld`."""

    title: Text
    amount: int | None
    withheld: Text


@dataclass(frozen=True)
class Figure:
    """One measure and its tables. `share` is a percentage made of protected counts; `lines` are
    numbers that passed a door of their own."""

    measure: measures.Measure
    tables: tuple[ProtectedTable, ...]
    share: int | None = None
    lines: tuple[Line, ...] = ()


def counts(user: User) -> list[Figure]:
    """The four counts that never add up; cases also split by whether they were checked."""
    rows = queries.public(user)
    return [
        _figure("reports", counting.single("reports", counting.reports(user).count())),
        _figure("cases", _checked("cases", rows, QuerySet.count)),
        _figure("children", _checked("children", rows, queries.children_of)),
        _figure("forms", _checked("forms", rows, counting.forms)),
    ]


def about_children(user: User) -> list[Figure]:
    """What may be told to others: only cases whose child agreed to be counted."""
    rows = queries.public(user)
    bands, kinds = list(codes.concepts("age_band")), list(codes.concepts("manifestation"))
    return [
        _figure(
            "by_age_and_sex",
            *counting.crossed("by_age_and_sex", rows, ("age_band", "sex"), (bands, SEXES)),
        ),
        _figure(
            "by_manifestation_and_age",
            *counting.codes_by("by_manifestation_and_age", rows, "manifestation", kinds, bands),
        ),
        _figure("by_region_and_sex", *counting.by_island("by_region_and_sex", rows)),
        _figure("by_source", counting.by_check("by_source", rows, "source", SOURCES)),
    ]


def about_work(user: User) -> list[Figure]:
    """What whoever leads the work needs: of all cases, protected all the same."""
    if not user.may(NATIONAL_EXPORT):
        return []
    rows = queries.counted(user)
    police, plans = counting.police_report(user, rows), counting.plans(rows)
    safety, feedback = counting.safety_plan(rows), counting.feedback(rows, list(choices("helped")))
    open_ = rows.filter(status=Case.OPEN)
    return [
        _figure("contacts_by_door", counting.contacts_by_door(user, list(DOORS))),
        _figure("report_to_case", counting.report_to_case(user)),
        _figure("reporting_delay", counting.reporting_delay(rows, list(choices("incident_ago")))),
        _figure("first_contact", counting.first_contact(user, rows)),
        _figure("first_service", counting.first_service(rows)),
        _figure("police_report", police, share=_share(police)),
        _figure(
            "referrals",
            counting.referrals(rows, SENT_STATES),
            counting.rejections(rows, list(referral.REJECTIONS)),
        ),
        _figure("plans_approved", plans, share=_share(plans)),
        _figure("safety_plan", safety, share=_share(safety)),
        _figure("risk", counting.by_check("risk", open_, "risk", counting.RISKS)),
        _figure("risk_change", counting.risk_change(rows)),
        _figure("open_to_close", counting.open_to_close(rows)),
        _figure("closing", counting.closing(rows, [*choices("closing_reason"), "unknown"])),
        _figure("caseload", counting.caseload(rows)),
        _supervisors(user, rows),
        _figure("restitution", counting.restitution(rows, RESTITUTION)),
        _sums(rows),
        _figure("follow_up", counting.follow_up(rows, list(choices("outcome")))),
        _figure("feedback", feedback, share=_share(feedback)),
    ]


def _sums(rows: QuerySet[Case]) -> Figure:
    lines = (
        Line(milestones.STATES[name], counting.restitution_sum(rows, states), sums.WITHHELD)
        for name, states in SUMS.items()
    )
    return Figure(measures.MEASURES["restitution_sums"], (), lines=tuple(lines))


def _supervisors(user: User, rows: QuerySet[Case]) -> Figure:
    measure = measures.MEASURES["supervisor_ratio"]
    ratio = counting.supervisor_ratio(user, rows)
    return Figure(measure, (), lines=(Line(measure.unit, ratio, FEW_STAFF),))


def words(measure: str, code: str, language: Language) -> str:
    """The words of a row or a column of a measure's table."""
    band = next((one for one in BANDS.get(measure, ()) if one.id == code), None)
    if band:
        return band.title.say(language)
    own = _named(measure).get(code) or WORDS.get(code)
    return own.say(language) if own else code


def split_words(table: ProtectedTable, language: Language) -> str:
    """What sets one of several tables of a measure apart; empty where there is one."""
    part = table.id.partition(".")[2]
    known = {**WORDS, "rejected": Text("Alasan penolakan", "Reasons of rejection")}
    return known[part].say(language) if part in known else ""


def _named(measure: str) -> dict[str, Text]:
    """The words of the codes that a measure is about."""
    lists: dict[str, Sequence[str]] = {
        "by_age_and_sex": ("age_band", "sex"),
        "by_manifestation_and_age": ("manifestation", "age_band"),
        "by_region_and_sex": ("sex",),
    }
    found = {code: each.title for name in lists.get(measure, ()) for code, each in _concepts(name)}
    if measure == "by_region_and_sex":
        found |= measures.ISLANDS
    if measure == "contacts_by_door":
        found |= DOORS
    if measure == "restitution":
        found |= milestones.STATES
    if measure == "referrals":
        found |= {**referral.STATES, **referral.REJECTIONS}
    if measure in ANSWERS:
        found |= choices(ANSWERS[measure])
    if measure == "closing":
        found |= choices("closing_reason")
    if measure == "follow_up":
        found |= choices("outcome")
    return found


def _concepts(name: str) -> list[tuple[str, codes.Code]]:
    return list(codes.concepts(name).items())


def _checked(
    id_: str, rows: QuerySet[Case], count: Callable[[QuerySet[Case]], int]
) -> ProtectedTable:  # fmt: skip
    pairs = [(ONE, check) for check in CHECKED for _n in range(count(rows.filter(verified=check)))]
    return counting.table(id_, pairs, [ONE], CHECKED)


def _figure(measure: str, *tables: ProtectedTable, share: int | None = None) -> Figure:
    return Figure(measures.MEASURES[measure], tables, share)


def _share(table: ProtectedTable) -> int | None:
    """The first column's share of its row; None where any cell of the row is withheld."""
    cells = table.cells[0]
    if None in cells:
        return None
    return measures.share_of(cells[0], table.row_totals[0])
