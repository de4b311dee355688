"""REC-1. Many unrelated senders, small credits, one account."""

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
    version=1,
    title=Text("Banyak pengirim ke satu rekening", "Many senders to one account"),
    roles=("receiver",),
    family="counterparties",
    sources=(PPATK_2024,),
    parameters=(
        Parameter("window_days", 30, "days", "a month shows the pattern the statement describes"),
        Parameter("max_amount_idr", 3_500_000, "rupiah", "'insignificant size'; EUR 200"),
    ),
    measure="senders",
    sql=f"""
        with small as (
            select creditor as account, debtor as other, t, amount_idr
            from unrelated where amount_idr <= $max_amount_idr
        ),
        {several_others("small", "$window_days_seconds", "$fires_from")}
        select account, moment, others as senders, payments, total_idr from counted
    """,
    bands=same_words(
        Text(
            "Menerima {payments} kredit kecil dari {senders} orang yang tidak terkait dalam "
            "{window_days} hari, jumlah {total_idr}.",
            "Received {payments} small credits from {senders} unrelated people within "
            "{window_days} days, {total_idr} in all.",
        ),
        (5, 5), (8, 15), (15, 18),
    ),
    evidence=Evidence("creditor", 30, "amount_idr <= $max_amount_idr"),
    lookback_days=30,
    bounds=(Bound("creditor", "others", "amount_idr <= $max_amount_idr"),),
    look_alikes=(
        known("online_shop"),
        known("arisan"),
        known("school_treasurer"),
        known("charity"),
        known("boarding_house"),
    ),
    examples=(
        Example(
            "five senders, the first just inside the window, one at the ceiling",
            "\n".join(
                ["t | debtor | creditor | amount_idr", "2025-01-01 00:00:01 | p1 | r | 3500000"]
                + [f"2025-01-1{n} 10:00:00 | p{n} | r | 100000" for n in range(2, 5)]
                + ["2025-01-31 00:00:00 | p6 | r | 100000"]
            ),
            """
            account | at                  | senders | payments | total_idr | weight
            r       | 2025-01-31 00:00:00 | 5       | 5        | 3900000   | 5
            """,
        ),
        Example(
            "the first left the window, and one is too large",
            "\n".join(
                ["t | debtor | creditor | amount_idr", "2025-01-01 00:00:00 | p1 | r | 100000"]
                + [f"2025-01-1{n} 10:00:00 | p{n} | r | 100000" for n in range(2, 5)]
                + ["2025-01-31 00:00:00 | p6 | r | 100000"]
                + ["2025-01-31 00:00:00 | p7 | r | 3500001"]
            ),
            "",
        ),
        Example(
            "one sender many times is one sender",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-{d:02} 10:00:00 | p1 | r | 100000" for d in range(1, 20)]
            ),
            "",
        ),
        Example(
            "eight, then fifteen senders",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-{d:02} 10:00:00 | p{d} | r | 100000" for d in range(1, 21)]
            ),
            """
            account | at                  | senders | payments | total_idr | weight
            r       | 2025-01-05 10:00:00 | 5       | 5        | 500000    | 5
            r       | 2025-01-08 10:00:00 | 8       | 8        | 800000    | 15
            r       | 2025-01-15 10:00:00 | 15      | 15       | 1500000   | 18
            """,
        ),
    ),
)  # fmt: skip
