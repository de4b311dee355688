"""Preparing cases for the ministry's system, and letting them leave without the children."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from jaga import spreadsheet
from jaga.casework import codes, sharing, simfoni
from jaga.casework.provinces import PROVINCES
from jaga.words import Language, Text
from jaga_web import vault
from jaga_web.access import NATIONAL_EXPORT, require
from jaga_web.audit.actions import record
from jaga_web.cases.actions import note_read
from jaga_web.cases.models import Case, Identity
from jaga_web.national import queries
from jaga_web.national.models import SimfoniRecord
from jaga_web.national.permissions import check_pack
from jaga_web.people.models import User
from jaga_web.refusing import refuse
from jaga_web.vault import ERASED

LONGEST_NUMBER = 60
FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PACKS = {"txt": "text/plain; charset=utf-8", "csv": FORMATS["csv"]}


@dataclass(frozen=True)
class File:
    """A file that leaves: its name, its kind and its bytes."""

    name: str
    kind: str
    content: bytes


@transaction.atomic
def make_pack(*, case: Case, form: str, language: Language, by: User) -> File:
    """The paste pack of a case as text or CSV; the log says whether it names the child."""
    check_pack(by, case)
    if form not in PACKS:
        raise refuse("Pilih bentuk berkasnya.", "Choose the form of the file.")
    named = _named(case)
    made = pack_lines(case, language, named)
    if form == "txt":
        text = simfoni.as_text(made, case.number, language)
    else:
        text = spreadsheet.as_csv(_table(made, case.number, language))
    record(
        by=by,
        verb="national.pack_made",
        subject=f"case:{case.pk}",
        organisation=case.organisation_id,
        detail={"code": simfoni.VERSION, "kind": form, "named": len(named)},
    )
    return File(f"simfoni-{case.number}.{form}", PACKS[form], text.encode())


def pack_lines(
    case: Case, language: Language, identity: Mapping[str, str]
) -> list[simfoni.Line]:  # fmt: skip
    """The lines of the pack; what may be named is decided by the caller."""
    return simfoni.lines(
        queries.codes_of(case),
        on=queries.day_of(case),
        region=case.region,
        identity=identity,
        language=language,
    )


def note_pack_read(*, case: Case, by: User) -> None:
    """Log that this person read the codes of the case: once a day, as any look at a case."""
    check_pack(by, case)
    note_read(case=case, by=by)


@transaction.atomic
def write_back(*, case: Case, number: str, ticket: str, by: User) -> SimfoniRecord:
    """Keep, sealed, the numbers the ministry's systems gave the case."""
    check_pack(by, case)
    if not vault.has_key(case.key_id):
        raise refuse(
            "Kasus ini sudah dihapus. Nomornya tidak dapat disimpan lagi.",
            "This case was erased. Its number can no longer be kept.",
        )
    values = {"number": number.strip() or None, "ticket": ticket.strip() or None}
    if not any(values.values()):
        raise refuse(
            "Tuliskan nomor Simfoni atau nomor SAPA 129.",
            "Write the Simfoni number or the SAPA 129 number.",
        )
    if any(len(value or "") > LONGEST_NUMBER for value in values.values()):
        raise refuse(
            f"Nomor paling panjang {LONGEST_NUMBER} huruf. Tuliskan nomornya saja.",
            f"A number has at most {LONGEST_NUMBER} letters. Write the number alone.",
        )
    kept, _made = SimfoniRecord.objects.update_or_create(
        case=case,
        defaults={
            **values,
            "mapping_version": simfoni.VERSION,
            "by": by,
            "at": timezone.now(),
        },
    )
    record(
        by=by,
        verb="national.written_back",
        subject=f"case:{case.pk}",
        organisation=case.organisation_id,
        detail={"code": simfoni.VERSION},
    )
    return kept


