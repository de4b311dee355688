"""REC-5. More money comes in from strangers than a child's account would see."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AMLTRIX, PPATK_2024
from jaga.screening.windows import whole, year_of
from jaga.words import Text

INDICATOR = Indicator(
    id="child_turnover",
    version=1,
    title=Text("Uang masuk tidak wajar bagi anak", "More credits than a child would get"),
    roles=("child_at_risk",),
    family="amount",
    sources=(
        PPATK_2024,
        AMLTRIX,
    ),
    parameters=(
        Parameter("window_days", 30, "days", "a month of credits"),
        Parameter("child_years", 18, "years", "year of birth only: 18 may still be 17"),
        Parameter("step_idr", 100000, "rupiah", "the measure counts in steps of this size"),
    ),
    measure="steps",
    sql=f"""
        with came as (
            select creditor as account, t as moment,
                sum(amount_idr) over (partition by creditor order by t
                    range between $window_days_span preceding and current row) as total
            from unrelated where {year_of("t")} - creditor_born <= $child_years
        )
        select account, moment, {whole("total", "$step_idr")} as steps,
            cast(total as bigint) as total_idr
        from came
    """,
    bands=same_words(
        Text(
            "{total_idr} masuk dari orang tanpa hubungan keluarga dalam {window_days} hari.",
            "{total_idr} came from people without a family link within {window_days} days.",
        ),
        (5, 3),
        (10, 6),
        (20, 9),
        (40, 12),
    ),
    evidence=Evidence("creditor", 30),
    lookback_days=30,
    bounds=(
        Bound("creditor", "payments", f"{year_of('t')} - creditor_born <= $child_years", "{n} > 0"),
    ),
    look_alikes=(
        known("birthday"),
        known("young_creator"),
        known("family_business"),
    ),
    examples=(
        Example(
            "half a million at the edge of the window and of the age",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 00:00:01 | a      | c        | 400000
            2025-03-31 00:00:00 | b      | c        | 100000
            """,
            """
            account | at                  | steps | total_idr | weight
            c       | 2025-03-31 00:00:00 | 5     | 500000    | 3
            """,
            accounts="account | birth_year\nc | 2007",
        ),
        Example(
            "a rupiah less, too late, or a receiver of 19",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 00:00:00 | a      | c        | 400000
            2025-03-31 00:00:00 | b      | c        | 499999
            2025-03-31 00:00:00 | b      | d        | 900000
            """,
            "",
            accounts="account | birth_year\nc | 2007\nd | 2006",
        ),
        Example(
            "one, two and four million weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | a      | c        | 1000000
            2025-03-02 10:00:00 | a      | c        | 1000000
            2025-03-03 10:00:00 | a      | c        | 1000000
            2025-03-04 10:00:00 | a      | c        | 1000000
            """,
            """
            account | at                  | steps | total_idr | weight
            c       | 2025-03-01 10:00:00 | 10    | 1000000   | 6
            c       | 2025-03-02 10:00:00 | 20    | 2000000   | 9
            c       | 2025-03-04 10:00:00 | 40    | 4000000   | 12
            """,
            accounts="account | birth_year\nc | 2007",
        ),
    ),
    child_signal=True,
    needs=("accounts.birth_year",),
)
