"""The whole report as one document: chapters, numbered; every number linked there and back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from jaga import __version__
from jaga.errors import Refused
from jaga.pages.document import (
    Block,
    Document,
    Entries,
    Heading,
    Items,
    Note,
    Paragraph,
    Picture,
    Run,
    Table,
    Words,
    clean_name,
    plain,
)
from jaga.report.annexes import corrections, how_to_read, numbers
from jaga.report.chapters import CHAPTERS
from jaga.report.setting import Setting
from jaga.report.typed import first_typed
from jaga.words import Text

TITLE: Final = Text("Catatan akhir tahun", "Year-end report")
INVENTED: Final = Text(
    "Contoh rekaan: lembaga, orang, tempat, dan semua angka dalam laporan ini dibuat-buat.",
    "An invented example: the organisation, people, places and all numbers are made up.",
)
TRACED: Final = Text(
    "Setiap angka dalam laporan ini dapat ditelusuri sampai ke dasarnya, dan yang perlu ditahan "
    "demi keselamatan seseorang terlihat sebagai ditahan.",
    "Each number in this report can be traced to its base, and what has to be withheld for "
    "somebody's safety is seen to be withheld.",
)
ANNEX: Final = Text("Lampiran", "Annex")


def report(setting: Setting) -> Document:
    """The report of the setting. The same setting gives the same document."""
    chapters = [block for chapter in CHAPTERS for block in chapter(setting)]
    annex = corrections(setting)
    english = any(run.language for block in chapters for run in runs(block, setting))
    check_typed([*chapters, *annex], setting)
    body, said = with_anchors([*numbered(chapters, setting), *annex], setting)
    cut = len(body) - len(annex)
    after = lettered([*body[cut:], *numbers(setting, said)], setting)
    blocks = [*how_to_read(setting, english=english), *body[:cut], *after]
    owner = clean_name(setting.narrative.organisation)
    return Document(
        title=Text(f"{TITLE.id} {setting.year}", f"{TITLE.en} {setting.year}"),
        subtitle=Text(
            "Bersama menghapus eksploitasi seksual anak",
            "Together against child sexual exploitation",
        ),
        provider=owner,
        language=setting.language,
        on=date(setting.year, 12, 31),
        facts=facts_of(setting, owner),
        blocks=tuple(blocks),
        depth=2,
        cover=INVENTED if setting.narrative.invented else TRACED,
        stamp=f"{setting.say(TITLE)} {setting.year}" if owner else "",
    )


def facts_of(setting: Setting, owner: str) -> tuple[tuple[Text, Text], ...]:
    """What the first page says of the report itself."""
    withheld = sum(not one.shown for one in setting.figures)
    count = len(setting.figures)
    return (
        *([(Text("Lembaga", "Organisation"), plain(owner))] if owner else []),
        (Text("Tahun", "Year"), plain(str(setting.year))),
        (
            Text("Angka", "Numbers"),
            Text(
                f"{count - withheld} ditampilkan, {withheld} ditahan",
                f"{count - withheld} shown, {withheld} withheld",
            ),
        ),
        (Text("Disusun dengan", "Made with"), plain(f"Jaga {__version__}")),
    )


def runs(block: Block, setting: Setting) -> Iterator[Run]:
    """Every run of a block."""
    for words in _words(block):
        yield from (Run(setting.say(words)),) if isinstance(words, Text) else words


def _words(block: Block) -> Iterator[Words]:
    match block:
        case Heading() | Note():
            yield block.text
        case Paragraph():
            yield from (block.text, *([block.lead] if block.lead else []))
        case Items():
            yield from block.items
        case Table():
            yield from (block.title, *block.head, *(cell for row in block.rows for cell in row))
        case Picture():
            yield block.title
        case Entries():
            for entry in block.entries:
                yield from (entry.title, *(words for line in entry.lines for words in line))


def check_typed(blocks: Sequence[Block], setting: Setting) -> None:
    """Raises Refused for a number that is neither a link to a fact nor somebody's quoted words."""
    said = [
        "".join(
            "…" if run.to or run.quoted else run.text
            for run in ((Run(setting.say(words)),) if isinstance(words, Text) else words)
        )
        for block in blocks
        for words in _words(block)
    ]
    if found := first_typed(said):
        raise Refused(
            Text(
                f"Laporan tidak dibuat: ada angka yang bukan fakta, “{found}”.",
                f"The report is not made: a number in it is no fact, “{found}”.",
            )
        )


def numbered(blocks: Sequence[Block], setting: Setting) -> list[Block]:
    """Chapters as 1, 2, …; their sections as 1.1, 1.2, …"""
    made, chapter, section = [], 0, 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            chapter, section = chapter + 1, 0
            block = _led(block, f"{chapter}. ", setting)
        elif isinstance(block, Heading) and block.level == 2:
            section += 1
            block = _led(block, f"{chapter}.{section} ", setting)
        made.append(block)
    return made


def lettered(blocks: Sequence[Block], setting: Setting) -> list[Block]:
    """Annexes as A, B, …"""
    made, letter = [], ord("A")
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            block = _led(block, f"{setting.say(ANNEX)} {chr(letter)}. ", setting)
            letter += 1
        made.append(block)
    return made


def _led(heading: Heading, sign: str, setting: Setting) -> Heading:
    words = heading.text
    line = (Run(setting.say(words)),) if isinstance(words, Text) else words
    return replace(heading, text=(Run(sign + line[0].text, line[0].to), *line[1:]))


def with_anchors(
    blocks: Sequence[Block], setting: Setting
) -> tuple[list[Block], dict[str, list[tuple[str, str]]]]:
    """The blocks with an anchor at each named fact, and where each fact is named."""
    naming = _Naming(setting)
    return [naming.block(block) for block in blocks], naming.said


class _Naming:
    """Walks the blocks in order and remembers the chapter it is in."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.facts = {one.anchor for one in setting.figures}
        self.chapter = ""
        self.here: set[str] = set()
        self.said: dict[str, list[tuple[str, str]]] = {}

    def block(self, block: Block) -> Block:
        """The block with an anchor at the first mention of each fact in it."""
        self.here = set()
        match block:
            case Heading():
                if block.level == 1:
                    words = block.text
                    self.chapter = (
                        self.setting.say(words)
                        if isinstance(words, Text)
                        else "".join(run.text for run in words)
                    )
                return block
            case Paragraph() | Note():
                return replace(block, text=self.words(block.text))
            case Items():
                return replace(block, items=tuple(self.words(one) for one in block.items))
            case Table():
                rows = tuple(tuple(self.words(cell) for cell in row) for row in block.rows)
                return replace(block, rows=rows)
            case Picture():
                return replace(block, title=self.words(block.title))
            case Entries():
                return replace(
                    block,
                    entries=tuple(
                        replace(one, title=self.words(one.title)) for one in block.entries
                    ),
                )

    def words(self, words: Words) -> Words:
        """The words with their anchors."""
        if isinstance(words, Text):
            return words
        made: list[Run] = []
        for run in words:
            made.append(replace(run, at=self._place(run.to)) if run.to in self.facts else run)
        return tuple(made)

    def _place(self, fact: str) -> str:
        if fact in self.here:
            return ""
        self.here.add(fact)
        places = self.said.setdefault(fact, [])
        before = sum(title.startswith(self.chapter) for _, title in places)
        title = f"{self.chapter} ({before + 1})" if before else self.chapter
        places.append((f"said-{fact.removeprefix('fact-')}-{len(places) + 1}", title))
        return places[-1][0]
