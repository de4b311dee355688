"""REC-2. Several strangers send by remittance or virtual asset to one person."""

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
from jaga.screening.sources import AMLC_2023, FATF_2025, at
from jaga.screening.windows import several_others
from jaga.words import Text

_RAILS = ", ".join(str(rail_code(rail)) for rail in ("remittance", "virtual_asset"))

INDICATOR = Indicator(
    id="remitted_credits",
    version=1,
    title=Text("Kiriman dari beberapa orang", "Remittances from several people"),
    roles=("receiver", "child_at_risk"),
    family="channel",
    sources=(
        AMLC_2023,
        at(FATF_2025, "small credits from afar without a family link"),
    ),
    parameters=(
        Parameter("window_days", 60, "days", "published: within 60 days"),
        Parameter("max_amount_idr", 7000000, "rupiah", "twice the usual published EUR 200"),
    ),
    measure="senders",
    sql=f"""
        with chosen as (
            select creditor as account, debtor as other, t, amount_idr
            from unrelated where rail in ({_RAILS}) and amount_idr <= $max_amount_idr
        ),
        {several_others("chosen", "$window_days_seconds", "$fires_from")}
        select account, moment, others as senders, payments from counted
    """,
    bands=same_words(
        Text(
            "{senders} orang yang tidak terkait mengirim {payments} kali lewat remitansi "
            "atau aset virtual dalam {window_days} hari, masing-masing sampai "
            "{max_amount_idr}.",
            "{senders} unrelated people sent {payments} times by remittance or virtual "
            "asset within {window_days} days, up to {max_amount_idr} each.",
        ),
        (2, 8),
        (4, 14),
    ),
    evidence=Evidence("creditor", 60, f"rail in ({_RAILS}) and amount_idr <= $max_amount_idr"),
    lookback_days=60,
    bounds=(Bound("creditor", "others", f"rail in ({_RAILS}) and amount_idr <= $max_amount_idr"),),
    look_alikes=(
        known("migrant_household"),
        known("freelancer"),
    ),
    examples=(
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-01 00:00:01 | p0     | s        | 7000000    | remittance
            2025-03-02 00:00:00 | p1     | s        | 7000000    | virtual_asset
            """,
            """
            account | at                  | senders | payments | weight
            s       | 2025-03-02 00:00:00 | 2       | 2        | 8
            """,
        ),
        Example(
            "the first has left the window",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-01 00:00:01 | p0     | s        | 7000000    | remittance
            2025-03-02 00:00:01 | p1     | s        | 7000000    | virtual_asset
            """,
            "",
        ),
        Example(
            "more people weigh more",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | p0     | s        | 7000000    | remittance
            2025-03-01 11:00:00 | p1     | s        | 7000000    | virtual_asset
            2025-03-01 12:00:00 | p2     | s        | 7000000    | remittance
            2025-03-01 13:00:00 | p3     | s        | 7000000    | virtual_asset
            """,
            """
            account | at                  | senders | payments | weight
            s       | 2025-03-01 11:00:00 | 2       | 2        | 8
            s       | 2025-03-01 13:00:00 | 4       | 4        | 14
            """,
        ),
        Example(
            "a rupiah more, or another rail",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | p1     | s        | 7000001    | remittance
            2025-03-02 10:00:00 | p2     | s        | 100000     | e_wallet
            2025-03-03 10:00:00 | p3     | s        | 100000     | remittance
            """,
            "",
        ),
    ),
)
