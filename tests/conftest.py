"""Tests that need what this machine lacks are left out by mark, each with its reason."""

import pytest

from jaga_cli.testing import NEEDS


def pytest_configure(config):
    config.addinivalue_line("markers", "spark: needs Java and pyspark")
    config.addinivalue_line("markers", "oracles: needs files from outside this repository")


def pytest_collection_modifyitems(items):
    absent = [need for need in NEEDS if not need.present()]
    for item in items:
        for need in absent:
            if item.get_closest_marker(need.mark):
                item.add_marker(pytest.mark.skip(reason=need.reason))
