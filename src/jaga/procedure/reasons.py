"""The reasons of numbers in Indonesian: rule files write theirs in English, next to the number."""

import csv
from functools import cache
from importlib.resources import files

from jaga.words import Text

PUBLISHED = Text("terbitan", "published")
OWN = Text("pilihan sendiri", "own choice")


@cache
def _translated() -> dict[str, str]:
    text = (files("jaga.procedure") / "reasons.csv").read_text(encoding="utf-8")
    return {row["en"]: row["id"] for row in csv.DictReader(text.splitlines())}


def reason(why: str) -> Text:
    """The reason in both languages. One that `reasons.csv` lacks says in Indonesian of which kind
    it is, so that a changed reason never stands beside words for the old one."""
    kind = PUBLISHED if "published" in why.lower() else OWN
    return Text(_translated().get(why, kind.id), why)
