"""Who asked about whom, when and why: an append-only file whose lines are chained by hash.

A person can look up a neighbour. The log cannot stop that; it makes it findable. Each line
holds the hash of the line before, so a change, a loss or a move in the middle shows; the
subject stands as a salted hash, so that the log itself is no list of customers.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import secrets
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from jaga.errors import BadInput, WrongUsage
from jaga.words import Text

PURPOSES: dict[str, Text] = {
    "alert_review": Text("meninjau peringatan", "reviewing an alert"),
    "due_diligence": Text("uji tuntas nasabah", "customer due diligence"),
    "report": Text("menyusun laporan kepada PPATK", "preparing a report to PPATK"),
    "authority": Text(
        "permintaan tertulis aparat atau pengadilan", "a written request by an authority or court"
    ),
    "complaint": Text("menjawab keluhan atau koreksi", "answering a complaint or correction"),
    "quality": Text("uji mutu atau audit", "quality control or audit"),
    "other": Text("lainnya", "other"),
}
"""The short list. A purpose in somebody's own words is kept as `other` with those words."""

REPEATED = 3
"""Lookups of one subject by one person from which the list names them. Own choice: a review
takes one or two."""

_START = "0" * 64


@dataclass(frozen=True)
class Query:
    """One lookup. `at` is ISO 8601; `by` who says they ask and `user` the machine's account that
    asked; `case` the alert, case or request it belongs to, or empty; `subject` is hashed before
    it is written."""

    at: str
    by: str
    purpose: str
    reason: str
    case: str
    subject: str
    since: str
    until: str
    user: str = ""


@dataclass(frozen=True)
class Written:
    """Where a query stands in the log: its number and its hash."""

    number: int
    hash: str


@dataclass(frozen=True)
class Finding:
    """A line at which the chain does not hold, and why."""

    line: int
    words: Text


def purpose(words: str) -> tuple[str, str]:
    """The listed purpose and the reason in `words`; WrongUsage when they say nothing.

    `alert_review` or `alert_review: reason` is a listed purpose; anything else is `other`.
    """
    head, _, rest = words.strip().partition(":")
    if head.strip() in PURPOSES and head.strip() != "other":
        return head.strip(), rest.strip()
    said = rest.strip() if head.strip() == "other" else words.strip()
    if len(said) < 10 or " " not in said:
        listed = ", ".join(name for name in PURPOSES if name != "other")
        raise WrongUsage(
            Text(
                "Sebut tujuan pencarian dengan --purpose: satu dari "
                f"{listed}, atau satu kalimat sendiri. Pencarian tanpa tujuan ditolak.",
                f"Say what the query is for with --purpose: one of {listed}, or a sentence of "
                "your own. A query without a purpose is refused.",
            )
        )
    return "other", said


def append(file: Path, query: Query) -> Written:
    """Add the query to the log, on disk before this returns; BadInput when it cannot be."""
    try:
        with open(file, "a+b", opener=_private) as log:
            fcntl.flock(log, fcntl.LOCK_EX)
            log.seek(0)
            lines = log.read().splitlines()
            if not lines:
                header = {"log": "jaga background", "salt": secrets.token_hex(16)}
                lines = [_chained(header, 0, _START)]
                log.write(lines[0] + b"\n")
            first, last = _fields(lines[0]), _fields(lines[-1])
            body = asdict(query) | {"subject": subject_hash(str(first["salt"]), query.subject)}
            made = _chained(body, int(last["n"]) + 1, str(last["hash"]))
            log.write(made + b"\n")
            log.flush()
            os.fsync(log.fileno())
    except (OSError, KeyError, ValueError, TypeError):
        raise BadInput(
            Text(
                "Catatan pencarian tidak dapat ditulis, jadi tidak ada jawaban. Periksa --log "
                "dan izinnya; bila berkas rusak, periksa dengan --verify.",
                "The log of queries cannot be written, so there is no answer. Check --log and its "
                "permissions; if the file is damaged, check it with --verify.",
            )
        ) from None
    kept = _fields(made)
    return Written(int(kept["n"]), str(kept["hash"]))


def _private(path: str, flags: int) -> int:
    """A new log is its owner's alone."""
    return os.open(path, flags, 0o600)


