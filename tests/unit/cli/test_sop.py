"""`jaga sop` as a process."""

import pytest
from tests.process import jaga

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("name", "start"), [("sop.docx", b"PK"), ("sop.pdf", b"%PDF-")])
def test_it_writes_the_format_the_name_asks_for(tmp_path, name, start):
    asked = ("sop", "--provider", "Dompet Rekaan", "--date", "2026-01-31", "--out", name)
    ended = jaga(*asked, folder=tmp_path)
    assert ended.code == 0, ended.complained
    assert (tmp_path / name).read_bytes().startswith(start)
    assert name in ended.said


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("--out", "sop.odt"), 2, ".docx"),
        (("--out", "sop.pdf", "--language", "jv"), 2, "--language"),
        (("--out", "sop.pdf", "--date", "today"), 2, "--date"),
        (("--out", "no/such/folder/sop.docx"), 3, "--out"),
        (("--out", "sop.pdf", "--parameters", "none.toml"), 3, "Parameter pack"),
    ],
)
def test_a_mistake_is_a_sentence(tmp_path, words, code, named):
    ended = jaga("sop", *words, folder=tmp_path)
    assert (ended.code, named in ended.complained) == (code, True), ended.complained
    assert not list(tmp_path.glob("sop.*"))
