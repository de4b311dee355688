"""PAY-3. Very small payments at short, regular intervals."""

from datetime import datetime, timedelta

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


def _slow_series(count: int) -> str:
    """Payments a second under twenty days apart."""
    start, gap = datetime(2025, 1, 1), timedelta(days=20, seconds=-1)
    rows = [f"{start + n * gap} | a | b | 100000" for n in range(count)]
    return "\n".join(["t | debtor | creditor | amount_idr", *rows])


INDICATOR = Indicator(
    id="payer_prolific_small",
    version=1,
    title=Text("Sering, kecil dan teratur", "Frequent, small and regular"),
    roles=("payer",),
    family="timing",
    sources=(AIC_634,),
    parameters=(
        Parameter("window_days", 180, "days", "half a year, as in the published profile"),
        Parameter("max_gap_days", 20, "days", "published: intervals under 20 days"),
        Parameter("max_amount_idr", 600_000, "rupiah", "published: under A$55, about Rp 600,000"),
    ),
    measure="payments",
    sql="""
        with small as (
            select debtor as account, t, amount_idr,
                lag(t) over (partition by debtor order by t) as before
            from unrelated where amount_idr < $max_amount_idr
        ),
        marked as (
            select account, t, amount_idr,
                case when before is null or t - before >= $max_gap_days_seconds
                    then 1 else 0 end as fresh
            from small
        ),
        streaks as (
            select account, t, amount_idr,
                sum(fresh) over (partition by account order by t) as streak
            from marked
        )
        select account, t as moment,
            count(*) over (partition by account, streak order by t
                range between $window_days_span preceding and current row) as payments,
            sum(amount_idr) over (partition by account, streak order by t
                range between $window_days_span preceding and current row) as total_idr
        from streaks
    """,
    bands=same_words(
        Text(
            "{payments} pembayaran di bawah {max_amount_idr}, jarak selalu kurang dari "
            "{max_gap_days} hari, jumlah {total_idr}.",
            "{payments} payments under {max_amount_idr}, never {max_gap_days} days apart, "
            "{total_idr} in all.",
        ),
        (10, 8), (20, 12), (40, 30),
    ),
    evidence=Evidence("debtor", 180, "amount_idr < $max_amount_idr"),
    lookback_days=180,
    bounds=(Bound("debtor", "payments", "amount_idr < $max_amount_idr"),),
    history_days=60,
    look_alikes=(
        known("weekly_allowance"),
        known("creator_fan"),
    ),
    examples=(
        Example(
            "ten payments, the widest gap a second under 20 days",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-{d:02} 10:00:00 | a | b | 599999" for d in range(1, 10)]
                + ["2025-01-29 09:59:59 | a | b | 599999"]
            ),
            """
            account | at                  | payments | total_idr | weight
            a       | 2025-01-29 09:59:59 | 10       | 5999990   | 8
            """,
        ),
        Example(
            "a gap of 20 days starts anew",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-{d:02} 10:00:00 | a | b | 100000" for d in range(1, 10)]
                + ["2025-01-29 10:00:00 | a | b | 100000"]
            ),
            "",
        ),
        Example(
            "an amount at the ceiling does not count",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-{d:02} 10:00:00 | a | b | 100000" for d in range(1, 10)]
                + ["2025-01-10 10:00:00 | a | b | 600000"]
            ),
            "",
        ),
        Example(
            "as slow as it can be: ten payments fill the window to the second",
            _slow_series(10),
            """
            account | at                  | payments | total_idr | weight
            a       | 2025-06-29 23:59:51 | 10       | 1000000   | 8
            """,
        ),
        Example(
            "twenty, then forty payments weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-{d:02} 10:00:00 | a | b | 100000" for d in range(1, 21)]
                + [f"2025-02-{d:02} 10:00:00 | a | b | 100000" for d in range(1, 21)]
            ),
            """
            account | at                  | payments | total_idr | weight
            a       | 2025-01-10 10:00:00 | 10       | 1000000   | 8
            a       | 2025-01-20 10:00:00 | 20       | 2000000   | 12
            a       | 2025-02-20 10:00:00 | 40       | 4000000   | 30
            """,
        ),
    ),
)  # fmt: skip
