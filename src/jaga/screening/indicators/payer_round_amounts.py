"""PAY-2. Most amounts are round in the currency they were sent in."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import FATF_2025
from jaga.screening.windows import whole
from jaga.words import Text

_EVEN = """((currency = $idr and amount_idr % $step_idr = 0)
    or (currency <> $idr and amount_minor % $step_minor = 0))"""

INDICATOR = Indicator(
    id="payer_round_amounts",
    version=2,
    title=Text("Nominal bulat", "Round amounts"),
    roles=("payer", "child_at_risk"),
    family="amount",
    sources=(FATF_2025,),
    parameters=(
        Parameter("window_days", 90, "days", "the span of the series it belongs to"),
        Parameter("min_payments", 5, "payments", "a share of fewer says nothing"),
        Parameter("step_idr", 50_000, "rupiah", "even-denominated; smaller notes are everyday"),
        Parameter("step_minor", 500, "minor units", "five of the foreign currency, as published"),
    ),
    measure="round_percent",
    sql=f"""
        with marked as (
            select debtor as account, t as moment,
                case when {_EVEN} then 1 else 0 end as even
            from unrelated
        ),
        counted as (
            select account, moment,
                sum(even) over (partition by account order by moment
                    range between $window_days_span preceding and current row) as even,
                count(*) over (partition by account order by moment
                    range between $window_days_span preceding and current row) as payments
            from marked
        )
        select account, moment, {whole("100 * even", "payments")} as round_percent, payments
        from counted where payments >= $min_payments
    """,
    bands=same_words(
        Text(
            "{round_percent} % dari {payments} pembayaran bernominal bulat.",
            "{round_percent} % of {payments} payments are round amounts.",
        ),
        (70, 2), (90, 3),
    ),
    evidence=Evidence("debtor", 90),
    lookback_days=90,
    bounds=(Bound("debtor", "payments", _EVEN, "100 * {n} >= $fires_from * $min_payments"),),
    look_alikes=(
        known("weekly_allowance"),
    ),
    examples=(
        Example(
            "seven of ten round, the oldest just inside the window",
            """
            t                   | debtor | creditor | amount_idr | currency | amount_minor
            2025-01-01 00:00:01 | a      | b        | 50000      | IDR      | 5000000
            2025-02-01 10:00:00 | a      | b        | 100000     | IDR      | 10000000
            2025-02-02 10:00:00 | a      | b        | 150000     | IDR      | 15000000
            2025-02-03 10:00:00 | a      | b        | 81005      | AUD      | 500
            2025-04-01 00:00:00 | a      | b        | 81005      | AUD      | 501
            """,
            """
            account | at                  | round_percent | payments | weight
            a       | 2025-04-01 00:00:00 | 80            | 5        | 2
            """,
        ),
        Example(
            "69 percent is not enough",
            """
            t                   | debtor | creditor | amount_idr | currency | amount_minor
            2025-02-01 10:00:00 | a      | b        | 50000      | IDR      | 5000000
            2025-02-01 11:00:00 | a      | b        | 50000      | IDR      | 5000000
            2025-02-01 12:00:00 | a      | b        | 50000      | IDR      | 5000000
            2025-02-01 13:00:00 | a      | b        | 51000      | IDR      | 5100000
            2025-02-01 14:00:00 | a      | b        | 51000      | IDR      | 5100000
            """,
            "",
        ),
        Example(
            "four payments are too few for a share",
            """
            t                   | debtor | creditor | amount_idr | currency | amount_minor
            2025-02-01 10:00:00 | a      | b        | 50000      | IDR      | 5000000
            2025-02-01 11:00:00 | a      | b        | 50000      | IDR      | 5000000
            2025-02-01 12:00:00 | a      | b        | 50000      | IDR      | 5000000
            2025-02-01 13:00:00 | a      | b        | 50000      | IDR      | 5000000
            """,
            "",
        ),
        Example(
            "seventy and ninety percent exactly",
            "\n".join(
                ["t | debtor | creditor | amount_idr | currency | amount_minor"]
                + [f"2025-02-{d:02} 10:00:00 | a | b | 51000 | IDR | 5100000" for d in (1, 2, 3)]
                + [f"2025-02-{d:02} 10:00:00 | a | b | 50000 | IDR | 5000000" for d in range(4, 28)]
                + [f"2025-02-28 {h:02}:00:00 | a | b | 50000 | IDR | 5000000" for h in (1, 2, 3)]
            ),
            """
            account | at                  | round_percent | payments | weight
            a       | 2025-02-10 10:00:00 | 70            | 10       | 2
            a       | 2025-02-28 03:00:00 | 90            | 30       | 3
            """,
        ),
    ),
)  # fmt: skip
