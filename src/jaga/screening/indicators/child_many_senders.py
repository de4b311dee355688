"""REC-5. Unrelated adults pay the account of someone who is or may be under 18."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AMLTRIX, FATF_2025, at
from jaga.screening.windows import several_others, year_of
from jaga.words import Text

_ADULTS = f"""{year_of("t")} - creditor_born <= $child_years
    and (debtor_born is null or {year_of("t")} - debtor_born >= $adult_years)"""

INDICATOR = Indicator(
    id="child_many_senders",
    version=2,
    title=Text("Rekening anak dibayar beberapa orang dewasa", "Adults pay a child's account"),
    roles=("child_at_risk",),
    family="counterparties",
    sources=(
        at(FATF_2025, "credits to a minor without a family link"),
        AMLTRIX,
    ),
    parameters=(
        Parameter("window_days", 30, "days", "a month of credits"),
        Parameter("child_years", 18, "years", "year of birth only: 18 may still be 17"),
        Parameter("adult_years", 21, "years", "leaves out classmates"),
    ),
    measure="senders",
    sql=f"""
        with chosen as (
            select creditor as account, debtor as other, t, amount_idr
            from unrelated where {_ADULTS}
        ),
        {several_others("chosen", "$window_days_seconds", "$fires_from")}
        select account, moment, others as senders, payments, total_idr from counted
    """,
    bands=same_words(
        Text(
            "{senders} orang dewasa tanpa hubungan keluarga mengirim {payments} pembayaran "
            "dalam {window_days} hari, jumlah {total_idr}.",
            "{senders} adults without a family link sent {payments} payments within "
            "{window_days} days, {total_idr} in all.",
        ),
        (2, 3),
        (3, 6),
        (5, 9),
        (8, 12),
    ),
    evidence=Evidence("creditor", 30, _ADULTS),
    lookback_days=30,
    look_alikes=(
        known("birthday"),
        known("young_creator"),
        known("young_athlete"),
    ),
    examples=(
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | p0     | s        | 100000
            2025-01-31 00:00:00 | p1     | s        | 100000
            """,
            """
            account | at                  | senders | payments | total_idr | weight
            s       | 2025-01-31 00:00:00 | 2       | 2        | 200000    | 3
            """,
            accounts="account | birth_year\ns | 2007\np0 | 2004\np1 | 2004\np2 |",
        ),
        Example(
            "the first has left the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | p0     | s        | 100000
            2025-01-31 00:00:01 | p1     | s        | 100000
            """,
            "",
            accounts="account | birth_year\ns | 2007\np0 | 2004\np1 | 2004\np2 |",
        ),
        Example(
            "more people weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | p0     | s        | 100000
            2025-03-01 11:00:00 | p1     | s        | 100000
            2025-03-01 12:00:00 | p2     | s        | 100000
            2025-03-01 13:00:00 | p3     | s        | 100000
            2025-03-01 14:00:00 | p4     | s        | 100000
            2025-03-01 15:00:00 | p5     | s        | 100000
            2025-03-01 16:00:00 | p6     | s        | 100000
            2025-03-01 17:00:00 | p7     | s        | 100000
            """,
            """
            account | at                  | senders | payments | total_idr | weight
            s       | 2025-03-01 11:00:00 | 2       | 2        | 200000    | 3
            s       | 2025-03-01 12:00:00 | 3       | 3        | 300000    | 6
            s       | 2025-03-01 14:00:00 | 5       | 5        | 500000    | 9
            s       | 2025-03-01 17:00:00 | 8       | 8        | 800000    | 12
            """,
            accounts="account | birth_year\ns | 2007\np0 | 2004\np1 | 2004\np2 |",
        ),
        Example(
            "a classmate of 20, or a receiver of 19",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | p      | s        | 100000
            2025-03-01 11:00:00 | q      | s        | 100000
            2025-03-01 10:00:00 | p      | z        | 100000
            2025-03-01 11:00:00 | r      | z        | 100000
            """,
            "",
            accounts="account | birth_year\ns | 2007\nz | 2006\np | 1990\nq | 2005\nr | 1990",
        ),
    ),
    child_signal=True,
    bounds=(Bound("creditor", "others", _ADULTS),),
    needs=("accounts.birth_year",),
)
