"""The chapters of the year-end report, in their order. Each gives its blocks for one setting."""

from collections.abc import Callable

from jaga.pages.document import Block
from jaga.report.chapters.background import background
from jaga.report.chapters.challenges import challenges
from jaga.report.chapters.conclusions import conclusions
from jaga.report.chapters.programmes import programmes
from jaga.report.chapters.results import results
from jaga.report.setting import Setting

CHAPTERS: tuple[Callable[[Setting], list[Block]], ...] = (
    background,
    programmes,
    results,
    challenges,
    conclusions,
)
