"""PAY-6, seen from the receiver. Credits with remarks that do not fit the relation."""

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
from jaga.screening.windows import times_within
from jaga.words import Text

_UNLIKELY = ", ".join(str(remark_code(word)) for word in ("implausible", "handle"))

INDICATOR = Indicator(
    id="received_remarks",
    version=2,
    title=Text("Keterangan kredit tidak sesuai", "Credits with remarks that do not fit"),
    roles=("receiver", "facilitator", "child_at_risk"),
    family="profile",
    sources=(
        PPATK_ECPAT_2024,
        at(FATF_2025, "remarks such as family support, or a handle"),
    ),
    parameters=(Parameter("window_days", 30, "days", "a month of credits"),),
    measure="times",
    sql=f"""
        with odd as (select creditor as account, t from unrelated where remark in ({_UNLIKELY}))
        {times_within("odd", "$window_days_span")}
    """,
    bands=same_words(
        Text(
            "{times} kredit dalam {window_days} hari memakai keterangan yang tidak sesuai "
            "hubungan mereka, atau nama layar.",
            "{times} credits within {window_days} days carry a remark that does not fit the "
            "relation, or a screen name.",
        ),
        (1, 5),
        (2, 13),
        (4, 26),
        (7, 40),
    ),
    evidence=Evidence("creditor", 30, f"remark in ({_UNLIKELY})"),
    lookback_days=30,
    look_alikes=(
        known("streamer"),
        known("charity"),
        known("school_treasurer"),
    ),
    examples=(
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | remark
            2025-01-01 00:00:01 | p      | s        | 100000     | implausible
            2025-01-31 00:00:00 | q      | s        | 100000     | handle
            """,
            """
            account | at                  | times | weight
            s       | 2025-01-01 00:00:01 | 1     | 5
            s       | 2025-01-31 00:00:00 | 2     | 13
            """,
        ),
        Example(
            "a plain remark, another one, or none",
            """
            t                   | debtor | creditor | amount_idr | remark
            2025-01-01 10:00:00 | p      | s        | 100000     | plain
            2025-01-02 10:00:00 | q      | s        | 100000     | none
            2025-01-03 10:00:00 | q      | s        | 100000     | other
            2025-01-04 10:00:00 | q      | s        | 100000     |
            """,
            "",
        ),
        Example(
            "four, then seven weigh more",
            """
            t                   | debtor | creditor | amount_idr | remark
            2025-03-01 10:00:00 | p      | s        | 100000     | handle
            2025-03-01 11:00:00 | p      | s        | 100000     | implausible
            2025-03-01 12:00:00 | p      | s        | 100000     | handle
            2025-03-01 13:00:00 | p      | s        | 100000     | implausible
            2025-03-01 14:00:00 | p      | s        | 100000     | handle
            2025-03-01 15:00:00 | p      | s        | 100000     | implausible
            2025-03-01 16:00:00 | p      | s        | 100000     | handle
            """,
            """
            account | at                  | times | weight
            s       | 2025-03-01 10:00:00 | 1     | 5
            s       | 2025-03-01 11:00:00 | 2     | 13
            s       | 2025-03-01 13:00:00 | 4     | 26
            s       | 2025-03-01 16:00:00 | 7     | 40
            """,
        ),
    ),
    needs=("payments.remark",),
    bounds=(Bound("creditor", "payments", f"remark in ({_UNLIKELY})"),),
)
