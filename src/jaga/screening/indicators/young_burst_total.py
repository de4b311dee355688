"""EXT-1, EXT-2. What a young customer pays someone new within days."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import FATF_2025, FINCEN_2025, at
from jaga.screening.windows import whole, year_of
from jaga.words import Text

INDICATOR = Indicator(
    id="young_burst_total",
    version=1,
    title=Text("Jumlah ke penerima baru", "Sum paid to someone new"),
    roles=("child_at_risk",),
    family="amount",
    sources=(
        at(FATF_2025, "extortion: first demand under EUR 250, at most EUR 1,500 in all"),
        FINCEN_2025,
    ),
    parameters=(
        Parameter(
            "young_years",
            23,
            "years",
            "published: mostly teenagers; a margin of years, since help is all that follows",
        ),
        Parameter("known_hours", 240, "hours", "new means first paid ten days ago at most"),
        Parameter("new_days", 90, "days", "no payment to that receiver in the quarter before"),
        Parameter("min_amount_idr", 40000, "rupiah", "below it, lunch money changes hands"),
        Parameter("burst_hours", 72, "hours", "published: at least three within 72 hours"),
        Parameter("min_payments", 2, "payments", "one payment is no series"),
        Parameter("step_idr", 100000, "rupiah", "the measure counts in steps of this size"),
    ),
    measure="steps",
    sql=f"""
        with paid as (
            select debtor as account, creditor, t, amount_idr,
                min(t) over (partition by debtor, creditor order by t
                    range between $new_days_span preceding and current row) as since
            from unrelated
            where {year_of("t")} - debtor_born <= $young_years and amount_idr >= $min_amount_idr
        ),
        sums as (
            select account, t as moment,
                sum(amount_idr) over (partition by account, creditor order by t
                    range between $burst_hours_span preceding and current row) as total,
                count(*) over (partition by account, creditor order by t
                    range between $burst_hours_span preceding and current row) as payments
            from paid where t - since < $known_hours_seconds
        )
        select account, moment, {whole("total", "$step_idr")} as steps,
            cast(total as bigint) as total_idr, payments
        from sums where payments >= $min_payments
    """,
    bands=same_words(
        Text(
            "{total_idr} dibayarkan kepada satu penerima baru dalam {burst_hours} jam, "
            "{payments} kali.",
            "{total_idr} was paid to one new receiver within {burst_hours} hours, in "
            "{payments} payments.",
        ),
        (6, 3),
        (10, 6),
        (20, 9),
        (40, 16),
    ),
    evidence=Evidence("debtor", 10, "amount_idr >= $min_amount_idr"),
    lookback_days=100,
    bounds=(
        Bound(
            "debtor",
            "most",
            f"{year_of('t')} - debtor_born <= $young_years and amount_idr >= $min_amount_idr",
            "{n} >= $min_payments",
        ),
    ),
    look_alikes=(
        known("young_gamer"),
        known("concert_tickets"),
        known("other_fraud"),
    ),
    examples=(
        Example(
            "two payments at every edge",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | c      | x        | 40000
            2025-03-04 09:59:59 | c      | x        | 560000
            """,
            """
            account | at                  | steps | total_idr | payments | weight
            c       | 2025-03-04 09:59:59 | 6     | 600000    | 2        | 3
            """,
            accounts="account | birth_year\nc | 2002",
        ),
        Example(
            "72 hours apart, a rupiah less, one payment, lunch money, or a payer of 24",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | d      | x        | 300000
            2025-03-04 10:00:00 | d      | x        | 300000
            2025-03-05 10:00:00 | d      | y        | 300000
            2025-03-05 11:00:00 | d      | y        | 299999
            2025-03-06 10:00:00 | d      | z        | 900000
            2025-03-07 10:00:00 | d      | w        | 39999
            2025-03-07 11:00:00 | d      | w        | 900000
            2025-03-06 10:00:00 | c      | z        | 900000
            2025-03-06 11:00:00 | c      | z        | 900000
            """,
            "",
            accounts="account | birth_year\nc | 2001\nd | 2002",
        ),
        Example(
            "one, two and four million weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | c      | x        | 1
            2025-03-01 11:00:00 | c      | x        | 500000
            2025-03-01 12:00:00 | c      | x        | 500000
            2025-03-01 13:00:00 | c      | x        | 500000
            2025-03-01 14:00:00 | c      | x        | 500000
            2025-03-01 15:00:00 | c      | x        | 500000
            2025-03-01 16:00:00 | c      | x        | 500000
            2025-03-01 17:00:00 | c      | x        | 500000
            2025-03-01 18:00:00 | c      | x        | 500000
            """,
            """
            account | at                  | steps | total_idr | payments | weight
            c       | 2025-03-01 12:00:00 | 10    | 1000000   | 2        | 6
            c       | 2025-03-01 14:00:00 | 20    | 2000000   | 4        | 9
            c       | 2025-03-01 18:00:00 | 40    | 4000000   | 8        | 16
            """,
            accounts="account | birth_year\nc | 2002",
        ),
        Example(
            "a second inside the quarter is not new; a second outside is, and so is the tenth day",
            """
            t                   | debtor | creditor | amount_idr
            2024-12-25 10:00:00 | d      | x        | 500000
            2025-03-25 09:59:58 | d      | x        | 500000
            2025-03-25 09:59:59 | d      | x        | 500000
            2024-12-25 10:00:00 | c      | x        | 300000
            2025-03-25 10:00:00 | c      | x        | 300000
            2025-03-25 10:00:01 | c      | x        | 300000
            2025-03-01 10:00:00 | c      | y        | 100000
            2025-03-11 09:00:00 | c      | y        | 300000
            2025-03-11 09:59:59 | c      | y        | 300000
            """,
            """
            account | at                  | steps | total_idr | payments | weight
            c       | 2025-03-11 09:59:59 | 6     | 600000    | 2        | 3
            """,
            accounts="account | birth_year\nd | 2005\nc | 2005",
        ),
    ),
    child_signal=True,
    needs=("accounts.birth_year",),
)
