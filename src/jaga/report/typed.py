"""The lint of typed digits: a number in the report's prose is a fact, or one of a few known signs.

Each rule names what may stand as typed, why, and worked examples; one generic test runs them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jaga.evidence.counted import PEOPLE, THINGS

_MONTHS = (
    "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|"
    "January|February|March|May|June|July|August|October|December"
)
_YEAR = r"(?:19|20)\d\d"
# "since 2031 children" counts children; a year is followed by something else.
_COUNTED = "(?!\\s+(?:" + "|".join(sorted(PEOPLE | THINGS)) + r")\b)"


@dataclass(frozen=True)
class Allowed:
    """What may stand as typed: a pattern, why, and words that it lets pass and does not."""

    name: str
    pattern: str
    why: str
    passes: tuple[str, ...]
    stops: tuple[str, ...]


ALLOWED: Final = (
    Allowed(
        "law",
        r"\b(?:UU|Undang-Undang|PP|Perpres|Permen\w*|Permensos|POJK|Keppres|Perda|Law|Act|"
        r"Regulation|Decree)(?:\s(?:TPKS|PDP|ITE|RI))?\s+(?:No\.?|Nomor|Number)?\s*\d+"
        rf"(?:(?:/|\sTahun\s|\sof\s){_YEAR})?{_COUNTED}",
        "the number of a law is its name",
        ("UU Nomor 12 Tahun 2022", "Perpres 55/2024", "Law Number 12 of 2022"),
        ("Undang-Undang itu menjangkau 12 anak", "Law 12 children"),
    ),
    Allowed(
        "article",
        r"\b(?:Pasal|ayat|Article|paragraph)\s+\(?\d+\)?",
        "the number of an article is its name",
        ("Pasal 41", "Article 34", "ayat (2)"),
        ("pasal 41 anak",),
    ),
    Allowed(
        "date",
        rf"\b(?:\d{{1,2}}\s+)?(?:{_MONTHS})\s+{_YEAR}\b{_COUNTED}",
        "a date tells when, not how many",
        ("17 Agustus 2031", "September 2031"),
        ("17 anak", "Agustus 17 anak"),
    ),
    Allowed(
        "named year",
        rf"\b(?:tahun|year)\s+{_YEAR}(?:[–-]{_YEAR})?\b",
        "the word before it says that it is a year",
        ("tahun 2030 penyedia menulis", "the year 2031", "tahun 2029–2031"),
        ("2031", "tahun 31"),
    ),
    Allowed(
        "year",
        r"\b(?:sejak|pada|hingga|sampai|awal|akhir|sepanjang|in|since|until|by|of|"
        rf"during|for|early|late)\s+{_YEAR}(?:[–-]{_YEAR})?\b{_COUNTED}",
        "a year tells when, not how many",
        ("sepanjang 2031", "since 2019", "sejak 2029–2031"),
        ("sampai 2000 anak", "for 2031 persons", "2031"),
    ),
    Allowed(
        "age of a child",
        r"\b(?:di bawah|belum|under)\s+18\b",
        "the law's own definition of a child",
        ("di bawah 18 tahun", "under 18"),
        ("di bawah 15 tahun",),
    ),
    Allowed(
        "help line",
        r"\b(?:SAPA|nomor|number|call)\s+(?:129|112|110)\b",
        "a telephone number is an address",
        ("SAPA 129", "call 112"),
        ("129 anak",),
    ),
)
_PATTERNS = [
    re.compile(rule.pattern, 0 if rule.name in ("article", "law") else re.IGNORECASE)
    for rule in ALLOWED
]
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_AROUND = 24


def typed_numbers(text: str) -> list[str]:
    """Each number in `text` that nothing allows, with the words around it."""
    masked = text
    for pattern in _PATTERNS:
        masked = pattern.sub(lambda found: "\N{MIDDLE DOT}" * len(found.group()), masked)
    return [
        text[max(0, found.start() - _AROUND) : found.end() + _AROUND].strip()
        for found in _NUMBER.finditer(masked)
    ]


def first_typed(texts: Iterable[str]) -> str:
    """The first such number of several texts; empty when there is none."""
    return next((found for text in texts for found in typed_numbers(text)), "")
