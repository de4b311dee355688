"""VA-1, VA-2. Small virtual-asset payments go to the same receiver again and again."""

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
from jaga.screening.sources import CHAINALYSIS_2020, CHAINALYSIS_2026
from jaga.words import Text

_ASSET = rail_code("virtual_asset")

INDICATOR = Indicator(
    id="assets_to_one_receiver",
    version=1,
    title=Text("Aset virtual ke penerima yang sama", "Virtual assets to one receiver"),
    roles=("payer", "receiver", "child_at_risk"),
    family="channel",
    sources=(
        CHAINALYSIS_2020,
        CHAINALYSIS_2026,
    ),
    parameters=(
        Parameter("window_days", 90, "days", "the span of the series it belongs to"),
        Parameter(
            "max_amount_idr",
            3500000,
            "rupiah",
            "published: US$10 to 100; doubled for fees, rates and habit",
        ),
    ),
    measure="payments",
    sql=f"""
        select debtor as account, t as moment,
            count(*) over (partition by debtor, creditor order by t
                range between $window_days_span preceding and current row) as payments,
            amount_idr
        from unrelated where rail = {_ASSET} and amount_idr <= $max_amount_idr
    """,
    bands=same_words(
        Text(
            "{payments} pembayaran aset virtual sampai {max_amount_idr} ke satu penerima "
            "dalam {window_days} hari, terakhir {amount_idr}.",
            "{payments} virtual-asset payments of up to {max_amount_idr} to one receiver "
            "within {window_days} days, {amount_idr} last.",
        ),
        (2, 6),
        (3, 10),
        (6, 16),
    ),
    evidence=Evidence("debtor", 90, f"rail = {_ASSET} and amount_idr <= $max_amount_idr"),
    lookback_days=90,
    bounds=(Bound("debtor", "most", f"rail = {_ASSET} and amount_idr <= $max_amount_idr"),),
    look_alikes=(
        known("hobby_investor"),
        known("item_collector"),
    ),
    examples=(
        Example(
            "two, a second inside the window, at the ceiling",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-01 00:00:01 | s      | x        | 3500000    | virtual_asset
            2025-04-01 00:00:00 | s      | x        | 100000     | virtual_asset
            """,
            """
            account | at                  | payments | amount_idr | weight
            s       | 2025-04-01 00:00:00 | 2        | 100000     | 6
            """,
        ),
        Example(
            "another receiver, another rail, or too late",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-01 00:00:00 | s      | x        | 100000     | virtual_asset
            2025-04-01 00:00:00 | s      | x        | 100000     | virtual_asset
            2025-04-01 01:00:00 | s      | y        | 100000     | virtual_asset
            2025-04-01 02:00:00 | s      | y        | 100000     | e_wallet
            """,
            "",
        ),
        Example(
            "three, then six weigh more",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | s      | x        | 100000     | virtual_asset
            2025-03-01 11:00:00 | s      | x        | 100000     | virtual_asset
            2025-03-01 12:00:00 | s      | x        | 100000     | virtual_asset
            2025-03-01 13:00:00 | s      | x        | 100000     | virtual_asset
            2025-03-01 14:00:00 | s      | x        | 100000     | virtual_asset
            2025-03-01 15:00:00 | s      | x        | 100000     | virtual_asset
            """,
            """
            account | at                  | payments | amount_idr | weight
            s       | 2025-03-01 11:00:00 | 2        | 100000     | 6
            s       | 2025-03-01 12:00:00 | 3        | 100000     | 10
            s       | 2025-03-01 15:00:00 | 6        | 100000     | 16
            """,
        ),
    ),
)
