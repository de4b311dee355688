"""Labels of an evaluation: which accounts play a part, and when their payments were booked."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from jaga.errors import BadInput
from jaga.ledger.tables import LABELS
from jaga.screening.backtest import Label
from jaga.words import Text

LABEL_COLUMNS = tuple(column.name for column in LABELS)


def read_labels(path: Path) -> list[Label]:
    """Labels of a CSV with LABEL_COLUMNS. Raises BadInput with what is missing."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in LABEL_COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                names = ", ".join(missing)
                raise BadInput(
                    Text(
                        f"Berkas label tidak punya kolom {names}. Tambahkan kolom itu.",
                        f"The labels file lacks the column {names}. Add it.",
                    )
                )
            return [Label(*(row[name] or "" for name in LABEL_COLUMNS)) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadInput(
            Text(
                "Berkas label tidak dapat dibaca. Berikan CSV UTF-8 kepada --labels.",
                "The labels file cannot be read. Give --labels a UTF-8 CSV.",
            )
        ) from error


def booked(days: Sequence[Path], keys: Iterable[str]) -> dict[str, int]:
    """Epoch second of each payment key that the day files hold."""
    wanted = pa.array(sorted(set(keys)), pa.string())
    if not days or len(wanted) == 0:
        return {}
    found = ds.dataset([str(day) for day in days], format="parquet").to_table(
        columns=["payment_key", "t"], filter=pc.field("payment_key").isin(wanted)
    )
    return dict(zip(found["payment_key"].to_pylist(), found["t"].to_pylist(), strict=True))
