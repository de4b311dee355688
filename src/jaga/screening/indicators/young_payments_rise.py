"""EXT-1. Each payment of a young customer to someone new is no smaller than the one before."""

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
from jaga.screening.windows import times_within, year_of
from jaga.words import Text

INDICATOR = Indicator(
    id="young_payments_rise",
    version=1,
    title=Text("Pembayaran tidak mengecil", "Payments that do not shrink"),
    roles=("child_at_risk",),
    family="timing",
    sources=(at(FATF_2025, "extortion: demands continue and grow after the first payment"),),
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
        Parameter("gap_hours", 72, "hours", "published: several quick payments"),
        Parameter("window_days", 7, "days", "own choice: the week of the series"),
    ),
    measure="times",
    sql=f"""
        with paid as (
            select debtor as account, creditor, t, amount_idr,
                min(t) over (partition by debtor, creditor order by t
                    range between $new_days_span preceding and current row) as since
            from unrelated
            where {year_of("t")} - debtor_born <= $young_years and amount_idr >= $min_amount_idr
        ),
        steps as (
            select account, t, since, amount_idr,
                lag(amount_idr) over (partition by account, creditor order by t, amount_idr) as was,
                lag(t) over (partition by account, creditor order by t, amount_idr) as t_was
            from paid
        ),
        risen as (
            select account, t from steps
            where amount_idr >= was and t - t_was < $gap_hours_seconds
                and t - since < $known_hours_seconds
        )
        {times_within("risen", "$window_days_span")}
    """,
    bands=same_words(
        Text(
            "{times} kali dalam {window_days} hari, pembayaran kepada penerima baru sama "
            "besar atau lebih besar dari sebelumnya, berselang kurang dari {gap_hours} jam.",
            "{times} times within {window_days} days, a payment to a new receiver was as "
            "large as the one before or larger, less than {gap_hours} hours apart.",
        ),
        (1, 4),
        (2, 8),
        (3, 12),
        (5, 20),
    ),
    evidence=Evidence("debtor", 10, "amount_idr >= $min_amount_idr"),
    lookback_days=100,
    bounds=(
        Bound(
            "debtor",
            "payments",
            f"{year_of('t')} - debtor_born <= $young_years and amount_idr >= $min_amount_idr",
        ),
        Bound(
            "debtor",
            "most",
            f"{year_of('t')} - debtor_born <= $young_years and amount_idr >= $min_amount_idr",
            "{n} > 1",
        ),
    ),
    look_alikes=(
        known("young_gamer"),
        known("concert_tickets"),
        known("other_fraud"),
    ),
    examples=(
        Example(
            "a second inside the gap, the smallest amount, the oldest payer; then again",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:01 | c      | x        | 40000
            2025-03-04 10:00:00 | c      | x        | 40000
            2025-03-11 09:00:00 | c      | y        | 40000
            2025-03-11 09:59:59 | c      | y        | 40000
            """,
            """
            account | at                  | times | weight
            c       | 2025-03-04 10:00:00 | 1     | 4
            c       | 2025-03-11 09:59:59 | 2     | 8
            """,
            accounts="account | birth_year\nc | 2002",
        ),
        Example(
            "72 hours apart, a smaller one, lunch money, or a payer of 24",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | d      | x        | 50000
            2025-03-04 10:00:00 | d      | x        | 50000
            2025-03-05 10:00:00 | d      | y        | 50000
            2025-03-05 11:00:00 | d      | y        | 49999
            2025-03-07 10:00:00 | d      | w        | 39999
            2025-03-07 11:00:00 | d      | w        | 50000
            2025-03-06 10:00:00 | c      | z        | 50000
            2025-03-06 11:00:00 | c      | z        | 50000
            """,
            "",
            accounts="account | birth_year\nc | 2001\nd | 2002",
        ),
        Example(
            "the tenth day is still new; the eleventh, or a payment a quarter ago, is not",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | c      | x        | 90000
            2025-03-11 09:00:00 | c      | x        | 50000
            2025-03-11 09:59:59 | c      | x        | 50000
            2025-03-01 10:00:00 | d      | x        | 90000
            2025-03-11 09:00:00 | d      | x        | 50000
            2025-03-11 10:00:00 | d      | x        | 50000
            2024-12-25 10:00:00 | e      | x        | 90000
            2025-03-25 09:59:58 | e      | x        | 50000
            2025-03-25 09:59:59 | e      | x        | 50000
            2024-12-25 10:00:00 | f      | x        | 90000
            2025-03-25 10:00:00 | f      | x        | 50000
            2025-03-25 10:00:01 | f      | x        | 50000
            """,
            """
            account | at                  | times | weight
            c       | 2025-03-11 09:59:59 | 1     | 4
            f       | 2025-03-25 10:00:01 | 1     | 4
            """,
            accounts="account | birth_year\nc | 2005\nd | 2005\ne | 2005\nf | 2005",
        ),
        Example(
            "three, then five weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | c      | x        | 100000
            2025-03-01 11:00:00 | c      | x        | 100000
            2025-03-01 12:00:00 | c      | x        | 100000
            2025-03-01 13:00:00 | c      | x        | 100000
            2025-03-01 14:00:00 | c      | x        | 100000
            2025-03-01 15:00:00 | c      | x        | 100000
            """,
            """
            account | at                  | times | weight
            c       | 2025-03-01 11:00:00 | 1     | 4
            c       | 2025-03-01 12:00:00 | 2     | 8
            c       | 2025-03-01 13:00:00 | 3     | 12
            c       | 2025-03-01 15:00:00 | 5     | 20
            """,
            accounts="account | birth_year\nc | 2002",
        ),
    ),
    child_signal=True,
    needs=("accounts.birth_year",),
)
