"""One row at a time: what is kept as what, and what is rejected for which reason."""

import re
from datetime import UTC, datetime

import pytest
from tests.unit.ledger.payments import balanced, read, rejects, row, stored

from jaga.ledger import canonical_sql, parties_sql
from jaga.ledger.mapping import Mapping, mapping_from
from jaga.ledger.reasons import REASONS
from jaga.ledger.tables import country_code, currency_code, purpose_code, rail_code

BAD_ROWS = [
    ({"payment_id": ""}, "payment_id", "missing_value"),
    ({"debtor_account": "  "}, "debtor_account", "missing_value"),
    ({"rail": ""}, "rail", "missing_value"),
    ({"creditor_account": "C" * 257}, "creditor_account", "text_too_long"),
    ({"debtor_account": "D\x07"}, "debtor_account", "control_character"),
    ({"booked_at": "31/01/2025"}, "booked_at", "bad_timestamp"),
    ({"booked_at": "2025-02-30T08:00:00Z"}, "booked_at", "bad_timestamp"),
    ({"booked_at": "2025-01-31T24:00:00Z"}, "booked_at", "bad_timestamp"),
    ({"booked_at": "2025-01-31T08:00:00+99:00"}, "booked_at", "bad_timestamp"),
    ({"booked_at": "2025-01-31T08:00:00"}, "booked_at", "no_offset"),
    ({"booked_at": "2025-01-31 08:00"}, "booked_at", "no_offset"),
    ({"booked_at": "1999-12-31T08:00:00Z"}, "booked_at", "year_out_of_range"),
    ({"booked_at": "2101-06-01T08:00:00Z"}, "booked_at", "year_out_of_range"),
    ({"amount": "banyak"}, "amount", "bad_amount"),
    ({"amount": "1e6"}, "amount", "bad_amount"),
    ({"amount": "1.000.000,50"}, "amount", "amount_marks"),
    ({"amount": "1,000.00"}, "amount", "amount_marks"),
    ({"amount": "150.000"}, "amount", "amount_marks"),
    ({"amount": "-5"}, "amount", "amount_not_positive"),
    ({"amount": "0.00"}, "amount", "amount_not_positive"),
    ({"amount": "1.2345"}, "amount", "too_many_decimals"),
    ({"amount": "10.5", "currency": "JPY"}, "amount", "too_many_decimals"),
    ({"amount": "1" + "0" * 15}, "amount", "amount_too_large"),
    ({"currency": "RUPIAH"}, "currency", "bad_currency"),
    ({"currency": "XXQ"}, "currency", "bad_currency"),
    ({"currency": "CHF"}, "currency", "no_rate"),
    ({"currency": "USD", "booked_at": "2024-06-01T08:00:00Z"}, "currency", "no_rate"),
    ({"debtor_country": "Indonesia"}, "debtor_country", "bad_country"),
    ({"creditor_country": "6D"}, "creditor_country", "bad_country"),
    ({"purpose_code": "SALARY"}, "purpose_code", "bad_purpose_code"),
    ({"remark_class": "rude"}, "remark_class", "bad_remark_class"),
    ({"merchant_category": "54"}, "merchant_category", "bad_merchant_category"),
    ({"place": "327"}, "place", "bad_place"),
    ({"status": "maybe"}, "status", "bad_status"),
]


@pytest.mark.parametrize(("changes", "column", "reason"), BAD_ROWS)
def test_a_bad_row_is_rejected_with_its_column_and_reason(tmp_path, changes, column, reason):
    ledger, report = read(tmp_path, row(payment_id="good"), row(**changes))
    assert (report.kept, report.rejected) == (1, {reason: 1})
    assert balanced(report)
    (reject,) = rejects(ledger)
    assert (reject["line"], reject["column"]) == ("3", column)
    assert reject["reason"] == REASONS[reason].id
    value = next(iter(changes.values())).strip()
    assert not value or value not in reject["value_class"]


