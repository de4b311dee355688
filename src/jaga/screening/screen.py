"""The main job: a ledger goes in, alerts with their reasons come out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jaga.errors import BadInput
from jaga.ledger.store import Ledger
from jaga.ledger.tables import currency_letters
from jaga.ledger.watchlist import WATCHED_COLUMNS
from jaga.screening import ask, compose, evidence, months, standing, weighing, zones
from jaga.screening.compose import Candidate, Holder
from jaga.screening.engines.base import Engine
from jaga.screening.fitting import absent, fitted
from jaga.screening.model import Alert, Payment, Reason
from jaga.screening.pack import DEFAULT, Pack
from jaga.screening.standing import Standing
from jaga.words import Text

Progress = Callable[[str, int, int], None]


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody is watching."""


@dataclass(frozen=True)
class Screened:
    """The alerts of one run, best first, and what they were drawn from.

    `asked`: the pack as it was given; `pack`: with the thresholds fitted to the files.
    """

    alerts: tuple[Alert, ...]
    since: date
    until: date
    payments: int
    active_accounts: int
    asked: Pack
    pack: Pack
    standings: tuple[Standing, ...] = ()


def span(ledger: Ledger, since: date | None, until: date | None) -> tuple[date, date]:
    """The days asked for, or all the ledger holds; BadInput when no payment lies in them."""
    days = sorted(date.fromisoformat(day) for day in ledger.manifest["days"])
    if not days:
        raise BadInput(
            Text(
                "Tidak ada pembayaran yang dapat disaring. Periksa rejects.csv untuk sebabnya.",
                "There is no payment to screen. Look in rejects.csv for the reasons.",
            )
        )
    first, last = since or days[0], until or days[-1]
    if first > last or first > days[-1] or last < days[0]:
        raise BadInput(
            Text(
                f"Tidak ada pembayaran antara --since dan --until; berkas berisi "
                f"{days[0]} sampai {days[-1]}.",
                f"There is no payment between --since and --until; the files hold "
                f"{days[0]} to {days[-1]}.",
            )
        )
    return first, last


def screen(
    ledger: Ledger,
    engine: Engine,
    *,
    since: date | None = None,
    until: date | None = None,
    pack: Pack = DEFAULT,
    progress: Progress = _silent,
) -> Screened:
    """Ask every question of the pack and compose the alerts of the days since … until.

    Days are WIB booking days, both inclusive; earlier payments are read as far back as
    a question looks. The answer depends on the payments alone, not on how they were
    split into files, on the engine, or on its threads. Raises BadInput without payments.
    The standings reach down to the pack's `near_percent` of each threshold; the thresholds
    are fitted to the columns that the files have.
    """
    asked, pack = pack, fitted(pack, absent(ledger))
    first, last = span(ledger, since, until)
    files = ledger.payment_files(first - timedelta(days=pack.lookback_days), last)
    engine.load(files, ledger.accounts_file)
    engine.put("watchlist", WATCHED_COLUMNS, ledger.watched())
    engine.put("months", ("month", "starts", "ends"), months.rows(first, last))
    engine.put("zones", ("country", "place", "utc_offset"), zones.rows(places(engine)))
    near = _near(engine, pack, progress)
    found = compose.reaching(near, pack.typologies)
    progress("evidence", 0, 1)
    alerts = _alerts(ledger, engine, pack, found, _spans(found, first, last, pack))
    counts = engine.rows(_COUNTS.format(months.midnight(first)))[0]
    names = ledger.token("account", sorted({one.account for one in near}))
    return Screened(
        tuple(ranked(alerts)), first, last, int(counts[0]), int(counts[1]), asked, pack,
        standing.standings(near, names, pack),
    )  # fmt: skip


def _near(engine: Engine, pack: Pack, progress: Progress) -> list[Candidate]:
    """What reached its share of a threshold. Apart, so that firings are let go of at once."""
    lowered = standing.lowered(pack, pack.near_percent)
    fired = ask.firings(engine, lowered, progress)
    return compose.candidates(lowered.typologies.values(), fired, pack.indicators)


_COUNTS = """
    select (select count(*) from payments where t >= {0}) as payments,
        count(distinct account) as accounts from (
            select debtor as account from payments where t >= {0}
            union all select creditor as account from payments where t >= {0}) as active
"""


def ranked(alerts: Sequence[Alert]) -> list[Alert]:
    """By expected harm, then score; ties by id, so that the order never depends on chance."""
    return sorted(alerts, key=lambda a: (-a.harm, -a.score, a.alert_id))


def places(engine: Engine) -> set[tuple[int, int]]:
    """Every pair of country and place that an account names."""
    rows = engine.rows(
        "select distinct coalesce(country, -1) as country, coalesce(place, -1) as place "
        "from accounts"
    )
    return {(country, place) for country, place in rows}


def _names(ledger: Ledger) -> evidence.Names:
    """Token texts by kind. A currency that is no three letters is stored as minus its code."""

    def names(kind: str, codes: set[int]) -> Mapping[int, str]:
        if kind != "currency":
            return ledger.token(kind, sorted(codes))
        coded = ledger.token(kind, sorted(-code for code in codes if code < 0))
        written = {code: currency_letters(code) for code in codes if code >= 0}
        return written | {-code: text for code, text in coded.items()}

    return names


def _spans(
    found: Sequence[Candidate], first: date, last: date, pack: Pack
) -> dict[tuple[int, int], tuple[int, int]]:
    """From when to when the record of each finding's account reads: its month and the look-back
    before the month's first day, whatever else was screened with it."""
    ends = {month: end for month, _, end in months.rows(first, last)}
    spans = {}
    for one in found:
        starts = months.midnight(months.first_day(one.month)) - pack.lookback_days * 86_400
        spans[one.account, one.month] = (starts, ends[one.month])
    return spans


def _alerts(
    ledger: Ledger,
    engine: Engine,
    pack: Pack,
    found: Sequence[Candidate],
    spans: Mapping[tuple[int, int], tuple[int, int]],
) -> list[Alert]:
    evidence.put_subjects(engine, pack, found)
    evidence.narrow(engine, pack, weighing.columns())
    payments = evidence.payments(engine, pack, found, _names(ledger))
    subjects = ledger.token("account", sorted({one.account for one in found}))
    holders, records = evidence.holders(engine), evidence.records(engine, pack, spans)
    weighed = weighing.weigh(engine)
    alerts = []
    for n, one in enumerate(found):
        shown: list[Payment] = payments.get(n, [])
        alerts.append(
            compose.alert(
                one,
                subjects[one.account],
                holders.get(one.account, Holder(None, False)),
                shown,
                [
                    *_reasons(pack, one, records[one.account, one.month]),
                    *weighing.of(one, weighed, pack.indicators),
                ],
                any(pack.indicators[f.indicator].child_signal for f in one.fired),
            )
        )
    return alerts


def _reasons(pack: Pack, one: Candidate, record: evidence.Record) -> list[Reason]:
    fired = {firing.indicator for firing in one.fired}
    reasons = [compose.reason(f, pack.indicators[f.indicator]) for f in one.fired]
    seen = one.first_fired_at if record.seen is None else record.seen
    record_days = (one.first_fired_at - seen) // 86_400
    for term in one.typology.terms:
        indicator = pack.indicators[term.indicator]
        unknown = record.silent.intersection(indicator.needs)
        if indicator.id not in fired and (unknown or record_days < indicator.history_days):
            reasons.append(compose.untold(indicator))
    return reasons
