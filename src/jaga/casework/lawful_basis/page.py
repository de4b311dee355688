"""The whole table as a page of documentation, in Markdown."""

from collections.abc import Mapping, Sequence

from jaga.casework.lawful_basis.decide import decide
from jaga.casework.lawful_basis.explain import EXPLAIN, NOT_NOW, UNCLEAR
from jaga.casework.lawful_basis.facts import (
    AGES,
    ASSENTS,
    BASES,
    CAPACITIES,
    CAREGIVERS,
    OUTCOMES,
    PEOPLE,
    PURPOSES,
    Row,
)
from jaga.casework.lawful_basis.questions import QUESTIONS
from jaga.casework.lawful_basis.rows import ROWS
from jaga.words import Text

_START = """# Lawful basis

Asked with six facts, the first row that matches answers. An unsafe caregiver is never asked nor
told, whatever the row says; so is one not yet known to be safe. Rows marked *own knowledge* or
*secondary* are good enough to work with and not to sign: have counsel check them.

"""
_COLUMNS: tuple[tuple[str, str, Mapping[str, Text]], ...] = (
    ("age", "ages", AGES),
    ("capacity", "capacities", CAPACITIES),
    ("caregiver", "caregivers", CAREGIVERS),
    ("purpose", "purposes", PURPOSES),
    ("basis", "bases", BASES),
    ("child", "assents", ASSENTS),
)


def page() -> str:
    """Rows with reason, source, evidence and worked examples; then words and open questions."""
    return "".join((_START, _codes(), *map(_row, enumerate(ROWS, start=1)), _words(), _open()))


def _codes() -> str:
    lines = [
        f"- **{name}**: "
        + "; ".join(f"`{code}` {words.en} *({words.id})*" for code, words in codes.items())
        for name, _, codes in _COLUMNS
    ]
    return "## Facts\n\n" + "\n".join(lines) + "\n\n## Rows\n"


def _row(numbered: tuple[int, Row]) -> str:
    number, row = numbered
    where = [
        f"{name} {' or '.join(f'`{code}`' for code in getattr(row, column))}"
        for name, column, _ in _COLUMNS
        if getattr(row, column)
    ]
    parts = [
        f"\n### {number}. {row.id}: {OUTCOMES[row.outcome].en.lower()}\n",
        f"When {', '.join(where) or 'nothing above matched'}.\n",
        f"{row.reason.en} *{row.reason.id}*\n",
    ]
    if row.instead:
        parts.append(f"Instead: {row.instead.en} *{row.instead.id}*\n")
    if row.ask:
        parts.append(f"Asked: {_people(row.ask)}.\n")
    if row.questions:
        parts.append(f"Open question: {', '.join(f'`{each}`' for each in row.questions)}.\n")
    parts.append(f"Source: {row.source} ({row.evidence}).\n")
    parts.append("\n".join(_example(row, each.facts, each.why) for each in row.examples) + "\n")
    return "\n".join(parts)


def _example(row: Row, facts: str, why: str) -> str:
    asked = next(each.asked for each in row.examples if each.facts == facts)
    decision = decide(asked)
    told = f"not told: {_people(decision.not_told)}"
    return f"- `{facts}` → {OUTCOMES[decision.outcome].en.lower()} ({why}; {told})"


def _people(codes: Sequence[str]) -> str:
    return ", ".join(PEOPLE[code].en[0].lower() + PEOPLE[code].en[1:] for code in codes)


def _words() -> str:
    lines = [f"- {AGES[age].en}: {words.en} *{words.id}*" for age, words in EXPLAIN.items()]
    lines += [f"- Not now: {NOT_NOW.en} *{NOT_NOW.id}*", f"- Unclear: {UNCLEAR.en} *{UNCLEAR.id}*"]
    return "\n## How it is explained\n\n" + "\n".join(lines) + "\n"


def _open() -> str:
    parts = [
        f"\n### {each.id}: {each.title.en}\n\n{each.one_side.en} {each.other_side.en}\n\n"
        f"Until counsel answers: {each.until_then.en}\n\nSource: {each.source}.\n"
        for each in QUESTIONS.values()
    ]
    return "\n## To be put to counsel\n" + "".join(parts)
