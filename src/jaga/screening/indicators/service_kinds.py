"""FAC-4. Lodging, rides, beauty and adverts are paid from one account."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AUSTRAC_2022, FINTRAC_2016
from jaga.screening.windows import several_others
from jaga.words import Text

_SERVICES = "(4121, 7011, 7230, 7273, 7311)"

INDICATOR = Indicator(
    id="service_kinds",
    version=1,
    title=Text("Beberapa jenis jasa", "Several kinds of services"),
    roles=("facilitator",),
    family="profile",
    sources=(
        AUSTRAC_2022,
        FINTRAC_2016,
    ),
    parameters=(Parameter("window_days", 30, "days", "own choice: a month of spending"),),
    measure="kinds",
    sql=f"""
        with chosen as (
            select debtor as account, mcc as other, t, amount_idr from payments
            where status = $settled and mcc in {_SERVICES}
        ),
        {several_others("chosen", "$window_days_seconds", "$fires_from")}
        select account, moment, others as kinds, payments from counted
    """,
    bands=same_words(
        Text(
            "{kinds} jenis jasa (penginapan, angkutan, salon, iklan) dibayar {payments} "
            "kali dalam {window_days} hari.",
            "{kinds} kinds of services (lodging, rides, beauty, adverts) were paid "
            "{payments} times within {window_days} days.",
        ),
        (2, 8),
        (3, 30),
        (4, 45),
    ),
    evidence=Evidence("debtor", 30, f"status = $settled and mcc in {_SERVICES}", table="payments"),
    lookback_days=30,
    bounds=(
        Bound("debtor", "payments", f"status = $settled and mcc in {_SERVICES}", table="payments"),
    ),
    look_alikes=(
        known("sales_rep"),
        known("tour_guide"),
    ),
    examples=(
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-01-01 00:00:01 | s      | x        | 50000      | 4121
            2025-01-31 00:00:00 | s      | x        | 50000      | 7011
            """,
            """
            account | at                  | kinds | payments | weight
            s       | 2025-01-31 00:00:00 | 2     | 2        | 8
            """,
        ),
        Example(
            "the first has left the window",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-01-01 00:00:01 | s      | x        | 50000      | 4121
            2025-01-31 00:00:01 | s      | x        | 50000      | 7011
            """,
            "",
        ),
        Example(
            "more people weigh more",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-03-01 10:00:00 | s      | x        | 50000      | 4121
            2025-03-01 11:00:00 | s      | x        | 50000      | 7011
            2025-03-01 12:00:00 | s      | x        | 50000      | 7230
            2025-03-01 13:00:00 | s      | x        | 50000      | 7273
            """,
            """
            account | at                  | kinds | payments | weight
            s       | 2025-03-01 11:00:00 | 2     | 2        | 8
            s       | 2025-03-01 12:00:00 | 3     | 3        | 30
            s       | 2025-03-01 13:00:00 | 4     | 4        | 45
            """,
        ),
        Example(
            "one kind, however often",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-03-01 10:00:00 | s      | x        | 50000      | 4121
            2025-03-02 10:00:00 | s      | x        | 50000      | 4121
            2025-03-03 10:00:00 | s      | x        | 50000      | 4121
            """,
            "",
        ),
    ),
)
