"""`jaga release` as a process: a release, the refused one after it, and the audit of both."""

from dataclasses import replace
from datetime import date

import pytest
from tests.process import jaga
from tests.releasing import PlainVault, cube, draft
from tests.unit.evidence.test_count_files import NOTES

from jaga.errors import BadInput
from jaga.evidence.releases import Signed, publish
from jaga.words import Text
from jaga_cli import release_book

pytestmark = pytest.mark.slow

ODD = Text("Rekaan\u2028\x85baru", "Invented\u2028\x85new")
TABLE = "age,sex,count\n0-11,girl,3\n0-11,boy,20\n12-17,girl,30\n12-17,boy,{n}\n"


@pytest.fixture
def folder(tmp_path):
    for name, n in (("umur", 60), ("bulan", 62)):
        (tmp_path / f"{name}.csv").write_text(TABLE.format(n=n))
        (tmp_path / f"{name}.toml").write_text(NOTES.split("[dimensions")[0])
    return tmp_path


def test_two_people_publish_and_a_differencing_pair_is_refused(folder):
    book = ("--ledger", "buku.jsonl")
    alone = jaga("release", "publish", "umur.csv", *book, "--by", "Ani", "--second", "ANI",
                 "--out", "o", folder=folder)  # fmt: skip
    assert alone.code == 3
    assert not (folder / "o").exists()
    both = jaga("release", "publish", "umur.csv", *book, "--by", "Ani", "--second", "Budi",
                "--out", "o", "--date", "2026-07-10", folder=folder)  # fmt: skip
    assert both.code == 0, both.complained
    assert {one.suffix for one in (folder / "o").iterdir()} == {".csv", ".xlsx", ".json"}
    assert (folder / "buku.jsonl.key").stat().st_mode & 0o077 == 0
    refused = jaga("release", "check", "bulan.csv", *book, folder=folder)
    assert refused.code == 5
    assert "Terbitan 1" in refused.complained or "Release 1" in refused.complained
    assert jaga("release", "audit", "buku.jsonl", folder=folder).code == 0


def test_protect_writes_what_may_be_shown_and_a_mistake_is_a_sentence(folder):
    ended = jaga("release", "protect", "umur.csv", "--out", "o", folder=folder)
    assert ended.code == 0, ended.complained
    assert (folder / "o" / "umur.csv").read_text().splitlines()[1] == "0-11,girl,ditahan"
    assert jaga("release", "protect", "none.csv", folder=folder).code == 3
    assert jaga("release", "audit", "none.jsonl", folder=folder).code == 3
    unsafe = jaga("release", "protect", "umur.csv", "--out", ".", folder=folder)
    assert unsafe.code == 3
    assert (folder / "umur.csv").read_text() == TABLE.format(n=60)


def test_a_ledger_that_is_lost_or_grew_meanwhile_publishes_nothing(tmp_path):
    path, vault = tmp_path / "buku.jsonl", PlainVault()
    # A title with a letter that some readers take for the end of a line.
    made = replace(draft(cube("t", {"sex": ("girl", "boy")}, (10, 20))), title=ODD)
    signed = Signed("Ani", "Budi", date(2026, 7, 10))
    empty = release_book.read(path)
    first = publish(empty, made, signed, vault=vault)
    release_book.add(path, empty, first.lines[-1])
    assert release_book.read(path) == first
    with pytest.raises(BadInput, match="meanwhile"):
        release_book.add(path, empty, first.lines[-1])
    assert release_book.read(path) == first
    release_book.key_of(path).touch()
    path.unlink()
    with pytest.raises(BadInput, match="not the ledger"):
        release_book.read(path)
