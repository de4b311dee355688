"""The store: a folder of Parquet files by booking day, with a manifest that says what counts.

    ledger = Ledger.open(Path("data"))
    report = ledger.read([Path("payments.csv.gz")], ReadOptions())

`payment_files` lists what screening reads as its table `payments`; see `days.DAY_SCHEMA`.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from jaga.errors import BadInput
from jaga.ledger import commit, days, marks, parties, readers, watchlist
from jaga.ledger.canonical import Validator
from jaga.ledger.mapping import Mapping
from jaga.ledger.options import InputReport, Progress, ReadOptions, ReadReport
from jaga.ledger.readers import Source
from jaga.ledger.readers.raw import RawFile, empty_file
from jaga.ledger.rejects import Rejected, RejectsWriter
from jaga.ledger.staging import Staged, stage
from jaga.ledger.tables import PAYMENTS
from jaga.ledger.warnings import read_warnings
from jaga.words import Text

STORED_NAMES = {
    "purpose_code": "purpose",
    "remark_class": "remark",
    "merchant_category": "mcc",
}
"""Column of a payments file → its name in the day files, where the two differ."""


def _no_report(stage: str, done: int, total: int | None) -> None:
    """Progress nobody watches."""


class Ledger:
    """A store on disk. Open it with `Ledger.open`."""

    def __init__(self, root: Path, manifest: dict[str, Any]) -> None:
        self.root = root
        self.manifest = manifest

    @classmethod
    def open(cls, path: Path) -> Ledger:
        """The store at `path`, made if absent; what a killed read left is removed."""
        with commit.plain_words_for_full_disks():
            try:
                for folder in (path, path / "days", path / "rejects"):
                    folder.mkdir(parents=True, exist_ok=True)
            except (FileExistsError, NotADirectoryError):
                raise BadInput(
                    Text(
                        "Folder data yang disebut adalah sebuah berkas. Sebut sebuah folder.",
                        "The data folder named is a file. Name a folder.",
                    )
                ) from None
            manifest = commit.load_manifest(path)
            lock = commit.try_lock(path)
            if lock is not None:
                with lock:
                    manifest = commit.load_manifest(path)
                    commit.clean(path, manifest)
            return cls(path, manifest)

    def read(
        self, sources: Sequence[Path], options: ReadOptions, progress: Progress | None = None
    ) -> ReadReport:
        """Read payments into the store: all of the sources, or nothing if one cannot be read.

        Raises BadInput when a source is no payments file, lacks a required column or holds
        no rows. Single rows that cannot be kept are counted and listed, never raised.
        """
        found = readers.expand(sources)
        with self._writing() as staging:
            inputs, known = self._not_yet_read(found, options)
            if not inputs:
                return ReadReport(tuple(known), read_warnings(known, 0))
            return self._read(inputs, known, options, staging, progress or _no_report)

    def read_accounts(self, path: Path, options: ReadOptions) -> ReadReport:
        """Read what is known about accounts; takes the place of an earlier accounts file."""
        return self._read_parties(path, options, parties.ACCOUNTS_FILE)

    def read_watchlist(self, path: Path, options: ReadOptions) -> ReadReport:
        """Read watched tokens; takes the place of an earlier watchlist."""
        return self._read_parties(path, options, parties.WATCHLIST_FILE)

    def payment_files(self, since: date | None = None, until: date | None = None) -> list[Path]:
        """Day files from `since` to `until`, both included (booking days in WIB), in order."""
        return [
            self.root / entry["file"]
            for day, entry in sorted(self.manifest["days"].items())
            if (since is None or day >= since.isoformat())
            and (until is None or day <= until.isoformat())
        ]

    @property
    def accounts_file(self) -> Path | None:
        """Parquet with one row per account (`parties.ACCOUNTS_SCHEMA`), if read."""
        return self._file("accounts")

    @property
    def watchlist_file(self) -> Path | None:
        """Parquet with one row per watched token (`parties.WATCHLIST_SCHEMA`), if read."""
        return self._file("watchlist")

    def watched(self) -> list[tuple[int, ...]]:
        """Rows of `watchlist.WATCHED_COLUMNS`; none without a list."""
        file = self.watchlist_file
        return [] if file is None else watchlist.rows(file)

    @property
    def codes_file(self) -> Path:
        """Parquet with kind, token, code; BadInput while nothing has been read."""
        file = self._file("codes")
        if file is None:
            raise BadInput(
                Text(
                    "Belum ada pembayaran pada folder data. Baca sebuah berkas pembayaran dahulu.",
                    "There are no payments in the data folder yet. Read a payments file first.",
                )
            )
        return file

    @property
    def absent_columns(self) -> frozenset[str]:
        """Columns of the day files that no input had, and `accounts.` ones likewise."""
        accounts = (self.manifest["accounts"] or {}).get("columns_absent", [])
        return frozenset(self.manifest["columns_absent"]) | {
            f"accounts.{name}" for name in accounts
        }

    def token(self, kind: str, codes: Sequence[int]) -> dict[int, str]:
        """The tokens of codes, as alerts show them; unknown codes are left out."""
        with duckdb.connect() as engine:
            # A parameter list is converted value by value, which took longer than the query.
            engine.register("wanted", pa.table({"code": pa.array(codes, pa.int64())}))
            rows = engine.execute(
                "SELECT code, token FROM read_parquet(?) WHERE kind = ? "
                "AND code IN (SELECT code FROM wanted)",
                [str(self.codes_file), kind],
            ).fetchall()
        return {int(code): str(token) for code, token in rows}

    def reading(self) -> AbstractContextManager[None]:
        """Hold the store while its files are in use, so that no read removes one of them."""
        return commit.held(self.root, shared=True)

    @contextmanager
    def _writing(self) -> Iterator[Path]:
        """The store locked, the manifest fresh, and a staging folder that goes away."""
        with commit.plain_words_for_full_disks(), commit.held(self.root):
            self.manifest = commit.load_manifest(self.root)
            commit.clean(self.root, self.manifest)
            staging = Path(tempfile.mkdtemp(prefix="staging-", dir=self.root))
            try:
                yield staging
            finally:
                shutil.rmtree(staging, ignore_errors=True)
                commit.clean(self.root, self.manifest)

    def _not_yet_read(
        self, found: list[Source], options: ReadOptions
    ) -> tuple[list[tuple[Source, str]], list[InputReport]]:
        """Inputs to read, by content hash, and reports of those read before the same way."""
        before = {(one["sha256"], one["options"]) for one in self.manifest["inputs"]}
        fresh: dict[str, Source] = {}
        known = []
        for source in sorted(found, key=lambda one: one.name):
            digest = _digest(source.path)
            if (digest, options.fingerprint()) in before or digest in fresh:
                known.append(InputReport(source.name, digest, 0, 0, {}, already_read=True))
            else:
                fresh[digest] = source
        return [(fresh[digest], digest) for digest in sorted(fresh)], known

    def _read(
        self,
        inputs: list[tuple[Source, str]],
        known: list[InputReport],
        options: ReadOptions,
        staging: Path,
        report: Progress,
    ) -> ReadReport:
        mapping = options.mapping or Mapping()
        opened = [_open(source, mapping) for source, _ in inputs]
        validator = Validator(options)
        try:
            staged = [
                _stage(source, raw, number, validator, staging, report)
                for number, ((source, _), raw) in enumerate(zip(inputs, opened, strict=True))
            ]
        finally:
            validator.close()
        engine = days.connect(staging)
        try:
            made, counts = self._write_rows(engine, staged, staging, report)
            writer = RejectsWriter(
                engine,
                [one.rejects for one in staged if one.rejects],
                "payment_id",
                options.language,
            )
            results = []
            for (source, digest), raw, one in zip(inputs, opened, staged, strict=True):
                rejected = writer.write(one.number, source.name, staging, self.root)
                results.append(_input_report(source.name, digest, one, rejected))
                made["inputs"].append(_manifest_entry(results[-1], options, _absent(raw, mapping)))
        finally:
            engine.close()
        made["inputs"].sort(key=lambda one: (one["name"], one["sha256"], one["options"]))
        made["columns_absent"] = _absent_everywhere(made["inputs"])
        self._commit(made)
        reports = [*results, *known]
        return ReadReport(
            tuple(reports),
            read_warnings(
                reports,
                0 if options.token_key else counts.plain_numbers,
                0 if options.fx else counts.converted,
            ),
        )

    def _write_rows(
        self,
        engine: duckdb.DuckDBPyConnection,
        staged: list[Staged],
        staging: Path,
        report: Progress,
    ) -> tuple[dict[str, Any], days.Counts]:
        """Days and codes written; the manifest to commit and what to warn about."""
        made: dict[str, Any] = {**self.manifest, "inputs": list(self.manifest["inputs"])}
        rows = [path for one in staged for path in one.rows]
        said = [one.marks for one in staged if one.marks]
        if not rows and not said:
            engine.execute("CREATE TABLE losers (input INTEGER, line BIGINT)")
            return made, days.Counts(0, 0)
        report("sort", 0, None)
        days.find_duplicates(engine, rows, self.payment_files())
        days.load_codes(engine, self._file("codes"))
        turned = marks.take(engine, self._file("marks"), said, self.payment_files())
        if said:
            made["marks"] = marks.write(engine, staging, self.root)
        if days.add_codes(engine, days.payment_tokens()) or (rows and made["codes"] is None):
            made["codes"] = days.write_codes(engine, staging, self.root)
        touched = {day.isoformat() for day in (*days.of_kept(engine), *turned)}
        old = [
            self.root / self.manifest["days"][day]["file"] for day in touched if day in made["days"]
        ]
        if touched:
            read = marks.stored_with_marks if turned else days.plainly
            entries = days.write_days(engine, days.Old(old, read), staging, self.root, report)
            made["days"] = {**self.manifest["days"], **entries}
        return made, days.Counts(
            days.plain_numbers(engine), days.count(engine, "kept WHERE currency <> 'IDR'")
        )

    def _read_parties(
        self, path: Path, options: ReadOptions, kind: parties.PartyFile
    ) -> ReadReport:
        source = readers.expand([path])
        with self._writing() as staging:
            made = dict(self.manifest)
            with _named(source[0]):
                result = parties.read(
                    source,
                    options,
                    kind,
                    staging=staging,
                    root=self.root,
                    known=self._file("codes"),
                )
            made[kind.part], made["codes"] = result.entry, result.codes
            self._commit(made)
            return ReadReport((result.report,), read_warnings([result.report], result.plain))

    def _commit(self, manifest: dict[str, Any]) -> None:
        commit.commit(self.root, manifest)
        self.manifest = manifest

    def _file(self, part: str) -> Path | None:
        entry = self.manifest[part]
        return self.root / entry["file"] if entry else None


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except PermissionError:
        raise BadInput(
            Text(
                "Berkas tidak boleh dibaca. Periksa izinnya.",
                "The file may not be read. Check its permissions.",
            )
        ) from None


def _open(source: Source, mapping: Mapping) -> RawFile:
    with _named(source):
        return readers.open_file(
            source.path,
            PAYMENTS,
            mapping.columns,
            mapping.constants,
            mapping.delimiter,
            mapping.rails,
        )


def _stage(
    source: Source,
    raw: RawFile,
    number: int,
    validator: Validator,
    folder: Path,
    report: Progress,
) -> Staged:
    with _named(source):
        staged = stage(raw, number, validator, folder, report)
        if not staged.rows_in:
            raise empty_file()
    return staged


@contextmanager
def _named(source: Source) -> Iterator[None]:
    """Put the file's name before a sentence about it."""
    try:
        yield
    except commit.CannotWrite:
        raise
    except BadInput as error:
        raise BadInput(
            Text(f"{source.name}: {error.text.id}", f"{source.name}: {error.text.en}")
        ) from error