def subject_hash(salt: str, subject: str) -> str:
    """What stands for a subject in one log; another log has another salt."""
    return hashlib.sha256(f"{salt}|{subject.strip()}".encode()).hexdigest()[:32]


def _chained(body: dict[str, Any], number: int, before: str) -> bytes:
    whole = {**body, "n": number, "prev": before}
    text = json.dumps(whole, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    whole["hash"] = hashlib.sha256(text.encode()).hexdigest()
    return json.dumps(whole, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()


def _fields(line: bytes) -> dict[str, Any]:
    found = json.loads(line)
    if not isinstance(found, dict):
        raise ValueError("a line of the log is one JSON object")
    return found


def _lines(file: Path) -> list[bytes]:
    try:
        return file.read_bytes().splitlines()
    except OSError:
        raise BadInput(
            Text(
                "Catatan pencarian tidak dapat dibaca. Periksa --log.",
                "The log of queries cannot be read. Check --log.",
            )
        ) from None


def verify(file: Path, expected: str | None = None) -> tuple[int, str, list[Finding]]:
    """Queries in the log, the hash of its last line, and what is wrong with it.

    Lines cut off at the end leave a sound chain behind: `expected`, a hash noted earlier
    and kept elsewhere, tells whether the log still holds what it held then.
    """
    before, seen, found = _START, set(), []
    lines = _lines(file)
    for number, line in enumerate(lines):
        fault = _fault(line, number, before)
        if fault is not None:
            found.append(Finding(number + 1, fault))
        try:
            before = str(_fields(line)["hash"])
        except (ValueError, KeyError):
            before = ""
        seen.add(before)
    if expected is not None and expected not in seen:
        found.append(
            Finding(
                len(lines),
                Text(
                    "baris dengan hash yang dicatat dahulu tidak ada lagi",
                    "the line with the hash that was noted earlier is gone",
                ),
            )
        )
    return max(len(lines) - 1, 0), before, found


def _fault(line: bytes, number: int, before: str) -> Text | None:
    try:
        kept = _fields(line)
        body = {k: v for k, v in kept.items() if k not in ("n", "prev", "hash")}
        if _chained(body, int(kept["n"]), str(kept["prev"])) != line:
            return Text("isi baris diubah", "the line was changed")
        if kept["n"] != number or kept["prev"] != before:
            return Text(
                "baris hilang, disisipkan atau berpindah", "a line is missing, added or moved"
            )
    except (ValueError, KeyError, TypeError):
        return Text("baris tidak dapat dibaca", "the line cannot be read")
    return None


@dataclass(frozen=True)
class Overview:
    """The log read for a supervisor: counts, and the queries to ask about."""

    by: dict[str, Counter[str]]
    repeated: list[tuple[str, str, int]]
    without_case: list[dict[str, Any]]
    queries: list[dict[str, Any]]


def overview(file: Path, subject: str | None = None) -> Overview:
    """Queries by person and purpose, one subject looked up again and again by one person,
    and queries that name no alert, case or request. `subject`: only queries about it."""
    lines = _lines(file)
    if not lines:
        return Overview({}, [], [], [])
    try:
        header, queries = _fields(lines[0]), [_fields(line) for line in lines[1:]]
        if subject is not None:
            wanted = subject_hash(str(header["salt"]), subject)
            queries = [one for one in queries if one["subject"] == wanted]
        return _overview(queries)
    except (ValueError, KeyError, TypeError):
        raise BadInput(
            Text(
                "Catatan pencarian rusak. Periksa dengan --verify.",
                "The log of queries is damaged. Check it with --verify.",
            )
        ) from None


def _overview(queries: Sequence[dict[str, Any]]) -> Overview:
    by: dict[str, Counter[str]] = defaultdict(Counter)
    for one in queries:
        by[str(one["by"])][str(one["purpose"])] += 1
    return Overview(
        dict(sorted(by.items())),
        _repeated(queries),
        [one for one in queries if not one["case"]],
        list(queries),
    )


def _repeated(queries: Iterable[dict[str, Any]]) -> list[tuple[str, str, int]]:
    times = Counter((str(one["by"]), str(one["subject"])) for one in queries)
    return sorted((by, whom, n) for (by, whom), n in times.items() if n >= REPEATED)
