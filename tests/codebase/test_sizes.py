"""Files and functions stay short enough to read in one go."""

from tests.codebase import sizes
from tests.codebase.tree import ROOT


def test_no_file_is_over_budget():
    assert sizes.long_files(ROOT) == []


def test_no_function_is_over_budget():
    assert sizes.long_functions(ROOT / "src") == []


def test_no_function_takes_too_many_parameters():
    assert sizes.wide_functions(ROOT / "src" / "jaga") == []


def test_the_median_function_is_short(record_property):
    median = sizes.median_function(ROOT / "src")
    record_property("median_function_lines", median)
    print(f"median function: {median:g} lines")  # noqa: T201 - the figure is the point
    assert median < sizes.MEDIAN_BELOW
