"""Mapping files, rates, token keys and remark words: what each accepts and refuses."""

import base64
import hashlib
import hmac
import json
from datetime import date
from importlib import resources

import pytest
from tests.unit.ledger.payments import read, row, stored, write

from jaga.errors import BadInput
from jaga.ledger import fx, mapping, remarks, tables, tokens
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger


def test_a_mapping_names_columns_words_and_constants(tmp_path):
    (tmp_path / "map.toml").write_text("""
        delimiter = ";"
        decimal = ","
        thousands = "."
        timestamp_format = "%d/%m/%Y %H:%M"
        [columns]
        payment_id = "No Ref"
        booked_at = "Waktu"
        amount = "Nominal"
        debtor_account = "Dari"
        creditor_account = "Ke"
        rail = "Jalur"
        status = "Hasil"
        [constants]
        currency = "IDR"
        [rails]
        "BI-FAST" = "instant_transfer"
        [statuses]
        GAGAL = "rejected"
    """)
    (tmp_path / "p.csv").write_text(
        "No Ref;Waktu;Nominal;Dari;Ke;Jalur;hasil;lain\n"
        "1;31/01/2025 08:15;1.500.000,50;A;B;bi-fast;gagal;x\n"
    )
    ledger = Ledger.open(tmp_path / "store")
    options = ReadOptions(
        mapping=mapping.read_mapping(tmp_path / "map.toml"), timezone="Asia/Jakarta"
    )
    assert ledger.read([tmp_path / "p.csv"], options).kept == 1
    assert stored(ledger, "t, amount_minor, rail, status") == [
        (1_738_286_100, 150_000_050, tables.rail_code("instant_transfer"), 1)
    ]


def test_a_timestamp_format_may_hold_the_offset_itself(tmp_path):
    made = mapping.mapping_from({"timestamp_format": "%d.%m.%Y %H:%M:%S %z"})
    ledger, report = read(
        tmp_path,
        row(booked_at="31.01.2025 08:15:00 +0700"),
        row(booked_at="31.13.2025"),
        mapping=made,
    )
    assert stored(ledger, "t") == [(1_738_286_100,)]
    assert report.rejected == {"bad_timestamp": 1}


def test_a_format_without_offset_wants_a_zone(tmp_path):
    made = mapping.mapping_from({"timestamp_format": "%d/%m/%Y"})
    _, report = read(tmp_path, row(booked_at="31/01/2025"), row(booked_at="x"), mapping=made)
    assert report.rejected == {"bad_timestamp": 1, "no_offset": 1}


