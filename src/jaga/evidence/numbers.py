"""Numbers in Indonesian and English prose, in digits and in words, without silent misreadings.

"1.168" is a thousand in Indonesian, "64,52" a share; "64.52" in an Indonesian sentence can only be
an English decimal and never 6452, as some libraries read it. Where a text allows two readings
("1,168" in an Indonesian sentence) both are given, and nothing is guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from jaga.evidence.spelt import spelt
from jaga.words import Language

Share = Literal["", "percent", "points"]

# A space may part thousands ("1 168"): groups of three digits follow, with no mark of their own.
SPACED = r"[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\d.,/:-]*\d)"
DIGITS = rf"{SPACED}|\d+(?:[.,]\d+)*"
SCALES = {
    "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12,
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9,
}  # fmt: skip
# After "Rp" alone, newspapers shorten: Rp 114 M is miliar (10^9), Rp 2 T triliun.
MONEY_SCALES = SCALES | {"m": 9, "t": 12}
MONEY = re.compile(r"(?:\b(?:Rp|IDR|USD|EUR)\.?|[$€])\s*$")
CURRENCIES = {"rp": "IDR", "idr": "IDR", "usd": "USD", "$": "USD", "eur": "EUR", "€": "EUR"}
SCALE = re.compile(r"\s?([A-Za-z]+)\b")
POINTS = re.compile(
    r"\s*(?:percentage points?|percent points?|poin persen(?:tase)?|poin)\b", re.IGNORECASE
)
PERCENT = re.compile(r"\s*(?:%|persen\b|per ?cent\b)(?!\s*points?\b)", re.IGNORECASE)
RATIO = re.compile(r"\s+(?:dari setiap|dari|of every|out of|of|in every|in)\s+", re.IGNORECASE)
RANGE = re.compile(r"\s*[-–—]\s*|\s+(?:sampai|hingga|s\.?d\.?|to)\s+", re.IGNORECASE)
TOLD_AGAIN = re.compile(r"\s*\(\s*")


@dataclass(frozen=True)
class Number:
    """A number from `start` to `end` (characters) of a text.

    `readings` are decimal text with a point; two of them where the text is ambiguous. `of` is the
    second number of "3 of 10"; `part_of_range` marks both ends of "12-17".
    """

    start: int
    end: int
    readings: tuple[str, ...]
    share: Share = ""
    currency: str = ""
    of: str = ""
    part_of_range: bool = False
    in_words: bool = False

    @property
    def value(self) -> str:
        """The reading, or the first of several."""
        return self.readings[0]

    @property
    def ambiguous(self) -> bool:
        """True where the text can be read in two ways."""
        return len(self.readings) > 1


def readings(token: str, language: Language) -> tuple[str, ...]:
    """What a token of digits, points and commas can mean; none for "1.2.3"."""
    token = re.sub(r"\s", "", token)
    marks = re.findall(r"[.,]", token)
    if not marks:
        return (token,)
    last = marks[-1]
    head, _, tail = token.rpartition(last)
    if len(set(marks)) == 2:
        grouped = marks.count(last) == 1 and _groups(head, marks[0])
        return (f"{_joined(head)}.{tail}",) if grouped else ()
    if len(marks) > 1:
        return (_joined(token),) if _groups(token, last) else ()
    if len(tail) != 3 or not re.fullmatch(r"[1-9]\d{0,2}", head):
        return (f"{head}.{tail}",)
    if last == ("." if language == "id" else ","):
        return (head + tail,)
    return (f"{head}.{tail}", head + tail)


def numbers(text: str, language: Language) -> tuple[Number, ...]:
    """Every number of a text in order."""
    found = sorted([*_digits(text, language), *_in_words(text)], key=lambda one: one.start)
    return tuple(_related(text, _told_once(text, found)))


def counted(words: str) -> tuple[Fraction, str] | None:
    """The number a phrase begins with and what follows ("11 schools"), in digits or words."""
    found = [one for one in numbers(words, "en") if one.start == 0]
    return (Fraction(found[0].value), words[found[0].end :].strip()) if found else None


def exact(value: Fraction) -> str:
    """A number of finitely many decimals as text, without trailing zeros."""
    if value.denominator == 1:
        return str(value.numerator)
    places = 1
    while (value * 10**places).denominator != 1:
        places += 1
    whole, part = divmod(value * 10**places, 10**places)
    return f"{whole}.{str(part).rjust(places, '0')}"


def _groups(token: str, mark: str) -> bool:
    return bool(re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+", token))


def _joined(token: str) -> str:
    return re.sub(r"[.,]", "", token)


def _digits(text: str, language: Language) -> Iterator[Number]:
    for match in re.finditer(rf"(?:(?<!\w)|(?<=Rp)|(?<=IDR))(?:{DIGITS})", text):
        found = readings(match.group(), language)
        if found:
            yield _dressed(text, Number(match.start(), match.end(), found))


def _in_words(text: str) -> Iterator[Number]:
    for start, end, value in spelt(text):
        yield _dressed(text, Number(start, end, (str(value),), in_words=True))


def _dressed(text: str, number: Number) -> Number:
    """A number with its currency, scale word and percent sign."""
    money = MONEY.search(text, 0, number.start)
    if money:
        mark = money.group().strip().rstrip(".").lower()
        number = replace(number, start=money.start(), currency=CURRENCIES[mark])
    scale = SCALE.match(text, number.end)
    power = (MONEY_SCALES if money else SCALES).get(scale.group(1).lower()) if scale else None
    if scale and power and not number.in_words:
        # With a scale word the mark is a decimal one: "1,168 juta" has one reading.
        value = exact(Fraction(number.value) * 10**power)
        number = replace(number, end=scale.end(), readings=(value,))
    return _with_share(text, number)


def _with_share(text: str, number: Number) -> Number:
    for share, pattern in (("points", POINTS), ("percent", PERCENT)):
        sign = pattern.match(text, number.end)
        if sign:
            small = tuple(one for one in number.readings if Fraction(one) <= 100)
            return replace(
                number,
                end=sign.end(),
                readings=small or number.readings,
                share="points" if share == "points" else "percent",
            )
    return number


def _told_once(text: str, found: list[Number]) -> list[Number]:
    """ "tiga (3)" is one number told twice."""
    kept: list[Number] = []
    for number in found:
        before = kept[-1] if kept else None
        if before and number.start < before.end:
            continue
        if before and before.value == number.value and before.in_words != number.in_words:
            opening = TOLD_AGAIN.fullmatch(text, before.end, number.start)
            if opening and text[number.end : number.end + 1] == ")":
                kept[-1] = replace(before, end=number.end + 1, share=number.share or before.share)
                continue
        kept.append(number)
    return kept


def _related(text: str, found: list[Number]) -> Iterator[Number]:
    """Ratios ("3 of 10") as one number, ranges ("12-17") as two marked ones."""
    at = 0
    while at < len(found):
        number = found[at]
        after = found[at + 1] if at + 1 < len(found) else None
        if after and RATIO.fullmatch(text, number.end, after.start) and _part(number, after):
            yield replace(number, end=after.end, of=after.value)
            at += 2
            continue
        if after and RANGE.fullmatch(text, number.end, after.start):
            found[at + 1] = replace(after, part_of_range=True)
            number = replace(number, part_of_range=True, share=number.share or after.share)
        yield number
        at += 1


def _part(part: Number, whole: Number) -> bool:
    """True for a whole number of another, not larger one."""
    return (
        not (part.share or whole.share or part.currency or whole.currency)
        and part.value.isdigit()
        and whole.value.isdigit()
        and int(part.value) <= int(whole.value)
    )
