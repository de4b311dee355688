"""The forms of a case as data: questions, choices and sections, after the manner of XLSForm.

`questions.csv` has one row per question: its section, name, type, list of choices, whether the
step's evidence asks for it (`needed`), whether the child may pass it over (`skip`), whether the
answer is sensitive, and why it is asked. `mirror` says where a code is also kept: `case` (a column
of the case), `codes` (one row per code), `count` (the same under the question's own name, for
counting) or nothing. Field shapes follow the inter-agency forms, the words are our own. No
question asks what happened; only what is needed now.

`choices.csv` holds our lists; lists named in `jaga.casework.codes` and the services come from
there. Sections of kind `entries` keep every version of every answer; an `event` is one record.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from jaga.casework import codes, services
from jaga.casework.provinces import PROVINCES
from jaga.errors import BadInput
from jaga.words import Text

Type = Literal["text", "date", "partial_date", "select_one", "select_multiple"]
Kind = Literal["identity", "entries", "event"]
Mirror = Literal["", "case", "codes", "count", "identity"]
Choice = tuple[str, Text]

# The child did not want to answer: an answer too, and it counts as one.
SKIPPED = "skipped"
LONGEST = 1000
# Lists whose choices belong to one case or one organisation; the web fills them in.
OPEN_LISTS = frozenset({"goal", "person"})


@dataclass(frozen=True)
class Question:
    """One question of a section."""

    section: str
    name: str
    type: Type
    choices: str
    needed: bool
    skip: bool
    sensitive: bool
    mirror: Mirror
    label: Text
    why: Text

    @property
    def klass(self) -> str:
        """How the answer is classified: free text is sealed as identity, codes are content."""
        return "case content" if self.type.startswith("select") else "identity"


@dataclass(frozen=True)
class Section:
    """One section of a case, with the step it belongs to."""

    id: str
    kind: Kind
    step: str
    title: Text
    note: Text


def _section(
    id_: str, kind: Kind, step: str, title: tuple[str, str], note: tuple[str, str]
) -> Section:
    return Section(id_, kind, step, Text(*title), Text(*note))


SECTIONS: dict[str, Section] = {
    one.id: one
    for one in (
        _section(
            "identity", "identity", "identification",
            ("Identitas anak", "Who the child is"),
            ("Tersimpan terpisah dan tersegel.", "Kept apart and sealed."),
        ),
        _section(
            "registration", "entries", "identification",
            ("Registrasi", "Registration"),
            ("Kode saja, tanpa cerita.", "Codes only, no story."),
        ),
        _section(
            "safe_contact", "entries", "identification",
            ("Kontak aman", "Safe contact"),
            ("Dibaca sebelum setiap panggilan.", "Read before every call."),
        ),
        _section(
            "risk", "event", "identification",
            ("Penilaian risiko", "Judging the risk"),
            ("Boleh diperbarui kapan saja.", "May be renewed at any time."),
        ),
        _section(
            "wishes", "entries", "assessment",
            ("Keinginan anak", "What the child wants"),
            ("Dengan kata anak sendiri.", "In the child's own words."),
        ),
        _section(
            "disability", "entries", "assessment",
            ("Akomodasi disabilitas", "Disability accommodation"),
            ("Supaya setiap layanan dapat diikuti.", "So that every service can be used."),
        ),
        _section(
            "assessment", "entries", "assessment",
            ("Asesmen", "Assessment"),
            ("Kebutuhan sekarang, bukan kejadiannya.", "Needs now, not what happened."),
        ),
        _section(
            "kbgo", "entries", "assessment",
            ("Keamanan digital (KBGO)", "Digital safety"),
            ("Isi bila ada unsur daring.", "Fill in where there is an online part."),
        ),
        _section(
            "plan_talk", "entries", "plan",
            ("Pembicaraan tentang rencana", "Talking about the plan"),
            ("Siapa ikut dan apa hambatannya.", "Who takes part and what is in the way."),
        ),
        _section(
            "goal", "event", "plan",
            ("Tujuan", "Goal"),
            ("Apa yang ingin dicapai bersama anak.", "What to reach together with the child."),
        ),
        _section(
            "service", "event", "plan",
            ("Layanan", "Service"),
            ("Apa, oleh siapa, kapan.", "What, by whom, by when."),
        ),
        _section(
            "goal_end", "event", "implementation",
            ("Keadaan tujuan", "State of the goal"),
            ("Diputuskan bersama anak.", "Decided together with the child."),
        ),
        _section(
            "service_end", "event", "implementation",
            ("Keadaan layanan", "State of the service"),
            ("Jelaskan bila tidak diberikan.", "Explain when it was not given."),
        ),
        _section(
            "follow_up", "event", "follow_up",
            ("Tindak lanjut", "Follow-up"),
            ("Apakah anak aman dan layanan diterima.", "Is the child safe, do services arrive."),
        ),
        _section(
            "conference", "event", "follow_up",
            ("Pembahasan kasus", "Case conference"),
            ("Peserta menurut peran; suara anak dicatat.", "By role; the child's voice counts."),
        ),
        _section(
            "closing", "entries", "closure",
            ("Menjelang penutupan", "Before the closure"),
            ("Dibicarakan dengan anak.", "Talked over with the child."),
        ),
    )
}  # fmt: skip


@cache
def questions(section: str) -> tuple[Question, ...]:
    """The questions of a section, in their order."""
    return tuple(
        Question(
            row["section"], row["name"], cast(Type, row["type"]), row["choices"],
            row["needed"] == "yes", row["skip"] == "yes", row["sensitive"] == "yes",
            cast(Mirror, row["mirror"]), Text(row["id"], row["en"]),
            Text(row["why_id"], row["why_en"]),
        )
        for row in _rows("questions.csv")
        if row["section"] == section
    )  # fmt: skip


def question(section: str, name: str) -> Question:
    """One question. KeyError for an unknown one: names come from our own pages."""
    return {one.name: one for one in questions(section)}[name]


@cache
def choices(name: str) -> dict[str, Text]:
    """The choices of a list, in the order they are shown; empty for lists of `OPEN_LISTS`."""
    if name == "region":
        return {code: Text(title, title) for code, title in PROVINCES.items()}
    if name == "service":
        return {kind.code: kind.title for kind in services.SERVICES.values()}
    own = {r["code"]: Text(r["id"], r["en"]) for r in _rows("choices.csv") if r["list"] == name}
    return own or ({} if name in OPEN_LISTS else dict(codes.choices(name)))


def words(name: str, code: str) -> Text:
    """A code in words; what is not in the list stands for itself."""
    if code == SKIPPED:
        return Text("Dilewati: anak tidak ingin menjawab", "Passed over: the child did not answer")
    return choices(name).get(code) or Text(code, code)


def check(asked: Question, value: str, open_choices: Mapping[str, object] | None = None) -> str:
    """The answer as it is kept ("" for none): codes parted by blanks, days as ISO dates.

    BadInput, with a sentence that names the question, when it is no answer to it.
    """
    value = value.strip()
    if not value:
        return ""
    if value == SKIPPED and asked.skip:
        return value
    if asked.type.startswith("select"):
        return _chosen(asked, value.split(), open_choices)
    if asked.type == "text":
        if len(value) > LONGEST:
            raise _wrong(
                asked, f"paling banyak {LONGEST} huruf", f"at most {LONGEST} letters"
            )  # fmt: skip
        return value
    return _day(asked, value)


def _chosen(asked: Question, given: list[str], open_choices: Mapping[str, object] | None) -> str:
    known = open_choices if asked.choices in OPEN_LISTS else choices(asked.choices)
    if not set(given) <= set(known or {}) or (asked.type == "select_one" and len(given) > 1):
        raise _wrong(asked, "pilih dari daftarnya", "choose from its list")
    return " ".join(code for code in known or {} if code in given)


def _day(asked: Question, value: str) -> str:
    """A whole date; of a `partial_date` also year and month, or the year alone."""
    partial = asked.type == "partial_date"
    try:
        if partial and re.fullmatch(r"\d{4}(-\d{2})?", value):
            date.fromisoformat(f"{value}-01-01"[:10] if len(value) == 4 else f"{value}-01")
            return value
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise _wrong(
            asked,
            "tulis tahun-bulan-tanggal, atau tahunnya saja" if partial else "pilih tanggalnya",
            "write year-month-day, or the year alone" if partial else "choose the date",
        ) from None


def answered(section: str, given: Mapping[str, str]) -> bool:
    """Whether every needed question has an answer, or was passed over where that is allowed."""
    return all(given.get(one.name) for one in questions(section) if one.needed)


def _wrong(asked: Question, indonesian: str, english: str) -> BadInput:
    return BadInput(Text(f"{asked.label.id}: {indonesian}.", f"{asked.label.en}: {english}."))


@cache
def _rows(name: str) -> list[dict[str, str]]:
    text = (files("jaga.casework.forms") / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
