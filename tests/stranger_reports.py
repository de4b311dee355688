"""Invented year-end reports by somebody who had not read the lint: seeded, with planted faults.

A second generator beside tests/generated_reports.py, with its own sentences (stranger_a.toml to
stranger_d.toml), its own layout (bullets, tables, footnotes, running text) and its own ways to
write a number (in words, "1 168", "62,5 %", "Rp2,4 miliar"). Everything is invented (rekaan).
"""

import random
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from tests.generated_reports import Planted, Report

from jaga.evidence.facts import Fact, Finding

FAULTS = (
    "impossible",
    "contradiction in the facts",
    "contradiction in the text",
    "wrong sum",
    "wrong sum in a table",
    "untied number",
    "small group",
    "missing base",
    "spoken ratio",
    "base swap",
    "unit trap",
)
DIGITS = {
    "id": ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"],
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
}
TEENS = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
RATIOS = {
    "id": {
        "separuh": (50, 50), "dua pertiga": (66.6, 66.7), "sepertiga": (33.3, 33.4),
        "tiga perempat": (75, 75), "seperempat": (25, 25), "nyaris semua": (90, 94),
        "hampir separuh": (46, 49), "lebih dari separuh": (52, 57),
    },
    "en": {
        "half": (50, 50), "two thirds": (66.6, 66.7), "one third": (33.3, 33.4),
        "three quarters": (75, 75), "a quarter": (25, 25), "nearly all": (90, 94),
        "just under half": (46, 49), "more than half": (52, 57),
    },
}  # fmt: skip


# Kinds whose lines are one sentence, bars and all.
_WHOLE = ("noise", "untied")


def in_words(value: int, language: str) -> str:
    """A number under a hundred in words."""
    tens, ones = divmod(value, 10)
    digit = DIGITS[language]
    if language == "en":
        if value < 20:
            return digit[value] if value < 10 else TEENS[value - 10]
        return TENS[tens - 2] + (f"-{digit[ones]}" if ones else "")
    if value < 20:
        few = {10: "sepuluh", 11: "sebelas"}
        return few.get(value) or (digit[value] if value < 10 else f"{digit[ones]} belas")
    return f"{digit[tens]} puluh" + (f" {digit[ones]}" if ones else "")


