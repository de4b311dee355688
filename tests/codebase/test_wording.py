"""The texts of the repository: the words of the field, no machine of ours, no media."""

import re
import tomllib

from tests.codebase import wording
from tests.codebase.tree import ROOT


def test_no_outdated_word_is_used():
    assert wording.old_words(ROOT) == []


def test_every_listed_word_has_a_pattern_that_compiles_and_a_replacement():
    rules = tomllib.loads(wording.LIST.read_text(encoding="utf-8"))
    for term in rules["term"]:
        assert re.compile(term["pattern"])
        assert term["instead"]
    assert all(exception["reason"] for exception in rules["exception"])


def test_no_machine_and_no_package_host_is_named():
    assert wording.machine_traces(ROOT) == []


def test_locks_hold_names_versions_and_hashes_and_no_address():
    assert wording.addresses_in_locks(ROOT) == []
    assert wording.unhashed_pins(ROOT) == []


def test_the_base_lock_installs_what_the_developers_lock_tests():
    base, dev = ((ROOT / "requirements" / f"{name}.lock").read_text() for name in ("base", "dev"))
    pins = {line.split()[0] for line in base.splitlines() if re.match(r"[a-z]", line)}
    tested = {line.split()[0] for line in dev.splitlines() if re.match(r"[a-z]", line)}
    assert pins <= tested


def test_the_demo_does_not_install_spark():
    assert "pyspark" not in (ROOT / "requirements" / "base.lock").read_text()


def test_nothing_takes_in_files_over_the_web_or_opens_media():
    assert wording.media_handling(ROOT) == []
