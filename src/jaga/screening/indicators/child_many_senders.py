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
    version=1,
    title=Text("Rekening anak dibayar beberapa orang dewasa", "Adults pay a child's account"),
    roles=("child_at_risk",),
    family="counterparties",
    sources=(at(FATF_2025, "credits to a minor without a family link"), AMLTRIX),
    parameters=(
        Parameter("window_days", 30, "days", "a month of credits"),
        Parameter("child_years", 18, "years", "year of birth only: 18 may still be 17"),
        Parameter("adult_years", 21, "years", "leaves out classmates"),
    ),
    measure="senders",
    sql=f"""
        with adults as (
            select creditor as account, debtor as other, t, amount_idr
            from unrelated where {_ADULTS}
        ),
        {several_others("adults", "$window_days_seconds", "$fires_from")}
        select account, moment, others as senders, payments, total_idr from counted
    """,
    bands=same_words(
        Text(
            "{senders} orang dewasa tanpa hubungan keluarga mengirim {payments} pembayaran "
            "dalam {window_days} hari, jumlah {total_idr}.",
            "{senders} adults without a family link sent {payments} payments within "
            "{window_days} days, {total_idr} in all.",
        ),
        (3, 10), (6, 25),
    ),
    evidence=Evidence("creditor", 30, _ADULTS),
    lookback_days=30,
    bounds=(Bound("creditor", "others", _ADULTS),),
    look_alikes=(
        known("birthday"),
        known("young_creator"),
    ),
    child_signal=True,
    examples=(
        Example(
            "three adults, at the edge of both ages and of the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:01 | a1     | c        | 100000
            2025-03-10 10:00:00 | a2     | c        | 100000
            2025-03-31 10:00:00 | a3     | c        | 100000
            """,
            """
            account | at                  | senders | payments | total_idr | weight
            c       | 2025-03-31 10:00:00 | 3       | 3        | 300000    | 10
            """,
            accounts="account | birth_year\nc | 2007\na1 | 2004\na2 | 1980\na3 |",
        ),
        Example(
            "a classmate of 20 does not count, nor does a receiver of 19",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | a1     | c        | 100000
            2025-03-02 10:00:00 | a2     | c        | 100000
            2025-03-03 10:00:00 | a3     | c        | 100000
            2025-03-01 10:00:00 | a2     | d        | 100000
            2025-03-02 10:00:00 | a3     | d        | 100000
            2025-03-03 10:00:00 | a4     | d        | 100000
            """,
            "",
            accounts="account | birth_year\nc | 2008\nd | 2006\na1 | 2005\na2 | 1980\na3 | 1980",
        ),
        Example(
            "six adults weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-03-0{n} 10:00:00 | a{n} | c | 100000" for n in range(1, 7)]
            ),
            """
            account | at                  | senders | payments | total_idr | weight
            c       | 2025-03-03 10:00:00 | 3       | 3        | 300000    | 10
            c       | 2025-03-06 10:00:00 | 6       | 6        | 600000    | 25
            """,
            accounts="account | birth_year\nc | 2010",
        ),
    ),
)  # fmt: skip
