"""A lookup pack: the codes and conventions of one financial intelligence unit, each sourced."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from jaga.fiu.refusing import bad, refused
from jaga.fiu.schema import Schema

SHIPPED = ("ppatk",)
CONFIDENCES = ("secondary", "public xsd", "own", "read")
_TABLES = ("report", "codes", "fillers", "limits")


@dataclass(frozen=True)
class Convention:
    """One thing a unit expects: what it says, what the writer does, and how surely we know."""

    name: str
    says: str
    followed: str
    source: str
    confidence: str


@dataclass(frozen=True)
class Pack:
    """A unit's codes (list → meaning → candidates), texts, limits and conventions."""

    name: str
    title: str
    currency: str
    timezone_hours: int
    codes: Mapping[str, Mapping[str, Any]]
    fillers: Mapping[str, str]
    limits: Mapping[str, int]
    conventions: tuple[Convention, ...]

    def meanings(self, listed: str) -> tuple[str, ...]:
        """The words a code list of this pack knows."""
        return tuple(name for name in self.codes[listed] if name != "type")

    def candidates(self, listed: str, meaning: str) -> tuple[str, ...]:
        """The unit's own code first, then its stand-ins; empty when the meaning is unknown."""
        return tuple(self.codes[listed].get(meaning, ()))

    def code(self, schema: Schema, listed: str, meaning: str) -> str:
        """The first candidate the schema knows; else the unit's own code, which it will refuse."""
        found = self.candidates(listed, meaning)
        known = schema.codes(self.codes[listed]["type"])
        fitting = [one for one in found if known is None or one in known]
        return (fitting or list(found) or [""])[0]

    def own_code(self, listed: str, meaning: str) -> str:
        """The code the unit itself uses."""
        return (*self.candidates(listed, meaning), "")[0]

    def meaning_of(self, listed: str, code: str, comment: str = "") -> str:
        """Back from a code, and the comment beside a stand-in, to the meaning."""
        if comment in self.meanings(listed):
            return comment
        found = [name for name in self.meanings(listed) if code in self.candidates(listed, name)]
        return found[0] if found else ""

    def indicators(self, typology: str, role: str) -> tuple[str, ...]:
        """Indicator codes for an alert: by typology, else by role, else the default."""
        table = self.codes["indicator"]
        return tuple(table.get(typology) or table.get(role) or table["default"])


def read_pack(name: str) -> Pack:
    """A shipped pack by name, or a TOML file that may say `extends = "ppatk"`."""
    return _pack(_merged(_load(name), depth=0))


def _load(name: str) -> dict[str, Any]:
    if name in SHIPPED:
        text = files("jaga.fiu.packs").joinpath(f"{name}.toml").read_text(encoding="utf-8")
        return tomllib.loads(text)
    if not Path(name).is_file():
        raise refused(
            f"Tidak ada paket dengan nama itu. Yang ada: {', '.join(SHIPPED)}, atau berkas TOML.",
            f"There is no pack of that name. Known: {', '.join(SHIPPED)}, or a TOML file.",
        )
    try:
        return tomllib.loads(Path(name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise bad(
            "Berkas paket bukan TOML yang utuh. Perbaiki lalu ulangi.",
            "The pack file is not whole TOML. Mend it and try again.",
        ) from None


def _merged(values: dict[str, Any], depth: int) -> dict[str, Any]:
    base = values.pop("extends", None)
    if base is None:
        return values
    if base not in SHIPPED or depth:
        raise bad(
            f"Paket hanya dapat memperluas: {', '.join(SHIPPED)}.",
            f"A pack can only extend: {', '.join(SHIPPED)}.",
        )
    return _over(_load(base), values)


def _over(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    for name, value in above.items():
        nested = isinstance(value, dict) and isinstance(below.get(name), dict)
        below[name] = _over(below[name], value) if nested else value
    return below


def _pack(values: dict[str, Any]) -> Pack:
    try:
        for name in _TABLES:
            dict(values[name])
        return Pack(
            name=str(values["name"]),
            title=str(values["title"]),
            currency=str(values["report"]["currency"]),
            timezone_hours=int(values["report"]["timezone_hours"]),
            codes=_codes(values["codes"]),
            fillers={name: str(text) for name, text in values["fillers"].items()},
            limits={name: int(number) for name, number in values["limits"].items()},
            conventions=tuple(Convention(**one) for one in values.get("convention", ())),
        )
    except (KeyError, TypeError, ValueError):
        raise bad(
            'Berkas paket tidak lengkap. Mulailah dengan extends = "ppatk".',
            'The pack file is incomplete. Begin it with extends = "ppatk".',
        ) from None


def _codes(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    for table in tables.values():
        if not isinstance(table["type"], str):
            raise TypeError("a code list names its type")
        lists = [value for name, value in table.items() if name != "type"]
        if not all(isinstance(v, list) and v and all(isinstance(c, str) for c in v) for v in lists):
            raise TypeError("candidates are a list of texts")
    return {name: dict(table) for name, table in tables.items()}
