"""`jaga background` as a process: refused without a purpose, logged before it answers."""

import json
import os
import pwd

import pytest
from tests.process import jaga
from tests.small_country import build, rows_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A small country, screened; the subject of its first alert about an adult."""
    folder = tmp_path_factory.mktemp("background")
    build(folder / "country")
    words = ("screen", "country/payments.csv.gz", "--accounts", "country/accounts.csv")
    assert jaga(*words, "--out", "run", folder=folder).code == 0
    return folder


@pytest.fixture(scope="module")
def subject(run):
    header, *rows = rows_of(run / "run" / "alerts.csv")
    alerts = [dict(zip(header, row, strict=True)) for row in rows]
    return next(a["subject"] for a in alerts if a["outcome"] == "suspicion")


def test_without_a_purpose_nothing_is_answered_or_written(run, subject, tmp_path):
    log = tmp_path / "log.jsonl"
    ended = jaga("background", subject, "--run", "run", "--log", log, folder=run)
    assert ended.code == 2
    assert "--purpose" in ended.complained
    assert not log.exists()


def test_it_answers_in_words_and_keeps_the_query(run, subject, tmp_path):
    log = tmp_path / "log.jsonl"
    asked = ("--purpose", "alert_review", "--case", "A-1", "--by", "fajar", "--log", log)
    ended = jaga("background", subject, "--run", "run", *asked, folder=run, language="id")
    assert ended.code == 0, ended.complained
    for words in ("Yang menyala", "bukan penilaian", "Penjelasan wajar", "nomor 1"):
        assert words in ended.said
    assert subject not in log.read_text()
    kept = json.loads(log.read_text().splitlines()[1])
    assert (kept["by"], kept["user"]) == ("fajar", pwd.getpwuid(os.getuid()).pw_name)
    sound = jaga("background", "--log", log, "--verify", folder=run)
    assert (sound.code, "1 queries" in sound.said) == (0, True)
    log.write_text(log.read_text().replace("fajar", "citra"))
    broken = jaga("background", "--log", log, "--verify", folder=run)
    assert broken.code == 5
    assert "line 2" in broken.said


def test_json_from_a_run_and_from_the_files_agree(run, subject, tmp_path):
    log = ("--log", tmp_path / "log.jsonl", "--purpose", "quality", "--json")
    kept = jaga("background", subject, "--run", "run", *log, folder=run)
    files = ("country/payments.csv.gz", "--accounts", "country/accounts.csv")
    read = jaga("background", subject, *files, *log, folder=run)
    assert (kept.code, read.code) == (0, 0), read.complained
    one, other = json.loads(kept.said), json.loads(read.said)
    assert one["accounts"] == other["accounts"]
    assert (one["log"]["number"], other["log"]["number"]) == (1, 2)
    assert one["accounts"][0]["fires"]


def test_a_query_that_finds_nothing_is_kept_all_the_same(run, tmp_path):
    log = tmp_path / "log.jsonl"
    asked = ("--purpose", "complaint: surat 12 Januari", "--log", log)
    ended = jaga("background", "nobody-1234567", "--run", "run", *asked, folder=run)
    assert ended.code == 3
    assert "1234567" not in ended.complained
    told = jaga("background", "nobody-1234567", "--log", log, "--list", "--json", folder=run)
    assert [one["reason"] for one in json.loads(told.said)["queries"]] == ["surat 12 Januari"]


@pytest.mark.parametrize(
    "words", [(), ("country/payments.csv.gz", "--run", "run"), ("--run", "run", "--ledger", "run")]
)
def test_it_takes_one_source(run, subject, tmp_path, words):
    asked = ("--purpose", "quality", "--log", tmp_path / "log.jsonl")
    assert jaga("background", subject, *words, *asked, folder=run).code == 2


def test_a_folder_without_data_is_a_sentence(run, subject, tmp_path):
    asked = ("--purpose", "quality", "--log", tmp_path / "log.jsonl")
    ended = jaga("background", subject, "--ledger", "country", *asked, folder=run)
    assert ended.code == 3
    assert "--ledger" in ended.complained


def test_a_list_beside_a_run_serves_one_answer(run, subject, tmp_path):
    listed = tmp_path / "watchlist.csv"
    listed.write_text(
        "token,token_kind,source,added_on,expires_on\n"
        f"{subject},account,partner,2025-01-01,2025-12-31\n"
    )
    asked = ("--purpose", "quality", "--log", tmp_path / "log.jsonl", "--json")
    found = jaga("background", subject, "--run", "run", "--watchlist", listed, *asked, folder=run)
    assert found.code == 0, found.complained
    (entry,) = json.loads(found.said)["accounts"][0]["watched"]
    assert entry == {
        "source": {"id": "mitra", "en": "a partner"},
        "since": {"id": "1 Januari 2025", "en": "1 January 2025"},
    }
    after = jaga("background", subject, "--run", "run", *asked, folder=run)
    assert json.loads(after.said)["accounts"][0]["watched"] == []
    words = ("country/payments.csv.gz", "--watchlist", listed, "--out", tmp_path / "out")
    screened = jaga("screen", *words, folder=run)
    assert "1 hold, 0 wait for release, 0 have ended" in screened.said
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["watchlist"]["rules"]["delay_days"] == 30


def test_a_plain_number_and_its_token_are_one_subject(run, tmp_path):
    key = tmp_path / "key.txt"
    key.write_text("k" * 40)
    rows = "payment_id,booked_at,amount,currency,rail,debtor_account,creditor_account"
    payments = tmp_path / "payments.csv"
    payments.write_text(f"{rows}\n1,2025-01-02T10:00:00+07:00,50000,IDR,qris,12-34 5,777\n")
    log = ("--log", tmp_path / "log.jsonl", "--token-key", key)
    asked = ("--purpose", "quality", "--json")
    found = jaga("background", "12345", payments, *log, *asked, folder=tmp_path)
    assert found.code == 0, found.complained
    account = json.loads(found.said)["accounts"][0]
    assert (account["account"][:3], account["payments"], account["age"]) == ("v1:", 1, "unknown")
    for subject, times in (("12345", 1), ("12-345", 1), ("777", 0)):
        told = jaga("background", subject, *log, "--list", "--json", folder=tmp_path)
        assert len(json.loads(told.said)["queries"]) == times, subject
