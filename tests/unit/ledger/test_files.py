"""Whole files: those that cannot be read end in a sentence; odd rows cost themselves only."""

import gzip

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.unit.ledger.payments import HEADER, balanced, rejects, row, stored, write

from jaga.errors import BadInput
from jaga.ledger.options import ReadOptions
from jaga.ledger.reasons import REASONS
from jaga.ledger.store import Ledger

GOOD = "P{n},2025-01-31T08:15:00+07:00,150000,IDR,qris,D1,C1"


def lines(*texts: str) -> bytes:
    return "\n".join((HEADER, *texts)).encode() + b"\n"


def read_bytes(tmp_path, content, name="payments.csv", **options):
    path = tmp_path / name
    path.write_bytes(content)
    ledger = Ledger.open(tmp_path / "store")
    return ledger, ledger.read([path], ReadOptions(**options))


def good(n=1):
    return GOOD.format(n=n)


BAD_FILES = [
    (b"", "kosong"),
    (b"\n\n", "kosong"),
    (lines(), "kosong"),
    (b"PK\x03\x04rest", "lembar kerja"),
    (b"<?xml version='1.0'?><a><b></a>", "XML"),
    (("\ufeff" + HEADER).encode("utf-16-le"), "UTF-16"),
    (b"PAR1 and nothing more", "Parquet"),
    (gzip.compress(lines(good()))[:-6], "gzip"),
    (gzip.compress(b""), "kosong"),
    (b"\x1f\x8bnot gzip", "gzip"),
    (b"\xe9t\xe9,b\n1,2\n", "UTF-8"),
    (b"x" * (2 << 20), "UTF-8"),
]


@pytest.mark.parametrize(("content", "word"), BAD_FILES)
def test_a_file_that_is_no_payments_file_says_what_to_do(tmp_path, content, word):
    with pytest.raises(BadInput) as caught:
        read_bytes(tmp_path, content)
    assert word in caught.value.text.id
    assert caught.value.exit_code == 3
    assert caught.value.text.id.startswith("payments.csv: ")
    assert Ledger.open(tmp_path / "store").manifest["inputs"] == []


def test_missing_columns_are_named_with_those_found_and_how_to_map(tmp_path):
    with pytest.raises(BadInput) as caught:
        read_bytes(tmp_path, b"Ref,booked_at,amount,currency,rail,081234567890\n1,2,3,4,5,6\n")
    words = caught.value.text.en
    assert "payment_id, debtor_account, creditor_account" in words
    assert "ref, booked_at" in words.lower()
    assert "--mapping" in words
    assert "081234567890" not in words


def test_a_column_that_stands_twice_is_refused(tmp_path):
    with pytest.raises(BadInput, match="2 times"):
        read_bytes(tmp_path, (HEADER + ",amount\n").encode())


def test_a_file_that_does_not_exist_and_an_empty_folder(tmp_path):
    ledger = Ledger.open(tmp_path / "store")
    with pytest.raises(BadInput, match="no file"):
        ledger.read([tmp_path / "nothing.csv"], ReadOptions())
    (tmp_path / "folder").mkdir()
    with pytest.raises(BadInput, match=r"no \.csv"):
        ledger.read([tmp_path / "folder"], ReadOptions())


