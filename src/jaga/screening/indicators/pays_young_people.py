"""PAY-7. Pays several young people who are much younger and not the payer's own."""

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

_YOUNG = f"""{year_of("t")} - creditor_born <= $young_years
    and creditor_born - debtor_born >= $gap_years"""

INDICATOR = Indicator(
    id="pays_young_people",
    version=1,
    title=Text("Membayar orang-orang muda", "Pays young people"),
    roles=("payer", "facilitator"),
    family="profile",
    sources=(at(FATF_2025, "marked age gap between sender and receiver"), AMLTRIX),
    parameters=(
        Parameter("window_days", 90, "days", "the span of the series it belongs to"),
        Parameter("young_years", 19, "years", "under 18 for sure or perhaps, and a margin: "
                  "accounts know the year of birth only, and age given at opening is often late"),
        Parameter("gap_years", 20, "years", "published: 20 to 25 years"),
    ),
    measure="receivers",
    sql=f"""
        with young as (
            select debtor as account, creditor as other, t, amount_idr
            from unrelated where {_YOUNG}
        ),
        {several_others("young", "$window_days_seconds", "$fires_from")}
        select account, moment, others as receivers, payments from counted
    """,
    bands=same_words(
        Text(
            "{payments} pembayaran kepada {receivers} orang muda tanpa hubungan keluarga, "
            "sedikitnya {gap_years} tahun lebih muda.",
            "{payments} payments to {receivers} young people without a family link, "
            "at least {gap_years} years younger.",
        ),
        (2, 3), (3, 6), (4, 12),
    ),
    evidence=Evidence("debtor", 90, _YOUNG),
    lookback_days=90,
    bounds=(Bound("debtor", "others", _YOUNG),),
    look_alikes=(
        known("student_sponsor"),
        known("weekly_allowance"),
    ),
    needs=("accounts.birth_year",),
    child_signal=True,
    examples=(
        Example(
            "two young receivers at the edge of age, gap and window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-05 10:00:01 | a      | b        | 100000
            2025-04-05 10:00:00 | a      | c        | 100000
            """,
            """
            account | at                  | receivers | payments | weight
            a       | 2025-04-05 10:00:00 | 2         | 2        | 3
            """,
            accounts="account | birth_year\na | 1986\nb | 2006\nc | 2010",
        ),
        Example(
            "a gap of 19 years, or a receiver of 20, does not count",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-05 10:00:00 | a      | b        | 100000
            2025-03-06 10:00:00 | a      | c        | 100000
            2025-03-06 10:00:00 | a      | d        | 100000
            """,
            "",
            accounts="account | birth_year\na | 1986\nb | 2005\nc | 2006\nd |",
        ),
        Example(
            "three, then four young receivers weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-03-0{d} 10:00:00 | a | b{d} | 100000" for d in range(1, 5)]
            ),
            """
            account | at                  | receivers | payments | weight
            a       | 2025-03-02 10:00:00 | 2         | 2        | 3
            a       | 2025-03-03 10:00:00 | 3         | 3        | 6
            a       | 2025-03-04 10:00:00 | 4         | 4        | 12
            """,
            accounts="account | birth_year\na | 1970\nb1 | 2010\nb2 | 2010\nb3 | 2009\nb4 | 2009",
        ),
    ),
)  # fmt: skip
