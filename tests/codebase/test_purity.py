"""The core is a library: files and rows in, files and rows out."""

from tests.codebase.purity import impure
from tests.codebase.tree import ROOT


def test_the_core_reads_no_environment_and_speaks_to_nobody():
    assert impure(ROOT) == []