def percent(k: int, n: int, places: int) -> str:
    """k of n as a percentage, half up."""
    return str((Decimal(100 * k) / n).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def attainable(value: str, n: int) -> bool:
    """True if some k of n gives this value when rounded in any direction."""
    places = len(value.partition(".")[2])
    scaled = int(value.replace(".", ""))
    return any(abs(100 * 10**places * k - scaled * n) < n for k in range(n + 1))


@dataclass(frozen=True)
class Marked(Planted):
    """A fault whose needle is a number: not a part of another number."""

    def place(self, finding: Finding) -> bool:
        pattern = rf"(?<![\d.,]){re.escape(self.needle)}(?![\d])"
        here = bool(self.needle) and re.search(pattern, finding.where) is not None
        return here or finding.fact_id in self.fact_ids


@dataclass
class StrangerReport(Report):
    """A report whose lines are laid out already."""

    written: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(self.written) + "\n"


def sentences(letter: str) -> dict[str, Any]:
    """The sentences of a set, "a" to "d"; a statement is a list of its parts."""
    path = Path(__file__).with_name(f"stranger_{letter}.toml")
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    for language in read.values():
        for kind, lines in language.items():
            if isinstance(lines, str) and "\n" in lines:
                language[kind] = [
                    [line] if kind in _WHOLE else [part.strip() for part in line.split("|")]
                    for line in lines.strip().splitlines()
                ]
    return read


class Stranger:
    """Writes one report."""

    def __init__(self, seed: int, letter: str, language: str) -> None:
        self.draw = random.Random(f"stranger {letter} {seed} {language}")
        self.language = language
        self.says = sentences(letter)[language]
        self.year = self.draw.randint(2027, 2039)
        self.report = StrangerReport(language)
        self.lines: list[str] = []
        self.later: list[str] = []
        self.used: set[str] = set()
        self.place = self.draw.choice(("Tanjung Raya", "Lembah Wangi", "Kuala Asri"))

    def fresh(self, make: Callable[[], Any]) -> Any:
        """A value that no other figure of this report has."""
        while str(value := make()) in self.used:
            pass
        self.used.add(str(value))
        return value

    def number(self, low: int, high: int) -> int:
        return int(self.fresh(lambda: self.draw.randint(low, high)))

    def whole(self, value: int) -> str:
        """A count as organisations write it."""
        chance = self.draw.random()
        if value < 100 and chance < (0.35 if value <= 20 else 0.08):
            word = in_words(value, self.language)
            return f"{value} ({word})" if chance < 0.05 else word
        if value < 1000:
            return str(value)
        mark = "." if self.language == "id" else ","
        mark = mark if chance < 0.7 else " " if chance < 0.85 else ""
        return f"{value:,}".replace(",", mark)

    def share(self, value: str) -> str:
        """A percentage as organisations write it."""
        says = "persen" if self.language == "id" else self.draw.choice(("percent", "per cent"))
        text = value.replace(".", ",") if self.language == "id" else value
        return text + self.draw.choice(("%", "%", " %", f" {says}"))

    def fact(self, words: list[str], value: object, unit: str, kind: str, **more: Any) -> Fact:
        """A fact with the next id; `words` are the measure and, at times, the base."""
        named = [*words, "", "", ""]
        made = Fact(
            id=f"S{len(self.report.facts) + 1:03d}", section="2", pillar="", partner="",
            programme=self.says["programme"], measure=named[0], measure_id=named[1],
            value=str(value), unit=unit, k=more.get("k"), n=more.get("n"), base=named[2],
            base_id=named[3], place=more.get("place", self.place), place_code="",
            period=str(self.year), kind=kind, qualifier="",
        )  # fmt: skip
        self.report.facts.append(made)
        return made

    def say(self, line: str, later: bool = False, **values: object) -> None:
        line = line.format(year=self.year, later=self.year + 4, **values)
        line = line[:1].upper() + line[1:]
        (self.later if later else self.lines).append(line)

    def plant(self, fault: str, kind: str, needle: str, ids: list[Fact], also: str = "") -> None:
        self.report.planted.append(
            Marked(
                fault,
                kind,
                frozenset(fact.id for fact in ids),
                needle,
                frozenset({kind, *also.split()}),
            )
        )


def stranger_report(seed: int, letter: str, language: str) -> StrangerReport:
    """The report of a seed: set "a" to "d", language "id" or "en"."""
    writer = Stranger(seed, letter, language)
    draw = writer.draw
    chosen = {fault for fault in FAULTS if draw.random() < 0.45}
    counts = _counts(writer, chosen)
    _shares(writer, chosen, counts)
    _fractions(writer, chosen)
    _sums(writer, chosen)
    _amounts(writer, chosen)
    _ranges(writer)
    _loose(writer, chosen)
    _lay_out(writer)
    return writer.report


def _counts(writer: Stranger, chosen: set[str]) -> list[int]:
    draw, told = writer.draw, []
    picked = draw.sample(writer.says["count"], 3)
    for at, (first, again, en, idn, unit) in enumerate(picked):
        value = writer.number(*draw.choice(((14, 99), (100, 980), (1010, 4800))))
        fact = writer.fact([en, idn], value, unit, "count")
        told.append(value)
        writer.say(first, n=writer.whole(value))
        if at == 0 and "contradiction in the text" in chosen:
            said = writer.whole(writer.number(value + 5, 2 * value + 9))
            writer.say(again, later=True, n=said)
            writer.plant(
                "contradiction in the text", "contradiction", said, [fact], "untied_number"
            )
        elif at == 1 and "contradiction in the facts" in chosen:
            other = writer.number(value + 5, 2 * value + 9)
            second = writer.fact([en, idn], other, unit, "count")
            said = writer.whole(other)
            writer.say(again, later=True, n=said)
            writer.plant("contradiction in the facts", "contradiction", said, [fact, second])
        elif draw.random() < 0.5:
            writer.say(again, later=True, n=writer.whole(value))
    return told


def _shares(writer: Stranger, chosen: set[str], counts: list[int]) -> None:
    draw = writer.draw
    picked = draw.sample(writer.says["share"], 3)
    picked.sort(key=lambda one: "{k}" in one[0])
    for at, (first, again, *words) in enumerate(picked):
        n = writer.number(60, 420)
        k = draw.randint(12, n - 12)
        small = at == 1 and "small group" in chosen and draw.random() < 0.4
        k = draw.choice((2, 3, 4, n - 2, n - 3)) if small and "{k}" not in first else k
        value = writer.fresh(lambda k=k, n=n: percent(k, n, draw.choice((0, 1, 1, 2))))
        wrong = at == 0 and "impossible" in chosen
        if wrong:
            n = writer.number(31, 89)
            while attainable(value := f"{draw.randint(1500, 8900) / 100:.2f}", n):
                pass
        fact = writer.fact(words, value, "percent", "proportion", n=n)
        said = writer.share(value)
        writer.say(first, n=str(n), p=said, k=k)
        if wrong:
            writer.plant("impossible", "impossible", said, [fact], "doubtful")
        elif small and k in (2, 3, 4, n - 2, n - 3):
            writer.plant("small group", "disclosive", said, [fact])
        elif at == 2 and "base swap" in chosen:
            swapped = next((one for one in counts if one > 60 and one != n), None)
            base = swapped or writer.number(60, 420)
            writer.say(again, later=True, n=writer.whole(base), p=said)
            also = "untied_number impossible doubtful no_base"
            writer.plant("base swap", "contradiction", said, [fact], also)
        elif draw.random() < 0.5:
            writer.say(again, later=True, n=str(n), p=said)
    for _ in range(draw.randint(0, 1)):
        sentence, en, idn, unit, *base = draw.choice(writer.says["mean"])
        n = writer.number(60, 300)
        value = writer.fresh(lambda: f"{draw.randint(21, 97) / 10:.1f}")
        writer.fact([en, idn, *base], value, unit, "mean", n=n)
        writer.say(sentence, v=value.replace(".", "," if writer.language == "id" else "."), n=n)


def _fractions(writer: Stranger, chosen: set[str]) -> None:
    draw, ratios = writer.draw, RATIOS[writer.language]
    wrong = "spoken ratio" in chosen
    for at, (sentence, *words) in enumerate(draw.sample(writer.says["fraction"], 2)):
        n = writer.fresh(lambda: 12 * draw.randint(9, 30))
        low, high = ratios[said := draw.choice(list(ratios))]
        true = draw.uniform(low, high)
        if at == 0 and wrong:
            true = draw.uniform(12, 30) if true > 49 else draw.uniform(68, 85)
        value = percent(round(n * true / 100), n, 1)
        writer.used.add(value)
        fact = writer.fact(words, value, "percent", "proportion", n=n)
        writer.say(sentence, f=said, n=n)
        if at == 0 and wrong:
            needle = said if sentence[0] != "{" else said[:1].upper() + said[1:]
            writer.plant("spoken ratio", "contradiction", needle, [fact], "untied_number")


def _sums(writer: Stranger, chosen: set[str]) -> None:
    draw = writer.draw
    for kind, fault in (("sum", "wrong sum"), ("table", "wrong sum in a table")):
        one = draw.choice(writer.says[kind])
        parts = [writer.number(12, 290) for _ in range(3)]
        total = sum(parts)
        if fault in chosen:
            total += draw.choice((-1, 1)) * draw.choice((5, 7, 9, 10, 18, 20))
        writer.used.add(str(total))
        facts = []
        unit = one[-1]
        labels = [label.partition(";") for label in one[1:5]] if kind == "sum" else []
        names = [[a, c.strip()] for a, _, c in labels]
        if kind == "table":
            en, _, idn = one[4].partition(";")
            mine = [[f"{en}: {row}", idn and f"{idn}: {row}"] for row in one[5:8]]
            names = [[en, idn.strip()], *mine]
        for name, value in zip(names, [total, *parts], strict=True):
            facts.append(writer.fact(name, value, unit, "count"))
        if kind == "sum":
            a, b, c = parts
            writer.say(one[0], t=total, a=a, b=b, c=c)
        else:
            rows = list(zip([*one[5:8], one[3]], [*parts, total], strict=True))
            table = [f"| {one[1]} | {one[2]} |", "|---|---:|"]
            table += [f"| {row} | {value} |" for row, value in rows]
            writer.lines.append(f"**{one[0]}, {writer.year}**\n\n" + "\n".join(table))
        if fault in chosen:
            writer.plant(fault, "sum_wrong", str(total), facts)


def _amounts(writer: Stranger, chosen: set[str]) -> None:
    draw = writer.draw
    first, wrong, *words = draw.choice(writer.says["amount"])
    value = writer.fresh(lambda: f"{draw.randint(11, 98) / 10:.1f}")
    said = value.replace(".", ",") if writer.language == "id" else value
    rupiah = int(Decimal(value) * 10**9)
    fact = writer.fact(words, rupiah, "IDR", "amount")
    writer.say(first, m=said)
    also = "untied_number doubtful"
    if "unit trap" in chosen and draw.random() < 0.4:
        writer.say(wrong, later=True, m=said)
        scale = "juta" if writer.language == "id" else "million"
        writer.plant("unit trap", "contradiction", f"{said} {scale}", [fact], also)
    first, wrong, *words, unit, low, high = draw.choice(writer.says["trap"])
    number = writer.number(int(low), int(high))
    kind = "duration" if unit == "hours" else "count"
    fact = writer.fact(words, number, unit, kind)
    writer.say(first, n=number)
    if "unit trap" in chosen:
        writer.say(wrong, later=True, n=number)
        writer.plant("unit trap", "contradiction", str(number), [fact], also)


def _ranges(writer: Stranger) -> None:
    sentence, *words, unit = writer.draw.choice(writer.says["range"])
    low = writer.number(6, 14)
    high = writer.number(low + 5, low + 24)
    writer.fact(words[:2], low, unit, "count")
    writer.fact(words[2:], high, unit, "count")
    writer.say(sentence, lo=low, hi=high)


def _loose(writer: Stranger, chosen: set[str]) -> None:
    draw = writer.draw
    if "small group" in chosen:
        sentence, *words = draw.choice(writer.says["small"])
        value = draw.choice((2, 3, 4))
        fact = writer.fact(words, value, "persons", "count")
        said = writer.whole(value)
        writer.say(sentence, n=said)
        near = re.search(r"\S+ \{n\}|\{n\} \S+", sentence)
        assert near is not None
        needle = near.group().format(n=said)
        needle = needle[:1].upper() + needle[1:] if sentence[0] == "{" else needle
        writer.plant("small group", "disclosive", needle, [fact], "untied_number")
    if "missing base" in chosen:
        sentence, *words = draw.choice(writer.says["nobase"])
        value = writer.fresh(lambda: f"{draw.randint(310, 890) / 10:.1f}")
        fact = writer.fact(words, value, "percent", "proportion")
        said = writer.share(value)
        writer.say(sentence, p=said)
        writer.plant("missing base", "no_base", said, [fact])
    if "untied number" in chosen:
        (sentence,) = draw.choice(writer.says["untied"])
        said = writer.whole(writer.number(12, 1900))
        writer.say(sentence, n=said)
        writer.plant("untied number", "untied_number", said, [])
    for (sentence,) in draw.sample(writer.says["noise"], 4):
        writer.say(sentence)


def _lay_out(writer: Stranger) -> None:
    """Mixes the lines, puts the second tellings at the end, and sets bullets and paragraphs."""
    draw, out = writer.draw, writer.report.written
    draw.shuffle(writer.lines)
    draw.shuffle(writer.later)
    size = -(-len(lines := writer.lines + writer.later) // 4)
    for at, heading in enumerate(writer.says["headings"]):
        out.append(f"## {heading.format(year=writer.year)}")
        running: list[str] = []
        bullets = draw.random() < 0.4
        for line in lines[at * size : (at + 1) * size]:
            own = line[0] in "*|-"
            if own or bullets:
                out.append(line if own else f"{draw.choice('-*')} {line}")
            else:
                running.append(line + draw.choice(("", "", "", f"[^{draw.randint(1, 9)}]")))
        for start in range(0, len(running), 3):
            out.append(" ".join(running[start : start + 3]))