def test_a_truncated_parquet_is_a_sentence(tmp_path):
    table = pa.table({name: ["x"] * 1000 for name in HEADER.split(",")})
    pq.write_table(table, tmp_path / "whole.parquet")
    whole = (tmp_path / "whole.parquet").read_bytes()
    with pytest.raises(BadInput, match="damaged or cut short"):
        read_bytes(tmp_path, whole[: len(whole) // 2], "payments.parquet")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_delimiters_and_byte_order_marks_are_found(tmp_path, delimiter, start):
    content = start + lines(good()).replace(b",", delimiter.encode()).replace(b"\n", b"\r\n")
    _, report = read_bytes(tmp_path, content)
    assert (report.rows_in, report.kept) == (1, 1)


def test_content_decides_not_the_name(tmp_path):
    _, report = read_bytes(tmp_path, gzip.compress(lines(good())), "payments.csv")
    assert report.kept == 1


ODD_ROWS = [
    (b"P2,2025-01-31T08:15:00Z,1,IDR,qris,caf\xe9,C1", "not_utf8"),
    (b"P2,2025-01-31T08:15:00Z,1,IDR,qris,D\0,C1", "nul_byte"),
    (b"P2,2025-01-31T08:15:00Z,1,IDR,qris,D1", "wrong_field_count"),
    (b"P2,2025-01-31T08:15:00Z,1,IDR,qris,D1,C1,extra", "wrong_field_count"),
    (b'P2,2025-01-31T08:15:00Z,1,IDR,qris,"D1,C1', "unclosed_quote"),
    (b"P2,2025-01-31T08:15:00Z,1,IDR,qris,D\r1,C1", "stray_line_end"),
    (b"P2,2025-01-31T08:15:00Z,1,IDR,qris,D1," + b"C" * (1 << 20), "row_too_long"),
    (b"P2,2025-01-31T08:15:00Z,1,IDR,qris,D1," + b"C" * (20 << 20), "row_too_long"),
]


@pytest.mark.parametrize(("odd", "reason"), ODD_ROWS)
@pytest.mark.parametrize("at_end", [False, True])
def test_an_odd_row_costs_itself_only(tmp_path, odd, reason, at_end):
    rows = [good(1).encode(), odd, good(3).encode()]
    if at_end:
        rows = [good(1).encode(), good(3).encode(), odd]
    ledger, report = read_bytes(tmp_path, b"\n".join([HEADER.encode(), *rows]))
    assert (report.rows_in, report.kept, report.rejected) == (3, 2, {reason: 1})
    (reject,) = rejects(ledger)
    assert reject["line"] == ("4" if at_end else "3")
    assert reject["reason"] == REASONS[reason].id
    assert reject["value_class"] == "row"


def test_line_numbers_are_physical_when_values_hold_line_breaks(tmp_path):
    broken = 'P2,2025-01-31T08:15:00Z,1,IDR,qris,D1,"C\r\n\n1"'
    ledger, report = read_bytes(
        tmp_path, lines(good(1), broken, "", "P3,x,1,IDR,qris,D1,C1", good(4))
    )
    assert report.rows_in == 4
    assert [(one["line"], one["column"]) for one in rejects(ledger)] == [
        ("3", "creditor_account"),
        ("7", "booked_at"),
    ]


def test_quotes_inside_and_around_values(tmp_path):
    ledger, report = read_bytes(
        tmp_path,
        lines(
            'P1,2025-01-31T08:15:00Z,1,IDR,qris,"D ""x"", 1",C1',
            'P2,2025-01-31T08:15:00Z,1,IDR,qris,D 5" x,C1',
            '"P3","2025-01-31T08:15:00Z","1","IDR","qris","D1","C1"',
            'P4,2025-01-31T08:15:00Z,1,IDR,qris,D"1,C"1',
        ),
    )
    assert report.kept == 4
    names = ledger.token("account", list(range(1, 20))).values()
    assert set(names) == {'D "x", 1', 'D 5" x', "D1", 'D"1', 'C"1', "C1"}


def test_lines_and_values_hold_across_blocks(tmp_path, monkeypatch):
    monkeypatch.setattr("jaga.ledger.readers.csv.BLOCK_BYTES", 300)
    rows = []
    for n in range(60):
        account = '"C\n1"' if n % 7 == 0 else f"C{n}"
        rows.append(f"P{n},2025-01-31T08:15:00Z,{n},IDR,qris,D1,{account}")
    ledger, report = read_bytes(tmp_path, lines(*rows))
    content = lines(*rows).split(b"\n")
    starts = [number + 1 for number, text in enumerate(content) if text.endswith(b'"C')]
    assert (report.rows_in, report.kept) == (60, 51)
    assert [int(one["line"]) for one in rejects(ledger)] == starts


def test_typed_parquet_gives_the_rows_its_csv_gives(tmp_path):
    rows = [row(payment_id=f"P{n}", amount=f"{n}.50", merchant_category="0742") for n in (1, 2)]
    write(tmp_path / "p.csv", rows)
    duckdb.execute(f"""COPY (SELECT payment_id, CAST(booked_at AS TIMESTAMPTZ) AS booked_at,
        CAST(amount AS DECIMAL(18, 4)) AS amount, currency, rail, debtor_account,
        creditor_account, CAST(merchant_category AS INTEGER) AS merchant_category
        FROM read_csv('{tmp_path / "p.csv"}', all_varchar = true))
        TO '{tmp_path / "p.parquet"}'""")
    found = []
    for name in ("p.csv", "p.parquet"):
        ledger = Ledger.open(tmp_path / f"store-{name}")
        assert balanced(ledger.read([tmp_path / name], ReadOptions()))
        found.append(stored(ledger))
    assert found[0] == found[1]
    assert len(found[0]) == 2


def test_a_folder_is_read_whole_by_name(tmp_path):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    write(tmp_path / "in" / "b.csv", [row(payment_id="b")])
    write(tmp_path / "in" / "deep" / "a.csv", [row(payment_id="a")])
    (tmp_path / "in" / "notes.txt").write_text("not a payment")
    ledger = Ledger.open(tmp_path / "store")
    report = ledger.read([tmp_path / "in"], ReadOptions())
    assert sorted(one.name for one in report.inputs) == ["b.csv", "deep/a.csv"]
    assert report.kept == 2


def test_parquet_dictionaries_and_texts_that_are_not_utf8(tmp_path):
    rows = [row(payment_id=f"P{n}") for n in range(3)]
    columns = {name: pa.array([one[name] for one in rows]) for name in rows[0]}
    columns["rail"] = columns["rail"].dictionary_encode()
    broken = pa.array([b"D1", b"caf\xe9", b"D2"], pa.binary()).cast(pa.string(), safe=False)
    columns["debtor_account"] = broken
    pq.write_table(pa.table(columns), tmp_path / "p.parquet")
    ledger = Ledger.open(tmp_path / "store")
    report = ledger.read([tmp_path / "p.parquet"], ReadOptions())
    assert (report.rows_in, report.kept, report.rejected) == (3, 2, {"not_utf8": 1})
    assert rejects(ledger)[0]["line"] == "2"
