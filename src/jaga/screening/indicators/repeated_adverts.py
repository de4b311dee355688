"""FAC-5. Advertising or dating listings paid again and again in small sums."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import FINTRAC_2016
from jaga.screening.windows import times_within
from jaga.words import Text

INDICATOR = Indicator(
    id="repeated_adverts",
    version=1,
    title=Text("Iklan kecil berulang", "Small adverts, again and again"),
    roles=("facilitator",),
    family="amount",
    sources=(FINTRAC_2016,),
    parameters=(
        Parameter("window_days", 30, "days", "own choice: a month of spending"),
        Parameter(
            "max_amount_idr",
            1000000,
            "rupiah",
            "published multiples are of a few dollars; boosts cost more now",
        ),
    ),
    measure="times",
    sql=f"""
        with events as (
            select debtor as account, t from payments
            where status = $settled and mcc in (7311, 7273) and amount_idr <= $max_amount_idr
        )
        {times_within("events", "$window_days_span")}
    """,
    bands=same_words(
        Text(
            "{times} pembayaran iklan atau boost sampai {max_amount_idr} dalam {window_days} hari.",
            "{times} payments for adverts or boosts of up to {max_amount_idr} within "
            "{window_days} days.",
        ),
        (2, 10),
        (4, 18),
    ),
    evidence=Evidence("debtor", 30, "status = $settled and mcc in (7311, 7273)", table="payments"),
    lookback_days=30,
    bounds=(
        Bound(
            "debtor",
            "payments",
            "status = $settled and mcc in (7311, 7273) and amount_idr <= $max_amount_idr",
            table="payments",
        ),
    ),
    look_alikes=(known("small_advertiser"),),
    examples=(
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-01-01 00:00:01 | s      | ads      | 1000000    | 7311
            2025-01-31 00:00:00 | s      | ads      | 1000000    | 7273
            """,
            """
            account | at                  | times | weight
            s       | 2025-01-31 00:00:00 | 2     | 10
            """,
        ),
        Example(
            "the first has left the window",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-01-01 00:00:01 | s      | ads      | 1000000    | 7311
            2025-01-31 00:00:01 | s      | ads      | 1000000    | 7273
            """,
            "",
        ),
        Example(
            "more of them weigh more",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-03-01 10:00:00 | s      | ads      | 1000000    | 7311
            2025-03-01 11:00:00 | s      | ads      | 1000000    | 7273
            2025-03-01 12:00:00 | s      | ads      | 1000000    | 7311
            2025-03-01 13:00:00 | s      | ads      | 1000000    | 7273
            """,
            """
            account | at                  | times | weight
            s       | 2025-03-01 11:00:00 | 2     | 10
            s       | 2025-03-01 13:00:00 | 4     | 18
            """,
        ),
        Example(
            "a campaign of a business costs more",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-03-01 10:00:00 | s      | ads      | 1000001    | 7311
            2025-03-02 10:00:00 | s      | ads      | 1000001    | 7311
            """,
            "",
        ),
    ),
)
