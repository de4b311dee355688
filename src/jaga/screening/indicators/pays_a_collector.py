"""EXT-4, seen from the child. The person paid is paid by several other young people too."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AUSTRAC_HUNTSMAN
from jaga.screening.windows import several_others, year_of
from jaga.words import Text

_YOUNG = f"{year_of('t')} - debtor_born <= $young_years and amount_idr >= $min_amount_idr"

INDICATOR = Indicator(
    id="pays_a_collector",
    version=1,
    title=Text("Penerima dibayar beberapa orang muda", "The receiver is paid by several young"),
    roles=("child_at_risk",),
    family="counterparties",
    sources=(AUSTRAC_HUNTSMAN,),
    parameters=(
        Parameter("young_years", 22, "years", "as in the burst it accompanies"),
        Parameter("window_days", 30, "days", "published: within 30 days"),
        Parameter("min_amount_idr", 50_000, "rupiah", "as in the burst it accompanies"),
    ),
    measure="payers",
    sql=f"""
        with young as (
            select creditor as account, debtor as other, t, amount_idr
            from unrelated where {_YOUNG}
        ),
        {several_others("young", "$window_days_seconds", "$fires_from")}
        select y.other as account, c.moment, c.others as payers
        from counted as c join young as y on y.account = c.account and y.t = c.moment
    """,
    bands=same_words(
        Text(
            "Penerima yang dibayar juga menerima dari orang muda lain: "
            "{payers} orang dalam {window_days} hari.",
            "The receiver is also paid by other young people: "
            "{payers} of them within {window_days} days.",
        ),
        (3, 5), (5, 8),
    ),
    evidence=Evidence("debtor", 30, _YOUNG),
    lookback_days=30,
    bounds=(Bound("debtor", "payments", _YOUNG, "{n} > 0"),),
    look_alikes=(
        known("concert_tickets"),
        known("school_treasurer"),
    ),
    child_signal=True,
    whole_ledger=True,
    examples=(
        Example(
            "three young payers of one receiver, at the edge of age, amount and window",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:01 | c1     | x        | 50000
            2025-03-10 10:00:00 | c2     | x        | 100000
            2025-03-31 10:00:00 | c3     | x        | 100000
            """,
            """
            account | at                  | payers | weight
            c3      | 2025-03-31 10:00:00 | 3      | 5
            """,
            accounts="account | birth_year\nc1 | 2003\nc2 | 2008\nc3 | 2008",
        ),
        Example(
            "two young payers and a grown-up",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | c1     | x        | 100000
            2025-03-10 10:00:00 | c2     | x        | 100000
            2025-03-11 10:00:00 | a      | x        | 100000
            """,
            "",
            accounts="account | birth_year\nc1 | 2008\nc2 | 2008\na | 2002",
        ),
        Example(
            "five payers weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-03-0{n} 10:00:00 | c{n} | x | 100000" for n in range(1, 6)]
            ),
            """
            account | at                  | payers | weight
            c3      | 2025-03-03 10:00:00 | 3      | 5
            c4      | 2025-03-04 10:00:00 | 4      | 5
            c5      | 2025-03-05 10:00:00 | 5      | 8
            """,
            accounts="\n".join(["account | birth_year"] + [f"c{n} | 2008" for n in range(1, 6)]),
        ),
    ),
)  # fmt: skip
