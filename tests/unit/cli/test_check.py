"""`jaga check` tells a sound installation from one that needs mending."""

import sys

from jaga_cli import check
from jaga_cli.check import check_installation


def test_this_installation_is_sound(tmp_path):
    lines, code = check_installation("en", tmp_path)
    assert code == 0
    assert not [line for line in lines if line.startswith("✗")]


def test_it_speaks_both_languages(tmp_path):
    assert check_installation("id", tmp_path)[0] != check_installation("en", tmp_path)[0]


def test_an_old_python_is_broken_and_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    lines, code = check_installation("en", tmp_path)
    assert code == 4
    assert any("install Python 3.11" in line for line in lines)


def test_a_package_that_differs_from_its_lock_is_named(tmp_path, monkeypatch):
    (tmp_path / "core.lock").write_text("duckdb==0.0.1 \\\n    --hash=sha256:00\n")
    monkeypatch.setattr(check, "LOCKS", tmp_path)
    lines, code = check_installation("en", tmp_path)
    assert code == 4
    assert any("duckdb" in line and "Delete .venv" in line for line in lines)


def test_a_missing_extra_is_told_and_is_no_fault(tmp_path, monkeypatch):
    monkeypatch.setitem(check.EXTRAS, "no-such-package", check.EXTRAS["pyspark"])
    lines, code = check_installation("en", tmp_path)
    assert code == 0
    assert any(line.startswith("–") for line in lines)


def test_a_folder_that_is_not_there_yet_is_measured_by_its_parent(tmp_path):
    assert check_installation("en", tmp_path / "not" / "yet")[1] == 0
