"""EXT-5. A young customer paid someone again and again, then begins to collect from others."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AUSTRAC_HUNTSMAN, at
from jaga.screening.windows import several_others, year_of
from jaga.words import Text

INDICATOR = Indicator(
    id="paid_then_collects",
    version=1,
    title=Text("Membayar, lalu mengumpulkan", "Paid, then collects"),
    roles=("child_at_risk",),
    family="flow",
    sources=(at(AUSTRAC_HUNTSMAN, "victims whose accounts are then used to receive and forward"),),
    parameters=(
        Parameter(
            "young_years",
            23,
            "years",
            "published: mostly teenagers; a margin of years, since help is all that follows",
        ),
        Parameter("burst_days", 10, "days", "published: hours to days"),
        Parameter("min_payments", 2, "payments", "one payment is no series"),
        Parameter("min_amount_idr", 40000, "rupiah", "below it, lunch money changes hands"),
        Parameter("after_days", 75, "days", "published: within 60 days; a margin for slow cases"),
        Parameter("window_days", 30, "days", "a month of credits"),
    ),
    measure="senders",
    sql=f"""
        with bursts as (
            select debtor as account, t,
                count(*) over (partition by debtor, creditor order by t
                    range between $burst_days_span preceding and current row) as payments
            from unrelated
            where {year_of("t")} - debtor_born <= $young_years and amount_idr >= $min_amount_idr
        ),
        pressed as (select account, t from bursts where payments >= $min_payments),
        moves as (
            select account, t, 0 as other, 0 as amount_idr, 1 as paid from pressed
            union all
            select creditor as account, t, debtor as other, amount_idr, 0 as paid from unrelated
            where creditor in (select account from pressed) and amount_idr >= $min_amount_idr
        ),
        linked as (
            select account, t, other, amount_idr, paid,
                sum(paid) over (partition by account order by t
                    range between $after_days_span preceding and current row) as before
            from moves
        ),
        collected as (
            select account, other, t, amount_idr from linked where paid = 0 and before > 0
        ),
        {several_others("collected", "$window_days_seconds", "$fires_from")}
        select account, moment, others as senders, payments, total_idr from counted
    """,
    bands=same_words(
        Text(
            "Setelah membayar seseorang {min_payments} kali atau lebih dalam {burst_days} "
            "hari, rekening ini menerima {payments} kredit dari {senders} orang, jumlah "
            "{total_idr}.",
            "After paying somebody {min_payments} times or more within {burst_days} days, "
            "this account took {payments} credits from {senders} people, {total_idr} in "
            "all.",
        ),
        (2, 3),
        (4, 7),
        (8, 12),
    ),
    evidence=Evidence("both", 30),
    lookback_days=115,
    look_alikes=(
        known("student"),
        known("young_gamer"),
        known("family_business"),
    ),
    examples=(
        Example(
            "two senders at every edge",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | s      | x        | 40000
            2025-01-11 09:59:59 | s      | x        | 40000
            2025-02-26 00:00:01 | p1     | s        | 40000
            2025-03-27 09:59:58 | p2     | s        | 40000
            """,
            """
            account | at                  | senders | payments | total_idr | weight
            s       | 2025-03-27 09:59:58 | 2       | 2        | 80000     | 3
            """,
            accounts="account | birth_year\ns | 2002\nz | 2001",
        ),
        Example(
            "too late, too little, too old, no series, or the first has left",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | s      | x        | 40000
            2025-01-11 09:59:59 | s      | x        | 40000
            2025-03-27 09:59:59 | p1     | s        | 90000
            2025-03-27 10:00:00 | p2     | s        | 90000
            2025-01-01 10:00:00 | z      | x        | 90000
            2025-01-02 10:00:00 | z      | x        | 90000
            2025-01-03 10:00:00 | p1     | z        | 90000
            2025-01-03 11:00:00 | p2     | z        | 90000
            2025-01-01 10:00:00 | v      | x        | 90000
            2025-01-11 10:00:00 | v      | x        | 90000
            2025-01-12 10:00:00 | p1     | v        | 90000
            2025-01-12 11:00:00 | p2     | v        | 90000
            2025-01-01 10:00:00 | w      | x        | 90000
            2025-01-01 11:00:00 | w      | x        | 39999
            2025-01-02 10:00:00 | p1     | w        | 90000
            2025-01-02 11:00:00 | p2     | w        | 90000
            2025-01-01 10:00:00 | u      | x        | 90000
            2025-01-01 11:00:00 | u      | x        | 90000
            2025-01-02 10:00:00 | p1     | u        | 90000
            2025-02-01 10:00:00 | p2     | u        | 90000
            2025-02-02 10:00:00 | p2     | u        | 39999
            """,
            "",
            accounts="account | birth_year\ns | 2002\nz | 2001\nv | 2005\nw | 2005\nu | 2005",
        ),
        Example(
            "the last month of a series a season ago, to the second",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | s      | x        | 40000
            2025-01-11 09:59:59 | s      | x        | 40000
            2025-02-25 10:00:00 | p1     | s        | 40000
            2025-03-27 09:59:58 | p2     | s        | 40000
            """,
            """
            account | at                  | senders | payments | total_idr | weight
            s       | 2025-03-27 09:59:58 | 2       | 2        | 80000     | 3
            """,
            accounts="account | birth_year\ns | 2002\nz | 2001",
        ),
        Example(
            "four, then eight senders weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | s      | x        | 50000
            2025-01-01 11:00:00 | s      | x        | 50000
            2025-01-02 10:00:00 | p0     | s        | 50000
            2025-01-02 11:00:00 | p1     | s        | 50000
            2025-01-02 12:00:00 | p2     | s        | 50000
            2025-01-02 13:00:00 | p3     | s        | 50000
            2025-01-02 14:00:00 | p4     | s        | 50000
            2025-01-02 15:00:00 | p5     | s        | 50000
            2025-01-02 16:00:00 | p6     | s        | 50000
            2025-01-02 17:00:00 | p7     | s        | 50000
            """,
            """
            account | at                  | senders | payments | total_idr | weight
            s       | 2025-01-02 11:00:00 | 2       | 2        | 100000    | 3
            s       | 2025-01-02 13:00:00 | 4       | 4        | 200000    | 7
            s       | 2025-01-02 17:00:00 | 8       | 8        | 400000    | 12
            """,
            accounts="account | birth_year\ns | 2002\nz | 2001",
        ),
    ),
    child_signal=True,
    needs=("accounts.birth_year",),
    bounds=(
        Bound("creditor", "others", "amount_idr >= $min_amount_idr"),
        Bound("debtor", "most", "amount_idr >= $min_amount_idr", "{n} >= $min_payments"),
    ),
)
