"""The ledger of releases: what was shown, of whom, and how it was divided, one line for each.

A line is JSON and holds the hash of the line before, so that no release can be taken out, put in
or changed without it being seen. It holds what was published. The true counts, which the next
audit needs, are in it sealed: `Vault` is given by whoever holds the key.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from jaga.errors import BadInput
from jaga.evidence.categories import Category
from jaga.evidence.cubes import Dimension, ShownCube
from jaga.evidence.disclosure import RULES, Rules
from jaga.words import Text

FIRST_HASH = "0" * 64
VERSION = 1


class Vault(Protocol):
    """Seals true counts with a key that lies elsewhere. `purpose` binds a seal to its line."""

    def seal(self, plain: str, purpose: str) -> str:
        """`plain` as text that only `unseal` opens."""

    def unseal(self, sealed: str, purpose: str) -> str:
        """What was sealed for the same purpose. Raises JagaError or ValueError if it cannot."""


@dataclass(frozen=True)
class About:
    """What a release counts. `measure` and `population` tie releases together, word by word.

    `first` and `last` are the period counted, `as_of` the day on which the data was as it is here.
    """

    measure: str
    population: str
    unit: str
    definition: Text
    first: date
    last: date
    as_of: date
    source: Text

    @property
    def family(self) -> tuple[str, str]:
        """Releases of one family are about the same people."""
        measure, population = (
            " ".join(words.casefold().split()) for words in (self.measure, self.population)
        )
        return measure, population


@dataclass(frozen=True)
class Waiver:
    """A finding that two people let pass: which, why, and who could be harmed and how."""

    finding: str
    reason: str
    risk: str


@dataclass(frozen=True)
class Release:
    """Tables of the same people, published together. `sealed`: their true counts."""

    number: int
    on: date
    title: Text
    about: About
    tables: tuple[ShownCube, ...]
    by: str
    second: str
    sealed: str
    rules: Rules = RULES
    exceptions: tuple[Waiver, ...] = ()


@dataclass(frozen=True)
class Withdrawal:
    """A release taken back, by one person: what is wrong has to go at once.

    Who has read it still knows it, so audits go on counting it.
    """

    number: int
    on: date
    of: int
    note: str
    by: str


@dataclass(frozen=True)
class Ledger:
    """Every line so far, as text, with what it says."""

    lines: tuple[str, ...] = ()
    entries: tuple[Release | Withdrawal, ...] = ()

    @property
    def releases(self) -> tuple[Release, ...]:
        """The releases in order, withdrawn ones included."""
        return tuple(entry for entry in self.entries if isinstance(entry, Release))

    @property
    def last_hash(self) -> str:
        """The hash the next line has to hold."""
        return hash_of(self.lines[-1]) if self.lines else FIRST_HASH

    def text(self) -> str:
        """The file: one line for each entry."""
        return "".join(f"{line}\n" for line in self.lines)


@dataclass(frozen=True)
class Signed:
    """Who proposed, who approved, and the day. Raises BadInput when one person stands for both."""

    by: str
    second: str
    on: date

    def __post_init__(self) -> None:
        one, other = (" ".join(name.casefold().split()) for name in (self.by, self.second))
        if not one or not other or one == other:
            raise BadInput(
                Text(
                    "Penerbitan memerlukan dua orang yang berbeda. Tuliskan keduanya.",
                    "A release takes two different people. Name both.",
                )
            )


@dataclass(frozen=True)
class Draft:
    """A release before it has a number and a place in the ledger."""

    title: Text
    about: About
    tables: tuple[ShownCube, ...]
    counts: tuple[tuple[int, ...], ...] = field(repr=False)
    rules: Rules = RULES


def publish(
    ledger: Ledger,
    draft: Draft,
    signed: Signed,
    *,
    vault: Vault,
    exceptions: Sequence[Waiver] = (),
) -> Ledger:
    """The ledger with this release at its end. Whoever calls has had it audited."""
    number = len(ledger.lines) + 1
    plain = json.dumps([list(counts) for counts in draft.counts])
    release = Release(
        number=number,
        on=signed.on,
        title=draft.title,
        about=draft.about,
        tables=draft.tables,
        by=signed.by,
        second=signed.second,
        sealed=vault.seal(plain, purpose(number, ledger.last_hash)),
        rules=draft.rules,
        exceptions=tuple(exceptions),
    )
    return _with(ledger, release)


def withdraw(ledger: Ledger, of: int, note: str, *, by: str, on: date) -> Ledger:
    """The ledger with a note that release `of` is taken back, and why."""
    if of not in [one.number for one in ledger.releases]:
        raise BadInput(
            Text("Terbitan {n} tidak ada di buku ini.", "This ledger has no release {n}.").filled(
                n=of
            )
        )
    return _with(
        ledger,
        Withdrawal(len(ledger.lines) + 1, on, of, note, by),
    )


def true_counts(ledger: Ledger, release: Release, vault: Vault) -> tuple[tuple[int, ...], ...]:
    """What the release was made of, one tuple for each of its tables."""
    before = ledger.lines[release.number - 2] if release.number > 1 else ""
    previous = hash_of(before) if before else FIRST_HASH
    counts = json.loads(vault.unseal(release.sealed, purpose(release.number, previous)))
    return tuple(tuple(one) for one in counts)


def purpose(number: int, previous: str) -> str:
    """What a seal is bound to: its place in this very ledger."""
    return f"release {number} after {previous}"


def read_ledger(lines: Iterable[str]) -> Ledger:
    """The ledger these lines hold. Raises BadInput at the first line that does not fit on."""
    kept = tuple(line.rstrip("\n") for line in lines if line.strip())
    entries, previous = [], FIRST_HASH
    for number, line in enumerate(kept, start=1):
        try:
            told = json.loads(line)
            sound = told["number"] == number and told["previous"] == previous
            entries.append(_entry(told))
        except (ValueError, KeyError, TypeError, AttributeError):
            sound = False
        if not sound:
            raise BadInput(
                Text(
                    "Baris {n} buku terbitan tidak menyambung dengan baris sebelumnya. Kembalikan "
                    "buku itu dari salinan cadangan; jangan menerbitkan dengan buku ini.",
                    "Line {n} of the release ledger does not fit on the line before. Put the "
                    "ledger back from a backup; do not publish with this one.",
                ).filled(n=number)
            )
        previous = hash_of(line)
    return Ledger(kept, tuple(entries))


def hash_of(line: str) -> str:
    """SHA-256 of a line, in hex."""
    return hashlib.sha256(line.encode()).hexdigest()


def _with(ledger: Ledger, entry: Release | Withdrawal) -> Ledger:
    told = {**_said(entry), "previous": ledger.last_hash, "version": VERSION}
    line = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Ledger((*ledger.lines, line), (*ledger.entries, entry))


def _said(entry: Release | Withdrawal) -> dict[str, Any]:
    known = {"number": entry.number, "on": entry.on.isoformat(), "by": entry.by}
    if isinstance(entry, Withdrawal):
        return {**known, "kind": "withdrawal", "of": entry.of, "note": entry.note}
    return {
        **known,
        "second": entry.second,
        "kind": "release",
        "title": words(entry.title),
        "about": about_as_json(entry.about),
        "tables": [table_as_json(table) for table in entry.tables],
        "rules": vars(entry.rules),
        "exceptions": [vars(one) for one in entry.exceptions],
        "sealed": entry.sealed,
    }


def words(text: Text) -> dict[str, str]:
    """Both languages of a text."""
    return {"id": text.id, "en": text.en}


def about_as_json(about: About) -> dict[str, Any]:
    """What is counted, with days as ISO dates."""
    told: dict[str, Any] = dict(vars(about))
    for name in ("first", "last", "as_of"):
        told[name] = told[name].isoformat()
    return {**told, "definition": words(about.definition), "source": words(about.source)}


def table_as_json(table: ShownCube) -> dict[str, Any]:
    """A table with its shape: null for each withheld cell."""
    return {
        "id": table.id,
        "title": words(table.title),
        "notes": words(table.notes),
        "dimensions": [
            {
                "id": one.id,
                "title": words(one.title),
                "categories": [
                    {"id": c.id, "title": words(c.title), "covers": sorted(c.covers)}
                    for c in one.categories
                ],
            }
            for one in table.dimensions
        ],
        "cells": list(table.cells),
    }


def about_from_json(told: dict[str, Any]) -> About:
    """The inverse of `about_as_json`."""
    days = {name: date.fromisoformat(told[name]) for name in ("first", "last", "as_of")}
    texts = {name: Text(**told[name]) for name in ("definition", "source")}
    return About(**(told | days | texts))


def table_from_json(told: dict[str, Any]) -> ShownCube:
    """The inverse of `table_as_json`."""
    return ShownCube(
        id=told["id"],
        title=Text(**told["title"]),
        dimensions=tuple(_dimension(one) for one in told["dimensions"]),
        cells=tuple(told["cells"]),
        notes=Text(**told["notes"]),
    )


def _dimension(told: dict[str, Any]) -> Dimension:
    return Dimension(
        told["id"],
        Text(**told["title"]),
        tuple(
            Category(one["id"], Text(**one["title"]), frozenset(one["covers"]))
            for one in told["categories"]
        ),
    )


def _entry(told: dict[str, Any]) -> Release | Withdrawal:
    on = date.fromisoformat(told["on"])
    if told["kind"] == "withdrawal":
        return Withdrawal(told["number"], on, told["of"], told["note"], told["by"])
    return Release(
        number=told["number"],
        on=on,
        title=Text(**told["title"]),
        about=about_from_json(told["about"]),
        tables=tuple(table_from_json(one) for one in told["tables"]),
        by=told["by"],
        second=told["second"],
        sealed=told["sealed"],
        rules=Rules(**told["rules"]),
        exceptions=tuple(Waiver(**one) for one in told["exceptions"]),
    )
