"""The reference of the payments file names everything the code knows."""

from pathlib import Path

from jaga.ledger import tables
from jaga.ledger.readers.iso20022 import COLUMNS, rails, reports
from jaga.ledger.readers.iso20022.messages import MESSAGES
from jaga.ledger.reasons import REASONS

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "payments-file.md"


def test_the_page_on_messages_lists_what_the_reader_knows():
    page = (PAGE.parent / "iso20022.md").read_text(encoding="utf-8")
    for message in MESSAGES:
        first, last = message.versions
        assert f"| {message.name} | `{message.body}` | 001.{first:02}–001.{last:02} |" in page
    words = {word: rail for word, rail in rails.WORDS.items() if word != rail}
    for word, rail in (words | rails.FAMILIES | rails.CASH).items():
        lines = [line for line in page.splitlines() if line.endswith(f"| `{rail}` |")]
        assert any(f"`{word}`" in line.split(" within ")[0] for line in lines), word
    for status in (*reports.REJECTED, *reports.SETTLED):
        assert f"`{status}`" in page
    for column in COLUMNS:
        assert f"`{column}`" in page


def test_every_column_and_reason_stands_in_the_reference():
    page = PAGE.read_text(encoding="utf-8")
    for column in (*tables.PAYMENTS, *tables.ACCOUNTS, *tables.WATCHLIST):
        line = f"| `{column.name}` | {'yes' if column.required else ''} | {column.classification}"
        assert f"{line} | {column.meaning.en} | {column.meaning.id} |" in page
    for code, text in REASONS.items():
        assert f"| `{code}` | {text.en} | {text.id} |" in page
    for word in (*tables.RAILS, *tables.REMARK_CLASSES, *tables.STATUSES):
        assert f"`{word}`" in page
