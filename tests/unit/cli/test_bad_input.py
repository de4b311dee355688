"""Bad input through the real process: one sentence, the right exit code, no cell quoted."""

import csv
import gzip
import json
import random
from pathlib import Path

import pytest
from tests.process import jaga, jaga_from_shell
from tests.unit.ledger.messages import INVENTED
from tests.unit.ledger.payments import balanced, row, write

from jaga.errors import JagaError
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger

SECRET = "7401992288"
"""Stands in for an account number; no sentence may repeat it."""


def sound(folder: Path, name: str = "payments.csv", **changes: str) -> Path:
    rows = [row(payment_id=f"P{n}", debtor_account=SECRET, amount=str(n + 1)) for n in range(5)]
    sixth = [row(**{"payment_id": "P9", **changes})] if changes else []
    return write(folder / name, rows + sixth)


def _without(folder: Path, column: str) -> Path:
    one = row(debtor_account=SECRET)
    one.pop(column)
    return write(folder / "payments.csv", [one])


def _bytes(folder: Path, content: bytes, name: str = "payments.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _parquet(folder: Path) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist([row(debtor_account=SECRET)] * 3), folder / "whole")
    return (folder / "whole").read_bytes()


def _text(folder: Path, option: str, content: str) -> list[object]:
    path = folder / f"{option}.toml"
    path.write_text(content)
    return [sound(folder), f"--{option}", path]


def _folder(folder: Path) -> Path:
    (folder / "inputs").mkdir()
    return folder / "inputs"


def _all_rejected(folder: Path) -> Path:
    rows = [row(payment_id=f"P{n}", amount="-5", debtor_account=SECRET) for n in range(4)]
    return write(folder / "payments.csv", rows)


def _gz(folder: Path) -> bytes:
    noise = random.Random(1).randbytes(4000).hex()
    return gzip.compress((sound(folder, "s.csv").read_text() + f"#{noise}\n").encode())


UNUSABLE = {
    # name: (what to screen, exit code, in the English sentence, in the Indonesian one)
    "missing column": (lambda f: [_without(f, "amount")], 3, "amount", "amount"),
    "missing account": (lambda f: [_without(f, "debtor_account")], 3, "debtor_account", "kolom"),
    "empty file": (lambda f: [_bytes(f, b"")], 3, "Empty", "kosong"),
    "header alone": (lambda f: [write(f / "p.csv", [row()]).parent / _head(f)], 3, "row", "baris"),
    "blank lines": (lambda f: [_bytes(f, b"\n \n\n")], 3, "Empty", "kosong"),
    "empty folder": (lambda f: [_folder(f)], 3, "folder", "folder"),
    "missing path": (lambda f: [f / "nowhere.csv"], 3, "no file", "tidak ada"),
    "cut Parquet": (lambda f: [_bytes(f, _parquet(f)[:-40], "p.parquet")], 3, "again", "ulang"),
    "cut gzip": (lambda f: [_bytes(f, _gz(f)[:-900], "p.csv.gz")], 3, "again", "ulang"),
    "gzip of junk": (lambda f: [_bytes(f, b"\x1f\x8bjunk" * 9, "p.csv.gz")], 3, "gzip", "gzip"),
    "binary junk": (lambda f: [_bytes(f, random.Random(7).randbytes(5000))], 3, "CSV", "CSV"),
    "spreadsheet": (lambda f: [_bytes(f, b"PK\x03\x04" + b"x" * 99)], 3, "Save", "Simpan"),
    "XML that is no message": (lambda f: [_bytes(f, b"<?xml version='1.0'?><a/>")],
                               3, "rejects.csv", "rejects.csv"),
    "all rejected": (lambda f: [_all_rejected(f)], 3, "rejects.csv", "rejects.csv"),
    "bad --since": (lambda f: [sound(f), "--since", "31/01/2025"], 2, "2025-01-31", "2025-01-31"),
    "bad --until": (lambda f: [sound(f), "--until", "2025-02-30"], 2, "--until", "--until"),
    "first of all days": (lambda f: [sound(f), "--since", "0001-01-01"], 2, "--since", "--since"),
    "last of all days": (lambda f: [sound(f), "--until", "9999-12-31"], 2, "--until", "--until"),
    "days apart": (lambda f: [sound(f), "--since", "2031-01-01"], 3, "--since", "--since"),
    "days crossed": (lambda f: [sound(f), "--since", "2025-02-01", "--until", "2025-01-01"],
                     3, "--since", "--since"),
    "engine": (lambda f: [sound(f), "--engine", "abacus"], 2, "duckdb", "duckdb"),
    "spark": (lambda f: [sound(f), "--engine", "spark"], 4, "--engine duckdb", "--engine duckdb"),
    "pack is no TOML": (lambda f: _text(f, "parameters", "= 3"), 3, "TOML", "TOML"),
    "pack is not there": (lambda f: [sound(f), "--parameters", f / "no.toml"], 3, "read", "dibaca"),
    "pack of strange names": (lambda f: _text(f, "parameters", "[indicators.guess]\nx = 1"),
                              3, "jaga indicators", "jaga indicators"),
    "pack with a part in it": (lambda f: _text(f, "parameters", "[indicators]\n"
                               "payer_several_receivers = 3"), 3, "table", "tabel"),
    "mapping is no TOML": (lambda f: _text(f, "mapping", "[["), 3, "TOML", "TOML"),
    "mapping key": (lambda f: _text(f, "mapping", "speed = 3"), 3, "speed", "speed"),
    "mapping to nothing": (lambda f: _text(f, "mapping", '[columns]\namount = "jumlah"'),
                           3, "jumlah", "jumlah"),
    "mapping is not there": (lambda f: [sound(f), "--mapping", f / "no.toml"], 3, "open", "dibuka"),
    "rates": (lambda f: _text(f, "fx", "currency,rate\nUSD,16000\n"), 3, "header", "judul"),
    "rates of junk": (lambda f: [sound(f), "--fx", _bytes(f, b"\xff\xfe\x00", "fx.csv")],
                      3, "UTF-8", "UTF-8"),
    "short key": (lambda f: _text(f, "token-key", "short"), 3, "32", "32"),
    "key is not there": (lambda f: [sound(f), "--token-key", f / "no.key"], 3, "key", "kunci"),
    "time zone": (lambda f: [sound(f), "--timezone", "Mars/Base"], 3, "zone", "Zona"),
    "accounts are payments": (lambda f: [sound(f), "--accounts", sound(f, "a.csv")],
                              3, "account_columns", "a.csv: "),
    "watchlist of payments": (lambda f: [sound(f), "--watchlist", sound(f, "w.csv")],
                              3, "watchlist_columns", "w.csv: "),
    "accounts are not there": (lambda f: [sound(f), "--accounts", f / "no.csv"],
                               3, "no file", "tidak ada"),
    "out is a file": (lambda f: [sound(f), "--out", sound(f, "taken")], 3, "--out", "--out"),
    "out in a file": (lambda f: [sound(f), "--out", sound(f, "taken") / "x"], 3, "--out", "--out"),
    "ledger is a file": (lambda f: [sound(f), "--ledger", sound(f, "taken")], 3, "folder",
                         "folder"),
}  # fmt: skip


def _head(folder: Path) -> str:
    head = (folder / "p.csv").read_bytes().split(b"\n")[0]
    (folder / "head.csv").write_bytes(head + b"\n")
    return "head.csv"


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", UNUSABLE)
def test_input_that_cannot_be_used_is_told_in_a_sentence(tmp_path, name, language):
    make, code, english, indonesian = UNUSABLE[name]
    words = make(tmp_path)
    if "--out" not in words:
        words += ["--out", tmp_path / "out"]
    ended = jaga("screen", *words, folder=tmp_path, language=language)
    sentence = ended.complained.strip()
    assert ended.code == code, sentence
    assert (english if language == "en" else indonesian) in sentence
    assert "Traceback" not in sentence
    assert len(sentence.splitlines()) == 1
    assert sentence.endswith((".", "key.txt", "kunci.txt"))  # the last two end on a command
    assert SECRET not in ended.said + ended.complained
    assert not (tmp_path / "out" / "manifest.json").exists()


def test_the_two_languages_differ(tmp_path):
    said = [jaga("screen", tmp_path / "no.csv", "--out", tmp_path / "out", folder=tmp_path,
                 language=language).complained for language in ("id", "en")]  # fmt: skip
    assert said[0] != said[1]


def test_a_shell_sees_the_same_sentence_and_code(tmp_path):
    words = ["screen", tmp_path / "no.csv", "--out", tmp_path / "out"]
    assert jaga_from_shell(*words, folder=tmp_path, JAGA_LANGUAGE="id") == jaga(
        *words, folder=tmp_path, language="id"
    )


@pytest.mark.parametrize(
    "words", [["screen"], ["screen", "p.csv"], ["nothing"], ["screen", "--speed", "3"], ["--x"]]
)
def test_wrong_usage_ends_with_two_and_without_a_traceback(tmp_path, words):
    ended = jaga(*words, folder=tmp_path)
    assert ended.code == 2
    assert "Traceback" not in ended.complained
    assert ended.complained.strip()


def test_a_folder_called_ledger_that_is_not_ours_stays(tmp_path):
    (tmp_path / "out" / "ledger").mkdir(parents=True)
    theirs = tmp_path / "out" / "ledger" / "accounts.xlsx"
    theirs.touch()
    ended = jaga("screen", sound(tmp_path), "--out", "out", folder=tmp_path)
    assert ended.code == 5
    assert "another --out" in ended.complained
    assert theirs.exists()


def test_the_results_folder_is_used_again(tmp_path):
    for amount in ("1", "x"):
        path = sound(tmp_path, amount=amount)
        assert jaga("screen", path, "--out", "out", folder=tmp_path).code == 0
    assert _accounts_for(tmp_path / "out") == (6, 1)


WATCHED = {
    "token": SECRET, "token_kind": "account", "source": "partner", "added_on": "2025-01-15",
    "expires_on": "2025-12-31",
}  # fmt: skip


def test_the_results_folder_is_used_again_after_a_status_report(tmp_path):
    """A store with every kind of file in it is still known as ours."""
    accounts = write(tmp_path / "accounts.csv", [{"account": SECRET}])
    watched = write(tmp_path / "watch.csv", [WATCHED])
    sources = (sound(tmp_path), INVENTED / "pacs_002.xml")
    for _ in range(2):
        ended = jaga(
            "screen", *sources, "--accounts", accounts, "--watchlist", watched, "--out", "out",
            folder=tmp_path,
        )  # fmt: skip
        assert ended.code == 0, ended.complained
    kept = {path.name.partition("-")[0] for path in (tmp_path / "out" / "ledger").glob("*-*")}
    assert kept == {"codes", "accounts", "watchlist", "marks"}


def test_a_kept_ledger_lists_the_rejects_of_every_file_it_holds(tmp_path):
    first = sound(tmp_path, amount="x")
    second = write(tmp_path / "more.csv", [row(payment_id="Q1"), row(payment_id="Q2", amount="y")])
    for path in (first, second, first):
        ended = jaga("screen", path, "--out", "out", "--ledger", "kept", folder=tmp_path)
        assert ended.code == 0, ended.complained
    assert "read before" in ended.complained
    assert _accounts_for(tmp_path / "out") == (8, 2)


REJECTED = {
    # name: values of the sixth row
    "wrong currency": {"currency": "RUPIAH7401992288"},
    "bad timestamp": {"booked_at": "7401992288th of May"},
    "negative amount": {"amount": "-7401992288"},
    "amount in words": {"amount": "7401992288x"},
    "no account": {"creditor_account": ""},
    "known number": {"payment_id": "P1"},
}


@pytest.mark.parametrize("name", REJECTED)
def test_a_row_that_cannot_be_used_is_counted_and_listed(tmp_path, name):
    ended = jaga("screen", sound(tmp_path, **REJECTED[name]), "--out", "out", folder=tmp_path)
    assert ended.code == 0
    assert "Traceback" not in ended.complained
    assert SECRET not in ended.said + ended.complained
    assert SECRET not in (tmp_path / "out" / "rejects.csv").read_text()
    assert _accounts_for(tmp_path / "out") == (6, 1)


def _accounts_for(out: Path) -> tuple[int, int]:
    """Rows in and rejected by the manifest, once both agree with rejects.csv."""
    inputs = json.loads((out / "manifest.json").read_text())["inputs"]
    rejected = [sum(one["rejected"].values()) for one in inputs]
    for one, lost in zip(inputs, rejected, strict=True):
        assert one["rows_in"] == one["kept"] + lost
    with (out / "rejects.csv").open(newline="", encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == sum(rejected)
    return sum(one["rows_in"] for one in inputs), sum(rejected)


def test_latin_1_bytes_lose_one_row_or_none_but_never_the_count(tmp_path):
    path = sound(tmp_path, debtor_agent="BANK", remark="caf")
    path.write_bytes(path.read_bytes().replace(b"caf", b"caf\xe9"))
    ended = jaga("screen", path, "--out", "out", folder=tmp_path)
    assert ended.code == 0, ended.complained
    assert _accounts_for(tmp_path / "out")[0] == 6


def test_a_folder_of_files_is_read_whole(tmp_path):
    inside = _folder(tmp_path)
    write(inside / "a.csv", [row(payment_id="A")])
    write(inside / "b.csv", [row(payment_id="B"), row(payment_id="A", amount="oops")])
    (inside / "notes.txt").write_text("not a payment")
    ended = jaga("screen", inside, "--out", "out", folder=tmp_path)
    assert ended.code == 0, ended.complained
    assert _accounts_for(tmp_path / "out") == (3, 1)


NASTY = (b"\0", b"\xff", b'"', b"\n", b"\r", b",", b";", b"-", b"9" * 40, b"NaN", b"1e309",
         b"\xef\xbb\xbf", b"PAR1", b"2025-99-99", "٣".encode(), b" ")  # fmt: skip


def _damaged(content: bytes, chance: random.Random) -> bytes:
    """One to four wounds: bytes put in, cut out, overwritten; whole fields and lines moved."""
    for _ in range(chance.randrange(1, 5)):
        lines = content.split(b"\n")
        at = chance.randrange(len(content) + 1)
        match chance.randrange(5):
            case 0:
                content = content[:at] + chance.choice(NASTY) + content[at:]
            case 1:
                content = content[:at] + content[at + chance.randrange(1, 20) :]
            case 2:
                fields = chance.choice(lines).split(b",")
                fields[chance.randrange(len(fields))] = chance.choice(NASTY)
                lines[chance.randrange(len(lines))] = b",".join(fields)
                content = b"\n".join(lines)
            case 3:
                chance.shuffle(lines[1:])
                lines.insert(chance.randrange(len(lines)), chance.choice(lines))
                content = b"\n".join(lines)
            case _:
                content = content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
    return content


@pytest.mark.slow
def test_a_thousand_damaged_files_keep_their_account(tmp_path, record_testsuite_property):
    chance = random.Random(20261121)
    content = sound(tmp_path, remark="bayar", place="3273").read_bytes()
    refused = 0
    for batch in range(40):
        folder = tmp_path / str(batch)
        folder.mkdir()
        for number in range(25):
            (folder / f"d{number}.csv").write_bytes(_damaged(content, chance))
        refused += _read_what_can_be_read(folder, tmp_path / f"store{batch}")
    record_testsuite_property("damaged files read, of 1,000", 1000 - refused)
    assert 50 < refused < 700


def _read_what_can_be_read(folder: Path, store: Path) -> int:
    """Read a folder, setting each refused file aside; returns how many were refused."""
    ledger, refused = Ledger.open(store), 0
    while True:
        try:
            report = ledger.read([folder], ReadOptions())
        except JagaError as error:
            sentences = error.say("id") + error.say("en")
            (folder / sentences.split(":")[0]).unlink()
        else:
            break
        refused += 1
        assert SECRET not in sentences
        assert ledger.manifest["days"] == {}
    assert balanced(report)
    assert report.rows_in > 0
    assert sum(entry["rows"] for entry in ledger.manifest["days"].values()) == report.kept
    return refused
