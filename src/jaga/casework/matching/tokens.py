"""What is known of a child, as keyed tokens that only two units holding one key can compare.

A token is the first 26 characters of base32(HMAC-SHA256(key, "jaga-match-1", column, value)), in
lower case. Tokens are pseudonyms and not anonymous data: whoever holds the key can try names until
one fits. So each pair of units has a key of its own, the file travels by a safe way, and it is
thrown away once it was compared.

The file is CSV, UTF-8, with the columns of COLUMNS and one line per child. `ref` is the sender's
own number for the line and means nothing to others. `name_words` and `form` hold several tokens
with spaces between. A column about something not known is empty.
"""

import base64
import csv
import hashlib
import hmac
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from jaga.casework.matching.names import plain, sounds
from jaga.errors import BadInput
from jaga.words import Text

VERSION = "1"
KEY_BYTES = 32
TOKEN_LENGTH = 26
MOST_ROWS = 5_000
LONGEST_REF = 40
SINGLE = (
    "name", "spelling", "birth_date", "birth_year", "sex", "region", "village", "mother",
    "age_band",
)  # fmt: skip
SEVERAL = ("name_words", "form")
COLUMNS = ("version", "key_mark", "ref", *SEVERAL, *SINGLE)
_TOKEN = re.compile(r"[a-z2-7]{26}")
_REF = re.compile(r"[A-Za-z0-9_-]{1,40}")
_NOT_KNOWN = frozenset({"", "unknown"})


@dataclass(frozen=True)
class Known:
    """What one unit knows of a child, in plain: it never leaves the unit.

    `birth_date` is "2012-05-01", "2012-05", "2012" or empty; the rest are names and codes.
    """

    ref: str
    name: str
    birth_date: str = ""
    sex: str = ""
    region: str = ""
    village: str = ""
    mother: str = ""
    age_band: str = ""
    form: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One child as tokens; an empty token says that the unit does not know."""

    ref: str
    name_words: frozenset[str]
    form: frozenset[str]
    name: str
    spelling: str
    birth_date: str
    birth_year: str
    sex: str
    region: str
    village: str
    mother: str
    age_band: str


def read_key(text: str) -> bytes:
    """A key as it is handed over: 64 hexadecimal digits. BadInput otherwise."""
    bare = "".join(text.split())
    if not re.fullmatch(r"[0-9a-fA-F]{64}", bare):
        raise BadInput(
            Text(
                "Kunci bersama harus 64 angka heksadesimal. Salin seluruh isi berkas kuncinya.",
                "A shared key has 64 hexadecimal digits. Copy the whole of its file.",
            )
        )
    return bytes.fromhex(bare)


def key_mark(key: bytes) -> str:
    """Tells whether two lists were made with one key, without telling the key."""
    return _token(key, "key", "mark")[:8]


def tokens(known: Known, key: bytes) -> Row | None:
    """The keyed line of one child; None when no name is known, for then nothing can be found."""
    words = sounds(known.name)
    if not words:
        return None
    whole = " ".join(words)
    year = known.birth_date[:4]
    day = known.birth_date if len(known.birth_date) == len("2012-05-01") else ""

    def made(column: str, value: str) -> str:
        return "" if value in _NOT_KNOWN else _token(key, column, value)

    return Row(
        ref=known.ref,
        name_words=frozenset(made("name_words", word) for word in words),
        form=frozenset(made("form", code) for code in known.form),
        name=made("name", whole),
        spelling=made("spelling", plain(known.name)),
        birth_date=made("birth_date", day),
        birth_year=made("birth_year", year),
        sex=made("sex", known.sex),
        region=made("region", known.region),
        village=made("village", " ".join(sounds(known.village))),
        mother=made("mother", " ".join(sounds(known.mother))[:1]),
        age_band=made("age_band", known.age_band),
    )


def write(rows: Iterable[Row], key: bytes) -> str:
    """The list as CSV text, in the order of `ref`, so that order tells nothing."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    mark = key_mark(key)
    for row in sorted(rows, key=lambda row: row.ref):
        several = [" ".join(sorted(getattr(row, name))) for name in SEVERAL]
        single = [getattr(row, name) for name in SINGLE]
        writer.writerow([VERSION, mark, row.ref, *several, *single])
    return buffer.getvalue()


def read(text: str, key: bytes) -> list[Row]:
    """Another unit's list. BadInput, naming the line, for anything that is not one.

    Only tokens pass: a list that holds a name or a date in plain is refused as a whole.
    """
    lines = csv.DictReader(io.StringIO(text.lstrip("\ufeff").strip()))
    if tuple(lines.fieldnames or ()) != COLUMNS:
        raise _refuse(
            "Baris pertama harus berisi nama kolom: {columns}.",
            "The first line must hold the names of the columns: {columns}.",
            columns=",".join(COLUMNS),
        )
    rows: dict[str, Row] = {}
    for number, line in enumerate(lines, start=2):
        row = _read_line(line, number, key_mark(key))
        if row.ref in rows:
            raise _refuse(
                "Baris {line}: rujukannya sudah dipakai baris lain. Mintalah daftar yang baru.",
                "Line {line}: its ref stands on another line already. Ask for a new list.",
                line=number,
            )
        rows[row.ref] = row
        if len(rows) > MOST_ROWS:
            raise _refuse(
                "Daftar ini memuat lebih dari {most} baris. Bagi menjadi beberapa daftar.",
                "This list has more than {most} lines. Divide it.",
                most=MOST_ROWS,
            )
    if not rows:
        raise _refuse("Daftar ini kosong.", "This list is empty.")
    return list(rows.values())


def _read_line(line: dict[str, str], number: int, mark: str) -> Row:
    values = {name: line.get(name) or "" for name in COLUMNS}
    if None in line or line.get(COLUMNS[-1]) is None or values["version"] != VERSION:
        raise _refuse(
            "Baris {line}: bentuknya bukan versi {version}. Mintalah daftar yang baru.",
            "Line {line}: it is not of version {version}. Ask for a new list.",
            line=number, version=VERSION,
        )  # fmt: skip
    if values["key_mark"] != mark:
        raise _refuse(
            "Baris {line}: dibuat dengan kunci lain. Pakai kunci bersama dengan unit itu.",
            "Line {line}: made with another key. Use the key you share with that unit.",
            line=number,
        )
    words, form = (frozenset(values[name].split()) for name in SEVERAL)
    single = {name: values[name] for name in SINGLE}
    in_form = all(not one or _TOKEN.fullmatch(one) for one in (*single.values(), *words, *form))
    if not (_REF.fullmatch(values["ref"]) and in_form and words):
        raise _refuse(
            "Baris {line}: isinya bukan token. Jangan menempelkan nama atau tanggal lahir; "
            "mintalah daftar token.",
            "Line {line}: it does not hold tokens. Paste no names or dates of birth; ask for "
            "a list of tokens.",
            line=number,
        )
    return Row(values["ref"], words, form, **single)


def _token(key: bytes, column: str, value: str) -> str:
    text = f"jaga-match-{VERSION}\0{column}\0{value}".encode()
    digest = hmac.digest(key, text, hashlib.sha256)
    return base64.b32encode(digest).decode("ascii")[:TOKEN_LENGTH].lower()


def _refuse(indonesian: str, english: str, **values: object) -> BadInput:
    return BadInput(Text(indonesian, english).filled(**values))
