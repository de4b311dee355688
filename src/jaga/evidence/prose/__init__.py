"""A report in prose, read against its facts: each figure is tied, passed or said to be loose."""

import re
from collections.abc import Iterable
from dataclasses import replace

from jaga.evidence.consistency import check
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.prose.documents import Paragraph, paragraphs, read_document
from jaga.evidence.prose.mentions import mentions
from jaga.evidence.prose.ratios import spoken_apart
from jaga.evidence.prose.sentences import sentences
from jaga.evidence.prose.single import alone
from jaga.evidence.prose.sums import named_schools, sums
from jaga.evidence.prose.tables import totals
from jaga.evidence.prose.telling import contradictions
from jaga.evidence.prose.tying import Tied, tie

__all__ = ["Paragraph", "check_report", "paragraphs", "read_document"]

# At most this many places are named with a finding on a fact.
MOST_PLACES = 3
WORD = re.compile(r"[\w-]+")


def check_report(
    facts: tuple[Fact, ...], documents: Iterable[Iterable[Paragraph]]
) -> tuple[Finding, ...]:
    """Findings on the facts, then on the texts that tell them.

    A finding on a fact says where the texts tell it; what a text repeats of such a finding is not
    said again.
    """
    texts = [sentences(document) for document in documents]
    tied = [tuple(tie(mention, facts) for mention in mentions(text)) for text in texts]
    every = tuple(one for text in tied for one in text)
    found = [replace(one, where=_places(one, every)) for one in check(facts)]
    known = {(one.fact_id, one.kind) for one in found if one.fact_id}
    for text, figures in zip(texts, tied, strict=True):
        found += [one for one in _of_text(figures, facts) if (one.fact_id, one.kind) not in known]
        found += [*totals(figures), *spoken_apart(text, facts), *named_schools(text, figures)]
    return tuple(found)


def _of_text(tied: tuple[Tied, ...], facts: tuple[Fact, ...]) -> list[Finding]:
    """Findings of one text; a figure that contradicts something is not also called loose."""
    apart = list(contradictions(tied, facts))
    places = {place for one in apart for place in one.where.split(" | ")}
    single = [
        found
        for one in tied
        for found in alone(one)
        if not (found.kind == "untied_number" and not one.mention.number.ambiguous
                and found.where in places)
    ]  # fmt: skip
    return [*apart, *single, *sums(tied)]


def _places(finding: Finding, tied: tuple[Tied, ...]) -> str:
    """Where the texts tell a finding's fact; of a contradiction, first a place of each side."""
    facts = {one.fact.id for one in tied if one.fact}
    sides = facts & set(WORD.findall(finding.words.en)) - {finding.fact_id}
    first = (
        [_told(side, tied)[0] for side in sorted(sides)] if finding.kind == "contradiction" else []
    )
    return " | ".join(dict.fromkeys((first + _told(finding.fact_id, tied))[:MOST_PLACES]))


def _told(fact_id: str, tied: tuple[Tied, ...]) -> list[str]:
    return [one.mention.where for one in tied if one.fact and one.fact.id == fact_id]
