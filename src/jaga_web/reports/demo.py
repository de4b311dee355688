"""The invented year of the demonstration, in both languages."""

from importlib.resources import files

from jaga.report.example import YEAR
from jaga.words import LANGUAGES
from jaga_web.people.models import User
from jaga_web.reports.actions import Order, build


def seed(*, by: User) -> None:
    """Build the example that comes with the report."""
    folder = files("jaga.report.example")
    facts = (folder / "facts.csv").read_text(encoding="utf-8")
    narrative = (folder / "narrative.toml").read_text(encoding="utf-8")
    for language in LANGUAGES:
        build(order=Order(YEAR, language, facts, narrative), by=by)
