"""Accounts and watchlist: rows that do not fit are rejected, the file is not."""

import csv

import duckdb
import pytest
from tests.unit.ledger.payments import row, write

from jaga.errors import BadInput
from jaga.ledger.mapping import mapping_from
from jaga.ledger.options import ReadOptions
from jaga.ledger.reasons import REASONS
from jaga.ledger.store import Ledger
from jaga.ledger.tables import country_code

ACCOUNT = {
    "account": "D1",
    "holder_kind": "person",
    "holder": "h1",
    "birth_year": "2010",
    "opened_on": "2024-02-29",
    "kyc": "full",
    "kind": "savings",
    "agent": "BANK",
    "country": "ID",
    "place": "32.73.01.1001",
    "guardian": "D2",
}
WATCHED = {
    "token": "D1",
    "token_kind": "account",
    "source": "partner",
    "reason_code": "r1",
    "added_on": "2025-01-01",
    "expires_on": "2026-01-01",
    "consent_ref": "c1",
}


def accounts(tmp_path, *rows, **options):
    ledger = Ledger.open(tmp_path / "store")
    path = write(tmp_path / "accounts.csv", list(rows))
    return ledger, ledger.read_accounts(path, ReadOptions(**options))


def watchlist(tmp_path, *rows, **options):
    ledger = Ledger.open(tmp_path / "store")
    path = write(tmp_path / "watchlist.csv", list(rows))
    return ledger, ledger.read_watchlist(path, ReadOptions(**options))


def table(path):
    return duckdb.execute("FROM read_parquet(?)", [str(path)]).fetchall()


def test_an_account_is_stored_in_codes(tmp_path):
    ledger, report = accounts(tmp_path, ACCOUNT)
    assert (report.rows_in, report.kept) == (1, 1)
    ((account, kind, holder, born, opened, kyc, sort, agent, country, place, guardian),) = table(
        ledger.accounts_file
    )
    assert (kind, born, opened, kyc) == (0, 2010, 19782, 2)
    assert (country, place) == (country_code("ID"), 327301)
    assert ledger.token("account", [account, guardian]) == {account: "D1", guardian: "D2"}
    assert ledger.token("holder", [holder]) == {holder: "h1"}
    assert ledger.token("agent", [agent]) == {agent: "BANK"}
    assert ledger.token("account_kind", [sort]) == {sort: "savings"}


BAD_ACCOUNTS = [
    ({"account": ""}, "account", "missing_value"),
    ({"holder_kind": "robot"}, "holder_kind", "bad_word"),
    ({"birth_year": "10"}, "birth_year", "bad_year"),
    ({"birth_year": "1800"}, "birth_year", "bad_year"),
    ({"opened_on": "29/02/2024"}, "opened_on", "bad_date"),
    ({"opened_on": "2023-02-29"}, "opened_on", "bad_date"),
    ({"kyc": "some"}, "kyc", "bad_word"),
    ({"country": "IDN"}, "country", "bad_country"),
    ({"place": "1"}, "place", "bad_place"),
    ({"guardian": "G" * 300}, "guardian", "text_too_long"),
]


@pytest.mark.parametrize(("changes", "column", "reason"), BAD_ACCOUNTS)
def test_a_bad_account_is_rejected_alone(tmp_path, changes, column, reason):
    ledger, report = accounts(tmp_path, {**ACCOUNT, "account": "D9"}, {**ACCOUNT, **changes})
    assert (report.rows_in, report.kept, report.rejected) == (2, 1, {reason: 1})
    with (ledger.root / report.inputs[0].rejects).open(newline="") as file:
        (reject,) = csv.DictReader(file)
    assert (reject["line"], reject["column"], reject["reason"]) == ("3", column, REASONS[reason].id)


def test_one_account_twice_keeps_one(tmp_path):
    ledger, report = accounts(tmp_path, ACCOUNT, {**ACCOUNT, "birth_year": "1990"})
    assert report.rejected == {"duplicate": 1}
    assert table(ledger.accounts_file)[0][3] == 1990


def test_absent_account_columns_are_said(tmp_path):
    ledger, _ = accounts(tmp_path, {"account": "D1", "birth_year": "2000"})
    assert "accounts.birth_year" not in ledger.absent_columns
    assert {"accounts.opened_day", "accounts.guardian"} <= ledger.absent_columns


def test_accounts_share_codes_with_payments_and_are_replaced_whole(tmp_path):
    ledger, _ = accounts(tmp_path, ACCOUNT)
    ledger.read([write(tmp_path / "p.csv", [row()])], ReadOptions())
    first = ledger.accounts_file
    write(tmp_path / "accounts.csv", [{**ACCOUNT, "account": "C1"}])
    ledger.read_accounts(tmp_path / "accounts.csv", ReadOptions())
    assert not first.exists()
    debtor, creditor = duckdb.execute(
        "SELECT debtor, creditor FROM read_parquet(?)", [str(ledger.payment_files()[0])]
    ).fetchone()
    assert ledger.token("account", [debtor, creditor]) == {debtor: "D1", creditor: "C1"}
    assert table(ledger.accounts_file)[0][0] == creditor
    assert Ledger.open(ledger.root).accounts_file == ledger.accounts_file


def test_account_columns_can_be_mapped_and_keyed(tmp_path):
    made = mapping_from({"account_columns": {"account": "Rekening"}})
    ledger, report = accounts(tmp_path, {"Rekening": "123-4567"}, mapping=made, token_key=b"k" * 32)
    assert report.kept == 1
    (token,) = ledger.token("account", [table(ledger.accounts_file)[0][0]]).values()
    assert token.startswith("v1:")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"token_kind": "face"}, "bad_word"),
        ({"source": "rumour"}, "bad_word"),
        ({"added_on": "soon"}, "bad_date"),
        ({"token": ""}, "missing_value"),
        ({}, "duplicate"),
    ],
)
def test_a_bad_watchlist_row_is_rejected_alone(tmp_path, changes, reason):
    ledger, report = watchlist(tmp_path, WATCHED, {**WATCHED, **changes})
    assert (report.rows_in, report.kept, report.rejected) == (2, 1, {reason: 1})
    code, *stored = table(ledger.watchlist_file)[0]
    assert ledger.token("account", [code]) == {code: "D1"}
    assert stored == ["account", 2, "r1", 20089, 20454, "c1", 20089]


def test_watched_numbers_meet_the_accounts_of_payments(tmp_path):
    key = b"k" * 32
    ledger, _ = watchlist(
        tmp_path, {**WATCHED, "token": "0812 345", "token_kind": "phone"}, token_key=key
    )
    path = write(tmp_path / "p.csv", [row(phone="+62812345")])
    ledger.read([path], ReadOptions(token_key=key))
    (phone,) = duckdb.execute(
        "SELECT phone FROM read_parquet(?)", [str(ledger.payment_files()[0])]
    ).fetchone()
    assert phone == table(ledger.watchlist_file)[0][0]


def test_a_file_without_rows_is_a_sentence(tmp_path):
    (tmp_path / "accounts.csv").write_text("account\n")
    ledger = Ledger.open(tmp_path / "store")
    with pytest.raises(BadInput, match="data rows"):
        ledger.read_accounts(tmp_path / "accounts.csv", ReadOptions())
    assert ledger.accounts_file is None


def test_a_file_whose_rows_are_all_bad_is_a_report(tmp_path):
    ledger, report = accounts(tmp_path, {**ACCOUNT, "birth_year": "x"})
    assert (report.kept, report.rejected) == (0, {"bad_year": 1})
    assert table(ledger.accounts_file) == []
    assert REASONS["bad_year"].en in report.warnings[0].en
