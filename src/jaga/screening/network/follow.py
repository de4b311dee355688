"""Follow the money of a run's subjects: the one door that commands and pages go through."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from jaga.errors import BadInput
from jaga.screening.engines.base import Engine
from jaga.screening.network.asking import LedgerSource
from jaga.screening.network.build import Alerted, networks
from jaga.screening.network.listed import ListSource, Paid
from jaga.screening.network.model import Limits, Network, Party, Seed
from jaga.screening.network.subject import (
    RunFolder,
    alert_days,
    asked,
    check,
    code_of,
    codes_of,
    seed,
)
from jaga.words import Text

TOGETHER = 100
"""Walks that share their scans; more of them would keep more payments in memory at once."""


def follow_one(
    run: RunFolder,
    engine: Engine,
    subject: str,
    limits: Limits,
    days: tuple[date | None, date | None] = (None, None),
) -> Network:
    """The network of one account or alert. `days`: since and until, WIB, inclusive."""
    check(limits)
    wanted = asked(run, subject, limits, *days)
    start = seed(code_of(run.ledger, wanted.token), (wanted.since, wanted.until))
    with run.ledger.reading():
        files = run.ledger.payment_files(wanted.since, wanted.until)
        if not files:
            raise BadInput(
                Text(
                    "Tidak ada pembayaran pada hari-hari itu. Ubah --since dan --until.",
                    "There is no payment on those days. Change --since and --until.",
                )
            )
        source = _source(run, engine, files)
        return networks(source, [start], limits, run.alerted())[0]


def follow_alerts(
    run: RunFolder, engine: Engine, alert_ids: Sequence[str], limits: Limits
) -> Iterator[tuple[str, Network]]:
    """(alert id, network) of alerts of the run, a batch at a time; unknown ids are left out."""
    check(limits)
    wanted = frozenset(alert_ids)
    alerts = [one for one in run.alerts if one["alert_id"] in wanted]
    codes = codes_of(run.ledger, sorted({one["subject"] for one in alerts}))
    alerts = sorted(
        (one for one in alerts if one["subject"] in codes),
        key=lambda one: (one["window_start"], one["alert_id"]),
    )
    with run.ledger.reading():
        for start in range(0, len(alerts), TOGETHER):
            batch = alerts[start : start + TOGETHER]
            spans = [alert_days(one, limits) for one in batch]
            files = run.ledger.payment_files(
                min(span[0] for span in spans), max(span[1] for span in spans)
            )
            if not files:
                continue
            seeds = [
                seed(codes[one["subject"]], span) for one, span in zip(batch, spans, strict=True)
            ]
            found = networks(_source(run, engine, files), seeds, limits, run.alerted())
            yield from zip((one["alert_id"] for one in batch), found, strict=True)


def _source(run: RunFolder, engine: Engine, files: Sequence[Path]) -> LedgerSource:
    for file in files:
        _check_whole(file)
    engine.load(files, run.ledger.accounts_file)
    return LedgerSource(engine, lambda codes: run.ledger.token("account", sorted(codes)))


def _check_whole(file: Path) -> None:
    """BadInput when a day file is gone or cut short: its footer stands at its end."""
    try:
        pq.read_metadata(file)
    except (OSError, pa.ArrowException) as error:
        raise BadInput(
            Text(
                f"Berkas {file.name} pada buku besar hilang atau rusak. Jalankan ulang "
                "`jaga screen`.",
                f"The file {file.name} of the ledger is missing or damaged. Run `jaga screen` "
                "again.",
            )
        ) from error


def follow_listed(
    payments: Sequence[Paid], subject: str, limits: Limits, alerted: Alerted
) -> Network | None:
    """The network within a short list of payments, or None when none touches the subject."""
    source = ListSource(payments)
    code = source.codes.get(subject)
    if code is None:
        return None
    times = [one.t for one in payments]
    return networks(source, [Seed(code, min(times), max(times))], limits, alerted)[0]


def nearest(network: Network, hops: int, most: int) -> Network:
    """The same network as far as `hops`, and of that `most` parties, in and out in turn."""
    turns = _turns(network)
    near = sorted((one for one in network.parties if _hop(one) <= hops), key=turns.__getitem__)
    parties = sorted(near[:most], key=lambda one: one.number)
    shown = {one.number for one in parties}
    within = [tie for tie in network.ties if tie.hop <= hops]
    ties = tuple(tie for tie in within if {tie.debtor, tie.creditor} <= shown)
    limits = replace(network.limits, hops=min(hops, network.limits.hops), max_nodes=most)
    left_out = network.left_out + len(within) - len(ties)
    return replace(network, limits=limits, parties=tuple(parties), ties=ties, left_out=left_out)


def _turns(network: Network) -> dict[Party, tuple[int, int, int]]:
    """Each party's place: by hop, then by its turn on its own side, then by number."""
    taken: dict[tuple[int, bool], int] = defaultdict(int)
    places = {}
    for party in network.parties:
        side = _hop(party), party.before == _hop(party)
        places[party] = (_hop(party), taken[side], party.number)
        taken[side] += 1
    return places


def _hop(party: Party) -> int:
    return min(one for one in (party.before, party.after) if one is not None)
