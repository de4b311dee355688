"""`jaga release`: protect a table, ask the ledger, publish with two names, audit all of it."""

import os
from datetime import date
from pathlib import Path
from typing import Annotated

from jaga.errors import BadInput, Refused
from jaga.evidence import release_audit
from jaga.evidence.count_files import Notes, read_counts, read_notes
from jaga.evidence.cubes import CountCube, ShownCube
from jaga.evidence.linked import protect_together
from jaga.evidence.publishing import WITHHELD, as_csv, as_json, as_xlsx
from jaga.evidence.releases import Draft, Signed, publish
from jaga.screening.export import write_whole
from jaga.words import Text
from jaga_cli import given
from jaga_cli import release_book as book
from jaga_cli.helping import argument, option, words
from jaga_cli.release_key import KeyFile
from jaga_cli.screen import day
from jaga_cli.terminal import err, language, out, say

HELP = words(
    "Penerbitan angka: lindungi, periksa terhadap semua terbitan, terbitkan berdua.",
    "Releases of figures: protect them, check them against all releases, publish with two people.",
)

Tables = Annotated[
    list[Path],
    argument(
        words("TABEL", "TABLE"),
        "hitungan dalam CSV (satu kolom untuk tiap dimensi, lalu `count`), keterangannya dalam "
        "TOML bernama sama; beberapa tabel berarti orang yang sama",
        "counts as CSV (a column for each dimension, then `count`), with a TOML of the same name "
        "that says what they are; several tables are of the same people",
    ),
]
LedgerFile = Annotated[
    Path,
    option("buku terbitan; kuncinya di berkas .key di sampingnya",
           "the release ledger; its key is the .key file beside it", "--ledger"),
]  # fmt: skip


def protect(
    tables: Tables,
    out_dir: Annotated[
        Path | None, option("folder untuk tabel terlindung", "folder for the protected tables",
                            "--out")
    ] = None,
) -> None:  # fmt: skip
    """Withhold, round and add up again; nothing is published by it."""
    cubes = [_counts(path, _notes(path, needed=False)) for path in tables]
    if out_dir is not None and any(path.parent.resolve() == out_dir.resolve() for path in tables):
        raise BadInput(
            Text(
                "Tabel terlindung akan menimpa hitungan aslinya. Pilih --out di folder lain.",
                "The protected table would overwrite the true counts. Choose another folder for "
                "--out.",
            )
        )
    for cube in protect_together(cubes):
        _show(cube)
        if out_dir is not None:
            _write(out_dir, f"{cube.id}.csv", _as_lines(cube).encode())


def check(tables: Tables, ledger: LedgerFile) -> None:
    """Would this release, beside all earlier ones, tell of a few people? Publishes nothing."""
    answer = release_audit.check(book.read(ledger), _draft(tables), KeyFile(book.key_of(ledger)))
    answer.refuse_unless()
    compared = ", ".join(map(str, answer.compared)) or "-"
    say(
        f"Aman diterbitkan. Terbitan sebelumnya tentang orang yang sama: {compared}.",
        f"Safe to publish. Earlier releases of the same people: {compared}.",
    )


def publish_command(
    tables: Tables,
    ledger: LedgerFile,
    by: Annotated[str, option("siapa yang mengusulkan", "who proposes", "--by")],
    second: Annotated[
        str, option("siapa yang mengesahkan, orang lain", "who approves, another person",
                    "--second")
    ],
    out_dir: Annotated[
        Path, option("folder untuk CSV, XLSX, dan JSON", "folder for CSV, XLSX and JSON", "--out")
    ],
    on: given.OnDay = None,
) -> None:  # fmt: skip
    """Publish what the audit lets through: files for readers, and one line in the ledger."""
    signed = Signed(by, second, day(on, "--date") or date.today())
    before, draft, vault = book.read(ledger), _draft(tables), KeyFile(book.key_of(ledger))
    release_audit.check(before, draft, vault).refuse_unless()
    after = publish(before, draft, signed, vault=vault)
    release = after.releases[-1]
    name = f"jaga-{release.number:04}"
    _make(out_dir)
    # The line first: a file that readers have and no ledger knows would go unaudited for ever.
    book.add(ledger, before, after.lines[-1])
    _write(out_dir, f"{name}.csv", as_csv(release).encode())
    _write(out_dir, f"{name}.xlsx", as_xlsx(release, after.last_hash))
    _write(out_dir, f"{name}.json", as_json(release, after.last_hash).encode())
    for table in release.tables:
        _show(table)
    say(
        f"Terbitan {release.number} tercatat. Berkasnya di {out_dir}.",
        f"Release {release.number} is in the ledger. Its files are in {out_dir}.",
    )