@pytest.mark.parametrize(
    "settings",
    [
        {"delimeter": ";"},
        {"columns": {"amnt": "Nominal"}},
        {"columns": {"amount": 3}},
        {"columns": "amount"},
        {"rails": {"x": "teleport"}},
        {"delimiter": "#"},
        {"decimal": ".", "thousands": "."},
        {"timestamp_format": "%H:%M"},
        {"timestamp_format": "%Y %Q"},
        {"statuses": {"ok": "fine"}},
        {"constants": {"x": "y"}},
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(settings):
    with pytest.raises(BadInput, match="Mapping file"):
        mapping.mapping_from(settings)


def test_a_mapping_that_is_no_toml_is_refused(tmp_path):
    (tmp_path / "map.toml").write_text("columns = [")
    with pytest.raises(BadInput, match="TOML"):
        mapping.read_mapping(tmp_path / "map.toml")


def test_the_schema_beside_the_code_says_the_same():
    schema = json.loads(resources.files("jaga.ledger").joinpath("mapping.schema.json").read_text())
    assert schema["additionalProperties"] is False
    fields = set(mapping.Mapping.__dataclass_fields__)
    assert set(schema["properties"]) == fields
    columns = {
        "columns": tables.PAYMENTS,
        "account_columns": tables.ACCOUNTS,
        "watchlist_columns": tables.WATCHLIST,
        "constants": tables.PAYMENTS,
    }
    for name, wanted in columns.items():
        part = schema["properties"][name]
        assert part["additionalProperties"] is False
        assert list(part["properties"]) == [column.name for column in wanted]
    words = {"rails": tables.RAILS, "statuses": tables.STATUSES}
    for name, wanted in words.items():
        part = schema["properties"][name]["additionalProperties"]["enum"]
        assert part == list(wanted)
    marks = {
        "delimiter": mapping.DELIMITERS,
        "decimal": mapping.DECIMALS,
        "thousands": mapping.THOUSANDS,
    }
    for name, wanted in marks.items():
        assert schema["properties"][name]["enum"] == list(wanted)


def rates(tmp_path, *lines):
    path = tmp_path / "fx.csv"
    path.write_text("\n".join(["# a comment", "currency,scale,date,idr_per_unit", *lines]) + "\n")
    return fx.read_fx(path)


@pytest.mark.parametrize(
    ("day", "rupiah"),
    [
        ("2025-01-09", None),
        ("2025-01-10", 16_000),
        ("2025-01-20", 16_000),
        ("2025-01-21", None),
        ("2025-01-26", 17_000),
    ],
)
def test_the_rate_is_the_latest_one_at_most_ten_days_old(tmp_path, day, rupiah):
    table = rates(tmp_path, "USD,2,2025-01-10,16000", "USD,2,2025-01-25,17000")
    ledger, report = read(
        tmp_path, row(currency="USD", amount="1.00", booked_at=f"{day}T12:00:00+07:00"), fx=table
    )
    assert stored(ledger, "amount_idr") == ([(rupiah,)] if rupiah else [])
    assert report.rejected == ({} if rupiah else {"no_rate": 1})


def test_a_virtual_asset_takes_its_scale_from_the_rates_file(tmp_path):
    table = rates(tmp_path, "USDT,6,2025-01-30,16000.5", "BTC,8,2025-01-30,1600000000")
    ledger, report = read(
        tmp_path,
        row(payment_id="a", currency="USDT", amount="2.123457"),
        row(payment_id="b", currency="btc", amount="0.00000003"),
        row(payment_id="c", currency="USDT", amount="0.1234567"),
        row(payment_id="d", currency="DOGE"),
        fx=table,
    )
    assert report.rejected == {"bad_currency": 1, "too_many_decimals": 1}
    rows = {
        key: rest
        for key, *rest in stored(ledger, "payment_key, amount_minor, amount_idr, currency")
    }
    assert rows["/a"][:2] == [2_123_457, 33_976]
    assert rows["/a"][2] < 0
    assert rows["/b"] == [3, 48, tables.currency_code("BTC")]


@pytest.mark.parametrize(
    "line",
    [
        "USD,2,2025-13-01,1",
        "USD,2,2025-01-01,0",
        "USD,2,2025-01-01,-1",
        "USD,2,2025-01-01,NaN",
        "USD,3,2025-01-01,1",
        "IDR,2,2025-01-01,1",
        "usd,2,2025-01-01,1",
        "USD,2,2025-01-01",
        "USD,2,2025-01-01,1e40",
        "XBT,19,2025-01-01,1",
    ],
)
def test_a_rate_that_cannot_be_used_is_named_by_its_line(tmp_path, line):
    with pytest.raises(BadInput, match="line 4"):
        rates(tmp_path, "EUR,2,2025-01-01,17000", line)


def test_two_rates_for_one_day_are_refused(tmp_path):
    with pytest.raises(BadInput, match="line 4"):
        rates(tmp_path, "USD,2,2025-01-01,1", "USD,2,2025-01-01,2")


def test_the_shipped_table_is_indicative_and_covers_every_day():
    table = fx.indicative_rates()
    assert table.indicative
    text = resources.files("jaga.ledger").joinpath("fx_indicative.csv").read_text()
    assert "indicative, for demonstration; give --fx" in text.lower()
    days = {day for currency, day, _, _ in table.daily if currency == "MYR"}
    first, last = ((one - date(1970, 1, 1)).days for one in (date(2024, 12, 2), date(2026, 12, 31)))
    assert set(range(first, last + 1)) <= days


def test_a_token_is_the_published_formula():
    key = bytes(range(32))
    digest = hmac.new(key, b"phone:+628123456789", hashlib.sha256).digest()
    expected = "v1:" + base64.b32encode(digest).decode()[:26].lower()
    for text in (
        "0812-3456-789",
        "+62 812 3456 789",
        "62812 3456789",
        "0062 8123456789",
        "+62 (0) 812 3456789",
        "８１２３４５６７８９",
        expected,
        expected.upper(),
    ):
        assert tokens.token(key, "phone", text) == expected
    assert tokens.token(key, "account", "+628123456789") != expected
    assert tokens.token(bytes(32), "phone", "08123456789") != expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("account", "123-456 78", "12345678"),
        ("account", "gb29 nwbk", "GB29NWBK"),
        ("phone", "+1 (202) 555", "+1202555"),
        ("phone", "tanpa", ""),
        ("ip", " 10.0.0.1", "10.0.0.1"),
    ],
)
def test_values_are_normalised_by_kind(kind, value, expected):
    assert tokens.normalised(kind, value) == expected


