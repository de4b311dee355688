"""What `./jaga test` says at the end, from the report pytest leaves."""

import subprocess
import sys

import pytest

from jaga_cli import testing
from jaga_cli.testing import Check, counts, left_out, main, run

REPORT = """<testsuites><testsuite>
  <testcase name="a"/>
  <testcase name="b"><failure/></testcase>
  <testcase name="c"><error/></testcase>
  <testcase name="d"><skipped message="no Java or no pyspark: the Spark engine"/></testcase>
  <testcase name="e"><skipped message="no Java or no pyspark: the Spark engine"/></testcase>
</testsuite></testsuites>"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.xml"
    path.write_text(REPORT)
    return path


@pytest.fixture
def silent(monkeypatch):
    """No real linter and no real pytest: `ended` says how they end."""

    def arrange(checks, code, report):
        monkeypatch.setattr(testing, "CHECKS", checks)
        monkeypatch.setattr(testing, "run_pytest", lambda arguments: (code, report))

    return arrange


def test_errors_count_as_failures_and_skipped_tests_are_told_apart(report):
    assert counts(report) == {"passed": 1, "failed": 2, "skipped": 2}


def test_what_was_left_out_is_counted_by_reason(report):
    assert left_out(report) == {"no Java or no pyspark: the Spark engine": 2}


def test_a_run_that_left_no_report_counts_as_failed(tmp_path):
    assert counts(tmp_path / "none.xml")["failed"] == 1


def test_a_check_keeps_what_the_tool_said():
    outcome = run(Check("broken", (sys.executable, "-c", "print('why'); raise SystemExit(3)")))
    assert not outcome.passed
    assert "why" in outcome.output


@pytest.mark.parametrize("word", ["pass", "raise SystemExit(1)"])
def test_one_failing_check_fails_the_whole(word, report, silent, capsys):
    report.write_text("<testsuite><testcase name='a'/></testsuite>")
    silent((Check("a check", (sys.executable, "-c", word)),), 0, report)
    failed = word != "pass"
    assert main([]) == int(failed)
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == (
        "1 passed, 1 failed, 0 left out" if failed else "2 passed, 0 failed, 0 left out"
    )


def test_the_summary_names_each_reason_once(report, silent, capsys):
    silent((), 1, report)
    assert main([]) == 1
    said = capsys.readouterr().out
    assert said.count("left out: 2 tests (no Java or no pyspark: the Spark engine)") == 1
    assert said.splitlines()[-1] == "1 passed, 2 failed, 2 left out"


def test_a_pytest_that_cannot_start_fails(tmp_path, silent):
    (tmp_path / "sub").mkdir()
    silent((), 4, tmp_path / "sub" / "none.xml")
    assert main([]) == 1


def test_the_module_needs_nothing_but_the_standard_library():
    code = "import sys; sys.path.insert(0, 'src'); import jaga_cli.testing"
    subprocess.run([sys.executable, "-S", "-c", code], cwd=testing.ROOT, check=True)
