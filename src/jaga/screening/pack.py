"""Parameter packs: other numbers for the same questions, without touching code.

A pack is a TOML file that names what differs, whose list it is, and why:

    name = "bank-contoh-2026"
    [source]
    publisher = "Lembaga Pengawas Contoh"
    document = "Daftar tanda bahaya"
    date = 2026-01-15
    [indicators.payer_several_receivers]
    window_days = 60
    bands = [{at_least = 4, weight = 12}, {at_least = 8, weight = 30}]
    reason = "butir 4"
    [typologies.payer_many_receivers]
    threshold = 70

What it may name, and what it never may, stands in `pack_entries`. Unknown names are errors,
and the whole pack is part of the run's manifest.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jaga.screening import pack_entries as entries
from jaga.screening.circumstances import CIRCUMSTANCES
from jaga.screening.circumstances.model import Circumstance
from jaga.screening.indicators import INDICATORS
from jaga.screening.model import Indicator, Typology
from jaga.screening.pack_entries import refuse
from jaga.screening.typologies import TYPOLOGIES

NEAR_PERCENT = 50
"""A run keeps what reached half of its threshold: a regulator rarely halves a threshold, and
below that most accounts with one odd payment stand."""


@dataclass(frozen=True)
class PackSource:
    """Whose list a pack is: the publisher, the document and its date (ISO 8601)."""

    publisher: str
    document: str
    date: str
    note: str = ""


@dataclass(frozen=True)
class Pack:
    """The questions a run asks, with the numbers it asks them with.

    `reasons`: why an entry differs, by its key such as `typologies.payer_many_receivers`.
    `content`: what the file said, as JSON holds it; `from_content` makes the same pack of it.
    `near_percent`: from which share of its threshold on a finding is told of as a standing; it
    changes no alert.
    """

    name: str
    indicators: Mapping[str, Indicator]
    typologies: Mapping[str, Typology]
    source: PackSource | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    content: Mapping[str, Any] = field(default_factory=dict)
    near_percent: int = NEAR_PERCENT

    @property
    def lookback_days(self) -> int:
        """How far back any question, or the payments that show its answer, reaches, in days."""
        indicators = self.indicators.values()
        return max(max(one.lookback_days, one.evidence.days) for one in indicators)

    def numbers(self) -> dict[str, Any]:
        """Every version, parameter, band, term and threshold, as the manifest records them."""
        return {
            "indicators": {
                i.id: {
                    "version": i.version,
                    "sha256": _hash(i),
                    **i.values,
                    "bands": [[band.at_least, band.weight] for band in i.bands],
                }
                for i in self.indicators.values()
            },
            "typologies": {
                t.id: {
                    "version": t.version,
                    "sha256": _hash(t),
                    "threshold": t.threshold,
                    "terms": {
                        term.indicator: {"percent": term.percent, "required": term.required}
                        for term in t.terms
                    },
                }
                for t in self.typologies.values()
            },
            "circumstances": {
                c.id: {
                    "sha256": _hash(c),
                    "steps": [[step.at_least, step.points] for step in c.steps],
                }
                for c in CIRCUMSTANCES.values()
            },
        }

    def sha256(self) -> str:
        """A hash over all the numbers: two runs with one hash asked the same."""
        return _digest(self.numbers())

    def content_sha256(self) -> str:
        """A hash over the file's own content, its publisher and reasons included."""
        return _digest(self.content)

    def told(self) -> dict[str, Any]:
        """All that a manifest says of the pack, enough to make it again."""
        return {
            "name": self.name,
            "source": None if self.source is None else vars(self.source),
            "content": self.content,
            "content_sha256": self.content_sha256(),
            **self.numbers(),
        }


_WORDS_ALONE = ("examples", "look_alikes", "sources", "title", "question", "bounds")
"""Parts of a rule that change no answer."""

DEFAULT = Pack("default", INDICATORS, TYPOLOGIES)