def test_nothing_left_after_normalising_is_no_token():
    assert tokens.token(bytes(32), "account", "---") is None


def test_a_short_key_is_refused_with_a_way_out(tmp_path):
    (tmp_path / "key").write_bytes(b"x" * 31 + b"\n")
    with pytest.raises(BadInput, match="32 random bytes"):
        tokens.read_token_key(tmp_path / "key")
    (tmp_path / "key").write_bytes(b"x" * 32 + b"\n")
    assert tokens.read_token_key(tmp_path / "key") == b"x" * 32


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (None, "none"),
        ("  ", "none"),
        ("Uang Sekolah adik", "implausible"),
        ("biaya  rumah-sakit", "implausible"),
        ("SCHOOL FEES", "implausible"),
        ("hadiah", "implausible"),
        ("hadiahnya", "other"),
        ("bayar kos", "plain"),
        ("transfer", "plain"),
        ("827364", "other"),
        ("@melati99", "handle"),
        ("utk @melati.99 ya", "handle"),
        ("ig: melati", "handle"),
        ("melati_99", "handle"),
        ("a@b.co.id", "other"),
        ("bayar seragam", "implausible"),
    ],
)
def test_remarks_fall_into_classes(text, word):
    assert remarks.classify(text, remarks.Lexicon()) == word


def test_a_private_list_takes_the_place_of_ours(tmp_path):
    (tmp_path / "words.toml").write_text('implausible = ["Jeruk Nipis"]\n')
    lexicon = remarks.read_lexicon(tmp_path / "words.toml")
    assert remarks.classify("jeruk  nipis", lexicon) == "implausible"
    assert remarks.classify("seragam", lexicon) == "other"
    assert remarks.classify("bayar", lexicon) == "plain"
    (tmp_path / "words.toml").write_text('rude = ["x"]\n')
    with pytest.raises(BadInput):
        remarks.read_lexicon(tmp_path / "words.toml")


def test_an_unknown_zone_is_refused(tmp_path):
    with pytest.raises(BadInput, match="Asia/Jakarta"):
        read(tmp_path, row(), timezone="Mars/Olympus")


def test_codes_turn_back_into_words():
    assert tables.country_letters(tables.country_code("ID")) == "ID"
    assert tables.currency_letters(tables.currency_code("IDR")) == "IDR"
    for text in ("SALA", "A", "0", "Z9"):
        assert tables.purpose_text(tables.purpose_code(text)) == text
    assert [tables.rail_code(word) for word in tables.RAILS] == list(range(14))
    with pytest.raises(ValueError, match="not one of"):
        tables.kyc_code("secret")


def test_every_column_is_classified_and_named_once():
    for columns in (
        tables.PAYMENTS,
        tables.ACCOUNTS,
        tables.WATCHLIST,
        tables.LABELS,
        tables.ALERTS,
    ):
        names = [column.name for column in columns]
        assert len(set(names)) == len(names)
        for column in columns:
            assert column.classification in ("identity", "case content", "operational", "public")
            if column.kind == "token":
                assert column.classification == "identity"


def test_a_mapping_column_that_is_not_in_the_file_is_missed(tmp_path):
    made = mapping.mapping_from({"columns": {"device": "perangkat"}})
    path = write(tmp_path / "p.csv", [row()])
    with pytest.raises(BadInput, match="device"):
        Ledger.open(tmp_path / "store").read([path], ReadOptions(mapping=made))


def test_amounts_converted_with_indicative_rates_are_said(tmp_path):
    _, report = read(tmp_path, row(), row(payment_id="P2", currency="USD"))
    assert [text.en for text in report.warnings if text.en.startswith("1 rows")]
    (tmp_path / "given").mkdir()
    table = rates(tmp_path, "USD,2,2025-01-30,16000")
    _, report = read(tmp_path / "given", row(currency="USD"), fx=table)
    assert report.warnings == []
