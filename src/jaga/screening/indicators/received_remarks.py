"""REC-2, remarks. Several senders use remarks that do not fit, or a screen name."""

from jaga.ledger.tables import REMARK_CLASSES
from jaga.screening.model import Band, Evidence, Example, Indicator, LookAlike, Parameter
from jaga.screening.sources import FATF_2025, PPATK_ECPAT_2024, at
from jaga.screening.windows import several_others
from jaga.words import Text

_UNLIKELY = ", ".join(str(REMARK_CLASSES.index(word)) for word in ("implausible", "handle"))

INDICATOR = Indicator(
    id="received_remarks",
    version=1,
    title=Text("Keterangan kredit tidak sesuai", "Credits with remarks that do not fit"),
    roles=("receiver", "child_at_risk"),
    family="profile",
    sources=(PPATK_ECPAT_2024, at(FATF_2025, "remarks such as family support, or a handle")),
    parameters=(Parameter("window_days", 30, "days", "a month of credits"),),
    measure="senders",
    sql=f"""
        with remarked as (
            select creditor as account, debtor as other, t, amount_idr
            from unrelated where remark in ({_UNLIKELY})
        ),
        {several_others("remarked", "$window_days_seconds", "$fires_from")}
        select account, moment, others as senders, payments from counted
    """,
    bands=tuple(
        Band(
            floor,
            weight,
            Text(
                "{payments} kredit dari {senders} orang memakai keterangan yang tidak sesuai "
                "hubungan mereka, atau nama layar.",
                "{payments} credits from {senders} people carry a remark that does not fit "
                "their relation, or a screen name.",
            ),
        )
        for floor, weight in ((2, 10), (5, 18))
    ),
    evidence=Evidence("creditor", 30, f"remark in ({_UNLIKELY})"),
    lookback_days=30,
    look_alikes=(
        LookAlike("streamer", Text("Penonton siaran", "Viewers of a broadcast")),
        LookAlike("charity", Text("Donatur", "Donors")),
    ),
    needs=("payments.remark",),
    examples=(
        Example(
            "two senders, the first just inside the window",
            """
            t                   | debtor | creditor | amount_idr | remark
            2025-01-01 00:00:01 | p1     | r        | 100000     | implausible
            2025-01-31 00:00:00 | p2     | r        | 100000     | handle
            """,
            """
            account | at                  | senders | payments | weight
            r       | 2025-01-31 00:00:00 | 2       | 2        | 10
            """,
        ),
        Example(
            "plain remarks do not count",
            """
            t                   | debtor | creditor | amount_idr | remark
            2025-01-01 10:00:00 | p1     | r        | 100000     | implausible
            2025-01-02 10:00:00 | p2     | r        | 100000     | plain
            """,
            "",
        ),
        Example(
            "five senders weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr | remark"]
                + [f"2025-01-0{n} 10:00:00 | p{n} | r | 100000 | handle" for n in range(1, 6)]
            ),
            """
            account | at                  | senders | payments | weight
            r       | 2025-01-02 10:00:00 | 2       | 2        | 10
            r       | 2025-01-05 10:00:00 | 5       | 5        | 18
            """,
        ),
    ),
)  # fmt: skip
