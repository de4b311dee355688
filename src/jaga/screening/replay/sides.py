"""One side of a comparison: how every finding stood under one set of numbers.

A side comes from a screening or from the folder of an earlier run; both say the same.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from jaga.errors import BadInput
from jaga.screening.export import STANDING_COLUMNS
from jaga.screening.screen import Screened
from jaga.screening.standing import Standing
from jaga.words import Text

Key = tuple[str, str, int]
PARTS = ("indicators", "typologies", "circumstances")


@dataclass(frozen=True)
class Side:
    """`numbers`: as `Pack.numbers()` tells them; `near_percent`: how far down standings reach.

    `key`: fingerprint of the token key; `inputs`: hashes of the payment files.
    """

    name: str
    standings: Mapping[Key, Standing]
    numbers: Mapping[str, Any]
    near_percent: int
    since: str
    until: str
    key: str
    inputs: frozenset[str]

    def alerts(self) -> dict[Key, Standing]:
        """What reached its threshold."""
        return {k: one for k, one in self.standings.items() if one.points >= one.threshold}


def of_screening(screened: Screened, manifest: Mapping[str, Any]) -> Side:
    """The side of a screening that was just made of the files that `manifest` names."""
    return Side(
        screened.pack.name,
        {one.key: one for one in screened.standings},
        screened.pack.numbers(),
        screened.pack.near_percent,
        screened.since.isoformat(),
        screened.until.isoformat(),
        str(manifest["options"]["key"]),
        _inputs(manifest),
    )


def _inputs(manifest: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(str(one["sha256"]) for one in manifest["inputs"])


def of_run(folder: Path) -> Side:
    """The side of an earlier run. Raises BadInput when the folder does not hold one."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        table = pq.read_table(folder / "standings.parquet", columns=list(STANDING_COLUMNS))
        standings = [_standing(row) for row in table.to_pylist()]
        return Side(
            str(manifest["parameters"]["name"]),
            {one.key: one for one in standings},
            {part: manifest["parameters"][part] for part in PARTS},
            int(manifest["standings"]["near_percent"]),
            str(manifest["since"]),
            str(manifest["until"]),
            str(manifest["options"]["key"]),
            _inputs(manifest),
        )
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException) as error:
        raise BadInput(
            Text(
                "Folder acuan tidak memuat hasil penyaringan yang utuh (manifest.json dan "
                "standings.parquet). Saring ulang dengan versi ini, lalu beri foldernya.",
                "The baseline folder does not hold a whole run (manifest.json and "
                "standings.parquet). Screen again with this version, then give its folder.",
            )
        ) from error


def _standing(row: Mapping[str, Any]) -> Standing:
    return Standing(
        alert_id=row["alert_id"],
        typology=row["typology"],
        version=row["version"],
        subject=row["subject"],
        month=row["month"],
        threshold=row["threshold"],
        points=row["points"],
        climb=tuple((at, name, weight) for at, name, weight in json.loads(row["climb"])),
        rise=tuple((at, points) for at, points in json.loads(row["rise"])),
    )