@transaction.atomic
def export(*, form: str, language: Language, by: User) -> File:
    """The organisation's cases without the children, as CSV or XLSX; nothing for too few."""
    require(by, NATIONAL_EXPORT)
    if form not in FORMATS:
        raise refuse("Pilih bentuk berkasnya.", "Choose the form of the file.")
    shared = sharing.share(shared_cases(by))
    rows = _shared_table(shared, language)
    if form == "csv":
        content = spreadsheet.as_csv(rows).encode()
    else:
        content = spreadsheet.as_xlsx(
            {Text("Kasus", "Cases").say(language): rows, "Catatan": _notes(shared, language)}
        )
    record(
        by=by,
        verb="national.exported",
        subject=f"organisation:{by.organisation_id}",
        organisation=by.organisation_id,
        detail={"kind": form, "rows": len(shared.lines)},
    )
    return File(f"jaga-kasus-tanpa-identitas.{form}", FORMATS[form], content)


def shared_cases(by: User) -> list[dict[str, Any]]:
    """What `jaga.casework.sharing` may see of the cases that count in reports to others."""
    rows = queries.public(by).prefetch_related("coded_set")
    return [_facts(case) for case in rows]


def _facts(case: Case) -> dict[str, Any]:
    coded = [(one.list, one.code) for one in case.coded_set.all()]
    return {
        "opened": sharing.month(timezone.localtime(case.opened_at)),
        "province": case.region,
        "age_band": case.age_band,
        "sex": case.sex,
        "manifestation": sharing.one_code(c for name, c in coded if name == "manifestation"),
        "form": sharing.one_code(c for name, c in coded if name == "form"),
        "source": case.source,
        "risk": case.risk,
        "status": case.status,
        "verified": case.verified,
        "closing": case.closing_code,
    }


def _named(case: Case) -> dict[str, str]:
    """What the pack may say of who the child is, opened only now."""
    allowed = queries.nameable(case)
    identity = Identity.objects.filter(case=case).first() if allowed else None
    values = {field: getattr(identity, field, None) or "" for field in allowed}
    return {field: value for field, value in values.items() if value and value != ERASED}


def _table(made: list[simfoni.Line], number: str, language: Language) -> spreadsheet.Rows:
    head = [
        Text("Isian", "Field"), Text("Nilai", "Value"), Text("Catatan", "Note"),
        Text("Tanda", "Mark"),
    ]  # fmt: skip
    return [
        ["Simfoni PPA", number, simfoni.VERSION, ""],
        [simfoni.CHECK.say(language), "", "", ""],
        [words.say(language) for words in head],
        *[[one.title, one.value, one.note, one.mark] for one in made],
    ]


def _shared_table(shared: sharing.Shared, language: Language) -> spreadsheet.Rows:
    head = [column.title.say(language) for column in sharing.COLUMNS]
    count = Text("Kasus (dibulatkan ke 5)", "Cases (rounded to 5)")
    rows: list[list[spreadsheet.Cell]] = [[*head, count.say(language)]]
    for line, number in shared.lines:
        rows.append([*map(_spoken, sharing.NAMES, line), number])
    return rows


def _spoken(column: str, value: str) -> str:
    """A province by its name; every other code as it is, for whoever works with the file."""
    return PROVINCES.get(value, value) if column == "province" else value


def _notes(shared: sharing.Shared, language: Language) -> spreadsheet.Rows:
    coarse = ", ".join(name for name, steps in shared.coarse.items() if steps) or "-"
    lines = [
        Text(
            "Setiap baris mewakili sekurangnya lima kasus yang sama dalam semua kolom.",
            "Each line stands for at least five cases that are alike in all columns.",
        ),
        Text(
            "Hanya kasus yang anaknya setuju dihitung dalam laporan tanpa nama.",
            "Only cases whose child agreed to be counted in reports without a name.",
        ),
        Text("Kolom yang dikasarkan: {names}.", "Columns made coarser: {names}."),
        Text("Ada kasus yang tidak dimuat: {left}.", "Some cases are left out: {left}."),
        Text("* berarti semua nilai; unknown berarti belum diketahui; several berarti beberapa.",
             "* stands for all values; unknown for not known; several for more than one."),
    ]  # fmt: skip
    left = Text("ya", "yes") if shared.left_out else Text("tidak", "no")
    return [[one.filled(names=coarse, left=left.say(language)).say(language)] for one in lines] + [
        [f"{name}: {title.say(language)}"] for name, title in codes.lists().items()
    ]
