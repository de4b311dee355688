"""The test to read first: a dozen payments go in, one alert comes out, and only counts leave."""

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from jaga.evidence.disclosure import CountTable, protect
from jaga.line import Job, run
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.words import Text

HEADER = (
    "payment_id,booked_at,amount,currency,rail,debtor_account,creditor_account,"
    "debtor_country,creditor_country,debtor_agent,remark_class"
)


def night_payment(n: int) -> str:
    """Rp 200,000 late at night, three times a night, to a receiver paid only once."""
    night, minute = divmod(n - 1, 3)
    return (
        f"p{n},2025-03-{night + 1:02}T23:3{minute}:00+07:00,200000,IDR,e_wallet,"
        f"payer,receiver{n},ID,ID,Bank Contoh Satu,implausible"
    )


ORDINARY = "o1,2025-03-02T12:00:00+07:00,45000,IDR,qris,somebody,canteen,ID,ID,Bank Contoh Satu,"
BROKEN = "b1,2025-03-02T12:00:00+07:00,-5,IDR,qris,somebody,canteen,ID,ID,Bank Contoh Satu,"

ACCOUNTS = "account,holder_kind,birth_year,country\npayer,person,1975,ID\n"


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("line")
    lines = [HEADER, *(night_payment(n) for n in range(1, 10)), ORDINARY, BROKEN]
    (folder / "payments.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "accounts.csv").write_text(ACCOUNTS, encoding="utf-8")
    engine = DuckDBEngine(threads=1)
    job = Job([folder / "payments.csv"], folder / "out", accounts=folder / "accounts.csv")
    run(job, engine, lambda stage, done, total: None)
    engine.close()
    return folder / "out"


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def test_every_row_is_kept_or_rejected_with_its_line(results):
    manifest = json.loads((results / "manifest.json").read_text())
    (read,) = manifest["inputs"]
    assert (read["rows_in"], read["kept"], sum(read["rejected"].values())) == (11, 10, 1)
    (rejected,) = rows(results / "rejects.csv")
    assert (rejected["line"], rejected["column"]) == ("12", "amount")
    assert "-5" not in "".join(rejected.values())


def test_one_alert_with_its_reasons_in_both_languages(results):
    (alert,) = rows(results / "alerts.csv")
    assert (alert["subject"], alert["typology"]) == ("payer", "payer_many_receivers")
    assert (alert["outcome"], alert["rank"]) == ("suspicion", "1")
    fired = [r for r in json.loads(alert["reasons"]) if r["answer"] == "fired"]
    assert {r["family"] for r in fired} >= {"counterparties", "timing", "profile"}
    assert "9 orang yang tidak terkait" in fired[1]["id"] + fired[0]["id"] + fired[2]["id"]
    assert all(r["id"] and r["en"] and r["id"] != r["en"] for r in fired)


def test_the_evidence_is_the_payments_themselves(results):
    (alert,) = rows(results / "alerts.csv")
    keys = json.loads(alert["payments"])
    assert keys == [f"Bank Contoh Satu/p{n}" for n in range(1, 10)]
    shown = pq.read_table(results / "evidence.parquet").to_pylist()
    assert [row["payment_key"] for row in shown] == keys
    assert shown[0]["booked_at"] == "2025-03-01T23:30:00+07:00"


def test_what_could_not_be_told_is_said(results):
    (alert,) = rows(results / "alerts.csv")
    untold = {
        r["indicator"] for r in json.loads(alert["reasons"]) if r["answer"] == "could_not_tell"
    }
    assert "payer_escalation" in untold  # the record is three days long
    assert "holder_age" not in untold


def test_parquet_and_csv_say_the_same(results):
    table = pq.read_table(results / "alerts.parquet").to_pylist()
    assert [{k: str(v) for k, v in row.items()} for row in table] == rows(results / "alerts.csv")


def test_one_alert_is_too_few_to_leave_as_a_figure(results):
    count = len(rows(results / "alerts.csv"))
    table = CountTable("alerts", Text("Peringatan", "Alerts"), ("2025-03",), ("all",), ((count,),))
    assert protect(table).cells == ((None,),)
