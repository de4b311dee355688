"""What screening asks of an engine: hold tables, run house SQL, hand rows back."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

PAYMENT_COLUMNS: tuple[str, ...] = (
    "payment", "t", "day", "debtor", "creditor", "amount_minor", "currency", "amount_idr",
    "rail", "debtor_country", "creditor_country", "debtor_agent", "creditor_agent", "purpose",
    "remark", "mcc", "device", "phone", "ip", "place", "status",
)  # fmt: skip
"""Integer columns of `payments` that house SQL may read."""

ACCOUNT_COLUMNS: tuple[str, ...] = (
    "account", "holder_kind", "holder", "birth_year", "opened_day", "kyc", "kind", "agent",
    "country", "place", "guardian",
)  # fmt: skip
"""Integer columns of `accounts`."""

Row = tuple[Any, ...]


class Engine(Protocol):
    """A place that runs house SQL over the ledger's tables."""

    name: str

    def load(self, payments: Sequence[Path], accounts: Path | None) -> None:
        """Show the day files as `payments` (with text `payment_key`) and the file as `accounts`."""

    def put(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Make `table` of whole numbers from rows; NULL is None."""

    def make(self, table: str, sql: str) -> None:
        """Keep the answer of a SELECT as `table`, replacing one of that name."""

    def rows(self, sql: str) -> list[Row]:
        """The answer of a SELECT, in no particular order unless it says so."""

    def close(self) -> None:
        """Let go of memory and temporary files."""
