"""The conference brief: two pages on how financial services are misused, and what is asked for."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from jaga.pages.document import (
    Block,
    Document,
    Heading,
    Items,
    Line,
    Note,
    Paragraph,
    Run,
    Words,
    clean_name,
)
from jaga.report.chapters.conclusions import recommendations
from jaga.report.compose import INVENTED, check_typed, facts_of
from jaga.report.lines import pictures, point
from jaga.report.setting import Figure, Setting
from jaga.words import Text

TITLE: Final = Text(
    "Jasa keuangan dan eksploitasi seksual anak", "Financial services and child sexual exploitation"
)
SUBTITLE: Final = Text("Ringkasan untuk konferensi", "Conference brief")
OPENING: Final = Text(
    "Eksploitasi seksual anak dibayar melalui layanan yang dipakai semua orang. Yang melihat "
    "pembayaran itu pertama kali adalah penyedia jasa keuangan. Ringkasan ini memuat apa yang "
    "terlihat sepanjang {year}, apa kata penyedia, dan apa yang dapat dilakukan.",
    "Child sexual exploitation is paid for through services that everybody uses. Those who see "
    "such a payment first are the financial service providers. This brief tells what was seen "
    "during {year}, what providers say, and what can be done.",
)
SEEN: Final = Text("Yang terlihat", "What is seen")
PROVIDERS: Final = Text("Kata penyedia jasa keuangan", "What providers say")
ASKED: Final = Text("Yang kami minta", "What we ask for")
NOT_WRITTEN: Final = Text(
    "Rekomendasi belum ditulis oleh tim program.",
    "The programme team has not yet written the recommendations.",
)
RULE: Final = Text(
    "Anak tidak pernah menjadi tersangka. Pembayaran yang mungkin menyangkut anak adalah tanda "
    "bahwa seorang anak perlu dilindungi.",
    "A child is never a suspect. A payment that may involve a child is a sign that a child needs "
    "protection.",
)

# Words that show that a fact speaks of financial services.
MONEY_WORDS: Final = ("financial", "provider", "payment", "transaction", "wallet", "bank", "alert")
MOST_POINTS: Final = 10
"""Of each half, so that the brief stays on two pages."""


def brief(setting: Setting) -> Document:
    """The brief of the setting: its figures about money and providers, as in the report."""
    figures = [one for one in setting.figures if _is_about_money(one)]
    providers = [one for one in figures if one.fact.measure.lower().startswith("provider")]
    seen = [one for one in figures if one not in providers]
    blocks: list[Block] = [
        Paragraph(setting.fill(OPENING, year=str(setting.year))),
        *_half(setting, SEEN, seen),
        *_half(setting, PROVIDERS, providers),
        Heading(1, ASKED),
        *(recommendations(setting, brief=True) or [Paragraph(NOT_WRITTEN)]),
        Note(RULE),
    ]
    check_typed(blocks, setting)
    told = {
        run.at
        for block in blocks
        if isinstance(block, Items)
        for words in block.items
        if not isinstance(words, Text)
        for run in words
    }
    owner = clean_name(setting.narrative.organisation)
    return Document(
        title=TITLE,
        subtitle=SUBTITLE,
        provider=owner,
        language=setting.language,
        on=date(setting.year, 12, 31),
        facts=facts_of(setting, owner)[:-2],
        blocks=tuple(_anchored(block, told) for block in blocks),
        cover=INVENTED if setting.narrative.invented else None,
        stamp=setting.say(SUBTITLE),
    )


def _anchored(block: Block, told: Collection[str]) -> Block:
    """The brief has no register: a number's own point is where its links lead."""
    match block:
        case Items():
            return replace(block, items=tuple(_here(one, told) for one in block.items))
        case Paragraph():
            return replace(block, text=_here(block.text, told))
        case _:
            return block


def _here(words: Words, told: Collection[str]) -> Words:
    if isinstance(words, Text):
        return words
    return tuple(replace(run, to=run.to if run.to in told else "") for run in words)


def _half(setting: Setting, title: Text, figures: Sequence[Figure]) -> list[Block]:
    if not figures:
        return []
    listed = sorted(figures, key=lambda one: not one.shown)[:MOST_POINTS]
    items = tuple(_point(setting, one) for one in listed)
    return [Heading(1, title), *pictures(setting, figures)[:1], Items(items)]


def _point(setting: Setting, figure: Figure) -> Line:
    """A fact as a point with its id, which leads the reader to numbers.json."""
    line = point(setting, figure)
    made = tuple(replace(run, to="", quoted=True) if run.to else run for run in line)
    return (*made, Run(" "), Run(f"[{figure.fact.id}]", at=figure.anchor, quoted=True))


def _is_about_money(figure: Figure) -> bool:
    fact = figure.fact
    said = f"{fact.programme} {fact.measure} {fact.base}".lower()
    return fact.pillar == "finance" or any(one in said for one in MONEY_WORDS)
