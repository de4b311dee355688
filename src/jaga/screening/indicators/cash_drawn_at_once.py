"""REC-3, FAC-7. Credits of strangers leave as cash at an agent or machine, again and again."""

from jaga.lookalikes import known
from jaga.screening.flows import drawn_days
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AMLTRIX, PPATK_2024, at
from jaga.words import Text

INDICATOR = Indicator(
    id="cash_drawn_at_once",
    version=1,
    title=Text("Kredit segera ditunaikan", "Credits turned into cash"),
    roles=("receiver", "facilitator"),
    family="flow",
    sources=(
        at(AMLTRIX, "IND03072: a service without verifiable operation, irregular cash"),
        at(PPATK_2024, "cash-out of small credits"),
    ),
    parameters=(
        Parameter("within_hours", 24, "hours", "published: same day"),
        Parameter("window_days", 30, "days", "repeated cycles within a month"),
        Parameter("min_amount_idr", 20000, "rupiah", "below it, lunch money changes hands"),
        Parameter("from_percent", 40, "percent", "much of it, even where part is kept"),
        Parameter("to_percent", 105, "percent", "more than came in is a life of its own"),
    ),
    measure="cycles",
    sql=f"""{drawn_days("p.rail = $cash_out")}""",
    bands=same_words(
        Text(
            "{cycles} kali dalam {window_days} hari, {from_percent} sampai {to_percent} % "
            "uang masuk ditarik tunai dalam {within_hours} jam.",
            "{cycles} times within {window_days} days, {from_percent} to {to_percent} % of "
            "what came in was drawn as cash within {within_hours} hours.",
        ),
        (2, 4),
        (4, 8),
    ),
    evidence=Evidence("both", 30, "status = $settled", table="payments"),
    lookback_days=31,
    look_alikes=(
        known("driver"),
        known("charity"),
        known("food_seller"),
    ),
    examples=(
        Example(
            "the least share, a second inside the day, the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail     | mcc
            2025-01-01 10:00:00 | p1     | s        | 100000     | e_wallet |
            2025-01-02 09:59:59 | s      | bank     | 40000      | cash_out | 6011
            2025-01-31 10:00:00 | q      | s        | 100000     | e_wallet |
            2025-02-01 09:59:58 | s      | bank     | 40000      | cash_out | 6011
            """,
            """
            account | at                  | cycles | went_idr | weight
            s       | 2025-02-01 09:59:58 | 2      | 40000    | 4
            """,
        ),
        Example(
            "the most share; more of them weigh more",
            """
            t                   | debtor | creditor | amount_idr | rail     | mcc
            2025-01-01 10:00:00 | p1     | s        | 100000     | e_wallet |
            2025-01-02 09:59:59 | s      | bank     | 105000     | cash_out | 6011
            2025-01-03 10:00:00 | p3     | s        | 100000     | e_wallet |
            2025-01-04 09:59:59 | s      | bank     | 105000     | cash_out | 6011
            2025-01-05 10:00:00 | p5     | s        | 100000     | e_wallet |
            2025-01-06 09:59:59 | s      | bank     | 105000     | cash_out | 6011
            2025-01-07 10:00:00 | p7     | s        | 100000     | e_wallet |
            2025-01-08 09:59:59 | s      | bank     | 105000     | cash_out | 6011
            """,
            """
            account | at                  | cycles | went_idr | weight
            s       | 2025-01-04 09:59:59 | 2      | 105000   | 4
            s       | 2025-01-08 09:59:59 | 4      | 105000   | 8
            """,
        ),
        Example(
            "a day later, a rupiah less or more, or credits too small",
            """
            t                   | debtor | creditor | amount_idr | rail     | mcc
            2025-01-01 10:00:00 | p1     | s        | 100000     | e_wallet |
            2025-01-02 10:00:00 | s      | bank     | 40000      | cash_out | 6011
            2025-01-03 10:00:00 | p3     | s        | 100000     | e_wallet |
            2025-01-04 10:00:00 | s      | bank     | 40000      | cash_out | 6011
            2025-01-05 10:00:00 | p5     | s        | 100000     | e_wallet |
            2025-01-06 10:00:00 | s      | bank     | 40000      | cash_out | 6011
            2025-01-07 10:00:00 | p7     | s        | 100000     | e_wallet |
            2025-01-08 10:00:00 | s      | bank     | 40000      | cash_out | 6011
            2025-01-01 10:00:00 | p1     | z        | 100000     | e_wallet |
            2025-01-02 09:59:59 | z      | bank     | 39999      | cash_out | 6011
            2025-01-03 10:00:00 | p3     | z        | 100000     | e_wallet |
            2025-01-04 09:59:59 | z      | bank     | 39999      | cash_out | 6011
            2025-01-05 10:00:00 | p5     | z        | 100000     | e_wallet |
            2025-01-06 09:59:59 | z      | bank     | 39999      | cash_out | 6011
            2025-01-07 10:00:00 | p7     | z        | 100000     | e_wallet |
            2025-01-08 09:59:59 | z      | bank     | 39999      | cash_out | 6011
            2025-01-01 10:00:00 | p1     | v        | 100000     | e_wallet |
            2025-01-02 09:59:59 | v      | bank     | 105001     | cash_out | 6011
            2025-01-03 10:00:00 | p3     | v        | 100000     | e_wallet |
            2025-01-04 09:59:59 | v      | bank     | 105001     | cash_out | 6011
            2025-01-05 10:00:00 | p5     | v        | 100000     | e_wallet |
            2025-01-06 09:59:59 | v      | bank     | 105001     | cash_out | 6011
            2025-01-07 10:00:00 | p7     | v        | 100000     | e_wallet |
            2025-01-08 09:59:59 | v      | bank     | 105001     | cash_out | 6011
            2025-01-01 10:00:00 | p1     | w        | 19999      | e_wallet |
            2025-01-02 09:59:59 | w      | bank     | 10499      | cash_out | 6011
            2025-01-03 10:00:00 | p3     | w        | 19999      | e_wallet |
            2025-01-04 09:59:59 | w      | bank     | 10499      | cash_out | 6011
            2025-01-05 10:00:00 | p5     | w        | 19999      | e_wallet |
            2025-01-06 09:59:59 | w      | bank     | 10499      | cash_out | 6011
            2025-01-07 10:00:00 | p7     | w        | 19999      | e_wallet |
            2025-01-08 09:59:59 | w      | bank     | 10499      | cash_out | 6011
            """,
            "",
        ),
        Example(
            "credits of the smallest size",
            """
            t                   | debtor | creditor | amount_idr | rail     | mcc
            2025-01-01 10:00:00 | p1     | s        | 20000      | e_wallet |
            2025-01-02 09:59:59 | s      | bank     | 10000      | cash_out | 6011
            2025-01-03 10:00:00 | p3     | s        | 20000      | e_wallet |
            2025-01-04 09:59:59 | s      | bank     | 10000      | cash_out | 6011
            """,
            """
            account | at                  | cycles | went_idr | weight
            s       | 2025-01-04 09:59:59 | 2      | 10000    | 4
            """,
        ),
    ),
    bounds=(Bound("creditor", "payments", "amount_idr >= $min_amount_idr", "{n} > 0"),),
)
