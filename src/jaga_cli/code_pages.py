"""The reference page of code lists, their mappings, and what each figure counts."""

from collections.abc import Iterator
from datetime import date

from jaga.casework import codes, measures, simfoni
from jaga.casework.codes import Mapping

EXACTNESS = {"exact": "=", "broader": "broader", "narrower": "narrower"}


def code_lists() -> str:
    """Every list, every scheme, every mapping and every measure."""
    return "\n".join([*_head(), *_schemes(), *_lists(), *_theirs(), *_measures()]) + "\n"


def _head() -> Iterator[str]:
    yield "# Code lists\n"
    yield (
        "What staff choose from, and what it is called elsewhere. A code of a law is a proposal "
        "for a legal officer,\nnever a finding. *broader* and *narrower* tell what the other "
        "scheme's code is, seen from ours; an empty cell\nsays that it has none. Evidence: "
        "`primary` (the text was read), `secondary` (told by others: check it), `code`\n(read in "
        "software), `inferred` (our own reading: have counsel check). Held by "
        "`jaga.casework.codes`.\n"
    )
    yield f"Layout of the paste pack: `{simfoni.VERSION}`. {simfoni.CHECK.en}\n"


def _schemes() -> Iterator[str]:
    yield "## Schemes\n"
    yield from _table(
        ("scheme", "title", "from", "to", "evidence", "source"),
        [
            (f"`{one.id}`", one.title.en, _day(one.valid_from), _day(one.valid_to), one.evidence,
             one.source)
            for one in codes.schemes().values()
        ],
    )  # fmt: skip


def _lists() -> Iterator[str]:
    for name, title in codes.lists().items():
        yield f"\n## {title.en} (`{name}`)\n"
        covering = [scheme for scheme in codes.schemes() if _covers(name, scheme)]
        head = ("code", "Indonesian", "English", *(f"`{scheme}`" for scheme in covering))
        rows = [
            (f"`{one.code}`", one.title.id, one.title.en,
             *(_cell(name, one.code, scheme) for scheme in covering))
            for one in codes.concepts(name).values()
        ]  # fmt: skip
        yield from _table(head, rows)


def _theirs() -> Iterator[str]:
    for scheme in codes.schemes():
        known = codes.scheme_codes(scheme)
        if known:
            yield f"\n## Codes of `{scheme}`\n"
            yield from _table(
                ("code", "Indonesian", "English"),
                [(f"`{one.code}`", one.title.id, one.title.en) for one in known.values()],
            )


def _measures() -> Iterator[str]:
    yield "\n## Figures\n"
    yield "What each figure of the board counts. Held by `jaga.casework.measures`.\n"
    yield from _table(
        ("figure", "counts", "out of", "unit", "precedent"),
        [
            (one.title.en, one.numerator.en, one.denominator.en if one.denominator else "",
             one.unit.en, one.precedent.en)
            for one in measures.MEASURES.values()
        ],
    )  # fmt: skip
    yield "\n### Not measured\n"
    yield from (f"- {title.en}: {why.en}" for title, why in measures.NOT_MEASURED.values())


def _covers(list_: str, scheme: str) -> bool:
    return any(
        row.code for row in codes.mappings() if (row.list, row.scheme) == (list_, scheme)
    )  # fmt: skip


def _cell(list_: str, code: str, scheme: str) -> str:
    """The codes of one concept in one scheme, on a day the scheme was in force."""
    target = codes.schemes()[scheme]
    day = target.valid_to or target.valid_from or date(2026, 6, 1)
    return "; ".join(map(_word, codes.mapped(f"{list_}.{code}", scheme, on=day)))


def _word(found: Mapping) -> str:
    if not found.code:
        return found.note if found.note else ""
    exact = found.exactness == "exact"
    return f"`{found.code}`" if exact else f"`{found.code}` ({EXACTNESS[found.exactness]})"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    for line in (head, tuple("---" for _ in head), *rows):
        yield "| " + " | ".join(line) + " |"