def test_every_reason_a_row_can_have_is_tested_and_has_both_languages():
    sql = canonical_sql.build(frozenset(), Mapping(), "UTC", True, True)
    sql += parties_sql.ACCOUNTS_SELECT + parties_sql.WATCHLIST_SELECT
    used = set(re.findall(r"'[a-z_]+\|([a-z_]+)'", sql)) | {"duplicate", "missing_value"}
    used |= {
        "not_utf8",
        "nul_byte",
        "wrong_field_count",
        "unclosed_quote",
        "row_too_long",
        "stray_line_end",
    }  # these come from cutting files into rows: see test_files
    used |= {
        "unmapped_message",
        "misplaced_element",
        "no_transactions",
        "whole_message",
        "not_booked",
        "bad_direction",
        "status_report",
        "uetr_only",
        "status_not_final",
    }  # these come from messages in XML: see test_iso20022
    used |= {"withdrawn"}  # from the watchlist: see test_watchlist
    assert used == set(REASONS)
    for reason, text in REASONS.items():
        assert text.id != text.en, reason


def test_reasons_follow_the_language_asked_for(tmp_path):
    ledger, _ = read(tmp_path, row(), row(amount="x"), language="en")
    assert rejects(ledger)[0]["reason"] == REASONS["bad_amount"].en


def test_a_sound_row_is_stored_in_integers(tmp_path):
    ledger, report = read(
        tmp_path,
        row(
            debtor_country="id",
            creditor_country="SG",
            purpose_code="SALA",
            remark="SPP",
            merchant_category="0742",
            place="32.73",
            status="Returned",
            debtor_agent="BANK",
        ),
    )
    assert report.kept == 1
    columns = (
        "t, day, amount_minor, currency, amount_idr, rail, debtor_country, "
        "creditor_country, purpose, remark, mcc, place, status, payment_key, remark_text, "
        "device, payment"
    )
    moment = int(datetime(2025, 1, 31, 1, 15, tzinfo=UTC).timestamp())
    day = (moment + 7 * 3600) // 86400
    assert stored(ledger, columns) == [
        (
            moment,
            day,
            15_000_000,
            currency_code("IDR"),
            150_000,
            rail_code("qris"),
            country_code("ID"),
            country_code("SG"),
            purpose_code("SALA"),
            4,
            742,
            3273,
            2,
            "BANK/P1",
            None,
            None,
            day * 2**32,
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2025-01-31T08:15:00+07:00",
        "2025-01-31 08:15:00+07:00",
        "2025-01-31T08:15:00+0700",
        "2025-01-31T08:15:00+07",
        "2025-01-31T01:15:00Z",
        "2025-01-31t01:15:00z",
        "2025-01-31T08:15+07:00",
        "2025-01-31 01:15Z",
        "2025-01-31T08:15:00 +07:00",
        "2025-01-31T08:15:00.999+07:00",
        " 2025-01-31T08:15:00+07:00 ",
    ],
)
def test_one_moment_in_many_spellings(tmp_path, text):
    ledger, _ = read(tmp_path, row(booked_at=text))
    assert stored(ledger, "t") == [(1_738_286_100,)]


def test_a_time_without_offset_takes_the_zone_named(tmp_path):
    ledger, _ = read(tmp_path, row(booked_at="2025-01-31 08:15:00"), timezone="Asia/Jayapura")
    assert stored(ledger, "t") == [(1_738_286_100 - 2 * 3600,)]


def test_days_are_those_of_western_indonesia(tmp_path):
    ledger, _ = read(
        tmp_path,
        row(payment_id="a", booked_at="2025-01-30T16:59:59Z"),
        row(payment_id="b", booked_at="2025-01-30T17:00:00Z"),
    )
    assert sorted(ledger.manifest["days"]) == ["2025-01-30", "2025-01-31"]


@pytest.mark.parametrize(
    ("amount", "rupiah"),
    [
        ("0.49", 0),
        ("0.50", 1),
        ("1.49", 1),
        ("1.5", 2),
        ("+7", 7),
        ("007.50", 8),
        ("999999999999999.99", 1_000_000_000_000_000),
        ("12.3400", 12),
    ],
)
def test_rupiah_are_rounded_half_up(tmp_path, amount, rupiah):
    ledger, _ = read(tmp_path, row(amount=amount))
    assert stored(ledger, "amount_idr") == [(rupiah,)]


