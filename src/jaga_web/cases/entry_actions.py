"""Writing answers: every version is kept, and two people's changes of one answer both surface."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from jaga.casework import forms
from jaga.casework.forms import Question
from jaga_web.alerts.queries import today
from jaga_web.cases import answers
from jaga_web.cases.acting import locked, must_be_open, one_of, reasoned, trace
from jaga_web.cases.answers import Answer
from jaga_web.cases.models import Case, Coded, Entry, Identity, Look
from jaga_web.cases.permissions import check_identity, check_write
from jaga_web.people.models import User
from jaga_web.sealing import fingerprint

YES_NO = {"yes": True, "no": False, "": None, forms.SKIPPED: None}
MARKS = {"name": "name_mark", "nik": "nik_mark", "birth_date": "birth_mark"}


@dataclass(frozen=True)
class Clash:
    """One answer that somebody else changed after this form was drawn."""

    asked: Question
    mine: str
    theirs: Answer


@dataclass(frozen=True)
class Saved:
    """What became of a form: the names that were written, and what is left to decide."""

    written: tuple[str, ...]
    clashes: tuple[Clash, ...]


@transaction.atomic
def save_section(
    *, case: Case, section: str, values: Mapping[str, str], drawn: Mapping[str, int], by: User
) -> Saved:
    """Write the answers of a section that changed.

    `drawn` holds for each question the version the form was drawn from. An answer that somebody
    else changed since is not written but comes back as a clash, with both values; an answer only
    they changed stays theirs; all others are written. BadInput for what is no answer.
    """
    case = locked(case)
    check_write(by, case, section)
    must_be_open(case)
    if section == "identity":
        check_identity(by, case)
    now = answers.current(case, section)
    written, clashes = [], []
    for asked in forms.questions(section):
        if asked.name not in values:
            continue
        mine, theirs = forms.check(asked, values[asked.name]), now[asked.name]
        based_on = drawn.get(asked.name, 0)
        if mine == theirs.value or _untouched(case, asked, mine, based_on, theirs):
            continue
        if based_on != theirs.version:
            clashes.append(Clash(asked, mine, theirs))
            continue
        if theirs.value and theirs.version == 0:
            _keep_opening(case, asked, theirs.value)
        _write(case, asked, mine, theirs.version + 1, by)
        written.append(asked.name)
    if written:
        trace(by, "cases.answered", case, kind=section, rows=len(written))
    return Saved(tuple(written), tuple(clashes))


@transaction.atomic
def look_at_identity(*, case: Case, reason_code: str, reason: str, by: User) -> Look:
    """Say why one looks at who the child is; once a day for each person and case."""
    check_identity(by, case)
    on = today()
    found = Look.objects.filter(case=case, by=by, on=on).first()
    if found:
        return found
    look = Look.objects.create(
        case=case,
        by=by,
        on=on,
        reason_code=one_of("look_reason", reason_code),
        reason=reasoned(reason),
    )
    trace(by, "cases.identity_looked", case, code=reason_code)
    return look


def _untouched(case: Case, asked: Question, mine: str, based_on: int, theirs: Answer) -> bool:
    """Whether this form still holds what it was drawn with, while somebody else moved on."""
    if based_on == theirs.version:
        return False
    return mine == answers.at_version(case, asked.name, based_on)


def _keep_opening(case: Case, asked: Question, value: str) -> None:
    """Version 0: what the case was opened with, so that the history begins at its beginning."""
    Entry.objects.create(
        case=case, section=asked.section, name=asked.name, value=value, version=0,
        by=case.opened_by, at=case.opened_at,
    )  # fmt: skip


def _write(case: Case, asked: Question, value: str, version: int, by: User) -> None:
    Entry.objects.create(
        case=case, section=asked.section, name=asked.name, value=value, version=version, by=by
    )
    if asked.section == "identity":
        _to_identity(case, asked.name, value)
    elif asked.mirror == "case":
        boolean = asked.choices == "agrees"
        setattr(case, asked.name, YES_NO[value] if boolean else value or _default(asked))
        case.save(update_fields=[asked.name])
    elif asked.mirror == "codes":
        _to_codes(case, asked.choices, set(value.split()) - {forms.SKIPPED}, by)
    elif asked.mirror == "count":
        _to_codes(case, asked.name, set(value.split()), by)


def _default(asked: Question) -> str:
    return {"region": "", "verified": "unverified"}.get(asked.name, "unknown")


def _to_codes(case: Case, list_: str, wanted: set[str], by: User) -> None:
    rows = Coded.objects.filter(case=case, list=list_)
    rows.exclude(code__in=wanted).delete()
    for code in sorted(wanted - set(rows.values_list("code", flat=True))):
        Coded.objects.create(case=case, list=list_, code=code, by=by)


def _to_identity(case: Case, name: str, value: str) -> None:
    value = "" if value == forms.SKIPPED else value
    identity, _made = Identity.objects.get_or_create(case=case)
    changed = [name]
    setattr(identity, name, value if name == "unknown_because" else value or None)
    if name in MARKS:
        plain = " ".join(value.casefold().split())
        mark = fingerprint(plain, f"cases.identity.{name}") if plain else ""
        setattr(identity, MARKS[name], mark)
        changed.append(MARKS[name])
    identity.save(update_fields=changed)
