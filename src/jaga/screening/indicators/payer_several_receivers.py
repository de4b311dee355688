"""PAY-1. Small payments from one person to several unrelated people."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import FATF_2025, FINTRAC_2025
from jaga.screening.windows import several_others
from jaga.words import Text

INDICATOR = Indicator(
    id="payer_several_receivers",
    version=2,
    title=Text("Membayar beberapa orang yang tidak terkait", "Pays several unrelated people"),
    roles=("payer",),
    family="counterparties",
    sources=(
        FATF_2025,
        FINTRAC_2025,
    ),
    parameters=(
        Parameter("window_days", 90, "days", "published series run over weeks to a few months"),
        Parameter(
            "min_amount_idr",
            100000,
            "rupiah",
            "published amounts start at EUR 10; below it, meals and fares are shared",
        ),
        Parameter(
            "max_amount_idr",
            7000000,
            "rupiah",
            "usually at most EUR 200, about Rp 3.5 million; twice that for rates and habit",
        ),
    ),
    measure="receivers",
    sql=f"""
        with chosen as (
            select debtor as account, creditor as other, t, amount_idr
            from unrelated where amount_idr between $min_amount_idr and $max_amount_idr
        ),
        {several_others("chosen", "$window_days_seconds", "$fires_from")}
        select account, moment, others as receivers, payments, total_idr from counted
    """,
    bands=same_words(
        Text(
            "Membayar {receivers} orang yang tidak terkait dalam {window_days} hari: "
            "{payments} pembayaran kecil, jumlah {total_idr}.",
            "Paid {receivers} unrelated people within {window_days} days: {payments} small "
            "payments, {total_idr} in all.",
        ),
        (3, 3),
        (4, 5),
        (6, 8),
        (9, 12),
        (12, 16),
    ),
    evidence=Evidence("debtor", 90, "amount_idr between $min_amount_idr and $max_amount_idr"),
    lookback_days=90,
    look_alikes=(
        known("migrant_family"),
        known("student_sponsor"),
        known("online_shop"),
    ),
    examples=(
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | s      | b0       | 100000
            2025-01-01 01:00:01 | s      | b1       | 7000000
            2025-04-01 00:00:00 | s      | b2       | 100000
            """,
            """
            account | at                  | receivers | payments | total_idr | weight
            s       | 2025-04-01 00:00:00 | 3         | 3        | 7200000   | 3
            """,
        ),
        Example(
            "the first has left the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | s      | b0       | 100000
            2025-01-01 01:00:01 | s      | b1       | 7000000
            2025-04-01 00:00:01 | s      | b2       | 100000
            """,
            "",
        ),
        Example(
            "more people weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | s      | b0       | 100000
            2025-03-01 11:00:00 | s      | b1       | 7000000
            2025-03-01 12:00:00 | s      | b2       | 100000
            2025-03-01 13:00:00 | s      | b3       | 100000
            2025-03-01 14:00:00 | s      | b4       | 100000
            2025-03-01 15:00:00 | s      | b5       | 100000
            2025-03-01 16:00:00 | s      | b6       | 100000
            2025-03-01 17:00:00 | s      | b7       | 100000
            2025-03-01 18:00:00 | s      | b8       | 100000
            2025-03-01 19:00:00 | s      | b9       | 100000
            2025-03-01 20:00:00 | s      | b10      | 100000
            2025-03-01 21:00:00 | s      | b11      | 100000
            """,
            """
            account | at                  | receivers | payments | total_idr | weight
            s       | 2025-03-01 12:00:00 | 3         | 3        | 7200000   | 3
            s       | 2025-03-01 13:00:00 | 4         | 4        | 7300000   | 5
            s       | 2025-03-01 15:00:00 | 6         | 6        | 7500000   | 8
            s       | 2025-03-01 18:00:00 | 9         | 9        | 7800000   | 12
            s       | 2025-03-01 21:00:00 | 12        | 12       | 8100000   | 16
            """,
        ),
        Example(
            "one too large, one too small, and the same person again",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | s      | b        | 200000
            2025-03-02 10:00:00 | s      | c        | 200000
            2025-03-03 10:00:00 | s      | c        | 200000
            2025-03-04 10:00:00 | s      | d        | 99999
            2025-03-05 10:00:00 | s      | e        | 7000001
            """,
            "",
        ),
    ),
    bounds=(Bound("debtor", "others", "amount_idr between $min_amount_idr and $max_amount_idr"),),
)
