"""What a watched token must bring, how long it holds, and when screening may know of it.

A token on the list belongs to somebody who has not been convicted. So an entry ends,
can be taken back, and is released late and in company: a match must not point, by its
timing, at the child who gave the number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from jaga.ledger.readers.raw import RowReject
from jaga.ledger.staging import RejectRows
from jaga.ledger.tables import TOKEN_KINDS
from jaga.words import Text

LONGEST_DAYS = {"case": 366, "ruling": 731, "partner": 366}
"""How long an entry may hold, in days. A year, so that somebody has to ask again whether it
is still true and still agreed to; two for a ruling, which does not rest on anyone's
consent. Own choice: no source sets a span."""

DELAY_DAYS = 30
"""Least days between what a child told and its release. Own choice: long enough that a month
of other payments lies between."""

SMALLEST_BATCH = 3
"""Different consents that a batch holds: with fewer, a match would point at one of two
children, and each of the two would know the other. Own choice."""

LONGEST_WAIT_DAYS = 120
"""From here on an entry is released even in a small batch: by then the delay alone hides
when the child spoke, and waiting longer would protect nobody. Own choice."""

WITHDRAWN = "withdrawn"
"""`reason_code` of a row that takes back every entry of its token, source and consent."""

SOURCE_WORDS = (
    Text("kasus, dengan persetujuan", "a case, with consent"),
    Text("putusan pengadilan", "a court ruling"),
    Text("mitra", "a partner"),
)
"""What may be said of where an entry comes from, by its code; never more than this."""

FROM_CASES = ("account", "phone", "device")
"""What a child may be asked for: a number that was used against them. A holder is a person and
an address of the network belongs to a whole street."""

Entry = tuple[int, str | None]
"""Day it was added (days since 1970-01-01) and the consent it rests on."""

_EPOCH = date(1970, 1, 1)


def rules() -> dict[str, object]:
    """The numbers above, as the manifest records them."""
    return {
        "longest_days": LONGEST_DAYS,
        "delay_days": DELAY_DAYS,
        "smallest_batch": SMALLEST_BATCH,
        "longest_wait_days": LONGEST_WAIT_DAYS,
    }


def longest_sql(source: str) -> str:
    """SQL text: the longest span of an entry by the word in column `source`, in days."""
    cases = " ".join(f"WHEN '{word}' THEN {days}" for word, days in LONGEST_DAYS.items())
    return f"CASE lower({source}) {cases} END"


def first_of_month(day: int) -> int:
    """The first day of a month on or after `day`, both in days since 1970-01-01."""
    when = _EPOCH + timedelta(days=day)
    if when.day > 1:
        when = (when.replace(day=1) + timedelta(days=32)).replace(day=1)
    return (when - _EPOCH).days


def released(entries: Iterable[Entry]) -> dict[Entry, int]:
    """The day each entry of a case is released to screening.

    The first of a month at least DELAY_DAYS after it was added, together with
    SMALLEST_BATCH different consents or, failing that, after LONGEST_WAIT_DAYS.
    """
    ready: dict[int, set[Entry]] = defaultdict(set)
    for entry in set(entries):
        ready[first_of_month(entry[0] + DELAY_DAYS)].add(entry)
    found: dict[Entry, int] = {}
    waiting: set[Entry] = set()
    for day in _months(ready):
        waiting |= ready.get(day, set())
        enough = len({consent for _, consent in waiting}) >= SMALLEST_BATCH
        go = {one for one in waiting if enough or day - one[0] >= LONGEST_WAIT_DAYS}
        found.update(dict.fromkeys(go, day))
        waiting -= go
    return found


def _months(ready: Iterable[int]) -> Iterator[int]:
    """First days of months, from the first that something is ready until all must be out."""
    day, last = min(ready, default=1), max(ready, default=0) + LONGEST_WAIT_DAYS + 31
    while day <= last:
        yield day
        day = first_of_month(day + 1)


def settle(engine: duckdb.DuckDBPyConnection, rejects: RejectRows) -> None:
    """From `staged` to the views `losers` and `kept`; withdrawn rows go to the rejects.

    Rows that were taken back still count towards their batch: were they forgotten, the
    release of the others would move.
    """
    engine.execute("""CREATE TABLE losers AS SELECT input, line FROM (
        SELECT input, line, row_number() OVER (
            PARTITION BY token_kind, token, source, consent_ref, added_day,
                reason_code IS NOT DISTINCT FROM 'withdrawn'
            ORDER BY expires_day, reason_code, line) AS place FROM staged)
        WHERE place > 1""")
    engine.execute("""CREATE TABLE taken_back AS
        SELECT s.input, s.line FROM staged AS s ANTI JOIN losers USING (input, line)
        WHERE EXISTS (FROM staged AS w WHERE w.reason_code = 'withdrawn'
            AND w.token_kind = s.token_kind AND w.token = s.token AND w.source = s.source
            AND w.consent_ref IS NOT DISTINCT FROM s.consent_ref
            AND w.added_day >= s.added_day)""")
    lines = engine.execute("SELECT line FROM taken_back ORDER BY line").fetchall()
    with rejects:
        rejects.add([RowReject(line, "token", "text", WITHDRAWN) for (line,) in lines])
    _release(engine)
    engine.execute("""CREATE VIEW kept AS
        SELECT s.*, CASE WHEN s.source = 0 THEN r.released_day ELSE s.added_day END
            AS released_day
        FROM staged AS s ANTI JOIN losers USING (input, line) ANTI JOIN taken_back
            USING (input, line)
        LEFT JOIN released AS r ON r.added_day = s.added_day AND r.consent_ref = s.consent_ref""")


def _release(engine: duckdb.DuckDBPyConnection) -> None:
    """Table `released(added_day, consent_ref, released_day)` of the entries from cases."""
    entries = engine.execute(
        "SELECT DISTINCT added_day, consent_ref FROM staged "
        "WHERE source = 0 AND reason_code IS DISTINCT FROM 'withdrawn'"
    ).fetchall()
    days = released(entries)
    made = pa.table(
        {
            "added_day": pa.array([added for added, _ in days], pa.int32()),
            "consent_ref": pa.array([consent for _, consent in days], pa.string()),
            "released_day": pa.array(list(days.values()), pa.int32()),
        }
    )
    engine.register("made_releases", made)
    engine.execute("CREATE TABLE released AS SELECT * FROM made_releases")
    engine.unregister("made_releases")


def rows(file: Path) -> list[tuple[int, ...]]:
    """What screening may know of a stored list: WATCHED_COLUMNS, and nothing of a case."""
    table = pq.read_table(file, columns=list(WATCHED_COLUMNS))
    columns = [table[name].to_pylist() for name in WATCHED_COLUMNS]
    kinds = [TOKEN_KINDS.index(word) for word in columns[1]]
    return list(zip(columns[0], kinds, *columns[2:], strict=True))


def standing(watched: Iterable[tuple[int, ...]], day: date) -> dict[str, int]:
    """How many entries hold on `day`, wait for their release, or have ended."""
    today, counts = (day - _EPOCH).days, {"holding": 0, "waiting": 0, "ended": 0}
    for *_, starts, ends in watched:
        counts["ended" if ends < today else "waiting" if starts > today else "holding"] += 1
    return counts


WATCHED_COLUMNS = ("token", "token_kind", "source", "released_day", "expires_day")
"""Columns of the table `watchlist` that questions read. No reason, no consent, and not the day
it was added."""
