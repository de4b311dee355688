"""PAY-3. Small payments on many days, at short intervals, over months."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AIC_634
from jaga.words import Text

INDICATOR = Indicator(
    id="payer_prolific_small",
    version=2,
    title=Text("Sering, kecil dan teratur", "Frequent, small and regular"),
    roles=("payer",),
    family="timing",
    sources=(AIC_634,),
    parameters=(
        Parameter(
            "window_days", 90, "days", "a quarter shows the published profile of half a year"
        ),
        Parameter("max_gap_days", 20, "days", "published: intervals under 20 days"),
        Parameter("min_amount_idr", 50000, "rupiah", "below it, meals and fares are shared"),
        Parameter(
            "max_amount_idr",
            1200000,
            "rupiah",
            "published: under A$55, about Rp 600,000; twice that for rates and habit",
        ),
    ),
    measure="days",
    sql="""
        with small as (
            select debtor as account, t, amount_idr,
                row_number() over (partition by debtor, day order by t, payment) as place
            from unrelated
            where amount_idr >= $min_amount_idr and amount_idr < $max_amount_idr
        ),
        firsts as (
            select account, t, amount_idr,
                lag(t) over (partition by account order by t) as before
            from small where place = 1
        ),
        marked as (
            select account, t, amount_idr,
                case when before is null or t - before >= $max_gap_days_seconds
                    then 1 else 0 end as fresh
            from firsts
        ),
        streaks as (
            select account, t, amount_idr,
                sum(fresh) over (partition by account order by t) as streak
            from marked
        )
        select account, t as moment,
            count(*) over (partition by account, streak order by t
                range between $window_days_span preceding and current row) as days,
            cast(sum(amount_idr) over (partition by account, streak order by t
                range between $window_days_span preceding and current row) as bigint) as total_idr
        from streaks
    """,
    bands=same_words(
        Text(
            "Pembayaran mulai {min_amount_idr} dan di bawah {max_amount_idr} pada {days} "
            "hari berbeda, jarak selalu kurang dari {max_gap_days} hari, jumlah "
            "{total_idr}.",
            "Payments from {min_amount_idr} and under {max_amount_idr} on {days} different "
            "days, never {max_gap_days} days apart, {total_idr} in all.",
        ),
        (5, 2),
        (8, 4),
        (12, 8),
        (18, 14),
    ),
    evidence=Evidence(
        "debtor", 90, "amount_idr >= $min_amount_idr and amount_idr < $max_amount_idr"
    ),
    lookback_days=90,
    look_alikes=(
        known("weekly_allowance"),
        known("commuter"),
        known("subscriber"),
    ),
    examples=(
        Example(
            "eight days that fill the window to the second",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | s      | b        | 50000
            2025-01-14 00:00:01 | s      | b        | 50000
            2025-01-27 00:00:01 | s      | b        | 50000
            2025-02-09 00:00:01 | s      | b        | 50000
            2025-02-22 00:00:01 | s      | b        | 50000
            2025-03-07 00:00:01 | s      | b        | 50000
            2025-03-20 00:00:01 | s      | b        | 50000
            2025-04-01 00:00:00 | s      | b        | 50000
            """,
            """
            account | at                  | days | total_idr | weight
            s       | 2025-02-22 00:00:01 | 5    | 250000    | 2
            s       | 2025-04-01 00:00:00 | 8    | 400000    | 4
            """,
        ),
        Example(
            "five days, the widest gap a second under 20 days, the largest sum",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | s      | b        | 1199999
            2025-01-02 10:00:00 | s      | b        | 1199999
            2025-01-03 10:00:00 | s      | b        | 1199999
            2025-01-04 10:00:00 | s      | b        | 1199999
            2025-01-24 09:59:59 | s      | b        | 1199999
            """,
            """
            account | at                  | days | total_idr | weight
            s       | 2025-01-24 09:59:59 | 5    | 5999995   | 2
            """,
        ),
        Example(
            "a gap of 20 days starts anew; other sums and a second payment of the day do not count",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | s      | b        | 100000
            2025-01-02 10:00:00 | s      | b        | 100000
            2025-01-03 10:00:00 | s      | b        | 100000
            2025-01-04 10:00:00 | s      | b        | 100000
            2025-01-04 11:00:00 | s      | c        | 100000
            2025-01-05 11:00:00 | s      | c        | 1200000
            2025-01-06 11:00:00 | s      | c        | 49999
            2025-01-24 10:00:00 | s      | b        | 100000
            """,
            "",
        ),
        Example(
            "eight, twelve, then eighteen days weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | s      | b        | 100000
            2025-01-02 10:00:00 | s      | b        | 100000
            2025-01-03 10:00:00 | s      | b        | 100000
            2025-01-04 10:00:00 | s      | b        | 100000
            2025-01-05 10:00:00 | s      | b        | 100000
            2025-01-06 10:00:00 | s      | b        | 100000
            2025-01-07 10:00:00 | s      | b        | 100000
            2025-01-08 10:00:00 | s      | b        | 100000
            2025-01-09 10:00:00 | s      | b        | 100000
            2025-01-10 10:00:00 | s      | b        | 100000
            2025-01-11 10:00:00 | s      | b        | 100000
            2025-01-12 10:00:00 | s      | b        | 100000
            2025-01-13 10:00:00 | s      | b        | 100000
            2025-01-14 10:00:00 | s      | b        | 100000
            2025-01-15 10:00:00 | s      | b        | 100000
            2025-01-16 10:00:00 | s      | b        | 100000
            2025-01-17 10:00:00 | s      | b        | 100000
            2025-01-18 10:00:00 | s      | b        | 100000
            """,
            """
            account | at                  | days | total_idr | weight
            s       | 2025-01-05 10:00:00 | 5    | 500000    | 2
            s       | 2025-01-08 10:00:00 | 8    | 800000    | 4
            s       | 2025-01-12 10:00:00 | 12   | 1200000   | 8
            s       | 2025-01-18 10:00:00 | 18   | 1800000   | 14
            """,
        ),
    ),
    bounds=(
        Bound(
            "debtor", "payments", "amount_idr >= $min_amount_idr and amount_idr < $max_amount_idr"
        ),
    ),
    history_days=30,
)
