"""What the core knows about the indicators and typologies that an alert names.

An alert may come from a run of another version, so an unknown id is shown as it is.
"""

from jaga.lookalikes import Known
from jaga.screening.indicators import INDICATORS
from jaga.screening.model import Indicator, Typology
from jaga.screening.typologies import TYPOLOGIES
from jaga.words import Language


def typology(name: str) -> Typology | None:
    """The typology called `name`, if this version has it."""
    return TYPOLOGIES.get(name)


def indicator(name: str) -> Indicator | None:
    """The indicator called `name`, if this version has it."""
    return INDICATORS.get(name)


def typology_title(name: str, language: Language) -> str:
    """The title of a typology in words."""
    known = typology(name)
    return known.title.say(language) if known else name


def indicator_title(name: str, language: Language) -> str:
    """The title of an indicator in words."""
    known = indicator(name)
    return known.title.say(language) if known else name


def look_alikes(typology_name: str, indicator_names: list[str]) -> tuple[Known, ...]:
    """The innocent explanations to hold against an alert, each name once, in a fixed order."""
    known = typology(typology_name)
    listed = list(known.look_alikes) if known else []
    for name in indicator_names:
        asked = indicator(name)
        listed += asked.look_alikes if asked else ()
    return tuple({look_alike.name: look_alike for look_alike in listed}.values())
