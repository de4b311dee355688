"""REC-3. What came in leaves again within a day, time after time."""

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
from jaga.screening.sources import AUSTRAC_MULE, PPATK_2024, at
from jaga.words import Text

INDICATOR = Indicator(
    id="fast_cash_out",
    version=2,
    title=Text("Cepat ditarik atau diteruskan", "Cashed out or passed on fast"),
    roles=("receiver", "facilitator", "child_at_risk"),
    family="flow",
    sources=(
        at(PPATK_2024, "wallet credits moved to a bank account"),
        AUSTRAC_MULE,
    ),
    parameters=(
        Parameter("within_hours", 24, "hours", "published: same day"),
        Parameter("window_days", 30, "days", "repeated cycles within a month"),
        Parameter("min_amount_idr", 20000, "rupiah", "below it, lunch money changes hands"),
        Parameter("from_percent", 40, "percent", "much of it, even where part is kept"),
        Parameter("to_percent", 105, "percent", "more than came in is a life of its own"),
    ),
    measure="cycles",
    sql=f"""{drawn_days("(p.mcc is null or p.mcc = 6011)")}""",
    bands=same_words(
        Text(
            "{cycles} kali dalam {window_days} hari, {from_percent} sampai {to_percent} % "
            "uang masuk keluar lagi sebagai tunai atau transfer dalam {within_hours} jam.",
            "{cycles} times within {window_days} days, {from_percent} to {to_percent} % of "
            "what came in left as cash or transfers within {within_hours} hours.",
        ),
        (1, 6),
        (2, 18),
        (4, 32),
        (8, 36),
    ),
    evidence=Evidence(
        "both", 30, "status = $settled and (mcc is null or mcc = 6011)", table="payments"
    ),
    lookback_days=31,
    look_alikes=(
        known("driver"),
        known("pulsa_counter"),
        known("freelancer"),
    ),
    examples=(
        Example(
            "the least share, a second inside the day, the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 100000
            2025-01-02 09:59:59 | s      | bank     | 40000
            2025-01-31 10:00:00 | q      | s        | 100000
            2025-02-01 09:59:58 | s      | bank     | 40000
            """,
            """
            account | at                  | cycles | went_idr | weight
            s       | 2025-01-02 09:59:59 | 1      | 40000    | 6
            s       | 2025-02-01 09:59:58 | 2      | 40000    | 18
            """,
        ),
        Example(
            "the most share; more of them weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 100000
            2025-01-02 09:59:59 | s      | bank     | 105000
            2025-01-03 10:00:00 | p3     | s        | 100000
            2025-01-04 09:59:59 | s      | bank     | 105000
            2025-01-05 10:00:00 | p5     | s        | 100000
            2025-01-06 09:59:59 | s      | bank     | 105000
            2025-01-07 10:00:00 | p7     | s        | 100000
            2025-01-08 09:59:59 | s      | bank     | 105000
            2025-01-09 10:00:00 | p9     | s        | 100000
            2025-01-10 09:59:59 | s      | bank     | 105000
            2025-01-11 10:00:00 | p11    | s        | 100000
            2025-01-12 09:59:59 | s      | bank     | 105000
            2025-01-13 10:00:00 | p13    | s        | 100000
            2025-01-14 09:59:59 | s      | bank     | 105000
            2025-01-15 10:00:00 | p15    | s        | 100000
            2025-01-16 09:59:59 | s      | bank     | 105000
            """,
            """
            account | at                  | cycles | went_idr | weight
            s       | 2025-01-02 09:59:59 | 1      | 105000   | 6
            s       | 2025-01-04 09:59:59 | 2      | 105000   | 18
            s       | 2025-01-08 09:59:59 | 4      | 105000   | 32
            s       | 2025-01-16 09:59:59 | 8      | 105000   | 36
            """,
        ),
        Example(
            "a day later, a rupiah less or more, or credits too small",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 100000
            2025-01-02 10:00:00 | s      | bank     | 40000
            2025-01-03 10:00:00 | p3     | s        | 100000
            2025-01-04 10:00:00 | s      | bank     | 40000
            2025-01-05 10:00:00 | p5     | s        | 100000
            2025-01-06 10:00:00 | s      | bank     | 40000
            2025-01-07 10:00:00 | p7     | s        | 100000
            2025-01-08 10:00:00 | s      | bank     | 40000
            2025-01-01 10:00:00 | p1     | z        | 100000
            2025-01-02 09:59:59 | z      | bank     | 39999
            2025-01-03 10:00:00 | p3     | z        | 100000
            2025-01-04 09:59:59 | z      | bank     | 39999
            2025-01-05 10:00:00 | p5     | z        | 100000
            2025-01-06 09:59:59 | z      | bank     | 39999
            2025-01-07 10:00:00 | p7     | z        | 100000
            2025-01-08 09:59:59 | z      | bank     | 39999
            2025-01-01 10:00:00 | p1     | v        | 100000
            2025-01-02 09:59:59 | v      | bank     | 105001
            2025-01-03 10:00:00 | p3     | v        | 100000
            2025-01-04 09:59:59 | v      | bank     | 105001
            2025-01-05 10:00:00 | p5     | v        | 100000
            2025-01-06 09:59:59 | v      | bank     | 105001
            2025-01-07 10:00:00 | p7     | v        | 100000
            2025-01-08 09:59:59 | v      | bank     | 105001
            2025-01-01 10:00:00 | p1     | w        | 19999
            2025-01-02 09:59:59 | w      | bank     | 10499
            2025-01-03 10:00:00 | p3     | w        | 19999
            2025-01-04 09:59:59 | w      | bank     | 10499
            2025-01-05 10:00:00 | p5     | w        | 19999
            2025-01-06 09:59:59 | w      | bank     | 10499
            2025-01-07 10:00:00 | p7     | w        | 19999
            2025-01-08 09:59:59 | w      | bank     | 10499
            """,
            "",
        ),
        Example(
            "credits of the smallest size",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 20000
            2025-01-02 09:59:59 | s      | bank     | 10000
            2025-01-03 10:00:00 | p3     | s        | 20000
            2025-01-04 09:59:59 | s      | bank     | 10000
            """,
            """
            account | at                  | cycles | went_idr | weight
            s       | 2025-01-02 09:59:59 | 1      | 10000    | 6
            s       | 2025-01-04 09:59:59 | 2      | 10000    | 18
            """,
        ),
        Example(
            "goods bought from takings are no cash-out",
            """
            t                   | debtor | creditor | amount_idr | mcc
            2025-01-01 10:00:00 | p      | s        | 100000     |
            2025-01-02 10:00:00 | p      | s        | 100000     |
            2025-01-02 11:00:00 | s      | shop     | 90000      | 5411
            """,
            "",
        ),
    ),
    bounds=(Bound("creditor", "payments", "amount_idr >= $min_amount_idr", "{n} > 0"),),
)