def audit(
    ledger: Annotated[
        Path,
        argument(words("BUKU", "LEDGER"), "buku terbitan", "the release ledger"),
    ],
) -> None:
    """Attack everything published so far; name each withheld count that can be narrowed down."""
    found = book.read(ledger)
    if not found.lines:
        raise BadInput(
            Text("Buku terbitan itu tidak ada atau kosong.", "That ledger is missing or empty.")
        )
    answer = release_audit.audit(found)
    if not answer.safe:
        for finding in answer.findings:
            err.print(finding.words.say(language()), markup=False)
        raise Refused(
            Text(
                "Ada hitungan tertahan yang dapat dihitung pembaca; lihat di atas.",
                "Readers can work out withheld counts; see above.",
            )
        )
    say(
        f"{len(answer.compared)} terbitan: rantainya utuh, dan tidak ada yang terbuka.",
        f"{len(answer.compared)} releases: the chain is whole, and nothing is given away.",
    )


def _draft(paths: list[Path]) -> Draft:
    notes = [found for path in paths if (found := _notes(path, needed=True))]
    if any(one.about != notes[0].about for one in notes):
        raise BadInput(
            Text(
                "Tabel dalam satu terbitan harus tentang hal yang sama: samakan measure, "
                "population, unit, definition, first, last, as_of, dan source.",
                "Tables of one release have to be about the same: give them the same measure, "
                "population, unit, definition, first, last, as_of and source.",
            )
        )
    cubes = [_counts(path, one) for path, one in zip(paths, notes, strict=True)]
    return Draft(
        notes[0].title, notes[0].about, protect_together(cubes), tuple(c.counts for c in cubes)
    )


def _counts(path: Path, notes: Notes | None) -> CountCube:
    return read_counts(_text(path), path.stem, notes)


def _notes(path: Path, *, needed: bool) -> Notes | None:
    beside = path.with_suffix(".toml")
    if not needed and not beside.is_file():
        return None
    return read_notes(_text(beside))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            Text(
                f"Berkas {path.name} tidak dapat dibaca. Simpan sebagai teks UTF-8 di tempat itu.",
                f"File {path.name} cannot be read. Save it there as UTF-8 text.",
            )
        ) from error


def _write(folder: Path, name: str, content: bytes) -> None:
    _make(folder)
    try:
        write_whole(folder / name, content)
    except OSError as error:
        raise _cannot_write() from error


def _make(folder: Path) -> None:
    """The folder, which can be written to: better known before anything is published."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write() from error
    if not os.access(folder, os.W_OK):
        raise _cannot_write()


def _cannot_write() -> BadInput:
    return BadInput(
        Text(
            "Tidak dapat menulis ke --out. Pilih tempat lain.",
            "Cannot write to --out. Choose another place.",
        )
    )


def _as_lines(cube: ShownCube) -> str:
    from jaga.spreadsheet import as_csv as lines

    head = [*(one.id for one in cube.dimensions), "count"]
    rows = [
        [
            *(d.categories[n].id for d, n in zip(cube.dimensions, at, strict=True)),
            WITHHELD if count is None else count,
        ]
        for at, count in zip(cube.coordinates, cube.cells, strict=True)
    ]
    return lines([head, *rows])


def _show(cube: ShownCube) -> None:
    out.print(cube.title.say(language()), markup=False)
    out.print(_as_lines(cube).rstrip(), markup=False)
    out.print(cube.notes.say(language()), markup=False)


# Name, what runs, and what the help says of it in both languages.
COMMANDS = (
    ("protect", protect,
        "Tahan angka kecil dan pelengkapnya, bulatkan, jumlahkan lagi; tidak menerbitkan.",
        "Withhold small counts and their partners, round, add up again; publishes nothing."),
    ("check", check,
        "Tanyakan apakah tabel ini aman di samping semua terbitan sebelumnya.",
        "Ask whether this table is safe beside all earlier releases."),
    ("publish", publish_command,
        "Terbitkan dengan dua nama: berkas untuk pembaca, satu baris di buku terbitan.",
        "Publish with two names: files for readers, one line in the ledger."),
    ("audit", audit,
        "Serang semua terbitan sampai kini: adakah yang dapat dihitung pembaca?",
        "Attack all releases so far: can readers work anything out?"),
)  # fmt: skip
