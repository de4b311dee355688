"""Parameter packs: other numbers for the same questions, without touching code.

A pack is a TOML file:

    name = "bank-contoh-2026"
    [indicators.payer_several_receivers]
    window_days = 60
    [typologies.payer_many_receivers]
    threshold = 70

Unknown names are errors, and the whole pack is part of the run's configuration hash.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jaga.errors import BadInput
from jaga.screening.indicators import INDICATORS
from jaga.screening.model import Indicator, Typology
from jaga.screening.typologies import TYPOLOGIES
from jaga.words import Text


@dataclass(frozen=True)
class Pack:
    """The questions a run asks, with the numbers it asks them with."""

    name: str
    indicators: Mapping[str, Indicator]
    typologies: Mapping[str, Typology]

    @property
    def lookback_days(self) -> int:
        """How far back any question reaches, in days."""
        return max(indicator.lookback_days for indicator in self.indicators.values())

    def numbers(self) -> dict[str, Any]:
        """Every version, parameter and threshold, as the manifest records them."""
        return {
            "indicators": {
                i.id: {"version": i.version, "sha256": _content(i), **i.values}
                for i in self.indicators.values()
            },
            "typologies": {
                t.id: {"version": t.version, "sha256": _content(t), "threshold": t.threshold}
                for t in self.typologies.values()
            },
        }

    def sha256(self) -> str:
        """A hash over all the numbers: two runs with one hash asked the same."""
        text = json.dumps(self.numbers(), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


LARGEST = 10**15
"""More than any count, amount or span that a question could mean."""

_WORDS_ALONE = ("examples", "look_alikes", "sources", "title", "question")
"""Parts of a rule that change no answer."""

DEFAULT = Pack("default", INDICATORS, TYPOLOGIES)


def _content(rule: Indicator | Typology) -> str:
    """A hash over all that decides an answer: SQL, bands and weights beside the numbers."""
    parts = {name: value for name, value in vars(rule).items() if name not in _WORDS_ALONE}
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _refuse(indonesian: str, english: str) -> BadInput:
    return BadInput(Text(f"Paket parameter: {indonesian}", f"Parameter pack: {english}"))


def _table(name: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _refuse(f"[{name}] harus berupa tabel.", f"[{name}] must be a table.")
    return value


def _whole(table: str, values: object) -> dict[str, int]:
    for name, value in _table(table, values).items():
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LARGEST:
            raise _refuse(
                f"{table}.{name} harus bilangan bulat dari 0 sampai {LARGEST}.",
                f"{table}.{name} must be a whole number from 0 to {LARGEST}.",
            )
    return _table(table, values)


def _indicator(indicator: Indicator, values: dict[str, int]) -> Indicator:
    unknown = set(values) - set(indicator.values)
    if unknown:
        known = ", ".join(indicator.values)
        raise _refuse(
            f"{indicator.id} tidak mengenal {', '.join(sorted(unknown))}. Yang ada: {known}.",
            f"{indicator.id} has no {', '.join(sorted(unknown))}. It has: {known}.",
        )
    return replace(
        indicator,
        parameters=tuple(
            replace(p, value=values.get(p.name, p.value)) for p in indicator.parameters
        ),
    )


def _known(kind: str, names: Mapping[str, object], wanted: Mapping[str, object]) -> None:
    unknown = sorted(set(wanted) - set(names))
    if unknown:
        raise _refuse(
            f"tidak ada {kind} bernama {unknown[0]}. Lihat `jaga indicators`.",
            f"there is no {kind} named {unknown[0]}. See `jaga indicators`.",
        )


def read_pack(path: Path) -> Pack:
    """The default questions with the numbers of the file. Raises BadInput with what to mend."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _refuse("berkas tidak dapat dibaca.", "the file cannot be read.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refuse("isinya bukan TOML yang sah.", "it is not valid TOML.") from error
    _known("bagian", dict.fromkeys(("name", "indicators", "typologies")), content)
    indicators = _table("indicators", content.get("indicators", {}))
    typologies = _table("typologies", content.get("typologies", {}))
    _known("indikator / indicator", INDICATORS, indicators)
    _known("tipologi / typology", TYPOLOGIES, typologies)
    return Pack(
        str(content.get("name", path.stem)),
        {i: _indicator(x, _whole(i, indicators.get(i, {}))) for i, x in INDICATORS.items()},
        {t: _typology(x, _whole(t, typologies.get(t, {}))) for t, x in TYPOLOGIES.items()},
    )


def _typology(typology: Typology, values: dict[str, int]) -> Typology:
    unknown = sorted(set(values) - {"threshold"})
    if unknown or values.get("threshold", 1) < 1:
        raise _refuse(
            f"{typology.id} hanya mengenal threshold, paling sedikit 1.",
            f"{typology.id} knows only threshold, of at least 1.",
        )
    return replace(typology, threshold=values.get("threshold", typology.threshold))


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a pack, for editors that check TOML while one writes."""

    def numbers(names: Mapping[str, str], least: int) -> dict[str, Any]:
        limits = {"type": "integer", "minimum": least, "maximum": LARGEST}
        properties = {name: {**limits, "description": words} for name, words in names.items()}
        return {"type": "object", "additionalProperties": False, "properties": properties}

    def table(parts: dict[str, Any]) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": False, "properties": parts}

    asked = {
        i.id: numbers({p.name: f"{p.unit}; {p.value} by default" for p in i.parameters}, 0)
        for i in INDICATORS.values()
    }
    weighed = {
        t.id: numbers({"threshold": f"points; {t.threshold} by default"}, 1)
        for t in TYPOLOGIES.values()
    }
    parts = {"name": {"type": "string"}, "indicators": table(asked), "typologies": table(weighed)}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **table(parts)}