@pytest.mark.parametrize(
    ("mapping", "amount", "minor"),
    [
        ({"decimal": ",", "thousands": "."}, "1.000.000,50", 100_000_050),
        ({"decimal": ",", "thousands": "."}, "150.000", 15_000_000),
        ({"thousands": ","}, "1,000.25", 100_025),
        ({"thousands": " "}, "1 000", 100_000),
        ({"decimal": ","}, "12,5", 1_250),
    ],
)
def test_marks_are_read_as_the_mapping_sets_them(tmp_path, mapping, amount, minor):
    ledger, _ = read(tmp_path, row(amount=amount), mapping=mapping_from(mapping))
    assert stored(ledger, "amount_minor") == [(minor,)]


def test_marks_out_of_place_are_not_guessed(tmp_path):
    mapping = mapping_from({"decimal": ",", "thousands": "."})
    _, report = read(tmp_path, row(amount="10.50"), mapping=mapping)
    assert report.rejected == {"amount_marks": 1}


def test_unknown_rails_become_other_and_are_counted(tmp_path):
    ledger, report = read(tmp_path, row(rail="pigeon"), row(payment_id="P2", rail="QRIS"))
    assert sorted(stored(ledger, "rail")) == [(rail_code("qris"),), (rail_code("other"),)]
    assert ledger.manifest["inputs"][0]["unknown_rails"] == 1
    assert "pigeon" not in report.warnings[0].en


def test_absent_and_empty_are_told_apart(tmp_path):
    ledger, _ = read(tmp_path, row(remark="", device=""))
    assert stored(ledger, "remark, device, mcc") == [(0, None, None)]
    assert {"remark", "device"}.isdisjoint(ledger.absent_columns)
    assert {"mcc", "phone", "purpose"} <= ledger.absent_columns
    assert "status" not in ledger.absent_columns


def test_remarks_are_dropped_unless_kept(tmp_path):
    (tmp_path / "a").mkdir()
    ledger, _ = read(tmp_path / "a", row(remark="uang sekolah"))
    assert stored(ledger, "remark, remark_text") == [(2, None)]
    (tmp_path / "b").mkdir()
    ledger, _ = read(tmp_path / "b", row(remark="uang sekolah"), keep_remarks=True)
    assert stored(ledger, "remark_text") == [("uang sekolah",)]


def test_plain_numbers_are_warned_about_by_count_alone(tmp_path):
    _, report = read(tmp_path, row(debtor_account="1234567890", creditor_account="0987654321"))
    assert report.warnings[0].en.startswith("2 accounts or phones")
    assert "1234567890" not in report.warnings[0].en


def test_a_token_key_turns_numbers_into_tokens(tmp_path):
    ledger, report = read(
        tmp_path,
        row(debtor_account="123-456-7890", phone="0812-3456"),
        row(payment_id="P2", debtor_account="123 456 7890", phone="+62 812 3456"),
        token_key=b"k" * 32,
    )
    assert not report.warnings
    assert len({one for one in stored(ledger, "debtor, phone")}) == 1
    (token,) = ledger.token("account", [stored(ledger, "debtor")[0][0]]).values()
    assert re.fullmatch("v1:[a-z2-7]{26}", token)


def test_duplicates_keep_the_smallest_row(tmp_path):
    ledger, report = read(tmp_path, row(amount="20"), row(amount="10"), row(amount="10"))
    assert (report.kept, report.rejected) == (1, {"duplicate": 2})
    assert stored(ledger, "amount_idr") == [(10,)]


def test_the_same_number_at_two_institutions_is_two_payments(tmp_path):
    _, report = read(tmp_path, row(debtor_agent="A"), row(debtor_agent="B"))
    assert report.kept == 2


def test_all_rows_rejected_is_a_report_with_a_warning(tmp_path):
    ledger, report = read(tmp_path, row(amount="x"), row(amount="-1"), row(amount="y"))
    assert (report.kept, report.rows_in) == (0, 3)
    assert REASONS["bad_amount"].en in report.warnings[0].en
    assert ledger.payment_files() == []
