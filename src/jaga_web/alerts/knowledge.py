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


def look_alikes(typology_name: str, weights: dict[str, int]) -> tuple[Known, ...]:
    """The innocent explanations to hold against an alert, each once, the likeliest first.

    `weights` are those of the answers by indicator. The typology's own come first, then those that
    the heaviest answers name together, then by name.
    """
    known = typology(typology_name)
    listed = {each.name: each for each in known.look_alikes} if known else {}
    named: dict[str, Known] = {}
    support: dict[str, int] = {}
    for name, weight in weights.items():
        asked = indicator(name)
        for each in asked.look_alikes if asked else ():
            named[each.name] = each
            support[each.name] = support.get(each.name, 0) + weight
    ordered = sorted(named.values(), key=lambda each: (-support[each.name], each.name))
    return tuple({**listed, **{each.name: each for each in ordered}}.values())