def _absent(raw: RawFile, mapping: Mapping) -> list[str]:
    """Optional columns, by their name in the day files, that an input does not give."""
    given = raw.columns | set(mapping.constants)
    if "remark" in given:
        given = given | {"remark_class"}
    return sorted(
        STORED_NAMES.get(column.name, column.name)
        for column in PAYMENTS
        if not column.required
        and column.name not in given
        and column.name not in ("remark", "status")  # an empty status means settled
    )


def _absent_everywhere(inputs: list[dict[str, Any]]) -> list[str]:
    absent = [set(one["columns_absent"]) for one in inputs]
    return sorted(set.intersection(*absent)) if absent else []


def _input_report(name: str, digest: str, one: Staged, rejected: Rejected) -> InputReport:
    duplicates = rejected.counts.get("duplicate", 0)
    return InputReport(
        name,
        digest,
        one.rows_in,
        one.kept - duplicates,
        rejected.counts,
        one.unknown_rails,
        rejects=rejected.file,
    )


def _manifest_entry(one: InputReport, options: ReadOptions, absent: list[str]) -> dict[str, Any]:
    return {
        "sha256": one.sha256,
        "name": one.name,
        "rows_in": one.rows_in,
        "kept": one.kept,
        "rejected": one.rejected,
        "unknown_rails": one.unknown_rails,
        "rejects": one.rejects,
        "options": options.fingerprint(),
        "columns_absent": absent,
        "fx": "given" if options.fx else "indicative",
    }
