"""PAY-6. Remarks that do not fit the relation, or a screen name, to several receivers."""

from jaga.ledger.tables import remark_code
from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import FATF_2025, PPATK_ECPAT_2024, at
from jaga.screening.windows import distinct_others
from jaga.words import Text

_UNLIKELY = ", ".join(str(remark_code(word)) for word in ("implausible", "handle"))

INDICATOR = Indicator(
    id="payer_unlikely_remarks",
    version=2,
    title=Text("Keterangan tidak sesuai", "Remarks that do not fit"),
    roles=("payer", "child_at_risk"),
    family="profile",
    sources=(at(FATF_2025, "remarks such as family support, or a handle"), PPATK_ECPAT_2024),
    parameters=(Parameter("window_days", 90, "days", "the span of the series it belongs to"),),
    measure="payments",
    sql=f"""
        with remarked as (
            select debtor as account, creditor as other, t, amount_idr
            from unrelated where remark in ({_UNLIKELY})
        ),
        {distinct_others("remarked", "$window_days_seconds")}
        select account, moment, payments, others as receivers from counted
    """,
    bands=same_words(
        Text(
            "{payments} pembayaran kepada {receivers} orang memakai keterangan yang tidak "
            "sesuai hubungan mereka, atau nama layar.",
            "{payments} payments to {receivers} people carry a remark that does not fit "
            "their relation, or a screen name.",
        ),
        (1, 5), (2, 10), (3, 20), (5, 36),
    ),
    evidence=Evidence("debtor", 90, f"remark in ({_UNLIKELY})"),
    lookback_days=90,
    bounds=(Bound("debtor", "payments", f"remark in ({_UNLIKELY})"),),
    look_alikes=(
        known("family_bills"),
        known("creator_fan"),
    ),
    needs=("payments.remark",),
    examples=(
        Example(
            "two payments, the first just inside the window",
            """
            t                   | debtor | creditor | amount_idr | remark
            2025-01-01 00:00:01 | a      | b        | 100000     | implausible
            2025-04-01 00:00:00 | a      | c        | 100000     | handle
            """,
            """
            account | at                  | payments | receivers | weight
            a       | 2025-01-01 00:00:01 | 1        | 1         | 5
            a       | 2025-04-01 00:00:00 | 2        | 2         | 10
            """,
        ),
        Example(
            "a plain remark and no remark do not count",
            """
            t                   | debtor | creditor | amount_idr | remark
            2025-01-02 10:00:00 | a      | c        | 100000     | plain
            2025-01-03 10:00:00 | a      | d        | 100000     | none
            """,
            "",
        ),
        Example(
            "two, three, then five payments weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr | remark"]
                + [f"2025-01-0{d} 10:00:00 | a | b{d % 2} | 100000 | handle" for d in range(1, 6)]
            ),
            """
            account | at                  | payments | receivers | weight
            a       | 2025-01-01 10:00:00 | 1        | 1         | 5
            a       | 2025-01-02 10:00:00 | 2        | 2         | 10
            a       | 2025-01-03 10:00:00 | 3        | 2         | 20
            a       | 2025-01-05 10:00:00 | 5        | 2         | 36
            """,
        ),
    ),
)  # fmt: skip
