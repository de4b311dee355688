"""The log of queries: no purpose, no query; no edit without a trace; curiosity shows."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.errors import BadInput, WrongUsage
from jaga.screening import purpose_log
from jaga.screening.purpose_log import Query

ASKED = Query("2026-01-01T00:00:00+00:00", "fajar", "alert_review", "", "A-1", "D1", "", "")


def _log(folder, *queries):
    file = folder / "log.jsonl"
    for one in queries:
        purpose_log.append(file, one)
    return file


def _with(**changes):
    return Query(**{**vars(ASKED), **changes})


@pytest.mark.parametrize("words", ["", "  ", "other", "other:", "penasaran", "alert_revue"])
def test_a_query_that_says_nothing_is_refused(words):
    with pytest.raises(WrongUsage) as caught:
        purpose_log.purpose(words)
    assert caught.value.exit_code == 2
    assert "alert_review" in caught.value.text.id


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("alert_review", ("alert_review", "")),
        (" complaint : surat 12 Januari ", ("complaint", "surat 12 Januari")),
        ("nasabah bertanya tentang laporan", ("other", "nasabah bertanya tentang laporan")),
        ("other: permintaan dari cabang", ("other", "permintaan dari cabang")),
    ],
)
def test_a_purpose_is_of_the_list_or_a_sentence(words, found):
    assert purpose_log.purpose(words) == found


def test_each_line_holds_the_one_before_and_never_the_subject(tmp_path):
    file = _log(tmp_path, *[_with(subject=f"1234567{n}") for n in range(5)])
    assert purpose_log.verify(file)[::2] == (5, [])
    assert "1234567" not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


@given(st.data())
def test_any_edit_loss_or_move_is_found(tmp_path_factory, data):
    file = _log(tmp_path_factory.mktemp("log"), *[_with(subject=str(n)) for n in range(4)])
    lines = file.read_bytes().splitlines()
    at = data.draw(st.integers(0, 3))
    how = data.draw(st.sampled_from(["drop", "swap", "edit", "twice", "by"]))
    if how == "drop":
        del lines[at]
    elif how == "swap":
        lines[at], lines[at + 1] = lines[at + 1], lines[at]
    elif how == "twice":
        lines.insert(at, lines[at])
    elif how == "by":
        fields = json.loads(lines[at + 1])
        lines[at + 1] = json.dumps({**fields, "by": "someone else"}).encode()
    else:
        place = data.draw(st.integers(0, len(lines[at]) - 1))
        lines[at] = lines[at][:place] + b"#" + lines[at][place + 1 :]
    file.write_bytes(b"\n".join(lines) + b"\n")
    assert purpose_log.verify(file)[2]


def test_lines_cut_off_the_end_are_found_by_a_hash_noted_before(tmp_path):
    file = _log(tmp_path, ASKED, ASKED)
    noted = purpose_log.verify(file)[1]
    assert purpose_log.verify(file, noted)[2] == []
    file.write_bytes(b"\n".join(file.read_bytes().splitlines()[:-1]) + b"\n")
    assert purpose_log.verify(file)[2] == []
    assert purpose_log.verify(file, noted)[2] != []


def test_many_at_once_lose_no_line(tmp_path):
    file = _log(tmp_path, ASKED)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: purpose_log.append(file, _with(subject=str(n))), range(40)))
    assert purpose_log.verify(file)[::2] == (41, [])


def test_what_cannot_be_written_is_not_answered(tmp_path):
    with pytest.raises(BadInput):
        purpose_log.append(tmp_path, ASKED)
    broken = tmp_path / "log.jsonl"
    broken.write_text("not a log\n")
    with pytest.raises(BadInput):
        purpose_log.append(broken, ASKED)
    assert broken.read_text() == "not a log\n"


def test_a_supervisor_sees_who_looked_again_and_again_and_without_a_case(tmp_path):
    file = _log(
        tmp_path, ASKED, ASKED, ASKED, _with(by="citra"), _with(by="citra", subject="D2", case="")
    )
    found = purpose_log.overview(file)
    assert {by: sum(n.values()) for by, n in found.by.items()} == {"citra": 2, "fajar": 3}
    assert [(by, times) for by, _, times in found.repeated] == [("fajar", 3)]
    assert [one["by"] for one in found.without_case] == ["citra"]
    assert len(purpose_log.overview(file, "D2").queries) == 1
    assert len(purpose_log.overview(file, " D1 ").queries) == 4
