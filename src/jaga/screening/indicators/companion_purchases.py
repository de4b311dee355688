"""PAY-8. Network, software or digital goods bought beside a series of payments."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AUSTRAC_2025, FINTRAC_2025
from jaga.screening.windows import times_within
from jaga.words import Text

INDICATOR = Indicator(
    id="companion_purchases",
    version=1,
    title=Text("Pembelian pendamping", "Companion purchases"),
    roles=("payer",),
    family="channel",
    sources=(
        AUSTRAC_2025,
        FINTRAC_2025,
    ),
    parameters=(Parameter("window_days", 30, "days", "published: within 30 days of the payments"),),
    measure="times",
    sql=f"""
        with events as (
            select debtor as account, t from payments
            where status = $settled and mcc in (4816, 5734, 5817, 5818)
        )
        {times_within("events", "$window_days_span")}
    """,
    bands=same_words(
        Text(
            "{times} pembelian jasa jaringan, perangkat lunak atau barang digital dalam "
            "{window_days} hari; hanya menambah bobot jawaban lain.",
            "{times} purchases of network services, software or digital goods within "
            "{window_days} days; they only add weight to other answers.",
        ),
        (1, 4),
        (3, 10),
    ),
    evidence=Evidence(
        "debtor", 30, "status = $settled and mcc in (4816, 5734, 5817, 5818)", table="payments"
    ),
    lookback_days=30,
    bounds=(
        Bound(
            "debtor",
            "payments",
            "status = $settled and mcc in (4816, 5734, 5817, 5818)",
            table="payments",
        ),
    ),
    look_alikes=(
        known("remote_worker"),
        known("subscriber"),
    ),
    examples=(
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-01-01 00:00:01 | s      | shop     | 50000      | 4816
            2025-01-01 01:00:01 | s      | shop     | 50000      | 5734
            2025-01-31 00:00:00 | s      | shop     | 50000      | 5817
            """,
            """
            account | at                  | times | weight
            s       | 2025-01-01 00:00:01 | 1     | 4
            s       | 2025-01-31 00:00:00 | 3     | 10
            """,
        ),
        Example(
            "more of them weigh more",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-03-01 10:00:00 | s      | shop     | 50000      | 4816
            2025-03-01 11:00:00 | s      | shop     | 50000      | 5734
            2025-03-01 12:00:00 | s      | shop     | 50000      | 5817
            """,
            """
            account | at                  | times | weight
            s       | 2025-03-01 10:00:00 | 1     | 4
            s       | 2025-03-01 12:00:00 | 3     | 10
            """,
        ),
        Example(
            "groceries are another matter",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-03-01 10:00:00 | s      | shop     | 50000      | 5411
            """,
            "",
        ),
    ),
)
