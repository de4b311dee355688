"""Rejects files: file, line, column, value_class, reason in words. Never the value."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.csv as pacsv

from jaga.ledger.commit import settle
from jaga.ledger.days import files
from jaga.ledger.reasons import REASONS
from jaga.words import Language

HEADER = ("file", "line", "column", "value_class", "reason")
_SCHEMA = pa.schema(
    [
        ("file", pa.string()),
        ("line", pa.int64()),
        ("column", pa.string()),
        ("value_class", pa.string()),
        ("reason", pa.string()),
    ]
)
_DUPLICATES = (
    "SELECT input, line, '{key}' AS column, 'text' AS value_class, "
    "'duplicate' AS reason FROM losers"
)


@dataclass(frozen=True)
class Rejected:
    """The rejects of one input: counts by reason code, and the file under rejects/."""

    counts: dict[str, int]
    file: str | None


class RejectsWriter:
    """Joins the rejects of both passes; the table `losers` (input, line) has to exist."""

    def __init__(
        self,
        engine: duckdb.DuckDBPyConnection,
        staged: Iterable[Path],
        key: str,
        language: Language,
    ) -> None:
        self._engine = engine
        paths = list(staged)
        query = _DUPLICATES.format(key=key)
        if paths:
            query += (
                ' UNION ALL SELECT input, line, "column", value_class, reason '
                f"FROM read_parquet({files(paths)})"
            )
        engine.execute(f"CREATE VIEW rejected AS {query}")
        words = {code: text.say(language) for code, text in REASONS.items()}
        engine.register("made", pa.table({"code": list(words), "sentence": list(words.values())}))
        engine.execute("CREATE TABLE sentences AS SELECT * FROM made")
        engine.unregister("made")

    def write(self, number: int, name: str, staging: Path, root: Path) -> Rejected:
        """Write the rejects of input `number`, in the order of its lines."""
        counts = dict(
            self._engine.execute(
                "SELECT reason, count(*) FROM rejected WHERE input = ? "
                "GROUP BY reason ORDER BY reason",
                [number],
            ).fetchall()
        )
        if not counts:
            return Rejected({}, None)
        reader = self._engine.execute(
            'SELECT CAST(? AS VARCHAR) AS file, line, "column", value_class, sentence AS reason '
            "FROM rejected JOIN sentences ON code = reason WHERE input = ? ORDER BY line, 3, 5",
            [name, number],
        ).to_arrow_reader(100_000)
        made = staging / "rejects.csv"
        with pacsv.CSVWriter(made, _SCHEMA) as writer:
            for batch in reader:
                writer.write_batch(batch.cast(_SCHEMA))
        final, _ = settle(made, root / "rejects", "", ".csv")
        return Rejected(counts, f"rejects/{final.name}")
