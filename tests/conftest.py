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


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """SQLite tests use a file, as installations do.

    Django shares one connection of an in-memory database among the threads of a live server;
    two requests at once, one of them inside a date function written in Python, then wait for
    each other for ever.
    """
    from django.db import connections

    settings = connections["default"].settings_dict
    if settings["ENGINE"].endswith("sqlite3"):
        settings["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
