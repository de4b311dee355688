"""Words that the field does not use of children, in anything people read."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from jaga.surveys.forms import Choice, Form, Node
from jaga.surveys.lint.model import Example, Fault, Place, Rule, Source, at, at_choice
from jaga.words import Text


@lru_cache(maxsize=1)
def terms() -> tuple[tuple[re.Pattern[str], Text], ...]:
    """(pattern, what to say instead) of every term of terms.toml."""
    written = (files("jaga.surveys.lint") / "terms.toml").read_text(encoding="utf-8")
    return tuple(
        (re.compile(term["pattern"]), Text(term["instead_id"], term["instead_en"]))
        for term in tomllib.loads(written)["term"]
    )


def _check(form: Form) -> Iterator[Fault]:
    rows: list[Node | Choice] = [*form.nodes]
    rows += [choice for listed in form.choices.values() for choice in listed]
    for row in rows:
        for column, words in row.texts.items():
            for language, text in words.items():
                yield from _faults(row, f"{column}::{language}" if language else column, text)


def _faults(row: Node | Choice, column: str, text: str) -> Iterator[Fault]:
    place: Place = at(row, column) if isinstance(row, Node) else at_choice(row, column)
    for pattern, instead in terms():
        if pattern.search(text.lower()):
            yield place, _WORDS, _todo(instead), None


_WORDS = Text(
    "Ada istilah yang menyalahkan anak atau menyamarkan kekerasan.",
    "A term here blames the child or plays violence down.",
)


def _todo(instead: Text) -> Text:
    return Text(f"Tulis: {instead.id}.", f"Write: {instead.en}.")


# In pieces, so that no file of ours spells the word.
_REFUSED = "wisata" + " seks"

RULE = Rule(
    id="refused_terms",
    title=Text("Istilah yang tidak dipakai", "Terms that are not used"),
    why=Text(
        "Istilah membentuk jawaban, dan anak mendengar bagaimana ia disebut.",
        "Terms shape answers, and a child hears what it is called.",
    ),
    sources=(
        Source(
            "Interagency Working Group on Sexual Exploitation of Children",
            "Terminology Guidelines for the Protection of Children", "second edition, 2025",
        ),
    ),
    severity="error",
    guards=True,
    check=_check,
    examples=(
        Example("in a label and in a choice", (2, 3), f"""
            type          | name | label
            select_one yt | a    | Apakah ada {_REFUSED} di sini?
        """, f"""
            list_name | name  | label
            yt        | ya    | Ya
            yt        | x     | {_REFUSED.title()}
        """),
        Example("the field's own words", (), """
            type | name | label
            text | a    | Apa itu eksploitasi seksual anak dalam perjalanan dan wisata?
        """),
    ),
)  # fmt: skip