def _digest(value: object) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _hash(rule: Indicator | Typology | Circumstance) -> str:
    """A hash over all that decides an answer: SQL, bands and weights beside the numbers."""
    parts = {name: value for name, value in vars(rule).items() if name not in _WORDS_ALONE}
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def read_pack(path: Path) -> Pack:
    """The default questions with the numbers of the file. Raises BadInput with what to mend."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise refuse("berkas tidak dapat dibaca.", "the file cannot be read.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise refuse("isinya bukan TOML yang sah.", "it is not valid TOML.") from error
    return from_content(content, path.stem)


def from_content(content: Mapping[str, Any], fallback_name: str = "pack") -> Pack:
    """The pack that `content` describes. Raises BadInput naming the key that is wrong."""
    plain = entries.plain(content)
    entries.only(plain, ("name", "source", "indicators", "typologies"), "")
    wanted_indicators = entries.table("indicators", plain.get("indicators", {}))
    wanted_typologies = entries.table("typologies", plain.get("typologies", {}))
    entries.known("indikator / indicator", INDICATORS, wanted_indicators)
    entries.known("tipologi / typology", TYPOLOGIES, wanted_typologies)
    indicators = {
        name: made
        for name, one in INDICATORS.items()
        if (made := entries.indicator(one, wanted_indicators.get(name, {})))
    }
    left_out = set(INDICATORS) - set(indicators)
    typologies = {
        name: kept
        for name, one in TYPOLOGIES.items()
        if (kept := entries.typology(one, wanted_typologies.get(name, {}), left_out))
    }
    _must_hold(indicators, typologies)
    name = plain.get("name", fallback_name)
    return Pack(
        entries.words("name", name),
        indicators,
        typologies,
        _source(plain["source"]) if "source" in plain else None,
        entries.reasons(plain),
        {**plain, "name": name} if plain else {},
    )


def read_manifest_pack(parameters: Mapping[str, Any]) -> Pack:
    """The pack that a manifest's `parameters` tell of. Raises BadInput when they tell of none."""
    content = parameters.get("content")
    if not isinstance(content, dict):
        raise refuse(
            "manifes ini tidak memuat isi paket; jalankan ulang penyaringan dengan versi ini.",
            "this manifest holds no pack content; screen again with this version.",
        )
    return from_content(content, "default")


def _must_hold(indicators: Mapping[str, Indicator], typologies: Mapping[str, Typology]) -> None:
    """At least one typology, each with a required term that is no match with a list, and
    questions of two families."""
    if not typologies:
        raise refuse(
            "typologies: semuanya dimatikan; sisakan paling sedikit satu.",
            "typologies: all are switched off; leave at least one on.",
        )
    for one in typologies.values():
        families = {indicators[term.indicator].family for term in one.terms}
        if len(families) < 2 or not any(term.required for term in one.terms):
            raise refuse(
                f"typologies.{one.id} harus menyisakan indikator dari dua keluarga dan satu yang "
                "wajib (required). Ubah terms-nya, atau matikan dengan enabled = false.",
                f"typologies.{one.id} must keep indicators of two families and a required one. "
                "Change its terms, or switch it off with enabled = false.",
            )
        for term in one.terms:
            if term.required and indicators[term.indicator].family == "list":
                where = f"typologies.{one.id}.terms.{term.indicator}.required"
                raise refuse(
                    f"{where}: kecocokan dengan daftar pantau tidak boleh diwajibkan; ia hanya "
                    "menambah pada pola yang sudah ada.",
                    f"{where}: a match with the watchlist may not be required; it only adds to a "
                    "pattern that is there.",
                )


def _source(value: object) -> PackSource:
    given = entries.table("source", value)
    entries.only(given, ("publisher", "document", "date", "note"), "source")
    for name in ("publisher", "document", "date"):
        if name not in given:
            raise refuse(
                f"source.{name} tidak ada; sebut penerbit, dokumen, dan tanggalnya.",
                f"source.{name} is missing; name the publisher, the document and its date.",
            )
    texts = {name: entries.words(f"source.{name}", text) for name, text in given.items()}
    return PackSource(**{**texts, "date": entries.day("source.date", texts["date"])})
