"""REC-1. Many unrelated people send small sums to one account."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import PPATK_2024
from jaga.screening.windows import several_others
from jaga.words import Text

INDICATOR = Indicator(
    id="receiver_many_senders",
    version=2,
    title=Text("Banyak pengirim ke satu rekening", "Many senders to one account"),
    roles=("receiver",),
    family="counterparties",
    sources=(PPATK_2024,),
    parameters=(
        Parameter("window_days", 30, "days", "a month shows the pattern the statement describes"),
        Parameter(
            "max_amount_idr",
            7000000,
            "rupiah",
            "'insignificant size': EUR 200, and twice that for rates and habit",
        ),
    ),
    measure="senders",
    sql=f"""
        with chosen as (
            select creditor as account, debtor as other, t, amount_idr
            from unrelated where amount_idr <= $max_amount_idr
        ),
        {several_others("chosen", "$window_days_seconds", "$fires_from")}
        select account, moment, others as senders, payments, total_idr from counted
    """,
    bands=same_words(
        Text(
            "Menerima {payments} kredit kecil dari {senders} orang yang tidak terkait dalam "
            "{window_days} hari, jumlah {total_idr}.",
            "Received {payments} small credits from {senders} unrelated people within "
            "{window_days} days, {total_idr} in all.",
        ),
        (3, 2),
        (5, 4),
        (8, 7),
        (15, 10),
    ),
    evidence=Evidence("creditor", 30, "amount_idr <= $max_amount_idr"),
    lookback_days=30,
    look_alikes=(
        known("online_shop"),
        known("arisan"),
        known("school_treasurer"),
        known("boarding_house"),
    ),
    examples=(
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | p0     | s        | 100000
            2025-01-01 01:00:01 | p1     | s        | 7000000
            2025-01-31 00:00:00 | p2     | s        | 100000
            """,
            """
            account | at                  | senders | payments | total_idr | weight
            s       | 2025-01-31 00:00:00 | 3       | 3        | 7200000   | 2
            """,
        ),
        Example(
            "the first has left the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | p0     | s        | 100000
            2025-01-01 01:00:01 | p1     | s        | 7000000
            2025-01-31 00:00:01 | p2     | s        | 100000
            """,
            "",
        ),
        Example(
            "more people weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | p0     | s        | 100000
            2025-03-01 11:00:00 | p1     | s        | 7000000
            2025-03-01 12:00:00 | p2     | s        | 100000
            2025-03-01 13:00:00 | p3     | s        | 100000
            2025-03-01 14:00:00 | p4     | s        | 100000
            2025-03-01 15:00:00 | p5     | s        | 100000
            2025-03-01 16:00:00 | p6     | s        | 100000
            2025-03-01 17:00:00 | p7     | s        | 100000
            2025-03-01 18:00:00 | p8     | s        | 100000
            2025-03-01 19:00:00 | p9     | s        | 100000
            2025-03-01 20:00:00 | p10    | s        | 100000
            2025-03-01 21:00:00 | p11    | s        | 100000
            2025-03-01 22:00:00 | p12    | s        | 100000
            2025-03-01 23:00:00 | p13    | s        | 100000
            2025-03-02 00:00:00 | p14    | s        | 100000
            """,
            """
            account | at                  | senders | payments | total_idr | weight
            s       | 2025-03-01 12:00:00 | 3       | 3        | 7200000   | 2
            s       | 2025-03-01 14:00:00 | 5       | 5        | 7400000   | 4
            s       | 2025-03-01 17:00:00 | 8       | 8        | 7700000   | 7
            s       | 2025-03-02 00:00:00 | 15      | 15       | 8400000   | 10
            """,
        ),
        Example(
            "one too large, and one sender many times",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 100000
            2025-01-02 10:00:00 | p2     | s        | 100000
            2025-01-03 10:00:00 | p2     | s        | 100000
            2025-01-04 10:00:00 | p3     | s        | 7000001
            """,
            "",
        ),
    ),
    bounds=(Bound("creditor", "others", "amount_idr <= $max_amount_idr"),),
)
