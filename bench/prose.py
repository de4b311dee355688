"""How well faults in invented year-end reports are found: precision and recall, printed.

    PYTHONPATH=src:. .venv/bin/python bench/prose.py [first seed] [reports] [tuned|held_out]
    PYTHONPATH=src:. .venv/bin/python bench/prose.py --write

The sentences come from tests/phrases_held_out.py, which the lint was not tuned on, unless `tuned`
is asked for. `--write` runs both sets and writes docs/reference/generated/prose-lint.md. Half of
the reports are Indonesian, half English. Everything is invented (rekaan).
"""

import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests import phrases_held_out, phrases_tuned
from tests.generated_reports import FAULTS, report
from tests.report_scores import NOTHING, Score, score

from jaga.evidence.prose import check_report, paragraphs
from jaga_cli.documents import FOLDER, HEAD


def run(seeds: range, phrases: ModuleType) -> tuple[Score, Counter[str], Counter[str]]:
    """The score over the seeds, and the faults planted and missed by kind."""
    total, planted, missed = NOTHING, Counter[str](), Counter[str]()
    for seed in seeds:
        made = report(seed, phrases, ("id", "en")[seed % 2])
        one = score(made, check_report(tuple(made.facts), [paragraphs(made.text)]))
        total += one
        planted.update(each.fault for each in made.planted)
        missed.update(each.fault for each in one.missed)
    return total, planted, missed


def page(seeds: range, phrases: ModuleType) -> str:
    """What is printed: the totals, then a line a fault."""
    total, planted, missed = run(seeds, phrases)
    lines = [
        f"{len(seeds)} reports, seeds {seeds.start} to {seeds.stop - 1}",
        f"planted {total.planted}, found {total.found}: recall {total.recall:.3f}",
        f"findings of fault {total.faults}, true {total.right}: precision {total.precision:.3f}",
    ]
    for fault in FAULTS:
        lines.append(f"  {fault}: {planted[fault] - missed[fault]} of {planted[fault]}")
    return "\n".join(lines)


def document() -> str:
    """The generated page: both sets of sentences on seeds that no test uses."""
    parts = [
        "# Faults found in invented reports\n",
        "Written by `bench/prose.py --write`. Each report is invented, with four kinds of planted "
        "fault; the same rules read all. The held-out sentences were written before the lint and "
        "first run when it was done; both sets are by the same authors, so a stranger's report "
        "may do worse.\n",
    ]
    for title, seeds, phrases in (
        ("Held-out sentences, 20 reports", range(9000, 9020), phrases_held_out),
        ("Held-out sentences, 200 reports", range(9000, 9200), phrases_held_out),
        ("Tuned sentences, 20 other reports", range(9000, 9020), phrases_tuned),
    ):
        parts.append(f"## {title}\n\n```text\n{page(seeds, phrases)}\n```\n")
    return HEAD + "\n".join(parts)


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
