"""PAY-7. Payments to people far younger than the payer, who are no family."""

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
    version=2,
    title=Text("Membayar orang-orang muda", "Pays young people"),
    roles=("payer", "facilitator"),
    family="profile",
    sources=(
        at(FATF_2025, "marked age gap between sender and receiver"),
        AMLTRIX,
    ),
    parameters=(
        Parameter("window_days", 90, "days", "the span of the series it belongs to"),
        Parameter(
            "young_years",
            26,
            "years",
            "minors and young adults: birth years are known coarsely and often given late",
        ),
        Parameter(
            "gap_years",
            15,
            "years",
            "published: 20 to 25 years; a margin for birth years given late",
        ),
    ),
    measure="receivers",
    sql=f"""
        with chosen as (
            select debtor as account, creditor as other, t, amount_idr
            from unrelated where {_YOUNG}
        ),
        {several_others("chosen", "$window_days_seconds", "$fires_from")}
        select account, moment, others as receivers, payments, total_idr from counted
    """,
    bands=same_words(
        Text(
            "{payments} pembayaran ({total_idr}) kepada {receivers} orang muda tanpa "
            "hubungan keluarga, sedikitnya {gap_years} tahun lebih muda.",
            "{payments} payments ({total_idr}) to {receivers} young people without a family "
            "link, at least {gap_years} years younger.",
        ),
        (1, 2),
        (2, 4),
        (3, 7),
        (5, 10),
    ),
    evidence=Evidence("debtor", 90, _YOUNG),
    lookback_days=90,
    look_alikes=(
        known("student_sponsor"),
        known("weekly_allowance"),
        known("salary_payer"),
    ),
    examples=(
        Example(
            "a second receiver, as the first is about to leave the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | s      | b0       | 100000
            2025-04-01 00:00:00 | s      | b1       | 100000
            """,
            """
            account | at                  | receivers | payments | total_idr | weight
            s       | 2025-01-01 00:00:01 | 1         | 1        | 100000    | 2
            s       | 2025-04-01 00:00:00 | 2         | 2        | 200000    | 4
            """,
            accounts="account | birth_year\ns | 1984\nb0 | 1999\nb1 | 1999",
        ),
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | s      | b0       | 100000
            """,
            """
            account | at                  | receivers | payments | total_idr | weight
            s       | 2025-01-01 00:00:01 | 1         | 1        | 100000    | 2
            """,
            accounts="account | birth_year\ns | 1984\nb0 | 1999\n"
            "b1 | 1999\nb2 | 2005\nb3 | 2005\nb4 | 2005",
        ),
        Example(
            "more people weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | s      | b0       | 100000
            2025-03-01 11:00:00 | s      | b1       | 100000
            2025-03-01 12:00:00 | s      | b2       | 100000
            2025-03-01 13:00:00 | s      | b3       | 100000
            2025-03-01 14:00:00 | s      | b4       | 100000
            """,
            """
            account | at                  | receivers | payments | total_idr | weight
            s       | 2025-03-01 10:00:00 | 1         | 1        | 100000    | 2
            s       | 2025-03-01 11:00:00 | 2         | 2        | 200000    | 4
            s       | 2025-03-01 12:00:00 | 3         | 3        | 300000    | 7
            s       | 2025-03-01 14:00:00 | 5         | 5        | 500000    | 10
            """,
            accounts="account | birth_year\ns | 1984\nb0 | 1999\n"
            "b1 | 1999\nb2 | 2005\nb3 | 2005\nb4 | 2005",
        ),
        Example(
            "a year more or a smaller gap, or nobody knows",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | s      | b        | 100000
            2025-03-01 10:00:00 | r      | c        | 100000
            2025-03-01 10:00:00 | s      | d        | 100000
            """,
            "",
            accounts="account | birth_year\ns | 1980\nr | 1985\nb | 1998\nc | 1999\nd |",
        ),
    ),
    bounds=(Bound("debtor", "others", _YOUNG),),
    needs=("accounts.birth_year",),
)
