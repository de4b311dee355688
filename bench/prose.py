"""How well faults in invented year-end reports are found: precision and recall, printed.

    PYTHONPATH=src:. .venv/bin/python bench/prose.py [first seed] [reports] [tuned|held_out]
    PYTHONPATH=src:. .venv/bin/python bench/prose.py --write

The sentences come from tests/phrases_held_out.py, which the lint was not tuned on, unless `tuned`
is asked for. `--write` runs both sets and writes docs/reference/generated/prose-lint.md. Half of
the reports are Indonesian, half English. Everything is invented (rekaan). The page also holds what
tests/stranger_reports.py gives: sentences by somebody who had not read the lint.
"""

import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests import phrases_held_out, phrases_tuned
from tests.generated_reports import FAULTS, report
from tests.report_scores import NOTHING, Score, score
from tests.stranger_reports import FAULTS as STRANGER_FAULTS
from tests.stranger_reports import stranger_report

from jaga.evidence.prose import check_report, paragraphs
from jaga_cli.documents import FOLDER, HEAD

# What each set of a stranger's sentences gave the first time it was run, and the lint's state then:
# a record, which no later run can give again.
FIRST_RUNS = (
    ("A", "as it was, but for the crash", "0.564", "0.485"),
    ("B", "as it was, but for the crash", "0.489", "0.324"),
    ("B", "after mending on A alone, B unread", "0.967", "0.407"),
    ("C", "new, after mending on A and B", "0.918", "0.574"),
    ("D", "new, after mending on A, B and C", "0.966", "0.539"),
    ("C", "for comparison: the lint before any mending", "0.545", "0.466"),
    ("D", "for comparison: the lint before any mending", "0.500", "0.418"),
)


def run(seeds: range, phrases: ModuleType | str) -> tuple[Score, Counter[str], Counter[str]]:
    """The score over the seeds, and the faults planted and missed by kind."""
    total, planted, missed = NOTHING, Counter[str](), Counter[str]()
    for seed in seeds:
        language = ("id", "en")[seed % 2]
        made = (
            stranger_report(seed, phrases, language)
            if isinstance(phrases, str)
            else report(seed, phrases, language)
        )
        one = score(made, check_report(tuple(made.facts), [paragraphs(made.text)]))
        total += one
        planted.update(each.fault for each in made.planted)
        missed.update(each.fault for each in one.missed)
    return total, planted, missed


def page(seeds: range, phrases: ModuleType | str) -> str:
    """What is printed: the totals, then a line a fault."""
    total, planted, missed = run(seeds, phrases)
    lines = [
        f"{len(seeds)} reports, seeds {seeds.start} to {seeds.stop - 1}",
        f"planted {total.planted}, found {total.found}: recall {total.recall:.3f}",
        f"findings of fault {total.faults}, true {total.right}: precision {total.precision:.3f}",
    ]
    for fault in STRANGER_FAULTS if isinstance(phrases, str) else FAULTS:
        lines.append(f"  {fault}: {planted[fault] - missed[fault]} of {planted[fault]}")
    return "\n".join(lines)


def document() -> str:
    """The generated page: both sets of sentences on seeds that no test uses."""
    parts = [
        "# Faults found in invented reports\n",
        "Written by `bench/prose.py --write`. Each report is invented, with four kinds of planted "
        "fault; the same rules read all. The held-out sentences were written before the lint and "
        "first run when it was done; both sets are by the same authors; a stranger's report does "
        "worse: see the end.\n",
    ]
    for title, seeds, phrases in (
        ("Held-out sentences, 20 reports", range(9000, 9020), phrases_held_out),
        ("Held-out sentences, 200 reports", range(9000, 9200), phrases_held_out),
        ("Tuned sentences, 20 other reports", range(9000, 9020), phrases_tuned),
    ):
        parts.append(f"## {title}\n\n```text\n{page(seeds, phrases)}\n```\n")
    return HEAD + "\n".join([*parts, *_strangers()])


def _strangers() -> list[str]:
    """The part of the page on the sentences of somebody else."""
    rows = [f"| {one} | {state} | {recall} | {found} |" for one, state, recall, found in FIRST_RUNS]
    parts = [STRANGERS, "\n".join([TABLE, *rows]) + "\n", CLASSES]
    for letter in "abcd":
        told = page(range(5000, 5020), letter)
        parts.append(f"### Set {letter.upper()}, as the lint is now\n\n```text\n{told}\n```\n")
    return parts


STRANGERS = """## A stranger's sentences

Somebody who had not read the lint wrote reports of other invented organisations (sets A and B):
bullets, tables, footnotes, numbers in words, "1 168", telephone and account numbers. The first
report stopped the check with an error (a percentage with no base at all). With that alone mended,
20 reports of each set gave the first two rows. Then the lint was mended on A, and B was run again
without a look at its findings. Sets C and D were written later, by then by somebody who knew the
lint, and each was run once before anything was changed for it. **The first row of D is the best
guess for a report the lint has never met: nearly all faults are found, and almost every second
finding is a number it does not recognise.** A fault counts as found only under its own kind; of
the rest most were called a figure in no fact.
"""
TABLE = "| Set | State of the lint | Recall | Precision |\n|---|---|---:|---:|"
CLASSES = """Every false finding of C and D was "in no fact". They come from numbers of no class in
`src/jaga/evidence/prose/passed.py` (a deed, a form, an ISBN) and from nouns that
`src/jaga/evidence/lexicon.toml` does not hold ("city buses" was read as cities). The faults missed
were contradictions and changed units whose words share too little with the fact, and percentages of
one to four people whose base was read as an institution ("school guards"). Much of that is mended
since; the figures below are of sentences that the lint has been mended on, and say only that.
"""


def main() -> None:
    if "--write" in sys.argv:
        (FOLDER / "prose-lint.md").write_text(document(), encoding="utf-8")
        return
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    first, count = (*numbers, *(9000, 20)[len(numbers) :])
    phrases = phrases_tuned if "tuned" in sys.argv else phrases_held_out
    print(page(range(first, first + count), phrases))
    if "--show" in sys.argv:
        total, _, _ = run(range(first, first + count), phrases)
        for one in total.wrong:
            print("wrong:", one.fact_id, one.kind, one.words.en, "|", one.where)
        for each in total.missed:
            print("missed:", each.fault, each.needle, sorted(each.fact_ids))


if __name__ == "__main__":
    main()
