"""Files of a real report, read where they lie when they are there; never a part of this one."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[4] / "shared"
FACTS_2023 = SHARED / "catahu-2023" / "facts.csv"
SEEDS = SHARED / "seeds"

needs_2023 = pytest.mark.skipif(
    not FACTS_2023.exists(), reason="no ../shared/oracles: files from outside this repository"
)
