"""FAC-4. Lodging, rides, beauty or adverts paid within days of a stranger's credit."""

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
from jaga.screening.windows import follow_ups, times_within
from jaga.words import Text

_SERVICES = "(4121, 7011, 7230, 7273, 7311)"

_OPENS = "select creditor as account, t from unrelated where amount_idr >= $min_amount_idr"
_CLOSES = (
    f"select debtor as account, t from payments where status = $settled and mcc in {_SERVICES}"
)

INDICATOR = Indicator(
    id="spends_after_credits",
    version=1,
    title=Text("Belanja jasa setelah kredit", "Services bought after credits"),
    roles=("facilitator",),
    family="flow",
    sources=(
        AUSTRAC_2022,
        FINTRAC_2016,
    ),
    parameters=(
        Parameter("within_hours", 48, "hours", "own choice: the same night or the next day"),
        Parameter("window_days", 30, "days", "own choice: a month of spending"),
        Parameter(
            "min_amount_idr",
            100000,
            "rupiah",
            "published transfers start at A$100; smaller ones are shared meals",
        ),
    ),
    measure="times",
    sql=f"""
        with {follow_ups(_OPENS, _CLOSES, "$within_hours_span")}
        {times_within("followed", "$window_days_span")}
    """,
    bands=same_words(
        Text(
            "{times} kali dalam {window_days} hari, penginapan, angkutan, salon atau iklan "
            "dibayar dalam {within_hours} jam sejak kredit orang lain.",
            "{times} times within {window_days} days, lodging, rides, beauty or adverts "
            "were paid within {within_hours} hours of another person's credit.",
        ),
        (2, 3),
        (4, 8),
        (8, 16),
    ),
    evidence=Evidence("both", 30, "status = $settled", table="payments"),
    lookback_days=32,
    look_alikes=(
        known("sales_rep"),
        known("driver"),
    ),
    examples=(
        Example(
            "a second inside the span, the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-01-09 23:59:01 | p      | s        | 100000     |
            2025-01-10 00:00:01 | s      | h        | 99000      | 7011
            2025-02-07 00:00:01 | p      | s        | 100000     |
            2025-02-09 00:00:00 | s      | h        | 99000      | 4121
            """,
            """
            account | at                  | times | weight
            s       | 2025-02-09 00:00:00 | 2     | 3
            """,
        ),
        Example(
            "it comes too late, or before",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-03-01 09:00:00 | s      | h        | 99000      | 7011
            2025-03-01 10:00:00 | p      | s        | 100000     |
            2025-03-03 10:00:00 | s      | h        | 99000      | 7011
            2025-03-03 10:00:01 | s      | h        | 99000      | 4121
            """,
            "",
        ),
        Example(
            "more of it weighs more",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-03-01 09:30:00 | p      | s        | 100000     |
            2025-03-01 10:00:00 | s      | h        | 99000      | 7011
            2025-03-01 10:01:00 | s      | h        | 99000      | 4121
            2025-03-01 10:02:00 | s      | h        | 99000      | 7230
            2025-03-01 10:03:00 | s      | h        | 99000      | 7311
            2025-03-01 10:04:00 | s      | h        | 99000      | 7011
            2025-03-01 10:05:00 | s      | h        | 99000      | 4121
            2025-03-01 10:06:00 | s      | h        | 99000      | 7230
            2025-03-01 10:07:00 | s      | h        | 99000      | 7311
            """,
            """
            account | at                  | times | weight
            s       | 2025-03-01 10:01:00 | 2     | 3
            s       | 2025-03-01 10:03:00 | 4     | 8
            s       | 2025-03-01 10:07:00 | 8     | 16
            """,
        ),
        Example(
            "a smaller credit opens nothing",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-03-01 09:00:00 | p      | s        | 99999      |
            2025-03-01 10:00:00 | s      | h        | 99000      | 7011
            2025-03-01 11:00:00 | s      | h        | 99000      | 7011
            2025-03-01 12:00:00 | s      | h        | 99000      | 7011
            """,
            "",
        ),
    ),
    bounds=(
        Bound("debtor", "payments", f"status = $settled and mcc in {_SERVICES}", table="payments"),
    ),
)
