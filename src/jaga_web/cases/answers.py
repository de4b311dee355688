"""The current answer of each question, read from the versions that were kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jaga.casework import forms
from jaga.casework.forms import Question
from jaga_web.cases.models import Case, Entry, Identity
from jaga_web.people.models import User


@dataclass(frozen=True)
class Answer:
    """What a question was last answered with; version 0 is what the case was opened with."""

    value: str
    version: int = 0
    by: User | None = None
    at: datetime | None = None


NOTHING = Answer("")


def newest(case: Case, section: str | None = None) -> dict[str, Answer]:
    """The newest version of every answer, of one section or of all but the identity."""
    rows = Entry.objects.filter(case=case).select_related("by").order_by("version")
    rows = rows.filter(section=section) if section else rows.exclude(section="identity")
    return {row.name: Answer(row.value or "", row.version, row.by, row.at) for row in rows}


def current(case: Case, section: str) -> dict[str, Answer]:
    """An answer, maybe an empty one, for each question of a section of kind `entries`."""
    kept = newest(case, section)
    return {
        asked.name: kept.get(asked.name) or Answer(opened_with(case, asked))
        for asked in forms.questions(section)
    }


def values(case: Case, sections: Iterable[str]) -> dict[str, dict[str, str]]:
    """The current values of several sections, with one read of the versions."""
    kept = newest(case)
    return {
        section: {
            asked.name: (kept.get(asked.name) or Answer(opened_with(case, asked))).value
            for asked in forms.questions(section)
        }
        for section in sections
    }


def at_version(case: Case, name: str, version: int) -> str:
    """What a question was answered with in one version; empty where the case began without."""
    row = Entry.objects.filter(case=case, name=name, version=version).first()
    return (row.value or "") if row else ""


def opened_with(case: Case, asked: Question) -> str:
    """What is known of a mirrored answer before anybody answered it; "unknown" is no answer."""
    if asked.mirror == "case":
        value = getattr(case, asked.name)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return "" if value in (None, "unknown") else str(value)
    if asked.mirror == "codes":
        rows = case.coded_set.filter(list=asked.choices)
        return " ".join(sorted(row.code for row in rows))
    if asked.mirror == "identity":
        found = Identity.objects.filter(case=case).first()
        return str(getattr(found, asked.name)) if found else ""
    return ""
