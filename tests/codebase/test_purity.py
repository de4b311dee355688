"""The core is a library: files and rows in, files and rows out. The web answers and never calls."""

from tests.codebase.purity import impure, senders
from tests.codebase.tree import ROOT


def test_the_core_reads_no_environment_and_speaks_to_nobody():
    assert impure(ROOT) == []


def test_the_site_sends_and_fetches_nothing():
    assert senders(ROOT) == []


def test_a_planted_sender_is_found(tmp_path):
    place = tmp_path / "src" / "jaga_web" / "planted.py"
    place.parent.mkdir(parents=True)
    place.write_text("from django.core import mail\nimport urllib.request\nimport urllib.parse\n")
    assert [line.split()[0].rpartition(":")[2] for line in senders(tmp_path)] == ["1", "2"]
