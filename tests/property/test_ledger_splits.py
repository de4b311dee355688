"""However rows are split over files, and in whatever order, the store is the same."""

import hashlib
import random
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.ledger.payments import balanced, row, write

from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger

VALUES = {
    "payment_id": st.sampled_from([f"P{n}" for n in range(12)]),
    "booked_at": st.sampled_from(
        [
            "2025-01-30T08:00:00+07:00",
            "2025-01-30T23:59:59Z",
            "2025-01-31T08:00:00Z",
            "2025-02-01T00:00:00+07:00",
            "yesterday",
        ]
    ),
    "amount": st.sampled_from(["1", "2.50", "1000000", "-3", "1.000,00"]),
    "currency": st.sampled_from(["IDR", "USD", "JPY", "CHF"]),
    "rail": st.sampled_from(["qris", "card", "pigeon"]),
    "debtor_account": st.sampled_from(["A", "B", "C", "b", "Ä", ""]),
    "creditor_account": st.sampled_from(["A", "X", "Y", "Z", 'é,"1"']),
    "debtor_agent": st.sampled_from(["", "BANK1", "BANK2"]),
    "debtor_country": st.sampled_from(["", "ID", "sg"]),
    "remark": st.sampled_from(["", "seragam", "@name99", "line\nbreak"]),
}
ROWS = st.lists(st.fixed_dictionaries(VALUES), min_size=1, max_size=30)


def days_and_codes(folder: Path, parts: list[list[dict[str, str]]]):
    folder.mkdir()
    files = [
        write(folder / f"{number}.csv", part, ",;|\t"[number % 4])
        for number, part in enumerate(parts)
        if part
    ]
    ledger = Ledger.open(folder / "store")
    report = ledger.read(files, ReadOptions())
    assert balanced(report)
    assert report.rows_in == sum(map(len, parts)) - _rows_of_copies(files)
    manifest = ledger.manifest
    codes = manifest["codes"]["sha256"] if manifest["codes"] else None
    for entry in manifest["days"].values():
        content = (ledger.root / entry["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    return {day: entry["sha256"] for day, entry in manifest["days"].items()}, codes


def _rows_of_copies(files: list[Path]) -> int:
    """Rows of files whose content equals that of an earlier one; they count nothing."""
    seen, copies = set(), 0
    for path in files:
        content = path.read_bytes()
        if content in seen:
            copies += content.count(b"\n") - content.count(b"line\nbreak") - 1
        seen.add(content)
    return copies


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(ROWS, st.integers(1, 4), st.randoms(use_true_random=False))
def test_split_and_order_do_not_matter(tmp_path_factory, rows, files, chance):
    folder = tmp_path_factory.mktemp("split")
    whole = days_and_codes(folder / "whole", [rows])
    shuffled = chance.sample(rows, len(rows))
    parts = [shuffled[number::files] for number in range(files)]
    assert days_and_codes(folder / "parts", parts) == whole


def test_a_larger_file_in_one_and_in_fifty(tmp_path):
    chance = random.Random(20250131)
    rows = [
        row(
            payment_id=f"P{chance.randrange(4000)}",
            amount=str(chance.randrange(1, 9)),
            booked_at=f"2025-01-{chance.randrange(1, 29):02d}T08:00:00+07:00",
            debtor_account=f"D{chance.randrange(200)}",
            creditor_account=f"C{chance.randrange(99)}",
        )
        for _ in range(5000)
    ]
    whole = days_and_codes(tmp_path / "whole", [rows])
    chance.shuffle(rows)
    assert days_and_codes(tmp_path / "parts", [rows[n::50] for n in range(50)]) == whole
    assert len(whole[0]) == 28
