"""Tables that many indicators ask, made once per run, in house SQL.

`payments` holds hundreds of columns' worth of life that no indicator asks about:
salaries, shopping, one's own accounts. `unrelated` is what remains when both sides are
people (or nobody said otherwise), no relation between them is recorded, and no merchant
code stands on the payment. The questions then read a fraction of the rows.
"""

from dataclasses import dataclass

from jaga.ledger.tables import (
    TOKEN_KINDS,
    WATCHLIST_SOURCES,
    holder_kind_code,
    rail_code,
    status_code,
)
from jaga.screening.engines.base import Engine
from jaga.screening.sql import bind

PERSON = holder_kind_code("person")
UNKNOWN = holder_kind_code("unknown")
SETTLED = status_code("settled")

DAY = 86_400
WIB_SECONDS = 7 * 3600


@dataclass(frozen=True)
class Step:
    """A shared table: its name, what it holds, and its house SQL."""

    name: str
    holds: str
    sql: str


HOLDERS = Step(
    "holders",
    "accounts with the UTC offset of the place their holder lives in",
    """
    select a.account, coalesce(a.holder_kind, $unknown) as holder_kind, a.holder, a.birth_year,
        a.opened_day, a.guardian, z.utc_offset
    from accounts as a
    left join zones as z
        on z.country = coalesce(a.country, -1) and z.place = coalesce(a.place, -1)
    """,
)

UNRELATED = Step(
    "unrelated",
    "settled payments between two people with no recorded relation",
    """
    select p.payment, p.t, p.day, p.debtor, p.creditor, p.amount_idr, p.amount_minor, p.currency,
        p.rail, p.remark, p.device, d.birth_year as debtor_born, c.birth_year as creditor_born,
        c.opened_day as creditor_opened,
        (p.t + coalesce(d.utc_offset, dz.utc_offset)) % 86400 as debtor_clock,
        (p.t + coalesce(c.utc_offset, cz.utc_offset)) % 86400 as creditor_clock,
        case when p.debtor_country <> p.creditor_country then 1 else 0 end as abroad
    from payments as p
    left join holders as d on d.account = p.debtor
    left join holders as c on c.account = p.creditor
    left join zones as dz on dz.country = p.debtor_country and dz.place = -1
    left join zones as cz on cz.country = p.creditor_country and cz.place = -1
    where p.status = $settled and p.mcc is null and p.debtor <> p.creditor
        and coalesce(d.holder_kind, $unknown) in ($person, $unknown)
        and coalesce(c.holder_kind, $unknown) in ($person, $unknown)
        and coalesce(d.holder, -1) <> coalesce(c.holder, -2)
        and coalesce(d.guardian, -1) <> p.creditor
        and coalesce(c.guardian, -1) <> p.debtor
        and coalesce(d.guardian, -1) <> coalesce(c.guardian, -2)
    """,
)

WATCHED_ACCOUNTS = Step(
    "watched_accounts",
    "accounts on the watchlist, by themselves or by their holder",
    """
    select w.token as account, w.source, w.released_day, w.expires_day
    from watchlist as w where w.token_kind = $watched_account
    union all
    select h.account, w.source, w.released_day, w.expires_day
    from watchlist as w join holders as h on h.holder = w.token
    where w.token_kind = $watched_holder
    """,
)

CREDITOR_WATCHED, DEBTOR_WATCHED, DEVICE_WATCHED = 1, 2, 3

_WHILE_WATCHED = """p.day >= w.released_day and p.day <= w.expires_day
            where p.status = $settled and p.debtor <> p.creditor"""

WATCHED = Step(
    "watched",
    "settled payments that touch the watchlist while it holds: by side and by kind of source",
    f"""
    select m.payment, m.t, m.debtor, m.creditor, m.rail, m.side, m.source,
        min(m.released_day) as released_day
    from (
        select p.payment, p.t, p.debtor, p.creditor, p.rail, {CREDITOR_WATCHED} as side, w.source,
            w.released_day
        from payments as p join watched_accounts as w on w.account = p.creditor
            and {_WHILE_WATCHED}
        union all
        select p.payment, p.t, p.debtor, p.creditor, p.rail, {DEBTOR_WATCHED} as side, w.source,
            w.released_day
        from payments as p join watched_accounts as w on w.account = p.debtor
            and {_WHILE_WATCHED}
        union all
        select p.payment, p.t, p.debtor, p.creditor, p.rail, {DEVICE_WATCHED} as side, w.source,
            w.released_day
        from payments as p join watchlist as w on w.token_kind = $watched_device
            and w.token = p.device and {_WHILE_WATCHED}
        union all
        select p.payment, p.t, p.debtor, p.creditor, p.rail, {DEVICE_WATCHED} as side, w.source,
            w.released_day
        from payments as p join watchlist as w on w.token_kind = $watched_phone
            and w.token = p.phone and {_WHILE_WATCHED}
        union all
        select p.payment, p.t, p.debtor, p.creditor, p.rail, {DEVICE_WATCHED} as side, w.source,
            w.released_day
        from payments as p join watchlist as w on w.token_kind = $watched_ip
            and w.token = p.ip and {_WHILE_WATCHED}
    ) as m
    group by m.payment, m.t, m.debtor, m.creditor, m.rail, m.side, m.source
    """,
)

STEPS = (HOLDERS, UNRELATED, WATCHED_ACCOUNTS, WATCHED)
STEP_VALUES = {
    "person": PERSON,
    "unknown": UNKNOWN,
    "settled": SETTLED,
    "rejected": status_code("rejected"),
    "ruling": WATCHLIST_SOURCES.index("ruling"),
    "partner": WATCHLIST_SOURCES.index("partner"),
    "virtual_asset": rail_code("virtual_asset"),
    "cash_out": rail_code("cash_out"),
    **{f"watched_{kind}": code for code, kind in enumerate(TOKEN_KINDS)},
}


def prepare(engine: Engine) -> None:
    """Make the shared tables. Needs `payments`, `accounts`, `zones` and `watchlist`."""
    for step in STEPS:
        engine.make(step.name, bind(step.sql, STEP_VALUES))


ASKED = {
    "unrelated": "select p.* from unrelated as p where {touched}",
    "payments": "select {columns} from payments as p where {touched}",
    "watched": "select p.* from watched as p where {touched}",
}
"""House SQL for the part of a table that is the subjects' own; kept as `asked_…`."""


def touched(debtors: str, creditors: str) -> str:
    """House SQL for payments from the one accounts (a SELECT; empty for none) or to the others."""
    sides = {"debtor": debtors, "creditor": creditors}
    return " or ".join(f"p.{side} in ({asked})" for side, asked in sides.items() if asked)
