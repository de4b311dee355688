"""Every figure of R's `survey` beside ours, as the page docs/reference/generated/survey-figures.md.

    .venv/bin/python bench/survey_figures.py [--write]

Needs R's printed output and samples, which stand outside this repository.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]


def main() -> int:
    """Print the page; with --write, write it."""
    from tests.unit.surveys.r_reference import page

    from jaga_cli.documents import FOLDER

    if "--write" in sys.argv:
        (FOLDER / "survey-figures.md").write_text(page(), encoding="utf-8")
    else:
        print(page())
    return 0


if __name__ == "__main__":
    sys.exit(main())
