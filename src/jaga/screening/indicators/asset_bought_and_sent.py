"""VA-3. A virtual asset is bought and sent to somebody at once."""

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
from jaga.screening.sources import CHAINALYSIS_2020, FINTRAC_2025, at
from jaga.screening.windows import follow_ups, times_within
from jaga.words import Text

_ASSET = rail_code("virtual_asset")

_OPENS = "select debtor as account, t from payments where status = $settled and mcc = 6051"
_CLOSES = f"select debtor as account, t from unrelated where rail = {_ASSET}"

INDICATOR = Indicator(
    id="asset_bought_and_sent",
    version=1,
    title=Text("Aset virtual dibeli lalu dikirim", "Asset bought, then sent"),
    roles=("payer", "receiver"),
    family="flow",
    sources=(
        at(FINTRAC_2025, "instant exchange straight after a small purchase"),
        at(CHAINALYSIS_2020, "one hop"),
    ),
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
            "{times} kali dalam {window_days} hari, aset virtual dikirim ke orang lain "
            "dalam {within_hours} jam sejak dibeli.",
            "{times} times within {window_days} days, a virtual asset was sent to another "
            "person within {within_hours} hours of its purchase.",
        ),
        (1, 10),
        (2, 18),
        (4, 26),
    ),
    evidence=Evidence("debtor", 90, f"rail = {_ASSET} or mcc = 6051", table="payments"),
    lookback_days=91,
    look_alikes=(
        known("hobby_investor"),
        known("item_collector"),
    ),
    examples=(
        Example(
            "a second inside the span, the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail          | mcc
            2025-01-09 23:59:01 | s      | x        | 100000     | virtual_asset | 6051
            2025-01-10 00:00:01 | s      | p        | 99000      | virtual_asset |
            2025-04-09 00:00:01 | s      | x        | 100000     | virtual_asset | 6051
            2025-04-10 00:00:00 | s      | p        | 99000      | virtual_asset |
            """,
            """
            account | at                  | times | weight
            s       | 2025-01-10 00:00:01 | 1     | 10
            s       | 2025-04-10 00:00:00 | 2     | 18
            """,
        ),
        Example(
            "it comes too late, or before",
            """
            t                   | debtor | creditor | amount_idr | rail          | mcc
            2025-03-01 09:00:00 | s      | p        | 99000      | virtual_asset |
            2025-03-01 10:00:00 | s      | x        | 100000     | virtual_asset | 6051
            2025-03-02 10:00:00 | s      | p        | 99000      | virtual_asset |
            """,
            "",
        ),
        Example(
            "more of it weighs more",
            """
            t                   | debtor | creditor | amount_idr | rail          | mcc
            2025-03-01 09:30:00 | s      | x        | 100000     | virtual_asset | 6051
            2025-03-01 10:00:00 | s      | p        | 99000      | virtual_asset |
            2025-03-01 10:01:00 | s      | p        | 99000      | virtual_asset |
            2025-03-01 10:02:00 | s      | p        | 99000      | virtual_asset |
            2025-03-01 10:03:00 | s      | p        | 99000      | virtual_asset |
            """,
            """
            account | at                  | times | weight
            s       | 2025-03-01 10:00:00 | 1     | 10
            s       | 2025-03-01 10:01:00 | 2     | 18
            s       | 2025-03-01 10:03:00 | 4     | 26
            """,
        ),
    ),
    bounds=(Bound("debtor", "payments", f"rail = {_ASSET}"),),
)
