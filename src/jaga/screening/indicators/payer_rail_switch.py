"""PAY-10. The same receiver is paid over changing rails within days."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import FATF_2025, at
from jaga.words import Text

INDICATOR = Indicator(
    id="payer_rail_switch",
    version=2,
    title=Text("Berganti jalur pembayaran", "Switches rails"),
    roles=("payer",),
    family="channel",
    sources=(at(FATF_2025, "several payment services used for one receiver"),),
    parameters=(
        Parameter("switch_days", 14, "days", "published: two rails within 14 days"),
        Parameter("window_days", 90, "days", "the span of the series it belongs to"),
    ),
    measure="switches",
    sql="""
        with paired as (
            select debtor as account, t, rail,
                lag(rail) over (partition by debtor, creditor order by t, rail) as rail_before,
                lag(t) over (partition by debtor, creditor order by t, rail) as before
            from unrelated
        ),
        switched as (
            select account, t from paired
            where rail <> rail_before and t - before < $switch_days_seconds
        )
        select account, t as moment,
            count(*) over (partition by account order by t
                range between $window_days_span preceding and current row) as switches
        from switched
    """,
    bands=same_words(
        Text(
            "{switches} kali berganti jalur pembayaran ke penerima yang sama dalam "
            "{switch_days} hari.",
            "{switches} changes of rail to the same receiver within {switch_days} days.",
        ),
        (2, 7), (5, 9),
    ),
    evidence=Evidence("debtor", 90),
    lookback_days=104,
    bounds=(Bound("debtor", "payments"),),
    look_alikes=(
        known("fee_shopper"),
    ),
    examples=(
        Example(
            "two switches, each a second under 14 days, both inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-01 00:00:00 | a      | b        | 100000     | bank_transfer
            2025-01-14 23:59:59 | a      | b        | 100000     | e_wallet
            2025-04-01 00:00:00 | a      | b        | 100000     | e_wallet
            2025-04-14 23:59:58 | a      | b        | 100000     | remittance
            """,
            """
            account | at                  | switches | weight
            a       | 2025-04-14 23:59:58 | 2        | 7
            """,
        ),
        Example(
            "fourteen days later is no switch",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-01 00:00:00 | a      | b        | 100000     | bank_transfer
            2025-01-15 00:00:00 | a      | b        | 100000     | e_wallet
            2025-01-16 00:00:00 | a      | b        | 100000     | remittance
            """,
            "",
        ),
        Example(
            "five switches weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr | rail"]
                + [f"2025-01-0{d} 10:00:00 | a | b | 100000 | {'e_wallet' if d % 2 else 'qris'}"
                   for d in range(1, 7)]
            ),
            """
            account | at                  | switches | weight
            a       | 2025-01-03 10:00:00 | 2        | 7
            a       | 2025-01-06 10:00:00 | 5        | 9
            """,
        ),
    ),
)  # fmt: skip
