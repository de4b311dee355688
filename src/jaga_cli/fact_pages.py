"""The page of checks of facts and texts, from the checks themselves."""

from jaga.evidence import facts
from jaga.evidence.consistency import CHECKS
from jaga.evidence.prose.passed import CLASSES
from jaga.evidence.rounding import ROUNDINGS
from jaga_cli.facts_check import KINDS


def checks_page() -> str:
    """What a list of facts holds, what is asked of it, and which numbers of a text are passed."""
    return "\n".join(("# Checks of facts and of texts\n", *_facts(), *_checks(), *_texts()))


def _facts() -> list[str]:
    return [
        "## Columns of a list of facts\n",
        "Required: " + _names(facts.REQUIRED) + ".\n",
        "Optional: " + _names(facts.OPTIONAL) + ".\n",
        "Kinds: " + _names(facts.FACT_KINDS) + ".\n",
    ]


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _checks() -> list[str]:
    return [
        "## What a finding can be\n",
        _table(("kind", "English", "Indonesian"),
               [(f"`{kind}`", text.en, text.id) for kind, text in KINDS.items()]),
        "## Checks\n",
        _table(("check", "asks", "Indonesian", "why"),
               [(one.id, one.title.en, one.title.id, one.source) for one in CHECKS]),
        "## Ways of rounding\n",
        "Impossible: none of these gives the figure. Doubtful: only one below the first does.\n",
        _table(("way", "English", "Indonesian", "who rounds so"),
               [(one.id, one.words.en, one.words.id, one.source) for one in ROUNDINGS]),
    ]  # fmt: skip


def _texts() -> list[str]:
    return [
        "## Numbers in a text that are no figures\n",
        _table(("class", "Indonesian", "examples"),
               [(one.words.en, one.words.id, "; ".join(one.examples)) for one in CLASSES]),
    ]  # fmt: skip


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    cells = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)
