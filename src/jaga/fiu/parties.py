"""What a provider knows of the parties: a table of facts by account, checked, never guessed."""

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from jaga.fiu.refusing import bad, refused
from jaga.ledger.tokens import TOKEN, normalised

LIFELONG = "lifelong"
YES = {"1", "yes", "ya", "true"}
NO = {"0", "no", "tidak", "false", ""}
GENDERS = ("", "M", "F")
KINDS = ("", "person", "entity")
_NUMBER = {"KTP": re.compile(r"[0-9]{16}")}
_NPWP = re.compile(r"[0-9]{15,16}")
_DATES = ("opened", "birthdate", "id_issued", "incorporation_date")


@dataclass(frozen=True)
class Party:
    """Facts about one account and its holder. Empty means: not known.

    `account` is the token or number the run knows; `account_number` the real number when the
    run is keyed. Dates are ISO days; `id_expires` may be `lifelong`.
    """

    account: str
    account_number: str = ""
    my_client: bool = False
    kind: str = ""
    institution_name: str = ""
    institution_code: str = ""
    swift: str = ""
    branch: str = ""
    currency: str = ""
    account_type: str = ""
    opened: str = ""
    customer_number: str = ""
    name: str = ""
    gender: str = ""
    birthdate: str = ""
    birth_place: str = ""
    mothers_name: str = ""
    id_type: str = ""
    id_number: str = ""
    id_issued: str = ""
    id_expires: str = ""
    id_country: str = ""
    nationality: str = ""
    residence: str = ""
    npwp: str = ""
    phone: str = ""
    address: str = ""
    city: str = ""
    province: str = ""
    postcode: str = ""
    country: str = ""
    occupation: str = ""
    source_of_funds: str = ""
    business: str = ""
    incorporation_number: str = ""
    incorporation_date: str = ""

    @property
    def number(self) -> str:
        """The account number a report may carry; empty when only a token is known."""
        return self.account_number or ("" if TOKEN.fullmatch(self.account) else self.account)

    def under_18_on(self, day: date) -> bool:
        """Whether the birth date says that the holder is not yet 18 on `day`."""
        if not self.birthdate:
            return False
        born = date.fromisoformat(self.birthdate)
        return (day.year - born.year, day.month, day.day) < (18, born.month, born.day)


COLUMNS = tuple(field.name for field in fields(Party))
Parties = Mapping[str, Party]


def read_parties(path: Path) -> dict[str, Party]:
    """The parties file: CSV, or TOML with one [[party]] each. BadInput when it is neither."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise bad(
            "Berkas pihak tidak dapat dibuka sebagai teks UTF-8. Periksa nama dan izinnya.",
            "The parties file cannot be opened as UTF-8 text. Check its name and permissions.",
        ) from None
    if path.suffix.lower() == ".toml":
        return parties(_from_toml(text))
    return parties_from_csv(text)


def parties_from_csv(text: str) -> dict[str, Party]:
    """Parties from CSV text whose first line names the columns."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        rows = list(reader)
    except csv.Error:
        rows = [{}]
    if any(None in row or None in row.values() for row in rows) or not reader.fieldnames:
        raise bad(
            "Berkas pihak bukan CSV yang utuh: setiap baris harus punya semua kolom.",
            "The parties file is not a whole CSV: every row must have all columns.",
        )
    return parties(rows)


def _from_toml(text: str) -> Iterable[Mapping[str, object]]:
    try:
        rows = tomllib.loads(text)["party"]
        return [dict(row) for row in rows]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError):
        raise bad(
            "Berkas pihak bukan TOML dengan [[party]] untuk setiap rekening.",
            "The parties file is not TOML with one [[party]] for each account.",
        ) from None


def parties(rows: Iterable[Mapping[str, object]]) -> dict[str, Party]:
    """Parties by the account the run knows them by."""
    found: dict[str, Party] = {}
    for number, row in enumerate(rows, start=1):
        party = party_from(row, number)
        if key(party.account) in found:
            raise bad(
                f"Berkas pihak, baris {number}: rekening ini sudah ada di baris sebelumnya.",
                f"Parties file, row {number}: this account stands in an earlier row already.",
            )
        found[key(party.account)] = party
    return found


def key(account: str) -> str:
    """How an account is looked up: a token as it is, a number without its dots and dashes."""
    return account.lower() if TOKEN.fullmatch(account) else normalised("account", account)


def party_from(row: Mapping[str, object], number: int = 1) -> Party:
    """One checked party from a row of column → value; `number` names the row in a refusal."""
    unknown = sorted(set(row) - set(COLUMNS))
    if unknown:
        raise bad(
            f"Berkas pihak: kolom {unknown[0]} tidak dikenal. Yang ada: {', '.join(COLUMNS)}.",
            f"Parties file: there is no column {unknown[0]}. Known: {', '.join(COLUMNS)}.",
        )
    values = {name: _text(value) for name, value in row.items()}
    for name, text in values.items():
        if not text.isprintable():
            raise _wrong(number, name, "tanpa huruf yang tidak tercetak", "hold printable letters")
    if not values.get("account"):
        raise _wrong(number, "account", "diisi", "be filled in")
    mine = values.pop("my_client", "").lower()
    if mine not in YES | NO:
        raise _wrong(number, "my_client", "ya atau tidak", "be yes or no")
    for name in ("institution_code", "currency", "id_type", "id_country", "nationality"):
        values[name] = values.get(name, "").upper()
    party = Party(**values, my_client=mine in YES)
    _check(party, number)
    return party


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value if value is not None else "").strip()


def _check(party: Party, row: int) -> None:
    for name in _DATES:
        _check_date(getattr(party, name), row, name)
    if party.id_expires != LIFELONG:
        _check_date(party.id_expires, row, "id_expires")
    if party.gender not in GENDERS:
        raise _wrong(row, "gender", "M atau F", "be M or F")
    if party.kind not in KINDS:
        raise _wrong(row, "kind", "person atau entity", "be person or entity")
    if party.npwp and not _NPWP.fullmatch(re.sub(r"[.\- ]", "", party.npwp)):
        raise refused(
            f"Berkas pihak, baris {row}: NPWP harus 15 atau 16 angka. Perbaiki kolom npwp.",
            f"Parties file, row {row}: an NPWP has 15 or 16 digits. Mend the column npwp.",
        )
    shape = _NUMBER.get(party.id_type)
    if party.id_number and shape and not shape.fullmatch(party.id_number):
        raise refused(
            f"Berkas pihak, baris {row}: NIK pada KTP harus 16 angka. Perbaiki kolom id_number.",
            f"Parties file, row {row}: the NIK of a KTP has 16 digits. Mend the column id_number.",
        )


def _check_date(text: str, row: int, name: str) -> None:
    try:
        if text:
            date.fromisoformat(text)
    except ValueError:
        raise _wrong(row, name, "tanggal seperti 1990-01-31", "be a date like 1990-01-31") from None


def _wrong(row: int, column: str, indonesian: str, english: str) -> Exception:
    return bad(
        f"Berkas pihak, baris {row}: kolom {column} harus {indonesian}.",
        f"Parties file, row {row}: the column {column} must {english}.",
    )
