"""Files and functions stay short enough to read in one go."""

from tests.codebase import sizes
from tests.codebase.tree import ROOT


def test_no_file_is_over_budget():
    assert sizes.long_files(ROOT) == []


def test_no_function_is_over_budget():
    assert sizes.long_functions(ROOT / "src") == []


def test_no_function_takes_too_many_parameters():
    assert sizes.wide_functions(ROOT / "src" / "jaga") == []


def test_the_median_function_is_short(record_testsuite_property):
    median = sizes.median_function(ROOT / "src")
    # ./jaga test prints it at the end.
    record_testsuite_property("lines of the median function", f"{median:g}")
    assert median < sizes.MEDIAN_BELOW
