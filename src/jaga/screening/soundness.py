"""What must hold of the indicators and typologies as a whole, checked and told by name.

Each file checks itself when it is read; here stands what no single file can see.
"""

import re
import sys
from collections.abc import Mapping

from jaga.screening.model import ROLES, Indicator, Typology

LEAST_INDICATORS = 30
LEAST_TYPOLOGIES = 10

CATALOGUE: frozenset[str] = frozenset(
    f"{kind}-{number}"
    for kind, last in (("PAY", 12), ("REC", 8), ("FAC", 7), ("EXT", 5), ("VA", 5))
    for number in range(1, last + 1)
)
"""Marks of the public indicator catalogue: payers, receivers, facilitators, extortion of a
child, virtual assets. Each must be served by a question; a docstring names those it serves."""

_CODE = re.compile(r"\b(?:PAY|REC|FAC|EXT|VA)-\d+\b")


def serves(indicator: Indicator) -> set[str]:
    """Marks of the catalogue that the indicator's own file names in its first lines."""
    module = sys.modules.get(f"jaga.screening.indicators.{indicator.id}")
    return set(_CODE.findall((module and module.__doc__) or ""))


def codes(indicators: Mapping[str, Indicator]) -> set[str]:
    """Marks of the catalogue that some indicator serves."""
    return set().union(*(serves(one) for one in indicators.values()))


def _of_indicator(one: Indicator) -> list[str]:
    """What one indicator lacks, in words."""
    fires = {bool(example.rows.strip()) for example in one.examples}
    asks = one.sql + one.evidence.where + "".join(b.where + b.fires_if for b in one.bounds)
    wrong = {
        "names no published source": not one.sources,
        "has a parameter without unit or reason": any(
            not (p.unit and p.why) for p in one.parameters
        ),
        "has a band without a sentence in both languages": any(
            not (b.reason.id and b.reason.en) for b in one.bands
        ),
        "names no look-alike": not one.look_alikes,
        "needs an example that fires and one that stays quiet": fires != {True, False},
        "asks about a country": "country" in asks or "abroad" in asks,
        "serves no mark of the catalogue": one.family != "list" and not serves(one),
    }
    return [f"{one.id}: {words}" for words, holds in wrong.items() if holds]


def _of_typology(one: Typology, indicators: Mapping[str, Indicator]) -> list[str]:
    families = {indicators[term.indicator].family for term in one.terms}
    required = sum(
        indicators[t.indicator].bands[-1].weight * t.percent // 100 for t in one.terms if t.required
    )
    wrong = {
        "asks questions of one family only": len(families) < 2,
        "can be reached by its required question alone": required >= one.threshold,
    }
    return [f"{one.id}: {words}" for words, holds in wrong.items() if holds]


def faults(indicators: Mapping[str, Indicator], typologies: Mapping[str, Typology]) -> list[str]:
    """Everything that does not hold, one sentence each; empty when all is sound."""
    found = [words for one in indicators.values() for words in _of_indicator(one)]
    found += [words for one in typologies.values() for words in _of_typology(one, indicators)]
    if len(indicators) < LEAST_INDICATORS:
        found.append(f"there are {len(indicators)} indicators, fewer than {LEAST_INDICATORS}")
    if len(typologies) < LEAST_TYPOLOGIES:
        found.append(f"there are {len(typologies)} typologies, fewer than {LEAST_TYPOLOGIES}")
    found += [f"no indicator serves {code}" for code in sorted(CATALOGUE - codes(indicators))]
    found += [f"no typology speaks of a {role}" for role in ROLES
              if role not in {one.role for one in typologies.values()}]  # fmt: skip
    used = {term.indicator for one in typologies.values() for term in one.terms}
    found += [f"{id_}: serves no typology" for id_ in indicators if id_ not in used]
    return found
