"""The generated page of the invented country's patterns: what each draws, and from which range."""

from collections.abc import Sequence

from jaga.words import Text
from jaga.world.lookalikes import LOOK_ALIKES
from jaga.world.scene import Parameter, Parameters
from jaga.world.traces import TRACES
from jaga.world.typologies import SCHEMES

INTRODUCTION = """# Patterns of the invented country

What `jaga simulate` draws for each injected typology and each innocent look-alike. *Catalogue
range* is what authorities have published, or, where they name no number, what the catalogue of
public indicators works with; `truth.csv` says for each subject whether it was drawn inside all of
them. Why ranges go past it: [the invented country](../../explanation/invented-country.md).
"""


def patterns() -> str:
    """Every pattern with its parameters, in the order in which they are cast."""
    parts = [INTRODUCTION, "## Injected typologies\n"]
    parts += [
        _section(scheme.id, f"Role `{scheme.role}`. ", scheme.words, scheme.parameters)
        for scheme in SCHEMES
    ]
    parts += [_traces(), "## Look-alikes\n"]
    parts += [_section(p.name, "", p.words, p.parameters) for p in LOOK_ALIKES]
    return "\n".join(parts)


def _traces() -> str:
    lines = ["| trace | shares of subjects | what is left |", "| --- | --- | --- |"]
    for trace in TRACES:
        shares = ", ".join(f"{name} {share:g}" for name, share in trace.shares.items())
        lines.append(f"| {trace.name} | {shares} | {trace.words} |")
    return "## Traces beside them\n\n" + "\n".join(lines) + "\n"


def _section(name: str, lead: str, words: Text, parameters: Parameters) -> str:
    published = any(parameter.published for parameter in parameters)
    head = ["parameter", "value", "unit", "why", *(["catalogue range"] if published else [])]
    rows = [_row(parameter, published) for parameter in parameters]
    lines = [head, ["---"] * len(head), *rows]
    table = "".join("| " + " | ".join(line) + " |\n" for line in lines)
    return f"### {name}\n\n{lead}{words.en}\n\n{table}"


def _row(parameter: Parameter, published: bool) -> list[str]:
    value = (
        _range((parameter.low, parameter.high))
        if parameter.low != parameter.high
        else (_number(parameter.low))
    )
    row = [parameter.name, value, parameter.unit, parameter.why]
    return [*row, _range(parameter.published)] if published else row


def _range(ends: Sequence[float] | None) -> str:
    if ends is None:
        return ""
    if ends[1] == float("inf"):
        return f"{_number(ends[0])} or more"
    return f"{_number(ends[0])} to {_number(ends[1])}"


def _number(number: float) -> str:
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:g}"
