"""The payments behind an alert, and the questions that could not be answered about it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from jaga.ledger.tables import RAILS, REMARK_CLASSES, country_letters
from jaga.screening.compose import Candidate, Holder
from jaga.screening.engines.base import PAYMENT_COLUMNS, Engine, Row
from jaga.screening.measure import bindings
from jaga.screening.model import Indicator, Payment
from jaga.screening.pack import Pack
from jaga.screening.sql import bind, names_used
from jaga.screening.steps import ASKED, touched

MAX_PAYMENTS = 100
"""Evidence payments an alert carries: the latest ones. A person reads them; counts and sums
over all of them stand in the reasons."""

_DETAIL = """
    select e.subject, p.payment_key, p.t, p.debtor, p.creditor, p.amount_idr, p.amount_minor,
        p.currency, p.rail, p.debtor_country, p.creditor_country, p.remark
    from evidence as e join asked_payments as p on p.payment = e.payment
"""

Names = Callable[[str, set[int]], Mapping[int, str]]
"""Token texts by kind (account, currency) and codes."""


def _side_sql(indicator: Indicator, number: int, side: str) -> str:
    shown = indicator.evidence
    where = f"and ({shown.where})" if shown.where else ""
    return bind(
        f"""
        select s.subject, p.payment
        from subjects as s join asked_{shown.table} as p
            on p.{side} = s.account
            and p.t > s.moment - {shown.days * 86_400} and p.t <= s.moment
        where s.indicator = {number} {where}
        """,
        bindings(indicator),
    )


def _evidence_sql(indicators: Mapping[int, Indicator]) -> str:
    parts = []
    for number, indicator in indicators.items():
        side = indicator.evidence.side
        sides = ("debtor", "creditor") if side == "both" else (side,)
        parts += [_side_sql(indicator, number, one) for one in sides]
    return f"select distinct subject, payment from ({' union all '.join(parts)}) as found"


def columns(indicators: Iterable[Indicator]) -> str:
    """The columns of `payments` that some question or its evidence names."""
    named = {"payment", "t", "day", "debtor", "creditor"}
    for indicator in indicators:
        named |= names_used(indicator.sql) | names_used(indicator.evidence.where)
        named |= {need.split(".")[1] for need in indicator.needs if need.startswith("payments.")}
    return ", ".join(f"p.{name}" for name in PAYMENT_COLUMNS if name in named)


_SHOWN = (
    "amount_idr", "amount_minor", "currency", "rail", "debtor_country", "creditor_country",
    "remark",
)  # fmt: skip


def narrow(engine: Engine, pack: Pack, also: Iterable[str] = ()) -> None:
    """Make the `asked_…` tables anew for the accounts in `subjects`, with all that is shown and
    the columns of `payments` that are `also` read."""
    found = columns(pack.indicators.values())
    wanted = sorted({*_SHOWN, *also} - {name.removeprefix("p.") for name in found.split(", ")})
    more = "".join(f", p.{name}" for name in wanted)
    engine.make("alerted", "select distinct account from subjects")
    own = touched("select account from alerted", "select account from alerted")
    for table, text in ASKED.items():
        shown = f"{found}{more}, p.payment_key"
        engine.make(f"asked_{table}", text.format(columns=shown, touched=own))


def put_subjects(engine: Engine, pack: Pack, found: Sequence[Candidate]) -> None:
    """Table `subjects(subject, indicator, account, moment)`: one row per reason."""
    numbers = {id_: n for n, id_ in enumerate(pack.indicators, start=1)}
    rows = [
        (n, numbers[firing.indicator], one.account, firing.at)
        for n, one in enumerate(found)
        for firing in one.fired
    ]
    engine.put("subjects", ("subject", "indicator", "account", "moment"), rows)


def payments(
    engine: Engine, pack: Pack, found: Sequence[Candidate], names: Names
) -> dict[int, list[Payment]]:
    """Evidence payments by position in `found`, oldest first. Needs `put_subjects`."""
    if not found:
        return {}
    used = {firing.indicator for one in found for firing in one.fired}
    numbered = {n: i for n, i in enumerate(pack.indicators.values(), start=1) if i.id in used}
    engine.make("evidence", _evidence_sql(numbered))
    groups: dict[int, list[Row]] = defaultdict(list)
    for row in engine.rows(_DETAIL):
        groups[row[0]].append(row)
    latest = {subject: _latest(group) for subject, group in groups.items()}
    shown = [row for group in latest.values() for row in group]
    accounts = names("account", {row[i] for row in shown for i in (3, 4)})
    currencies = names("currency", {row[7] for row in shown})
    return {
        subject: [_payment(row, accounts, currencies) for row in group]
        for subject, group in latest.items()
    }


def _latest(group: list[Row]) -> list[Row]:
    """By time, then key; still as rows, so that what is not shown never becomes a payment."""
    return sorted(group, key=itemgetter(2, 1))[-MAX_PAYMENTS:]


def _payment(row: Row, accounts: Mapping[int, str], currencies: Mapping[int, str]) -> Payment:
    return Payment(
        payment_key=row[1],
        booked_at=row[2],
        debtor=accounts[row[3]],
        creditor=accounts[row[4]],
        amount_idr=row[5],
        amount_minor=row[6],
        currency=currencies[row[7]],
        rail=RAILS[row[8]],
        debtor_country=None if row[9] is None else country_letters(row[9]),
        creditor_country=None if row[10] is None else country_letters(row[10]),
        remark_class=None if row[11] is None else REMARK_CLASSES[row[11]],
    )


def holders(engine: Engine) -> dict[int, Holder]:
    """Year of birth and guardian of every account in `subjects`, where recorded."""
    rows = engine.rows(
        """
        select a.account, max(a.birth_year),
            max(case when a.guardian is null then 0 else 1 end) as has_guardian
        from accounts as a
        where a.account in (select account from subjects)
        group by a.account
        """
    )
    return {account: Holder(born, bool(guarded)) for account, born, guarded in rows}


@dataclass(frozen=True)
class Record:
    """What the payments of an account's month, and of the look-back before it, say.

    `seen`: epoch second of the first of them; `silent`: what questions need and none tells,
    as `payments.remark` or `accounts.birth_year`.
    """

    seen: int | None
    silent: frozenset[str]


def records(
    engine: Engine, pack: Pack, spans: Mapping[tuple[int, int], tuple[int, int]]
) -> dict[tuple[int, int], Record]:
    """Records by (account, month); `spans` says from when to when, in epoch seconds, each reads.

    A month's own span, and not all that was loaded: so a month says the same whether it was
    screened alone or with the others.
    """
    needs = _needs(pack)
    columns = [need.split(".")[1] for need in needs if need.startswith("payments.")]
    rows = [(*key, *span) for key, span in sorted(spans.items())]
    engine.put("records", ("account", "month", "starts", "ends"), rows)
    shown = "".join(f", {column}" for column in columns)
    told = "".join(f", count(p.{column}) as told_{column}" for column in columns)
    found = engine.rows(f"""
        select r.account, r.month, min(p.t) as seen{told}
        from records as r join (
            select debtor as account, t{shown} from asked_payments
            union all select creditor as account, t{shown} from asked_payments) as p
            on p.account = r.account and p.t >= r.starts and p.t < r.ends
        group by r.account, r.month
    """)
    told_of = {(row[0], row[1]): row[2:] for row in found}
    known = {need: _told(engine, need) for need in needs if need.startswith("accounts.")}
    return {
        key: _record(key[0], told_of.get(key, (None, *[0] * len(columns))), columns, known)
        for key in spans
    }


def _record(
    account: int, told: Row, columns: Sequence[str], known: Mapping[str, set[int]]
) -> Record:
    silent = {need for need, accounts in known.items() if account not in accounts}
    silent |= {f"payments.{name}" for name, n in zip(columns, told[1:], strict=True) if not n}
    return Record(told[0], frozenset(silent))


def _needs(pack: Pack) -> list[str]:
    return sorted({need for i in pack.indicators.values() for need in i.needs})


def _told_sql(table: str, column: str) -> str:
    """Accounts among the subjects for which the column says something."""
    if table == "accounts":
        return f"select account from accounts where {column} is not null"
    return (
        f"select debtor as account from asked_payments where {column} is not null "
        f"union all select creditor as account from asked_payments where {column} is not null"
    )


def first_seen(engine: Engine) -> dict[int, int]:
    """Epoch second of the first payment on record of each account in `subjects`."""
    rows = engine.rows(
        """
        select account, min(t) from (
            select debtor as account, t from asked_payments
            union all select creditor as account, t from asked_payments) as seen
        where account in (select account from subjects) group by account
        """
    )
    return dict(rows)


def untold(engine: Engine, pack: Pack) -> dict[str, set[int]]:
    """Indicator id to the subjects' accounts about which a column it needs says nothing."""
    subjects = {row[0] for row in engine.rows("select distinct account from subjects")}
    needs = _needs(pack)
    silent = {need: subjects - _told(engine, need) for need in needs}
    return {
        indicator.id: set().union(*(silent[need] for need in indicator.needs))
        for indicator in pack.indicators.values()
    }


def _told(engine: Engine, need: str) -> set[int]:
    sql = _told_sql(*need.split("."))
    return {row[0] for row in engine.rows(f"select distinct account from ({sql}) as told")}
