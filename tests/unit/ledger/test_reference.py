"""The reference of the payments file names everything the code knows."""

from pathlib import Path

from jaga.ledger import tables
from jaga.ledger.reasons import REASONS

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "payments-file.md"


def test_every_column_and_reason_stands_in_the_reference():
    page = PAGE.read_text(encoding="utf-8")
    for column in (*tables.PAYMENTS, *tables.ACCOUNTS, *tables.WATCHLIST):
        line = f"| `{column.name}` | {'yes' if column.required else ''} | {column.classification}"
        assert f"{line} | {column.meaning.en} | {column.meaning.id} |" in page
    for code, text in REASONS.items():
        assert f"| `{code}` | {text.en} | {text.id} |" in page
    for word in (*tables.RAILS, *tables.REMARK_CLASSES, *tables.STATUSES):
        assert f"`{word}`" in page
