"""FAC-6. The same people pay one account the same sum again, as for a subscription."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import CHAINALYSIS_2026, KPAI_2025
from jaga.screening.windows import several_others
from jaga.words import Text

INDICATOR = Indicator(
    id="returning_equal_payers",
    version=1,
    title=Text("Pembayar langganan", "Payers who renew"),
    roles=("receiver", "facilitator"),
    family="timing",
    sources=(
        CHAINALYSIS_2026,
        KPAI_2025,
    ),
    parameters=(
        Parameter("window_days", 60, "days", "two monthly rounds of renewals"),
        Parameter("min_gap_days", 5, "days", "weekly, or a little sooner"),
        Parameter("max_gap_days", 40, "days", "monthly, or a little later"),
        Parameter("tolerance_percent", 2, "percent", "published: same amount within 2 %"),
    ),
    measure="senders",
    sql=f"""
        with series as (
            select creditor as account, debtor, t, amount_idr,
                lag(t) over (partition by creditor, debtor order by t, amount_idr) as t_was,
                lag(amount_idr) over (partition by creditor, debtor order by t, amount_idr) as was
            from unrelated
        ),
        renewed as (
            select account, debtor as other, t, amount_idr from series
            where t - t_was >= $min_gap_days_seconds and t - t_was <= $max_gap_days_seconds
                and 100 * amount_idr >= (100 - $tolerance_percent) * was
                and 100 * amount_idr <= (100 + $tolerance_percent) * was
        ),
        {several_others("renewed", "$window_days_seconds", "$fires_from")}
        select account, moment, others as senders, total_idr from counted
    """,
    bands=same_words(
        Text(
            "{senders} orang membayar lagi nominal yang sama (selisih paling banyak "
            "{tolerance_percent} %) setelah {min_gap_days} sampai {max_gap_days} hari; "
            "pembaruan berjumlah {total_idr}.",
            "{senders} people paid the same amount again (within {tolerance_percent} %) "
            "after {min_gap_days} to {max_gap_days} days; renewals come to {total_idr}.",
        ),
        (2, 6),
        (4, 16),
        (8, 22),
    ),
    evidence=Evidence("creditor", 100),
    lookback_days=100,
    bounds=(Bound("creditor", "returning"),),
    look_alikes=(
        known("tutor"),
        known("gym"),
        known("arisan"),
        known("boarding_house"),
    ),
    examples=(
        Example(
            "two renewals at the edges of gap, amount and window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 100000
            2025-01-06 10:00:00 | p1     | s        | 102000
            2025-01-26 09:59:59 | p2     | s        | 100000
            2025-03-07 09:59:59 | p2     | s        | 98000
            """,
            """
            account | at                  | senders | total_idr | weight
            s       | 2025-03-07 09:59:59 | 2       | 200000    | 6
            """,
        ),
        Example(
            "the gap or the amount differs by one",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 100000
            2025-01-06 09:59:59 | p1     | s        | 100000
            2025-01-01 10:00:00 | p2     | s        | 100000
            2025-02-10 10:00:01 | p2     | s        | 100000
            2025-01-01 10:00:00 | p3     | s        | 100000
            2025-01-20 10:00:00 | p3     | s        | 102001
            2025-01-02 10:00:00 | p4     | s        | 100000
            2025-01-21 10:00:00 | p4     | s        | 97999
            """,
            "",
        ),
        Example(
            "the first renewal has left the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 100000
            2025-01-06 10:00:00 | p1     | s        | 102000
            2025-01-26 10:00:00 | p2     | s        | 100000
            2025-03-07 10:00:00 | p2     | s        | 98000
            """,
            "",
        ),
        Example(
            "four, then eight weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 50000
            2025-01-02 10:00:00 | p2     | s        | 50000
            2025-01-03 10:00:00 | p3     | s        | 50000
            2025-01-04 10:00:00 | p4     | s        | 50000
            2025-01-05 10:00:00 | p5     | s        | 50000
            2025-01-06 10:00:00 | p6     | s        | 50000
            2025-01-07 10:00:00 | p7     | s        | 50000
            2025-01-08 10:00:00 | p8     | s        | 50000
            2025-02-01 10:00:00 | p1     | s        | 50000
            2025-02-02 10:00:00 | p2     | s        | 50000
            2025-02-03 10:00:00 | p3     | s        | 50000
            2025-02-04 10:00:00 | p4     | s        | 50000
            2025-02-05 10:00:00 | p5     | s        | 50000
            2025-02-06 10:00:00 | p6     | s        | 50000
            2025-02-07 10:00:00 | p7     | s        | 50000
            2025-02-08 10:00:00 | p8     | s        | 50000
            """,
            """
            account | at                  | senders | total_idr | weight
            s       | 2025-02-02 10:00:00 | 2       | 100000    | 6
            s       | 2025-02-04 10:00:00 | 4       | 200000    | 16
            s       | 2025-02-08 10:00:00 | 8       | 400000    | 22
            """,
        ),
    ),
)
