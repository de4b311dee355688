"""REC-2, remarks. Several senders use remarks that do not fit, or a screen name."""

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
from jaga.screening.windows import whole
from jaga.words import Text

_UNLIKELY = ", ".join(str(remark_code(word)) for word in ("implausible", "handle"))


def _credits(before: list[str], plain: int, after: list[str]) -> str:
    """Odd remarks before and after a day of plain ones."""
    rows = [f"{t} | p | r | 100000 | handle" for t in before]
    rows += [f"2025-01-20 10:{n:02}:00 | q{n} | r | 100000 | plain" for n in range(plain)]
    rows += [f"{t} | s | r | 100000 | implausible" for t in after]
    return "\n".join(["t | debtor | creditor | amount_idr | remark", *rows])


INDICATOR = Indicator(
    id="received_remarks",
    version=1,
    title=Text("Keterangan kredit tidak sesuai", "Credits with remarks that do not fit"),
    roles=("receiver", "facilitator", "child_at_risk"),
    family="profile",
    sources=(PPATK_ECPAT_2024, at(FATF_2025, "remarks such as family support, or a handle")),
    parameters=(
        Parameter("window_days", 30, "days", "a month of credits"),
        Parameter("min_remarked", 2, "credits", "one odd remark says nothing"),
    ),
    measure="remarked_percent",
    sql=f"""
        with marked as (
            select creditor as account, t as moment,
                case when remark in ({_UNLIKELY}) then 1 else 0 end as odd
            from unrelated where remark is not null
        ),
        counted as (
            select account, moment,
                sum(odd) over (partition by account order by moment
                    range between $window_days_span preceding and current row) as odd,
                count(*) over (partition by account order by moment
                    range between $window_days_span preceding and current row) as credits
            from marked
        )
        select account, moment, {whole("100 * odd", "credits")} as remarked_percent,
            cast(odd as bigint) as remarked, credits
        from counted where odd >= $min_remarked
    """,
    bands=same_words(
        Text(
            "{remarked} dari {credits} kredit ({remarked_percent} %) memakai keterangan yang "
            "tidak sesuai hubungan mereka, atau nama layar.",
            "{remarked} of {credits} credits ({remarked_percent} %) carry a remark that does "
            "not fit the relation, or a screen name.",
        ),
        (10, 30), (20, 60),
    ),
    evidence=Evidence("creditor", 30, f"remark in ({_UNLIKELY})"),
    lookback_days=30,
    bounds=(Bound("creditor", "payments", f"remark in ({_UNLIKELY})", "{n} >= $min_remarked"),),
    look_alikes=(
        known("streamer"),
        known("charity"),
    ),
    needs=("payments.remark",),
    examples=(
        Example(
            "three of thirty is ten percent; the first just inside the window",
            _credits(["2025-01-01 00:00:01"], 27, ["2025-01-30 10:00:00", "2025-01-31 00:00:00"]),
            """
            account | at                  | remarked_percent | remarked | credits | weight
            r       | 2025-01-31 00:00:00 | 10               | 3        | 30      | 30
            """,
        ),
        Example(
            "three of thirty-one is less",
            _credits(["2025-01-02 00:00:01"], 28, ["2025-01-30 10:00:00", "2025-01-31 00:00:00"]),
            "",
        ),
        Example(
            "one odd remark says nothing, whatever its share",
            _credits([], 1, ["2025-01-06 10:00:00"]),
            "",
        ),
        Example(
            "two of ten is twenty percent",
            _credits([], 8, ["2025-01-30 10:00:00", "2025-01-31 00:00:00"]),
            """
            account | at                  | remarked_percent | remarked | credits | weight
            r       | 2025-01-31 00:00:00 | 20               | 2        | 10      | 60
            """,
        ),
    ),
)  # fmt: skip
