"""Turns compact rows into the files of §3.1, one booking day at a time, written atomically."""

import gzip
import json
import os
from binascii import hexlify
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from jaga.ledger.tables import (
    HOLDER_KINDS,
    KYC_TIERS,
    PAYMENTS,
    RAILS,
    REMARK_CLASSES,
    STATUSES,
)
from jaga.world import places, rails
from jaga.world.book import GAPS
from jaga.world.people import AGENTS, UNKNOWN, People
from jaga.world.randomness import Array

# The free text itself is never written: its class is.
PAYMENT_COLUMNS = tuple(column.name for column in PAYMENTS if column.name != "remark")
PAYMENT_SCHEMA = pa.schema([(name, pa.string()) for name in PAYMENT_COLUMNS])
CHUNK = 250_000  # rows formatted at once; bounds memory, and the bytes do not depend on it
Progress = Callable[[int, int], None]


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that appears under its name only when it is whole."""
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def fixed(numbers: Array, width: int, prefix: str) -> Any:
    """Tokens such as inv-a000123 as an Arrow string array."""
    n = len(numbers)
    text = np.empty((n, len(prefix) + width), dtype=np.uint8)
    text[:, : len(prefix)] = np.frombuffer(prefix.encode(), dtype=np.uint8)
    rest = np.asarray(numbers, dtype=np.int64)
    for column in range(width - 1, -1, -1):
        text[:, len(prefix) + column] = 48 + rest % 10
        rest = rest // 10
    return strings(text)


def strings(text: Array) -> Any:
    """An Arrow string array over a matrix of characters, one row a string."""
    n, width = text.shape
    offsets = np.arange(n + 1, dtype=np.int32) * width
    return pa.StringArray.from_buffers(n, pa.py_buffer(offsets), pa.py_buffer(text.tobytes()))


def hexes(keys: Array) -> Any:
    """64-bit numbers as 16 hexadecimal digits, in the order of the numbers."""
    text = np.frombuffer(hexlify(keys.astype(">u8").tobytes()), dtype=np.uint8)
    return strings(text.reshape(-1, 16))


class Words:
    """Lookup tables from codes to the words of the file, built once per run."""

    def __init__(self, people: People, start: date, days: int) -> None:
        self.people, self.start = people, start
        width = max(6, len(str(len(people))))
        self.accounts = fixed(people.token, width, "inv-a")
        own = people.token[people.owner_main[people.owner]]  # one phone and device per holder
        self.holders = fixed(own, width, "inv-h")
        used = people.token[people.phone]  # a relative's, in some families
        self.devices = pa.concat_arrays(
            [fixed(used, width, "inv-d"), fixed(people.token, width, "inv-e")]
        )
        self.phones = fixed(used, width, "inv-p")
        networks = len(people) * 2 // 3 + 1  # fewer than holders: some share one
        self.networks = fixed((used * 31 + 7) % networks, width, "inv-n")
        self.agents = pa.array(AGENTS)
        self.countries = pa.array(places.COUNTRY_CODES)
        self.provinces = pa.array(places.PROVINCE_CODES)
        self.dates = _bytes([(start + timedelta(n - 2)).isoformat() for n in range(days + 6)])
        self.clock = _bytes(
            [f"T{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}" for s in range(86400)]
        )
        self.zones = np.unique(people.offset)
        self.offsets = _bytes([_zone(int(minutes)) for minutes in self.zones])

    def stamps(self, t: Array, offset: Array) -> Any:
        """ISO 8601 on the debtor's clock, with its offset."""
        local = t.astype(np.int64) + offset * 60
        parts = (self.dates[local // 86400 + 2], self.clock[local % 86400],
                 self.offsets[np.searchsorted(self.zones, offset)])  # fmt: skip
        return strings(np.concatenate(parts, axis=1))


def _bytes(words: list[str]) -> Array:
    return np.array([list(word.encode()) for word in words], dtype=np.uint8)


def _zone(minutes: int) -> str:
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _take(words: Any, index: Array, hidden: Array | None = None) -> Any:
    """Words by code; hidden ones become empty."""
    return words.take(pa.array(index.astype(np.int64), mask=hidden))


def payment_batch(words: Words, rows: dict[str, Array]) -> Any:
    """A table of payments, all columns text, in the order given."""
    people, debtor, creditor = words.people, rows["debtor"], rows["creditor"]
    gaps, via = rows["gaps"], rows["via"]

    def lost(name: str) -> Array:
        return (gaps & GAPS[name]) > 0

    other = lost("other_device")
    device = np.where(other, via + len(people), via)
    columns = {
        "payment_id": hexes(rows["key"]),
        "booked_at": words.stamps(rows["t"], people.offset[debtor]),
        "amount": _amounts(rows["minor"], places.DECIMALS[rows["currency"]]),
        "currency": _take(pa.array(places.CURRENCIES), rows["currency"]),
        "rail": _take(pa.array(RAILS), rows["rail"]),
        "debtor_account": _take(words.accounts, debtor),
        "creditor_account": _take(words.accounts, creditor),
        "debtor_country": _take(words.countries, people.country[debtor], lost("debtor_country")),
        "creditor_country": _take(
            words.countries, people.country[creditor], lost("creditor_country")),
        "debtor_agent": _take(words.agents, people.agent[debtor]),
        "creditor_agent": _take(words.agents, people.agent[creditor], lost("creditor_agent")),
        "purpose_code": _take(pa.array(rails.PURPOSES), rows["purpose"], rows["purpose"] == 0),
        "remark_class": _take(pa.array(REMARK_CLASSES), np.maximum(rows["remark"], 0),
                              rows["remark"] < 0),
        "merchant_category": _take(MCC_WORDS, rows["mcc"], rows["mcc"] == 0),
        "device": _take(words.devices, device, lost("device")),
        "phone": _take(words.phones, via, lost("phone")),
        "ip": _take(words.networks, np.where(other, via // 40 * 40, via), lost("ip")),
        "place": _take(words.provinces, np.where(rows["place"] < 0, people.province[debtor],
                                                 rows["place"]),
                       lost("place") | ((people.country[debtor] > 0) & (rows["place"] < 0))),
        "status": _take(pa.array(STATUSES), rows["status"]),
    }  # fmt: skip
    return pa.Table.from_pydict(columns, schema=PAYMENT_SCHEMA)


MCC_WORDS = pa.array([f"{code:04}" for code in range(10_000)])


def _amounts(minor: Array, decimals: Array) -> Any:
    """Amounts as decimal text: whole rupiah, yen and won; two places for the rest."""
    whole = pa.array(np.where(decimals == 2, minor // 100, minor)).cast(pa.string())
    if not (decimals == 2).any():
        return whole
    cents = _take(CENTS, np.where(decimals == 2, minor % 100, 100))
    return pa.compute.binary_join_element_wise(whole, cents, "")


CENTS = pa.array([*(f".{cent:02}" for cent in range(100)), ""])


def payments(path: Path, words: Words, columns: dict[str, Array], progress: Progress | None) -> str:
    """Write all rows sorted by time, then payment number; returns nothing but the file's name."""
    order = np.lexsort((columns["key"], columns["t"]))
    total = len(order)
    with replacing(path) as raw, _sink(raw, path) as write:
        for at in range(0, max(total, 1), CHUNK):
            piece = order[at : at + CHUNK]
            write(payment_batch(words, {name: col[piece] for name, col in columns.items()}))
            if progress is not None:
                progress(min(at + CHUNK, total), total)
    return path.name


@contextmanager
def _sink(raw: BinaryIO, path: Path) -> Iterator[Callable[[Any], None]]:
    """CSV in gzip (level 1, no time in the header, so bytes repeat) or Parquet in zstd."""
    if path.suffix == ".parquet":
        with pq.ParquetWriter(raw, PAYMENT_SCHEMA, compression="zstd") as writer:
            yield writer.write_table
        return
    with gzip.GzipFile("", "wb", compresslevel=1, fileobj=raw, mtime=0) as packed:
        packed.write((",".join(PAYMENT_COLUMNS) + "\n").encode())
        options = pacsv.WriteOptions(include_header=False, quoting_style="none")

        def write(table: Any) -> None:
            sink = pa.BufferOutputStream()
            pacsv.write_csv(table, sink, options)
            packed.write(memoryview(sink.getvalue()))

        yield write


def accounts(path: Path, words: Words) -> None:
    """accounts.csv in the order of tokens; blanks are what the institution does not know."""
    people = words.people
    order = np.argsort(people.token, kind="stable")
    person = people.age >= 0
    unknown = (people.wallet & (people.kyc == 0))[order]
    opened = [(words.start + timedelta(int(day))).isoformat() for day in people.opened[order]]
    kinds = np.where(people.wallet, 1, 0)
    kind = np.where(unknown, UNKNOWN, people.kind[order])
    birthday = people.token[people.owner_main[people.owner]] % 365  # the same on all accounts
    passed = birthday < words.start.timetuple().tm_yday - 1
    born = words.start.year - people.age - 1 + passed
    table = pa.table({
        "account": _take(words.accounts, order),
        "holder_kind": _take(pa.array(HOLDER_KINDS), kind),
        "holder": _take(words.holders, order, unknown),
        "birth_year": pa.array(born[order], mask=~(person & people.birth_known)[order]),
        "opened_on": pa.array(opened),
        "kyc": _take(pa.array(KYC_TIERS), people.kyc[order]),
        "kind": _take(pa.array(["bank", "wallet"]), kinds[order]),
        "agent": _take(words.agents, people.agent[order]),
        "country": _take(words.countries, people.country[order]),
        "place": _take(words.provinces, people.province[order], (people.country > 0)[order]),
        "guardian": _take(words.accounts, np.maximum(people.guardian, 0)[order],
                          (people.guardian < 0)[order]),
    })  # fmt: skip
    table_csv(path, table)


def table_csv(path: Path, table: Any) -> None:
    """A small table as CSV with a header."""
    with replacing(path) as raw:
        raw.write((",".join(table.column_names) + "\n").encode())
        options = pacsv.WriteOptions(include_header=False, quoting_style="none")
        whole = table.combine_chunks()  # an empty chunk would be written as stray bytes
        if len(whole):
            pacsv.write_csv(whole, raw, options)


def as_json(path: Path, content: dict[str, Any]) -> None:
    """Sorted, indented JSON."""
    with replacing(path) as raw:
        raw.write((json.dumps(content, indent=2, sort_keys=True) + "\n").encode())
