"""VA-4. Prepaid value is bought and a virtual asset straight after it."""

from jaga.ledger.tables import rail_code
from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import CHAINALYSIS_2020, at
from jaga.screening.windows import follow_ups, times_within
from jaga.words import Text

_PREPAID = rail_code("prepaid")

_OPENS = f"select debtor as account, t from payments where status = $settled and rail = {_PREPAID}"
_CLOSES = "select debtor as account, t from payments where status = $settled and mcc = 6051"

INDICATOR = Indicator(
    id="prepaid_funds_asset",
    version=1,
    title=Text("Voucer prabayar lalu aset virtual", "Prepaid value, then a virtual asset"),
    roles=("payer",),
    family="channel",
    sources=(at(CHAINALYSIS_2020, "link to prepaid cards"),),
    parameters=(
        Parameter("within_hours", 24, "hours", "own choice: the same day"),
        Parameter("window_days", 90, "days", "the span of the series it belongs to"),
    ),
    measure="times",
    sql=f"""
        with {follow_ups(_OPENS, _CLOSES, "$within_hours_span")}
        {times_within("followed", "$window_days_span")}
    """,
    bands=same_words(
        Text(
            "{times} kali dalam {window_days} hari, aset virtual dibeli dalam "
            "{within_hours} jam sejak membeli voucer prabayar.",
            "{times} times within {window_days} days, a virtual asset was bought within "
            "{within_hours} hours of prepaid value.",
        ),
        (1, 8),
        (2, 14),
    ),
    evidence=Evidence("debtor", 90, f"rail = {_PREPAID} or mcc = 6051", table="payments"),
    lookback_days=91,
    bounds=(Bound("debtor", "payments", "status = $settled and mcc = 6051", table="payments"),),
    look_alikes=(
        known("hobby_investor"),
        known("item_collector"),
    ),
    examples=(
        Example(
            "a second inside the span, the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail          | mcc
            2025-01-09 23:59:01 | s      | v        | 100000     | prepaid       | 5815
            2025-01-10 00:00:01 | s      | x        | 100000     | virtual_asset | 6051
            2025-04-09 00:00:01 | s      | v        | 100000     | prepaid       | 5815
            2025-04-10 00:00:00 | s      | x        | 100000     | virtual_asset | 6051
            """,
            """
            account | at                  | times | weight
            s       | 2025-01-10 00:00:01 | 1     | 8
            s       | 2025-04-10 00:00:00 | 2     | 14
            """,
        ),
        Example(
            "it comes too late, or before",
            """
            t                   | debtor | creditor | amount_idr | rail          | mcc
            2025-03-01 09:00:00 | s      | x        | 100000     | virtual_asset | 6051
            2025-03-01 10:00:00 | s      | v        | 100000     | prepaid       | 5815
            2025-03-02 10:00:00 | s      | x        | 100000     | virtual_asset | 6051
            """,
            "",
        ),
        Example(
            "more of it weighs more",
            """
            t                   | debtor | creditor | amount_idr | rail          | mcc
            2025-03-01 09:30:00 | s      | v        | 100000     | prepaid       | 5815
            2025-03-01 10:00:00 | s      | x        | 100000     | virtual_asset | 6051
            2025-03-01 10:01:00 | s      | x        | 100000     | virtual_asset | 6051
            """,
            """
            account | at                  | times | weight
            s       | 2025-03-01 10:00:00 | 1     | 8
            s       | 2025-03-01 10:01:00 | 2     | 14
            """,
        ),
    ),
)
