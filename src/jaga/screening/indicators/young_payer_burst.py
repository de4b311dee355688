"""EXT-1. A young customer pays someone new several times within days."""

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
from jaga.screening.windows import year_of
from jaga.words import Text

_YOUNG = f"{year_of('t')} - debtor_born <= $young_years"

INDICATOR = Indicator(
    id="young_payer_burst",
    version=2,
    title=Text("Rentetan pembayaran nasabah muda", "A burst of payments by a young customer"),
    roles=("child_at_risk",),
    family="timing",
    sources=(
        at(FATF_2025, "extortion: several quick payments, then none; at most EUR 1,500"),
        FINCEN_2025,
    ),
    parameters=(
        Parameter("young_years", 23, "years", "published: mostly teenagers; a margin of years, "
                  "since help is all that follows"),
        Parameter("burst_hours", 72, "hours", "published: at least three within 72 hours"),
        Parameter("known_hours", 240, "hours", "new means first paid ten days ago at most"),
        Parameter("new_days", 90, "days", "no payment to that receiver in the quarter before"),
        Parameter("min_amount_idr", 40_000, "rupiah", "below it, lunch money changes hands"),
        Parameter("max_total_idr", 27_000_000, "rupiah", "published: EUR 1,500 in all"),
    ),
    measure="payments",
    sql=f"""
        with paid as (
            select debtor as account, creditor, t, amount_idr,
                min(t) over (partition by debtor, creditor order by t
                    range between $new_days_span preceding and current row) as since
            from unrelated where {_YOUNG} and amount_idr >= $min_amount_idr
        ),
        counted as (
            select account, t as moment,
                count(*) over (partition by account, creditor order by t
                    range between $burst_hours_span preceding and current row) as payments,
                sum(amount_idr) over (partition by account, creditor order by t
                    range between $burst_hours_span preceding and current row) as total_idr
            from paid where t - since < $known_hours_seconds
        )
        select account, moment, payments, cast(total_idr as bigint) as total_idr
        from counted where total_idr <= $max_total_idr
    """,
    bands=same_words(
        Text(
            "{payments} pembayaran kepada satu penerima baru dalam {burst_hours} jam, "
            "jumlah {total_idr}.",
            "{payments} payments to one new receiver within {burst_hours} hours, "
            "{total_idr} in all.",
        ),
        (2, 4), (3, 8), (5, 12), (8, 18),
    ),
    evidence=Evidence("debtor", 10, f"{_YOUNG} and amount_idr >= $min_amount_idr"),
    lookback_days=100,
    bounds=(Bound("debtor", "most", f"{_YOUNG} and amount_idr >= $min_amount_idr"),),
    look_alikes=(
        known("young_gamer"),
        known("concert_tickets"),
        known("other_fraud"),
    ),
    child_signal=True,
    examples=(
        Example(
            "two, then three payments: a second inside 72 hours, at every limit",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | c      | x        | 40000
            2025-03-02 10:00:00 | c      | x        | 910000
            2025-03-04 09:59:59 | c      | x        | 26050000
            """,
            """
            account | at                  | payments | total_idr | weight
            c       | 2025-03-02 10:00:00 | 2        | 950000    | 4
            c       | 2025-03-04 09:59:59 | 3        | 27000000  | 8
            """,
            accounts="account | birth_year\nc | 2002",
        ),
        Example(
            "a rupiah over the published total",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | c      | x        | 50000
            2025-03-03 10:00:00 | c      | x        | 26950001
            """,
            "",
            accounts="account | birth_year\nc | 2008",
        ),
        Example(
            "72 hours apart, lunch money, and two receivers are no burst",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | c      | x        | 500000
            2025-03-02 10:00:00 | c      | y        | 900000
            2025-03-03 10:00:00 | c      | y        | 39999
            2025-03-04 10:00:00 | c      | x        | 900000
            """,
            "",
            accounts="account | birth_year\nc | 2008",
        ),
        Example(
            "someone paid a quarter ago is not new; 90 days ago is",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | c      | x        | 100000
            2025-01-01 09:59:58 | d      | x        | 100000
            2025-04-01 09:59:58 | c      | x        | 100000
            2025-04-01 09:59:59 | c      | x        | 100000
            2025-04-01 09:59:58 | d      | x        | 100000
            2025-04-01 09:59:59 | d      | x        | 100000
            """,
            """
            account | at                  | payments | total_idr | weight
            d       | 2025-04-01 09:59:59 | 2        | 200000    | 4
            """,
            accounts="account | birth_year\nc | 2008\nd | 2008",
        ),
        Example(
            "ten days after the first payment the receiver is known",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | c      | x        | 100000
            2025-03-11 09:00:00 | c      | x        | 100000
            2025-03-11 10:00:00 | c      | x        | 100000
            2025-03-01 10:00:00 | d      | x        | 100000
            2025-03-11 09:00:00 | d      | x        | 100000
            2025-03-11 09:59:59 | d      | x        | 100000
            """,
            """
            account | at                  | payments | total_idr | weight
            d       | 2025-03-11 09:59:59 | 2        | 200000    | 4
            """,
            accounts="account | birth_year\nc | 2008\nd | 2008",
        ),
        Example(
            "five, then eight payments weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-03-01 1{n}:00:00 | c | x | 200000" for n in range(8)]
            ),
            """
            account | at                  | payments | total_idr | weight
            c       | 2025-03-01 11:00:00 | 2        | 400000    | 4
            c       | 2025-03-01 12:00:00 | 3        | 600000    | 8
            c       | 2025-03-01 14:00:00 | 5        | 1000000   | 12
            c       | 2025-03-01 17:00:00 | 8        | 1600000   | 18
            """,
            accounts="account | birth_year\nc | 2008",
        ),
    ),
)  # fmt: skip
