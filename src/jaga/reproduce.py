"""A run made again from its manifest: the same, or exactly what differs.

The manifest tells which numbers, which days and how the files were read; whoever asks gives
the files. Nothing is compared by trust: files by their hashes, alerts byte for byte.
"""

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from jaga import __version__
from jaga.errors import BadInput
from jaga.ledger.options import ReadOptions
from jaga.line import Job, read_into, run
from jaga.screening.engines.base import Engine
from jaga.screening.export import ALERT_COLUMNS
from jaga.screening.pack import Pack, read_manifest_pack
from jaga.screening.screen import Progress
from jaga.words import Text

SHOWN = 20
"""Alert ids named in a finding; beyond that a count says how many more there are."""


@dataclass(frozen=True)
class Sources:
    """The files that the run was made from, as whoever asks has them today."""

    payments: Sequence[Path]
    accounts: Path | None = None
    watchlist: Path | None = None


@dataclass(frozen=True)
class Finding:
    """One thing that differs. `decides`: without it the run cannot be the same."""

    what: str
    words: Text
    decides: bool = True


@dataclass(frozen=True)
class Reproduced:
    """`same`: alerts.csv came out byte for byte. `alerts`: how many it holds."""

    same: bool
    alerts: int
    findings: tuple[Finding, ...]


def reproduce(
    manifest_file: Path,
    sources: Sources,
    options: ReadOptions,
    work: Path,
    engine: Engine,
    progress: Progress,
) -> Reproduced:
    """Make the run of `manifest_file` again inside the empty folder `work`, and compare.

    `options` carries what a manifest may not: key, rates and private words. Raises BadInput
    for a manifest that cannot be read; a difference is a finding, not an error.
    """
    manifest = read_manifest(manifest_file)
    findings = _version(manifest)
    pack, wrong = _pack(manifest)
    findings += wrong
    options = _options(manifest, options)
    findings += _options_findings(manifest, options)
    job = Job(
        sources.payments, work / "run", accounts=sources.accounts, watchlist=sources.watchlist,
        since=date.fromisoformat(manifest["since"]), until=date.fromisoformat(manifest["until"]),
        pack=replace(pack, near_percent=int(manifest["standings"]["near_percent"])),
        options=options, ledger=work / "ledger",
    )  # fmt: skip
    findings += _inputs(manifest, read_into(job, progress).ledger.manifest)
    if any(one.decides for one in findings):
        return Reproduced(False, int(manifest["counts"]["alerts"]), tuple(findings))
    run(job, engine, progress)
    again = (work / "run" / "alerts.csv").read_bytes()
    findings += _alerts(manifest, manifest_file.with_name("alerts.csv"), again)
    same = not any(one.decides for one in findings)
    return Reproduced(same, len(_rows(again)), tuple(findings))


def read_manifest(path: Path) -> dict[str, Any]:
    """A manifest that says enough to make its run again. Raises BadInput."""
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        for name in ("since", "until"):
            date.fromisoformat(manifest[name])
        for name in ("parameters", "options", "results", "standings", "counts"):
            if not isinstance(manifest[name], dict):
                raise TypeError(name)
        int(manifest["counts"]["alerts"]), int(manifest["standings"]["near_percent"])
        return dict(manifest)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(
            Text(
                "manifest.json ini tidak dapat dibaca atau dibuat versi lama. Beri manifest.json "
                "yang ditulis `jaga screen` versi ini.",
                "This manifest.json cannot be read or is of an older version. Give the "
                "manifest.json that this version's `jaga screen` wrote.",
            )
        ) from error


def _version(manifest: dict[str, Any]) -> list[Finding]:
    then = manifest.get("code_version")
    if then == __version__:
        return []
    words = Text(
        f"Versi Jaga berbeda: dulu {then}, sekarang {__version__}.",
        f"The version of Jaga differs: {then} then, {__version__} now.",
    )
    return [Finding("code_version", words, decides=False)]


def _pack(manifest: dict[str, Any]) -> tuple[Pack, list[Finding]]:
    told = manifest["parameters"]
    pack = read_manifest_pack(told)
    findings = []
    if pack.content_sha256() != told.get("content_sha256"):
        words = Text(
            "Isi paket di dalam manifes telah diubah: sidiknya tidak cocok.",
            "The pack inside the manifest was changed: its hash does not match.",
        )
        findings.append(Finding("parameters.content", words))
    if pack.sha256() != manifest.get("config_sha256"):
        findings.append(_other_rules(pack, told))
    return pack, findings


def _other_rules(pack: Pack, told: dict[str, Any]) -> Finding:
    now = pack.numbers()
    changed = sorted(
        name
        for part in ("indicators", "typologies")
        for name in {*now[part], *told.get(part, {})}
        if now[part].get(name) != told.get(part, {}).get(name)
    )
    listed = ", ".join(changed[:SHOWN]) or "config_sha256"
    words = Text(
        f"Aturan tidak sama dengan saat itu: {listed}.",
        f"The rules are not those of then: {listed}.",
    )
    return Finding("config_sha256", words)


