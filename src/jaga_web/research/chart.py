"""A table of estimates as a picture: bars with their intervals, drawn on the server."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from jaga.charts_bars import Bar, Bars, bars_svg
from jaga.words import Language
from jaga_web.research.models import Table

# More bars are no picture; the table holds them all.
MOST_BARS = 40


def svg(table: Table, language: Language, *, narrow: bool, dark: bool) -> str:
    """The bars of a table as one SVG document; what is withheld or thin is a star."""
    results = table.results
    lines = results["lines"][:MOST_BARS]
    is_share = results["kind"] == "proportion"
    bars = Bars(
        bars=[_bar(line, language) for line in lines],
        # The page's heading says it; on a telephone it would not fit.
        title="",
        axis=_("Perkiraan dan interval 95 persen"),
        language=language,
        share=is_share,
    )
    return bars_svg(bars, narrow=narrow, dark=dark)


def _bar(line: Mapping[str, Any], language: Language) -> Bar:
    name = " · ".join(filter(None, (line["group"][language], line["category"][language])))
    if line["withheld"] or "value" not in line:
        return Bar(name, None)
    return Bar(name, line["value"], line["low"], line["high"], hollow=line["mark"] == "()")
