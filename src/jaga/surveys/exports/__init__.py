"""Exports of KoboToolbox and ODK Central, read into answers with their states.

Rows of another version, rejected in review, or doubled are set aside and counted, never mixed in.
"""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Literal

from jaga.errors import BadInput
from jaga.surveys import workbooks
from jaga.surveys.answers import Answers, SetAside
from jaga.surveys.exports import kobo, odk, states
from jaga.surveys.exports.raw import Raw, RawRow
from jaga.surveys.forms import Form
from jaga.words import Text

Source = Literal["kobo", "odk", ""]
READERS = {"kobo": kobo, "odk": odk}


def read(form: Form, given: Path | str | bytes, source: Source = "", version: str = "") -> Answers:
    """The answers in an export. `source` "" finds out; `version` "" is the form's own.

    BadInput when it is neither, or when it is not clear of which version the answers are.
    """
    data = workbooks.content(given)
    raw = READERS[source or _source(data)].raw(form, data)
    kept, only = _of_one_version(form, _reviewed(raw), version)
    if not any(row.values for row in kept.tables[""]):
        raise BadInput(
            Text(
                "Tidak ada kolom yang cocok dengan formulir ini. Periksa apakah ekspor ini dari "
                "formulir yang sama.",
                "No column fits this form. Check whether this export is of the same form.",
            )
        )
    return states.answers(form, kept, only)


def _source(data: bytes) -> Literal["kobo", "odk"]:
    if workbooks.is_zip(data):
        with workbooks.opened(data) as archive:
            return "kobo" if "[Content_Types].xml" in archive.namelist() else "odk"
    headers = workbooks.csv_sheet("", data.partition(b"\n")[0]).headers
    for name in ("odk", "kobo"):
        if READERS[name].recognises(headers):
            return "odk" if name == "odk" else "kobo"
    raise BadInput(
        Text(
            "Ini bukan ekspor ODK Central (kolom KEY) atau KoboToolbox (kolom _uuid).",
            "This is no export of ODK Central (column KEY) or KoboToolbox (column _uuid).",
        )
    )


def _reviewed(raw: Raw) -> Raw:
    """Without rejected and unreadable submissions, doubled ones, and what belongs to them."""
    reader = READERS[raw.source]
    kept: list[RawRow] = []
    keys: set[str] = set()
    counts: Counter[str] = Counter()
    for row in raw.tables[""]:
        if row.meta.get("review", "").lower() in reader.REJECTED:
            counts["rejected"] += 1
        elif row.meta.get("status", "").lower() in reader.UNREADABLE:
            counts["unreadable"] += 1
        elif row.key and row.key in keys:
            counts["doubled"] += 1
        else:
            keys.add(row.key)
            kept.append(row)
    aside = SetAside(counts["rejected"], {}, counts["unreadable"], counts["doubled"])
    return replace(_with(raw, kept), set_aside=aside)


def _of_one_version(form: Form, raw: Raw, wanted: str) -> tuple[Raw, str]:
    """The rows of one version, and which one it is."""
    found = Counter(row.meta["version"] for row in raw.tables[""] if "version" in row.meta)
    if not found:
        return _said(raw, _NO_VERSION), wanted or form.version
    chosen = wanted or form.version
    if chosen not in found:
        if wanted or len(found) > 1 or raw.source == "odk":
            raise _which(found)
        # Kobo counts versions by names of its own; one alone can only be this form's.
        return raw, next(iter(found))
    kept = [row for row in raw.tables[""] if row.meta.get("version", "") == chosen]
    others = {version: times for version, times in found.items() if version != chosen}
    aside = replace(raw.set_aside, other_versions=others)
    return replace(_with(raw, kept), set_aside=aside), chosen


def _with(raw: Raw, kept: list[RawRow]) -> Raw:
    """`raw` with these submissions, and of repeats only what belongs to them."""
    keys = {row.key for row in kept}
    tables: dict[str, tuple[RawRow, ...]] = {"": tuple(kept)}
    waiting = {name: rows for name, rows in raw.tables.items() if name}
    while waiting:
        name = next((n for n, rows in waiting.items() if any(r.parent in keys for r in rows)), "")
        name = name or next(iter(waiting))
        tables[name] = tuple(row for row in waiting.pop(name) if row.parent in keys)
        keys |= {row.key for row in tables[name]}
    return replace(raw, tables=tables)


def _said(raw: Raw, note: Text) -> Raw:
    return replace(raw, notes=(*raw.notes, note))


_NO_VERSION = Text(
    "Ekspor ini tidak menyebut versi formulir; semua baris dianggap dari formulir yang diberikan.",
    "This export does not name the form's version; all rows are taken to be of the form given.",
)


def _which(found: Counter[str]) -> BadInput:
    listed = ", ".join(f"{version or '–'} ({times})" for version, times in sorted(found.items()))
    return BadInput(
        Text(
            f"Ekspor ini berisi versi {listed}. Beri formulir versi itu, atau pilih satu dengan "
            "--version.",
            f"This export holds versions {listed}. Give the form of that version, or choose one "
            "with --version.",
        )
    )
