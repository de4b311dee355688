"""REC-6. A platform's gift payout leaves the account at once."""

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
from jaga.screening.sources import AMLTRIX, UI_IJSLS, at
from jaga.screening.windows import follow_ups, times_within
from jaga.words import Text

_GIFT = rail_code("gift_payout")

_OPENS = f"select creditor as account, t from payments where status = $settled and rail = {_GIFT}"
_CLOSES = """select debtor as account, t from payments
    where status = $settled and (mcc is null or mcc = 6011)"""

INDICATOR = Indicator(
    id="gift_payout_drawn",
    version=1,
    title=Text("Hadiah aplikasi cepat ditarik", "Gift payouts drawn at once"),
    roles=("receiver", "child_at_risk"),
    family="flow",
    sources=(
        UI_IJSLS,
        at(AMLTRIX, "IND03068"),
    ),
    parameters=(
        Parameter(
            "within_hours",
            24,
            "hours",
            "published: within two hours; a day allows for night payouts",
        ),
        Parameter("window_days", 30, "days", "own choice: a month of payouts"),
    ),
    measure="times",
    sql=f"""
        with {follow_ups(_OPENS, _CLOSES, "$within_hours_span")}
        {times_within("followed", "$window_days_span")}
    """,
    bands=same_words(
        Text(
            "{times} kali dalam {window_days} hari, uang keluar dalam {within_hours} jam "
            "sejak hadiah aplikasi dibayarkan.",
            "{times} times within {window_days} days, money left within {within_hours} "
            "hours of a platform's gift payout.",
        ),
        (1, 8),
        (3, 16),
    ),
    evidence=Evidence("both", 30, "status = $settled", table="payments"),
    lookback_days=31,
    bounds=(
        Bound(
            "creditor", "payments", f"status = $settled and rail = {_GIFT}", "{n} > 0", "payments"
        ),
    ),
    look_alikes=(
        known("streamer"),
        known("young_creator"),
    ),
    examples=(
        Example(
            "a second inside the span, the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail        | mcc
            2025-01-09 23:59:01 | x      | s        | 100000     | gift_payout |
            2025-01-10 00:00:01 | s      | k        | 99000      | cash_out    | 6011
            2025-01-10 00:00:02 | s      | k        | 99000      | cash_out    | 6011
            2025-02-08 00:00:01 | x      | s        | 100000     | gift_payout |
            2025-02-09 00:00:00 | s      | k        | 99000      | cash_out    | 6011
            """,
            """
            account | at                  | times | weight
            s       | 2025-01-10 00:00:01 | 1     | 8
            s       | 2025-02-09 00:00:00 | 3     | 16
            """,
        ),
        Example(
            "it comes too late, or before",
            """
            t                   | debtor | creditor | amount_idr | rail        | mcc
            2025-03-01 09:00:00 | s      | k        | 99000      | cash_out    | 6011
            2025-03-01 10:00:00 | x      | s        | 100000     | gift_payout |
            2025-03-02 10:00:00 | s      | k        | 99000      | cash_out    | 6011
            """,
            "",
        ),
        Example(
            "more of it weighs more",
            """
            t                   | debtor | creditor | amount_idr | rail        | mcc
            2025-03-01 09:30:00 | x      | s        | 100000     | gift_payout |
            2025-03-01 10:00:00 | s      | k        | 99000      | cash_out    | 6011
            2025-03-01 10:01:00 | s      | k        | 99000      | cash_out    | 6011
            2025-03-01 10:02:00 | s      | k        | 99000      | cash_out    | 6011
            """,
            """
            account | at                  | times | weight
            s       | 2025-03-01 10:00:00 | 1     | 8
            s       | 2025-03-01 10:02:00 | 3     | 16
            """,
        ),
    ),
)
