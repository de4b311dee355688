"""The ground truth of a run: labels.csv, truth.csv and lookalikes.csv."""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from jaga.world.book import SETTLED
from jaga.world.people import AGENTS, People
from jaga.world.randomness import Array
from jaga.world.scene import Drawn, Labels
from jaga.world.write import Words, hexes, table_csv


def labels(path: Path, words: Words, gathered: Labels) -> dict[str, int]:
    """One row per (account, illicit payment); returns subject accounts by typology.

    Rejected payments are left out unless an account has no other. first_payment_key is the
    earliest labelled payment of that account under that typology.
    """
    tables, counts = [], {}
    for typology in dict.fromkeys(row[0] for row in gathered.rows):
        parts = [row for row in gathered.rows if row[0] == typology]
        account = np.concatenate([row[2] for row in parts])
        rows = {c: np.concatenate([row[3][c] for row in parts]) for c in parts[0][3]}
        named = account >= 0
        account, rows = account[named], {c: rows[c][named] for c in rows}
        counts[typology] = len(np.unique(account))
        tables.append(_table(words, typology, parts[0][1], account, rows))
    table_csv(path, pa.concat_tables(tables) if tables else _empty())
    return counts


COLUMNS = ("account", "payment_key", "typology", "role", "first_payment_key")


def _empty() -> Any:
    return pa.table({name: pa.array([], pa.string()) for name in COLUMNS})


def _table(words: Words, typology: str, role: str, account: Array, rows: dict[str, Array]) -> Any:
    settled = rows["status"] == SETTLED
    has_settled = np.isin(account, account[settled])
    keep = settled | ~has_settled
    account, rows = account[keep], {c: rows[c][keep] for c in rows}
    order = np.lexsort((rows["key"], rows["t"], words.people.token[account]))
    account, rows = account[order], {c: rows[c][order] for c in rows}
    once = np.ones(len(account), dtype=bool)
    once[1:] = (account[1:] != account[:-1]) | (rows["key"][1:] != rows["key"][:-1])
    account, rows = account[once], {c: rows[c][once] for c in rows}
    new = np.concatenate([[True], account[1:] != account[:-1]])[: len(account)]
    first = np.maximum.accumulate(np.where(new, np.arange(len(account)), 0))
    key = payment_keys(words.people, rows)
    n = len(account)
    return pa.table({
        "account": words.accounts.take(pa.array(account)), "payment_key": key,
        "typology": pa.array([typology] * n, pa.string()),
        "role": pa.array([role] * n, pa.string()),
        "first_payment_key": key.take(pa.array(first)),
    })  # fmt: skip


def published(path: Path, words: Words, gathered: Labels, drawn: Drawn) -> None:
    """One row per labelled (account, typology): whether it was drawn inside the published ranges.

    `outside` names the parameters that were not, joined by `+`. An account that a subject of
    another typology paid was drawn under its own name alone.
    """
    rows = [
        (account, typology, "+".join(sorted(set(missed))))
        for typology, subjects in drawn.outside.items()
        for account, missed in subjects.items()
        if account in _named(gathered, typology)
    ]
    index = np.array([row[0] for row in rows], dtype=np.int64)
    table_csv(path, pa.table({
        "account": words.accounts.take(pa.array(index)),
        "typology": pa.array([row[1] for row in rows], pa.string()),
        "inside_published_ranges": pa.array([int(not row[2]) for row in rows], pa.int8()),
        "outside": pa.array([row[2] for row in rows], pa.string()),
    }))  # fmt: skip


def _named(gathered: Labels, typology: str) -> set[int]:
    return set(gathered.of(typology)[0].tolist())


def payment_keys(people: People, rows: dict[str, Array]) -> Any:
    """agent/payment_id of each row."""
    agents = pa.array(AGENTS).take(pa.array(people.agent[rows["debtor"]]))
    return pa.compute.binary_join_element_wise(agents, hexes(rows["key"]), "/")


def look_alikes(path: Path, words: Words, cast: dict[str, Array]) -> None:
    """One row per account that plays a named look-alike."""
    token = words.accounts
    parts = [
        pa.table({
            "account": token.take(pa.array(np.sort(accounts))),
            "pattern": pa.array([name] * len(accounts), pa.string()),
        })
        for name, accounts in cast.items()
    ]  # fmt: skip
    empty = pa.table({"account": pa.array([], pa.string()), "pattern": pa.array([], pa.string())})
    table_csv(path, pa.concat_tables([empty, *parts]))
