"""JSON Schema (2020-12) of a parameter pack, for editors that check TOML while one writes."""

from typing import Any

from jaga.screening.indicators import INDICATORS
from jaga.screening.model import Indicator, Typology
from jaga.screening.pack_entries import LARGEST, LONGEST_WORDS, MOST_POINTS, limits
from jaga.screening.typologies import TYPOLOGIES

Schema = dict[str, Any]

WORDS: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_WORDS}
ENABLED: Schema = {"type": "boolean", "description": "false leaves it out"}
REASON: Schema = {**WORDS, "description": "why it differs; stands in the manifest"}


def schema() -> Schema:
    """The whole pack: every name it may hold, with units and defaults."""
    source = _table(
        {
            "publisher": {**WORDS, "description": "who publishes the list"},
            "document": WORDS,
            "date": {"type": "string", "format": "date"},
            "note": WORDS,
        }
    )
    parts = {
        "name": WORDS,
        "source": {**source, "required": ["publisher", "document", "date"]},
        "indicators": _table({i.id: _indicator(i) for i in INDICATORS.values()}),
        "typologies": _table({t.id: _typology(t) for t in TYPOLOGIES.values()}),
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_table(parts)}


def _table(parts: Schema) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": parts}


def _whole(least: int, most: int, words: str) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most, "description": words}


def _indicator(one: Indicator) -> Schema:
    numbers = {
        p.name: _whole(*limits(p.name), f"{p.unit}; {p.value} by default") for p in one.parameters
    }
    steps = ", ".join(f"{band.weight} from {band.at_least}" for band in one.bands)
    band = _table(
        {
            "at_least": _whole(1, LARGEST, one.measure),
            "weight": _whole(1, MOST_POINTS, "points"),
        }
    )
    bands = {
        "type": "array",
        "minItems": 1,
        "items": {**band, "required": ["at_least", "weight"]},
        "description": f"points by {one.measure}, low to high; {steps} by default",
    }
    return _table({**numbers, "bands": bands, "enabled": ENABLED, "reason": REASON})


def _typology(one: Typology) -> Schema:
    terms = {
        term.indicator: _table(
            {
                "percent": _whole(1, MOST_POINTS, f"of its weight; {term.percent} by default"),
                "required": {
                    "type": "boolean",
                    "description": f"{str(term.required).lower()} by default",
                },
                "enabled": ENABLED,
                "reason": REASON,
            }
        )
        for term in one.terms
    }
    return _table(
        {
            "threshold": _whole(1, MOST_POINTS, f"points; {one.threshold} by default"),
            "terms": _table(terms),
            "enabled": ENABLED,
            "reason": REASON,
        }
    )
