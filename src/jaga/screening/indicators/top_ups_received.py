"""REC-7. Top-ups and prepaid value reach one person again and again."""

from jaga.ledger.tables import rail_code
from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AUSTRAC_2022
from jaga.screening.windows import times_within
from jaga.words import Text

_VOUCHERS = ", ".join(str(rail_code(rail)) for rail in ("airtime", "prepaid", "game_topup"))

INDICATOR = Indicator(
    id="top_ups_received",
    version=1,
    title=Text("Sering diisi ulang orang lain", "Topped up by others, often"),
    roles=("receiver",),
    family="channel",
    sources=(AUSTRAC_2022,),
    parameters=(Parameter("window_days", 14, "days", "published: daily to several a week"),),
    measure="times",
    sql=f"""
        with events as (
            select p.creditor as account, p.t
            from payments as p join holders as h on h.account = p.creditor
            where p.status = $settled and p.rail in ({_VOUCHERS}) and p.debtor <> p.creditor
                and h.holder_kind in ($person, $unknown)
        )
        {times_within("events", "$window_days_span")}
    """,
    bands=same_words(
        Text(
            "{times} isi ulang atau voucer dari orang lain dalam {window_days} hari.",
            "{times} top-ups or vouchers from other people within {window_days} days.",
        ),
        (2, 8),
        (4, 28),
        (8, 40),
    ),
    evidence=Evidence("creditor", 14, f"rail in ({_VOUCHERS})", table="payments"),
    lookback_days=14,
    bounds=(
        Bound(
            "creditor",
            "payments",
            f"status = $settled and rail in ({_VOUCHERS}) and debtor <> creditor",
            table="payments",
        ),
    ),
    look_alikes=(
        known("family_support"),
        known("pulsa_counter"),
    ),
    examples=(
        Example(
            "two, the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-01 00:00:01 | p      | s        | 50000      | airtime
            2025-01-15 00:00:00 | p      | s        | 50000      | prepaid
            """,
            """
            account | at                  | times | weight
            s       | 2025-01-15 00:00:00 | 2     | 8
            """,
            accounts="account | holder_kind\ns | person",
        ),
        Example(
            "the first has left the window, or it is one's own",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-01 00:00:00 | p      | s        | 50000      | airtime
            2025-01-15 00:00:00 | p      | s        | 50000      | prepaid
            2025-01-15 01:00:00 | s      | s        | 50000      | prepaid
            """,
            "",
            accounts="account | holder_kind\ns | person",
        ),
        Example(
            "four, then eight weigh more",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | p      | s        | 50000      | airtime
            2025-03-01 11:00:00 | p      | s        | 50000      | prepaid
            2025-03-01 12:00:00 | p      | s        | 50000      | game_topup
            2025-03-01 13:00:00 | p      | s        | 50000      | airtime
            2025-03-01 14:00:00 | p      | s        | 50000      | prepaid
            2025-03-01 15:00:00 | p      | s        | 50000      | game_topup
            2025-03-01 16:00:00 | p      | s        | 50000      | airtime
            2025-03-01 17:00:00 | p      | s        | 50000      | prepaid
            """,
            """
            account | at                  | times | weight
            s       | 2025-03-01 11:00:00 | 2     | 8
            s       | 2025-03-01 13:00:00 | 4     | 28
            s       | 2025-03-01 17:00:00 | 8     | 40
            """,
            accounts="account | holder_kind\ns | person",
        ),
    ),
)
