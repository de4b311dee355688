"""Who files: the reporting party's number at PPATK, its reporting officer, where it sits."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from jaga.fiu.refusing import bad, refused
from jaga.words import Text


@dataclass(frozen=True)
class Reporter:
    """The reporting party. `user_code` or an officer's `name` says who signs.

    `rentity_id` is the number goAML gave the reporting entity when it registered.
    """

    rentity_id: int
    institution_name: str
    institution_code: str
    branch: str = ""
    user_code: str = ""
    name: str = ""
    occupation: str = ""
    address: str = ""
    city: str = ""
    province: str = ""


# How a sentence names what is missing; goAML's own name stands beside it.
NAMES = {
    "rentity_id": Text("nomor pihak pelapor", "number of the reporting party"),
    "institution_name": Text("nama lembaga", "name of the institution"),
    "institution_code": Text("kode lembaga", "code of the institution"),
    "user_code": Text("kode atau nama petugas pelapor", "code or name of the reporting officer"),
    "city": Text("kota", "city"),
    "province": Text("provinsi", "province"),
}
COLUMNS = tuple(field.name for field in fields(Reporter))


def read_reporter(path: Path | None) -> Reporter:
    """The reporter file (TOML with the names of `Reporter`); Refused when it is missing."""
    if path is None:
        raise refused(
            "Data pelapor belum diberikan. Beri --reporter dengan berkas TOML: rentity_id, "
            "institution_name, institution_code, dan user_code atau name.",
            "The reporting party is not given. Give --reporter with a TOML file: rentity_id, "
            "institution_name, institution_code, and user_code or name.",
        )
    try:
        return reporter_from(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise bad(
            "Berkas pelapor tidak dapat dibaca sebagai TOML. Periksa nama dan isinya.",
            "The reporter file cannot be read as TOML. Check its name and content.",
        ) from None


def reporter_from(values: Mapping[str, object]) -> Reporter:
    """A checked reporter; Refused naming every field that is missing."""
    unknown = sorted(set(values) - set(COLUMNS))
    if unknown:
        raise bad(
            f"Data pelapor: {unknown[0]} tidak dikenal. Yang ada: {', '.join(COLUMNS)}.",
            f"Reporting party: there is no {unknown[0]}. Known: {', '.join(COLUMNS)}.",
        )
    texts = {name: str(value).strip() for name, value in values.items()}
    needed = ("rentity_id", "institution_name", "institution_code")
    missing = [name for name in needed if not texts.get(name)]
    if not (texts.get("user_code") or texts.get("name")):
        missing.append("user_code")
    if texts.get("address"):
        missing += [name for name in ("city", "province") if not texts.get(name)]
    if missing:
        raise refused(
            "Data pelapor belum lengkap: "
            + ", ".join(f"{NAMES[one].id} ({one})" for one in missing)
            + ".",
            "The reporting party is incomplete: "
            + ", ".join(f"{NAMES[one].en} ({one})" for one in missing)
            + ".",
        )
    if not (texts["rentity_id"].isascii() and texts["rentity_id"].isdigit()):
        raise refused(
            "Data pelapor: rentity_id harus bilangan dari PPATK.",
            "Reporting party: rentity_id must be the number PPATK gave.",
        )
    if texts.get("user_code") and texts.get("name"):
        raise refused(
            "Data pelapor: isi user_code atau name, jangan keduanya.",
            "Reporting party: give user_code or name, not both.",
        )
    number = int(texts.pop("rentity_id"))
    return Reporter(rentity_id=number, **texts)
