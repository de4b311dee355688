"""FAC-6. Many people pay one account the same amount, like a subscription."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import CHAINALYSIS_2026
from jaga.screening.windows import several_others, whole
from jaga.words import Text

_STRIDE = "100000000"
"""Account and amount in one key: amounts stay below it, so no two pairs meet."""


def _payers(count: int, amount: int = 50000) -> str:
    rows = [f"2025-01-{n:02} 10:00:00 | p{n} | r | {amount}" for n in range(1, count + 1)]
    return "\n".join(["t | debtor | creditor | amount_idr", *rows])


INDICATOR = Indicator(
    id="equal_credits",
    version=1,
    title=Text("Kredit bernominal sama", "Credits of one amount"),
    roles=("receiver", "facilitator"),
    family="amount",
    sources=(CHAINALYSIS_2026,),
    parameters=(
        Parameter("window_days", 30, "days", "published: monthly"),
        Parameter("max_amount_idr", 1_600_000, "rupiah", "published: mostly under US$100"),
    ),
    measure="senders",
    sql=f"""
        with equal as (
            select creditor * {_STRIDE} + amount_idr as account, debtor as other, t, amount_idr
            from unrelated where amount_idr <= $max_amount_idr
        ),
        {several_others("equal", "$window_days_seconds", "$fires_from")}
        select {whole("account", _STRIDE)} as account, moment, others as senders, total_idr
        from counted
    """,
    bands=same_words(
        Text(
            "{senders} orang membayar nominal yang sama dalam {window_days} hari, "
            "jumlah {total_idr}.",
            "{senders} people paid the same amount within {window_days} days, "
            "{total_idr} in all.",
        ),
        (10, 3), (20, 5),
    ),
    evidence=Evidence("creditor", 30, "amount_idr <= $max_amount_idr"),
    lookback_days=30,
    bounds=(Bound("creditor", "others", "amount_idr <= $max_amount_idr"),),
    look_alikes=(
        known("arisan"),
        known("school_treasurer"),
    ),
    examples=(
        Example(
            "the tenth payer of one amount, at the ceiling",
            _payers(10, 1_600_000),
            """
            account | at                  | senders | total_idr | weight
            r       | 2025-01-10 10:00:00 | 10      | 16000000  | 3
            """,
        ),
        Example("nine payers are too few", _payers(9), ""),
        Example(
            "the tenth comes as the first leaves the window",
            _payers(9).replace("2025-01-01", "2024-12-20")
            + "\n2025-01-19 10:00:00 | p10 | r | 50000",
            "",
        ),
        Example(
            "the tenth comes a second before the first leaves",
            _payers(9).replace("2025-01-01", "2024-12-20")
            + "\n2025-01-19 09:59:59 | p10 | r | 50000",
            """
            account | at                  | senders | total_idr | weight
            r       | 2025-01-19 09:59:59 | 10      | 500000    | 3
            """,
        ),
        Example(
            "twenty payers weigh more",
            _payers(20),
            """
            account | at                  | senders | total_idr | weight
            r       | 2025-01-10 10:00:00 | 10      | 500000    | 3
            r       | 2025-01-20 10:00:00 | 20      | 1000000   | 5
            """,
        ),
    ),
)  # fmt: skip
