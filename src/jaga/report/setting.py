"""All that a page of the report may depend on: the year, the language, the figures, the texts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from jaga.errors import BadInput
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.withholding import Verdict, verdict
from jaga.pages.document import Line, Run
from jaga.report.narrative import EMPTY, PLACEHOLDER, Narrative
from jaga.report.vocabulary import PILLARS, lexicon
from jaga.report.writing import bare, period, stated
from jaga.words import Language, Text

WITHHELD: Final = Text("[ditahan]", "[withheld]")
MARK: Final = "†"
ONE_CASE: Final = Text("keterangan tentang satu kasus", "something told of a single case")
NUMBERS: Final = "numbers"
CORRECTIONS: Final = "corrections"

# Findings that a reader must know of. The others confirm, or are about a number in a text.
CORRECTED: Final = ("impossible", "doubtful", "contradiction", "sum_wrong", "no_base")
# What casts doubt on a number itself is marked where the number stands.
MARKED: Final = ("impossible", "doubtful", "contradiction", "sum_wrong")

_NAME: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Correction:
    """A finding as it may be printed, and the figures it speaks of."""

    anchor: str
    finding: Finding
    fact_ids: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A fact on its way to the page. `mark`: the anchor of its correction, or nothing."""

    fact: Fact
    anchor: str
    verdict: Verdict
    corrections: tuple[str, ...] = ()
    mark: str = ""

    @property
    def shown(self) -> bool:
        """Whether its value may be printed."""
        return self.verdict.shown


@dataclass(frozen=True)
class Setting:
    """One report in one language. `findings` are all that the checks said of the facts."""

    year: int
    language: Language
    figures: tuple[Figure, ...]
    corrections: tuple[Correction, ...] = ()
    findings: tuple[Finding, ...] = ()
    narrative: Narrative = EMPTY

    def say(self, text: Text) -> str:
        """The words in the report's language."""
        return text.say(self.language)

    def figure(self, fact_id: str) -> Figure:
        """The figure of a fact."""
        return next(one for one in self.figures if one.fact.id == fact_id)

    def fill(self, text: Text, **parts: str | Line) -> Line:
        """An own sentence with its {names} filled by words or lines."""
        made: list[Run] = []
        for place, piece in enumerate(_NAME.split(self.say(text))):
            part = parts[piece] if place % 2 else piece
            made += [Run(part)] if isinstance(part, str) else part
        return tuple(run for run in made if run.text)

    def told(self, text: Text) -> Line:
        """A text of the narrative with its facts filled in, each a link to the fact."""
        said, made, last = self.say(text), [], 0
        for found in PLACEHOLDER.finditer(said):
            made += [Run(said[last : found.start()])]
            made += self.cite(self.figure(found[1]), found[2] or "")
            last = found.end()
        return tuple(run for run in (*made, Run(said[last:])) if run.text)

    def cite(self, figure: Figure, form: str = "") -> Line:
        """The number as a link to its fact; a visible word where it is withheld.

        `form`: "" with its unit, "number" without, "base" for the count it was taken from.
        """
        fact = figure.fact
        if not figure.shown:
            return (Run(self.say(WITHHELD), to=figure.anchor),)
        if form == "base":
            return (Run(self.base_count(fact), to=figure.anchor),)
        number = Run(stated(fact, self.language, unit=form != "number"), to=figure.anchor)
        return (number, Run(MARK, to=figure.mark)) if figure.mark else (number,)

    def base_count(self, fact: Fact) -> str:
        """How many the value was taken from. Raises BadInput where the fact does not say."""
        if fact.n is None:
            raise BadInput(
                Text(
                    f"Fakta {fact.id} tidak menyebut base_n, jadi {{{fact.id}.base}} kosong. Isi "
                    "base_n atau hapus penyebutannya.",
                    f"Fact {fact.id} gives no base_n, so {{{fact.id}.base}} is empty. Fill in "
                    "base_n or leave it out.",
                )
            )
        return bare(str(fact.n), "", self.language)

    def given(self, english: str, indonesian: str = "") -> Run:
        """Words of a fact. In Indonesian where somebody gave them; otherwise marked as English."""
        if self.language == "en":
            return Run(english, quoted=True)
        known = indonesian or self.narrative.words.get(english) or lexicon().get(english)
        return Run(known, quoted=True) if known else Run(english, language="en", quoted=True)

    def measure(self, figure: Figure) -> Run:
        """What was measured. Of a single case not even that is told."""
        if figure.fact.kind == "case":
            return Run(self.say(ONE_CASE))
        return self.given(figure.fact.measure, figure.fact.measure_id)

    def place(self, fact: Fact) -> Line:
        """Where, each place in the report's language; names stay as they are."""
        made: list[Run] = []
        for name in filter(None, (part.strip() for part in fact.place.split(";"))):
            run = self.given(name)
            made += [Run(", ")] if made else []
            made.append(Run(run.text, quoted=True) if name[:1].isupper() else run)
        return tuple(made)

    def period(self, fact: Fact) -> Run:
        """When."""
        return Run(period(fact.period, self.language), quoted=True)


Part = Literal["background", "programmes", "results"]


def part(fact: Fact) -> Part:
    """The chapter a fact belongs to, by the first sign of its section."""
    if fact.section.startswith("1"):
        return "background"
    return "results" if fact.section.startswith("3") else "programmes"


def pillar(fact: Fact) -> str:
    """The pillar a fact stands under; "other" where it names none that the report has."""
    return fact.pillar if fact.pillar in PILLARS else "other"


def make_setting(
    year: int,
    language: Language,
    facts: Sequence[Fact],
    findings: Iterable[Finding] = (),
    narrative: Narrative = EMPTY,
) -> Setting:
    """Figures with their verdicts and corrections. A finding about a withheld fact is left out:
    its sentence would tell what the number may not."""
    found = tuple(findings)
    verdicts = {fact.id: verdict(fact, facts) for fact in facts}
    corrections = tuple(_corrections(found, verdicts))
    figures = tuple(
        _figure(fact, place, verdicts[fact.id], corrections)
        for place, fact in enumerate(facts, start=1)
    )
    return Setting(year, language, figures, corrections, found, narrative)


def _corrections(findings: Iterable[Finding], verdicts: dict[str, Verdict]) -> Iterable[Correction]:
    number = 0
    for finding in findings:
        if finding.kind not in CORRECTED:
            continue
        ids = named(finding, verdicts)
        if ids and all(verdicts[one].shown for one in ids):
            number += 1
            yield Correction(f"correction-{number}", finding, ids)


def named(finding: Finding, known: Iterable[str]) -> tuple[str, ...]:
    """The facts a finding speaks of, in the order of the facts."""
    said = " ".join((finding.fact_id, finding.words.en, finding.suggestion.en, finding.where))
    tokens = set(re.findall(r"[\w.\-]+\w|\w", said)) | set(re.split(r"[\s,;+]+", finding.fact_id))
    return tuple(one for one in known if one in tokens)


def _figure(fact: Fact, place: int, found: Verdict, corrections: Sequence[Correction]) -> Figure:
    mine = [one for one in corrections if fact.id in one.fact_ids]
    marks = [one.anchor for one in mine if one.finding.kind in MARKED]
    return Figure(
        fact=fact,
        anchor=f"fact-{place}",
        verdict=found,
        corrections=tuple(one.anchor for one in mine),
        mark=marks[0] if marks else "",
    )
