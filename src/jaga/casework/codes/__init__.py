"""Dated code lists, and what each of our concepts is called in the lists of others.

Four tables lie beside this file: `lists.csv` and `concepts.csv` (what staff choose from),
`schemes.csv` and `scheme_codes.csv` (the lists of laws, ministries and networks), and
`mappings.csv` (from one to the other). The list of services is that of `jaga.casework.services`.
A concept is written `list.code`, such as `form.neglect`.

`exactness` says what the scheme's code is, seen from our concept: `exact`, `broader` or `narrower`
than it, or `none` when the scheme has no code for it. A code of a law is a proposal that a legal
officer confirms, never a finding. Days are inclusive; an empty day means no bound that we know of.
`evidence`: `primary` (the text itself was read), `secondary` (told by others: check before relying
on it), `code` (read in software), `inferred` (our own reading: have counsel check).
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from jaga.casework.services import SERVICES, ServiceKind
from jaga.errors import BadInput
from jaga.words import Text

Exactness = Literal["exact", "broader", "narrower", "none"]
Evidence = Literal["primary", "secondary", "code", "inferred"]
# Our own lists: every concept stands for itself there.
OWN_SCHEME = "jaga"
# In mappings.csv: every concept of the list.
EVERY = "*"
NOT_IN_FORCE = "not in force on that day"


@dataclass(frozen=True)
class Code:
    """One code of one of our lists, or of a scheme."""

    of: str
    code: str
    title: Text
    valid_from: date | None
    valid_to: date | None
    evidence: Evidence
    source: str

    def holds(self, on: date) -> bool:
        """Whether the code may be chosen on this day."""
        return _within(on, self.valid_from, self.valid_to)


@dataclass(frozen=True)
class Scheme:
    """A list kept by somebody else: a law, a ministry, a network."""

    id: str
    title: Text
    valid_from: date | None
    valid_to: date | None
    evidence: Evidence
    source: str


@dataclass(frozen=True)
class Mapping:
    """What one concept is in one scheme; `code` is empty exactly when `exactness` is none."""

    list: str
    concept: str
    scheme: str
    code: str
    exactness: Exactness
    valid_from: date | None
    valid_to: date | None
    evidence: Evidence
    note: str


@cache
def lists() -> dict[str, Text]:
    """Our lists, with their titles."""
    return {row["list"]: Text(row["id"], row["en"]) for row in _rows("lists.csv")}


@cache
def schemes() -> dict[str, Scheme]:
    """Every scheme by its id."""
    return {
        row["scheme"]: Scheme(
            row["scheme"], Text(row["id"], row["en"]), *_days(row), _evidence(row), row["source"]
        )
        for row in _rows("schemes.csv")
    }


@cache
def concepts(list_: str) -> dict[str, Code]:
    """The codes of one of our lists, in the order they are shown."""
    if list_ not in lists():
        raise _refuse(
            f"Daftar kode {list_} tidak dikenal. Pilih salah satu: {', '.join(lists())}.",
            f"There is no code list {list_}. Choose one of: {', '.join(lists())}.",
        )
    if list_ == "service":
        return {kind.code: _service(kind) for kind in SERVICES.values()}
    return {code.code: code for code in _codes("concepts.csv", "list", "concept", list_)}


@cache
def scheme_codes(scheme: str) -> dict[str, Code]:
    """The codes of a scheme; for our own scheme there is none beside our lists."""
    _known_scheme(scheme)
    return {code.code: code for code in _codes("scheme_codes.csv", "scheme", "code", scheme)}


def choices(list_: str, *, on: date | None = None) -> list[tuple[str, Text]]:
    """What may be chosen from a list on a day (None: on any day), with its words."""
    return [
        (code.code, code.title) for code in concepts(list_).values() if on is None or code.holds(on)
    ]


def concept(name: str) -> Code:
    """The concept written `list.code`. BadInput for an unknown one says what to do."""
    list_, _, code = name.partition(".")
    known = concepts(list_)
    if code not in known:
        raise _refuse(
            f"Kode {code} tidak ada dalam daftar {list_}. Pilih salah satu: {', '.join(known)}.",
            f"The list {list_} has no code {code}. Choose one of: {', '.join(known)}.",
        )
    return known[code]


def check(list_: str, codes: Iterable[str]) -> tuple[str, ...]:
    """These codes, each known to the list and named once; BadInput otherwise."""
    return tuple(dict.fromkeys(concept(f"{list_}.{code}").code for code in codes))


def mapped(name: str, scheme: str, *, on: date) -> tuple[Mapping, ...]:
    """What a concept is in a scheme on a day: at least one Mapping, which may say `none`.

    The day is the one the case belongs to, so an old case keeps the codes of its time.
    """
    own, target = concept(name), _known_scheme(scheme)
    if scheme == OWN_SCHEME:
        return (_itself(own),)
    if not _within(on, target.valid_from, target.valid_to):
        return (_none(own, target, NOT_IN_FORCE),)
    found = [row for row in _of(own.of, scheme) if _within(on, row.valid_from, row.valid_to)]
    direct = tuple(row for row in found if row.concept == own.code)
    return direct or tuple(row for row in found if row.concept == EVERY)


@cache
def mappings() -> tuple[Mapping, ...]:
    """Every line of mappings.csv."""
    return tuple(
        Mapping(
            row["list"], row["concept"], row["scheme"], row["code"],
            cast(Exactness, row["exactness"]), *_days(row), _evidence(row), row["note"],
        )
        for row in _rows("mappings.csv")
    )  # fmt: skip


@cache
def _of(list_: str, scheme: str) -> tuple[Mapping, ...]:
    return tuple(row for row in mappings() if (row.list, row.scheme) == (list_, scheme))


def _service(kind: ServiceKind) -> Code:
    return Code("service", kind.code, kind.title, None, None, kind.evidence, kind.source)


def _itself(own: Code) -> Mapping:
    days = (own.valid_from, own.valid_to)
    return Mapping(own.of, own.code, OWN_SCHEME, own.code, "exact", *days, own.evidence, "")


def _none(own: Code, scheme: Scheme, note: str) -> Mapping:
    days = (scheme.valid_from, scheme.valid_to)
    return Mapping(own.of, own.code, scheme.id, "", "none", *days, scheme.evidence, note)


def _known_scheme(scheme: str) -> Scheme:
    if scheme not in schemes():
        raise _refuse(
            f"Skema {scheme} tidak dikenal. Pilih salah satu: {', '.join(schemes())}.",
            f"There is no scheme {scheme}. Choose one of: {', '.join(schemes())}.",
        )
    return schemes()[scheme]


def _codes(file: str, of: str, code: str, wanted: str) -> Iterator[Code]:
    for row in _rows(file):
        if row[of] == wanted:
            title = Text(row["id"], row["en"])
            yield Code(row[of], row[code], title, *_days(row), _evidence(row), row["source"])


def _within(on: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= on) and (last is None or on <= last)


def _days(row: dict[str, str]) -> tuple[date | None, date | None]:
    first, last = row["valid_from"], row["valid_to"]
    return (
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )


def _evidence(row: dict[str, str]) -> Evidence:
    return cast(Evidence, row["evidence"])


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("jaga.casework.codes") / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _refuse(indonesian: str, english: str) -> BadInput:
    return BadInput(Text(indonesian, english))
