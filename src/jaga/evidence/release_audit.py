"""The question before a release: does it, beside all that was published, tell of a few people?

Two looks. `differencing` subtracts true counts of the new release and of each earlier one of the
same people: no difference may be one to four. `release_attack` then takes all releases together,
as readers have them: no withheld count may be known more closely than the rule.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from jaga.errors import JagaError, Refused
from jaga.evidence.counted import names_things
from jaga.evidence.cubes import CountCube, ShownCube
from jaga.evidence.differencing import Placed, small_differences
from jaga.evidence.release_attack import Exposure, Published, TooLarge, exposures
from jaga.evidence.releases import Draft, Ledger, Release, Vault, true_counts
from jaga.words import Text

Kind = Literal["difference", "exposed", "narrow", "too_large", "unreadable"]

# What two people may let pass, with a reason and a named risk. Never what tells of 1 to 4 people.
EXCEPTABLE: tuple[Kind, ...] = ("narrow", "too_large", "unreadable")

WORDS: dict[Kind, Text] = {
    "difference": Text(
        "Terbitan {number} ({title}, data per {day}) menghitung orang yang sama. Bila {wide} di "
        "satu tabel dikurangi {narrow} di tabel lain, sisanya satu sampai empat, dan mereka dapat "
        "dikenali (pasangan seperti ini: {pairs}). Tunggu sampai selisihnya nol, atau lima atau "
        "lebih; atau terbitkan dengan data per tanggal yang sama dan pembagian yang sama.",
        "Release {number} ({title}, data as of {day}) counts the same people. Taking {narrow} in "
        "one table from {wide} in the other leaves one to four, who may be recognised (such pairs: "
        "{pairs}). Wait until the difference is none, or five or more; or publish with data as of "
        "the same day and the same categories.",
    ),
    "exposed": Text(
        "Bersama terbitan {number} ({title}), pembaca dapat memastikan bahwa sel {cell} yang "
        "ditahan di tabel {table} kurang dari {limit}. Gabungkan kategori, atau tahan sel lain.",
        "Together with release {number} ({title}), a reader can be certain that cell {cell}, "
        "withheld in table {table}, is below {limit}. Join categories, or withhold other cells.",
    ),
    "narrow": Text(
        "Bersama terbitan {number} ({title}), pembaca dapat menghitung sel {cell} yang ditahan di "
        "tabel {table} terlalu dekat: antara {low} dan {high}. Gabungkan kategori, atau tahan sel "
        "lain.",
        "Together with release {number} ({title}), a reader can work out cell {cell}, withheld in "
        "table {table}, too closely: between {low} and {high}. Join categories, or withhold other "
        "cells.",
    ),
    "too_large": Text(
        "Terbitan ini dan terbitan {number} membagi orang yang sama terlalu halus untuk diperiksa "
        "bersama. Terbitkan dengan kategori yang lebih besar.",
        "This release and release {number} divide the same people too finely to be audited "
        "together. Publish with larger categories.",
    ),
    "unreadable": Text(
        "Hitungan asli terbitan {number} ({title}) tidak dapat dibuka, sehingga selisihnya tidak "
        "dapat diperiksa. Kembalikan berkas kunci yang dipakai saat terbitan itu dibuat.",
        "The true counts of release {number} ({title}) do not open, so no difference can be "
        "checked. Put back the key file that was in use when it was published.",
    ),
}


@dataclass(frozen=True)
class Finding:
    """One reason against a release. `id` names it in an exception; `earlier`: release numbers."""

    id: str
    kind: Kind
    earlier: tuple[int, ...]
    words: Text
    exceptable: bool


@dataclass(frozen=True)
class Answer:
    """What the audit says. `compared`: the earlier releases of the same people."""

    findings: tuple[Finding, ...]
    compared: tuple[int, ...]

    @property
    def safe(self) -> bool:
        """True when nothing speaks against the release."""
        return not self.findings

    def refuse_unless(self, accepted: Iterable[str] = ()) -> None:
        """Raise Refused, with every reason, unless each finding is accepted and may be."""
        let_pass = frozenset(accepted)
        left = [one for one in self.findings if not (one.exceptable and one.id in let_pass)]
        if left:
            raise Refused(
                Text(
                    "Tidak diterbitkan. " + " ".join(one.words.id for one in left),
                    "Not published. " + " ".join(one.words.en for one in left),
                )
            )


def check(ledger: Ledger, draft: Draft, vault: Vault) -> Answer:
    """What speaks against publishing `draft` beside everything in the ledger."""
    earlier = [one for one in ledger.releases if one.about.family == draft.about.family]
    findings = [
        *(found for one in earlier for found in _differences(ledger, one, draft, vault)),
        *_exposed(earlier, draft),
    ]
    # Things only if all who counted them said so: a word in one form makes no child a thing.
    units = [draft.about.unit, *(one.about.unit for one in earlier)]
    things = all(map(names_things, units))
    return Answer(tuple(_numbered(findings, things=things)), tuple(one.number for one in earlier))


def audit(ledger: Ledger) -> Answer:
    """The attack on everything published so far; needs no key."""
    findings: list[Finding] = []
    for family in dict.fromkeys(one.about.family for one in ledger.releases):
        members = [one for one in ledger.releases if one.about.family == family]
        findings += _exposed(members, None)
    numbers = tuple(one.number for one in ledger.releases)
    return Answer(tuple(_numbered(findings, things=False)), numbers)


def _numbered(findings: Sequence[Finding], *, things: bool) -> Iterator[Finding]:
    for n, one in enumerate(findings, start=1):
        may = one.exceptable or (things and one.kind in ("difference", "exposed"))
        yield Finding(f"{one.kind}-{n}", one.kind, one.earlier, one.words, may)


def _finding(kind: Kind, release: Release, **values: object) -> Finding:
    text = WORDS[kind]
    told = {"number": release.number, "day": release.about.as_of.isoformat(), **values}
    return Finding(
        id=kind,
        kind=kind,
        earlier=(release.number,),
        words=Text(
            text.id.format(title=release.title.id, **told),
            text.en.format(title=release.title.en, **told),
        ),
        exceptable=kind in EXCEPTABLE,
    )


def _differences(
    ledger: Ledger, release: Release, draft: Draft, vault: Vault
) -> Iterator[Finding]:  # fmt: skip
    try:
        counts = true_counts(ledger, release, vault)
    except (JagaError, ValueError):
        yield _finding("unreadable", release)
        return
    old = _placed(release, release.tables, counts)
    new = _placed(draft, draft.tables, draft.counts)
    pairs = dict.fromkeys(
        (pair.wider.words, pair.narrower)
        for one in old
        for other in new
        for pair in small_differences(one, other)
    )
    if pairs:
        wide, narrow = next(iter(pairs))
        yield _finding("difference", release, wide=wide, narrow=narrow, pairs=len(pairs))


def _placed(
    owner: Release | Draft, tables: Sequence[ShownCube], counts: Sequence[tuple[int, ...]]
) -> list[Placed]:
    return [
        Placed(
            owner.about,
            table,
            CountCube(table.id, table.title, table.dimensions, numbers),
            owner.rules,
        )
        for table, numbers in zip(tables, counts, strict=True)
    ]


def _exposed(earlier: Sequence[Release], draft: Draft | None) -> Iterator[Finding]:
    """What all of it together tells, but for what the earlier releases told without the new."""
    before = [
        Published(one.number, one.about, table, one.rules)
        for one in earlier
        for table in one.tables
    ]
    new = [Published(0, draft.about, table, draft.rules) for table in draft.tables] if draft else []
    try:
        found = exposures([*before, *new])
        known = exposures(before) if found and draft and before else []
    except TooLarge:
        if earlier:
            yield _finding("too_large", earlier[-1])
        return
    told = {(one.release, one.table, one.cell): one.interval for one in known}
    for one in found:
        if told.get((one.release, one.table, one.cell)) != one.interval and earlier:
            yield _said(one, earlier, new)


def _said(one: Exposure, earlier: Sequence[Release], new: Sequence[Published]) -> Finding:
    owner = next((r for r in earlier if r.number == one.release), earlier[-1])
    tables = [*owner.tables, *(published.table for published in new)]
    table = next(t for t in tables if t.id == one.table and one.cell < t.size)
    at = table.coordinates[one.cell]
    names = [d.categories[n].id for d, n in zip(table.dimensions, at, strict=True)]
    rules = owner.rules
    high = one.interval.high
    kind: Kind = "exposed" if high is not None and high < rules.publish_from else "narrow"
    return _finding(
        kind, owner, cell=", ".join(names), table=table.id, limit=rules.publish_from,
        low=one.interval.low, high=high,
    )  # fmt: skip
