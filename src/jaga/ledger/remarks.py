"""Free text on a payment becomes one of five classes; the text itself is then dropped.

The mechanism is neutral: a screen-name pattern and two lists of everyday words. The words
named in published guidance as pretexts (school fees, hospital costs, uniforms, gifts, family
support) say nothing by themselves; an indicator asks whether the two parties make them likely.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from jaga.errors import BadInput
from jaga.words import Text

_HANDLE = re.compile(
    r"(?<![\w.])@[a-z0-9_][a-z0-9_.]{2,}"  # @name, but not the middle of an e-mail address
    r"|\b(?:ig|tele|telegram|discord|line|user|username|id)\s*:\s*[a-z0-9_.]{3,}"
    r"|^[a-z]+[._][a-z0-9._]*[a-z0-9]$"  # one word of a screen name's shape
)
_WORDS = re.compile(r"[a-z]+")

IMPLAUSIBLE = (
    "uang sekolah",
    "biaya sekolah",
    "biaya rumah sakit",
    "rumah sakit",
    "biaya berobat",
    "seragam",
    "hadiah",
    "bantuan keluarga",
    "school fees",
    "school fee",
    "medical",
    "hospital",
    "uniform",
    "gift",
    "family support",
    "tuition",
)
PLAIN = (
    "transfer",
    "trf",
    "tf",
    "bayar",
    "pembayaran",
    "tagihan",
    "belanja",
    "pulsa",
    "gaji",
    "arisan",
    "cicilan",
    "sewa",
    "kos",
    "listrik",
    "makan",
    "ongkir",
    "pesanan",
    "faktur",
    "payment",
    "invoice",
    "order",
    "rent",
    "salary",
    "bill",
    "refund",
    "topup",
    "angsuran",
    "iuran",
    "zakat",
    "infak",
    "donasi",
)


@dataclass(frozen=True)
class Lexicon:
    """Words and phrases in lower case; `implausible` is asked before `plain`."""

    implausible: tuple[str, ...] = IMPLAUSIBLE
    plain: tuple[str, ...] = PLAIN


def read_lexicon(path: Path) -> Lexicon:
    """A private list in TOML: `implausible = [...]` and `plain = [...]`, both optional."""
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise _wrong() from None
    lists: dict[str, tuple[str, ...]] = {}
    for name, words in settings.items():
        fits = isinstance(words, list) and all(isinstance(word, str) for word in words)
        if name not in ("implausible", "plain") or not fits:
            raise _wrong()
        lists[name] = tuple(word for word in map(_simple, words) if word)
    return Lexicon(**lists)


def classify(text: str | None, lexicon: Lexicon) -> str:
    """The class of a remark: none, handle, implausible, plain or other, asked in this order."""
    if text is None or not text.strip():
        return "none"
    lowered = unicodedata.normalize("NFKC", text).strip().lower()
    if _HANDLE.search(lowered):
        return "handle"
    padded = f" {_simple(lowered)} "
    if any(f" {phrase} " in padded for phrase in lexicon.implausible):
        return "implausible"
    if any(f" {phrase} " in padded for phrase in lexicon.plain):
        return "plain"
    return "other"


def _simple(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _wrong() -> BadInput:
    return BadInput(
        Text(
            'Daftar kata berita tidak dapat dibaca. Tulis TOML dengan implausible = ["…"] dan '
            'plain = ["…"].',
            'The list of remark words cannot be read. Write TOML with implausible = ["…"] and '
            'plain = ["…"].',
        )
    )