def _options(manifest: dict[str, Any], given: ReadOptions) -> ReadOptions:
    """What was given, with the zone and the choice about remarks that the manifest tells."""
    told = manifest["options"]
    return replace(
        given,
        timezone=given.timezone or told.get("timezone"),
        keep_remarks=bool(told.get("keep_remarks")),
    )


_GIVEN_BY = {
    "mapping": "--mapping", "fx": "--fx", "key": "--token-key", "lexicon": "--lexicon",
    "timezone": "--timezone", "keep_remarks": "keep_remarks",
}  # fmt: skip


def _options_findings(manifest: dict[str, Any], options: ReadOptions) -> list[Finding]:
    now, findings = json.loads(json.dumps(options.told())), []
    for name, value in now.items():
        if value != manifest["options"].get(name):
            option = _GIVEN_BY.get(name, name)
            words = Text(
                f"{option} tidak sama dengan saat itu. Beri berkas atau nilai yang sama.",
                f"{option} is not the same as then. Give the same file or value.",
            )
            findings.append(Finding(f"options.{name}", words))
    return findings


def _inputs(then: dict[str, Any], now: dict[str, Any]) -> list[Finding]:
    """Files are the same when their bytes are, whatever they are called."""
    was = {one["sha256"]: one["name"] for one in then["inputs"]}
    given = {one["sha256"]: one["name"] for one in now["inputs"]}
    findings = [
        _file(
            "inputs", was[each], Text("tidak diberikan atau telah berubah", "not given or changed")
        )
        for each in sorted(set(was) - set(given))
    ]
    findings += [
        _file("inputs", given[each], Text("bukan masukan saat itu", "not an input of then"))
        for each in sorted(set(given) - set(was))
    ]
    for part in ("accounts", "watchlist"):
        if _input_hash(then.get(part)) != _input_hash(now.get(part)):
            words = Text(
                "tidak diberikan, berubah, atau lebih", "not given, changed, or one too many"
            )
            findings.append(_file(part, part, words))
    return findings


def _input_hash(part: dict[str, Any] | None) -> str | None:
    return part["input_sha256"] if part else None


def _file(what: str, name: str, state: Text) -> Finding:
    return Finding(what, Text(f"{name}: {state.id}.", f"{name}: {state.en}."))


def _alerts(manifest: dict[str, Any], beside: Path, again: bytes) -> list[Finding]:
    """Against the hash in the manifest, and row by row against alerts.csv when it is there."""
    then = beside.read_bytes() if beside.is_file() else None
    recorded = manifest["results"].get("alerts.csv")
    findings = []
    if then is not None and _hash(then) != recorded:
        words = Text(
            "alerts.csv di folder ini bukan yang ditulis saat itu: sidiknya tidak cocok.",
            "The alerts.csv in this folder is not what was written then: its hash does not match.",
        )
        findings.append(Finding("alerts.csv", words))
    if then is not None and then != again:
        findings += _row_findings(_rows(then), _rows(again))
    if _hash(again) != recorded and not findings:
        words = Text(
            "alerts.csv berbeda dari yang dicatat.", "alerts.csv is not what was recorded."
        )
        findings.append(Finding("alerts.csv", words))
    return findings


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _rows(content: bytes) -> dict[str, dict[str, str]]:
    reader = csv.DictReader(io.StringIO(content.decode("utf-8", "replace"), newline=""))
    return {row.get("alert_id") or "": row for row in reader}


def _row_findings(then: dict[str, Any], now: dict[str, Any]) -> list[Finding]:
    both = set(then) & set(now)
    changed = sorted(one for one in both if then[one] != now[one])
    columns = [
        name
        for name in ALERT_COLUMNS
        if any(then[o].get(name) != now[o].get(name) for o in changed)
    ]
    found = []
    for ids, words in (
        (sorted(set(then) - both), Text("hanya dulu", "only then")),
        (sorted(set(now) - both), Text("hanya sekarang", "only now")),
        (changed, Text(f"kolom {', '.join(columns)} berbeda", f"differ in {', '.join(columns)}")),
    ):
        if ids:
            more = f" … (+{len(ids) - SHOWN})" if len(ids) > SHOWN else ""
            listed = ", ".join(ids[:SHOWN]) + more
            told = Text(
                f"{len(ids)} peringatan {words.id}: {listed}.",
                f"{len(ids)} alerts {words.en}: {listed}.",
            )
            found.append(Finding("alerts.csv", told))
    return found or [Finding("alerts.csv", Text("alerts.csv berbeda.", "alerts.csv differs."))]
