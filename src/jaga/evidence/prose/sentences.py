"""Sentences of a paragraph, and the language each is in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jaga.evidence.prose.documents import Paragraph
from jaga.words import Language

# A point after these ends no sentence.
SHORT = (
    "no", "nos", "jl", "kab", "kec", "kel", "prov", "rp", "dll", "dsb", "dst", "dkk", "ps", "rt",
    "rw", "telp", "tlp", "hal", "dr", "prof", "ir", "drs", "tn", "ny", "s.d", "sd", "mr", "mrs",
    "ms", "st", "faks", "fax", "vol", "art", "al", "cf", "eg", "ie", "approx", "ph", "tel",
    "a.n", "u.p",
)  # fmt: skip
# A footnote mark may stand between the point and the next sentence.
END = re.compile(r"[.!?]+[\"”’)\]]*(?:\[\^?\w{1,3}\])*\s+(?=[\"“‘(\[]?[A-Z0-9])")
LONGEST_TITLE = 14
INDONESIAN = re.compile(
    r"\b(?:yang|dan|di|ke|dari|untuk|dengan|pada|dalam|oleh|ini|itu|adalah|sebagai|serta|telah|"
    r"tidak|anak|sebanyak|orang|tahun|kami|para|terdiri|menurut|ada|sekitar|juga|atau|desa)\b"
)
ENGLISH = re.compile(
    r"\b(?:the|and|of|in|to|for|with|on|by|at|from|that|this|is|are|was|were|be|as|or|it|its|"
    r"their|we|children|people|years|who|which|not|about)\b"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence, where it stands, and its language; `lead` are the words its paragraph opens with
    where those are a title ("Webinars. Another way …"); `heads` is its table's first row."""

    text: str
    section: str
    paragraph: int
    language: Language
    lead: str = ""
    heads: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where the sentence stands, without its words."""
        return f"{self.section or '-'} ¶{self.paragraph}"


def sentences(paragraphs: Iterable[Paragraph]) -> tuple[Sentence, ...]:
    """Every sentence of a document in order."""
    found = []
    language: Language = "id"
    above = caption = ""
    for paragraph in paragraphs:
        if not paragraph.heads:
            above = paragraph.text if len(paragraph.text.split()) <= LONGEST_TITLE else ""
        caption = above if paragraph.heads else ""
        language = language_of(paragraph.text, otherwise=language)
        pieces = [paragraph.text] if paragraph.heads else list(split(paragraph.text))
        lead = pieces[0] if len(pieces) > 1 and _is_title(pieces[0]) else ""
        lead = " . ".join((caption, *paragraph.heads)) if paragraph.heads else lead
        found += [
            Sentence(text, paragraph.section, paragraph.number, language, lead, paragraph.heads)
            for text in pieces
        ]
    return tuple(found)


def _is_title(text: str) -> bool:
    """True for a few words without a number."""
    return len(text.split()) <= LONGEST_TITLE and not re.search(r"\d", text)


def split(text: str) -> Iterator[str]:
    """The sentences of a paragraph; points inside numbers and after short forms end none."""
    start = 0
    for match in END.finditer(text):
        word = re.search(r"[\w.]*$", text[start : match.start()])
        last = word.group().lower() if word else ""
        if last in SHORT or len(last) == 1 or (last.isdigit() and match.start() - start < 4):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def language_of(text: str, otherwise: Language) -> Language:
    """The language whose small words a text has more of."""
    lower = text.lower()
    indonesian, english = len(INDONESIAN.findall(lower)), len(ENGLISH.findall(lower))
    if indonesian == english:
        return otherwise
    return "id" if indonesian > english else "en"
