"""An invented year of an invented organisation: what the report needs, to see it work."""

from importlib.resources import as_file, files

from jaga.evidence.facts import Fact, read_facts
from jaga.report.narrative import Narrative, read_narrative

YEAR = 2031


def example() -> tuple[tuple[Fact, ...], Narrative]:
    """The facts and the texts of the invented year."""
    with as_file(files("jaga.report.example") / "facts.csv") as path:
        facts = read_facts(path)
    with as_file(files("jaga.report.example") / "narrative.toml") as path:
        return facts, read_narrative(path, {fact.id for fact in facts})
