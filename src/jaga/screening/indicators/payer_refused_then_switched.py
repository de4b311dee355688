"""PAY-10. A refused payment is tried again at once on another rail."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import FATF_2025, at
from jaga.screening.windows import times_within
from jaga.words import Text

INDICATOR = Indicator(
    id="payer_refused_then_switched",
    version=1,
    title=Text("Ditolak lalu berganti jalur", "Refused, then another rail"),
    roles=("payer",),
    family="channel",
    sources=(at(FATF_2025, "another payment service after a refusal or a limit"),),
    parameters=(
        Parameter("retry_hours", 24, "hours", "tried again the same day"),
        Parameter("window_days", 90, "days", "the span of the series it belongs to"),
    ),
    measure="times",
    sql=f"""
        with tries as (
            select debtor as account, t, rail, status,
                lag(status) over (partition by debtor, creditor order by t, status desc) as was,
                lag(rail) over (partition by debtor, creditor order by t, status desc) as rail_was,
                lag(t) over (partition by debtor, creditor order by t, status desc) as t_was
            from payments
        ),
        switched as (
            select account, t from tries
            where status = $settled and was = $rejected and rail <> rail_was
                and t - t_was < $retry_hours_seconds
        )
        {times_within("switched", "$window_days_span")}
    """,
    bands=same_words(
        Text(
            "{times} kali dalam {window_days} hari, pembayaran yang ditolak diulang dalam "
            "{retry_hours} jam lewat jalur lain ke penerima yang sama.",
            "{times} times within {window_days} days, a refused payment was tried again "
            "within {retry_hours} hours on another rail to the same receiver.",
        ),
        (1, 4),
        (2, 16),
    ),
    evidence=Evidence("debtor", 90, "status = $settled", table="payments"),
    lookback_days=91,
    bounds=(Bound("debtor", "payments", "status = $rejected", table="payments"),),
    look_alikes=(
        known("fee_shopper"),
        known("commuter"),
    ),
    examples=(
        Example(
            "two retries a second inside the day, a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail          | status
            2025-01-01 00:00:01 | a      | b        | 100000     | e_wallet      | rejected
            2025-01-02 00:00:00 | a      | b        | 100000     | bank_transfer | settled
            2025-04-01 12:00:00 | a      | c        | 100000     | e_wallet      | rejected
            2025-04-01 23:59:59 | a      | c        | 100000     | remittance    | settled
            """,
            """
            account | at                  | times | weight
            a       | 2025-01-02 00:00:00 | 1     | 4
            a       | 2025-04-01 23:59:59 | 2     | 16
            """,
        ),
        Example(
            "a day later, the same rail, or another receiver",
            """
            t                   | debtor | creditor | amount_idr | rail          | status
            2025-01-01 00:00:00 | a      | b        | 100000     | e_wallet      | rejected
            2025-01-02 00:00:00 | a      | b        | 100000     | bank_transfer | settled
            2025-01-05 12:00:00 | a      | c        | 100000     | e_wallet      | rejected
            2025-01-05 12:01:00 | a      | c        | 100000     | e_wallet      | settled
            2025-01-06 12:00:00 | a      | d        | 100000     | e_wallet      | rejected
            2025-01-06 12:01:00 | a      | e        | 100000     | remittance    | settled
            """,
            "",
        ),
        Example(
            "the first retry left the window",
            """
            t                   | debtor | creditor | amount_idr | rail          | status
            2025-01-01 00:00:00 | a      | b        | 100000     | e_wallet      | rejected
            2025-01-01 10:00:00 | a      | b        | 100000     | bank_transfer | settled
            2025-04-01 09:00:00 | a      | c        | 100000     | e_wallet      | rejected
            2025-04-01 10:00:00 | a      | c        | 100000     | remittance    | settled
            """,
            """
            account | at                  | times | weight
            a       | 2025-01-01 10:00:00 | 1     | 4
            """,
        ),
    ),
)
