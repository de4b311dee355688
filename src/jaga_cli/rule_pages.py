"""The reference pages of indicators and typologies, from the rule files themselves."""

from collections.abc import Iterable
from inspect import cleandoc

from jaga.lookalikes import Known
from jaga.screening.circumstances import CIRCUMSTANCES
from jaga.screening.circumstances.model import Circumstance
from jaga.screening.indicators import INDICATORS
from jaga.screening.model import Indicator, Parameter, Source, Typology
from jaga.screening.typologies import TYPOLOGIES


def typologies() -> str:
    """One section for each typology: what it asks, from which indicators, and what follows."""
    return "# Typologies\n\n" + "\n".join(map(_typology, TYPOLOGIES.values()))


def indicators() -> str:
    """One section for each indicator: question, sources, numbers, sentences, SQL, examples."""
    return "# Indicators\n\n" + "\n".join(map(_indicator, INDICATORS.values()))


def circumstances() -> str:
    """What can lower an alert in the queue and raises none, one section each."""
    return (
        "# Circumstances\n\nThey can lower an alert in the queue, and are among an alert's reasons "
        "with the answer `circumstance`. No alert,\nscore or report rests on one. Points were "
        "fitted on invented countries.\n\n" + "\n".join(map(_circumstance, CIRCUMSTANCES.values()))
    )


def _circumstance(one: Circumstance) -> str:
    steps = "".join(
        f"| {step.at_least} | {step.points} | {step.reason.en if step.reason else '–'} "
        f"| {step.reason.id if step.reason else '–'} |\n"
        for step in one.steps
    )
    measure = "part in percent of whole" if one.unit == "percent" else "part"
    examples = "".join(f"- {example.name}\n" for example in one.examples)
    return (
        f"## {one.id}\n\n{one.title.en}. *{one.title.id}.*\n\n"
        f"Family `{one.family}`; told from {one.least} in `whole`.\n\n"
        f"{_sources(one.sources)}\n{_numbers(one.parameters) if one.parameters else ''}"
        f"| {measure}, from | points | sentence | kalimat |\n| --- | --- | --- | --- |\n{steps}"
        f"\nExamples:\n\n{examples}\n```sql\n{cleandoc(one.sql)}\n```\n"
    )


def _sources(sources: Iterable[Source]) -> str:
    return "".join(
        f"- {each.publisher}, *{each.title}*: {each.locator} ({each.confidence}, "
        f"{each.retrieved_on.isoformat()})\n"
        for each in sources
    )


def _numbers(parameters: Iterable[Parameter]) -> str:
    lines = "".join(
        f"| `{each.name}` | {each.value} | {each.unit} | {each.why} |\n" for each in parameters
    )
    return f"| number | value | unit | why |\n| --- | --- | --- | --- |\n{lines}\n"


def _typology(typology: Typology) -> str:
    terms = "".join(
        f"| [{term.indicator}](indicators.md#{term.indicator}) | {term.percent} % "
        f"| {'yes' if term.required else 'no'} |\n"
        for term in typology.terms
    )
    return (
        f"## {typology.id}\n\n{typology.title.en}. *{typology.title.id}.*\n\n"
        f"{typology.question.en}\n\n"
        f"Role `{typology.role}`, outcome `{typology.outcome}`, version {typology.version}, "
        f"alert from {typology.threshold} points, payments across a border weigh "
        f"{typology.cross_border_percent} %.\n\n"
        f"| indicator | counts | required |\n| --- | --- | --- |\n{terms}"
        + _look_alikes(typology.look_alikes)
    )


def _indicator(indicator: Indicator) -> str:
    bands = "".join(
        f"| {band.at_least} | {band.weight} | {band.reason.en} | {band.reason.id} |\n"
        for band in indicator.bands
    )
    examples = "".join(f"- {example.name}\n" for example in indicator.examples)
    return (
        f"## {indicator.id}\n\n{indicator.title.en}. *{indicator.title.id}.*\n\n"
        f"Roles {', '.join(f'`{role}`' for role in indicator.roles)}, family "
        f"`{indicator.family}`, version {indicator.version}, looks back "
        f"{indicator.lookback_days} days.\n\n{_sources(indicator.sources)}\n"
        f"{_numbers(indicator.parameters)}"
        f"| `{indicator.measure}` from | weight | sentence | kalimat |\n"
        f"| --- | --- | --- | --- |\n{bands}"
        f"{_look_alikes(indicator.look_alikes)}\nExamples:\n\n{examples}\n"
        f"```sql\n{cleandoc(indicator.sql)}\n```\n"
    )


def _look_alikes(found: Iterable[Known]) -> str:
    lines = "".join(f"- {each.words.en} (*{each.words.id}*). {each.check.en}\n" for each in found)
    return f"\nLooks like it and is not:\n\n{lines}" if lines else ""
