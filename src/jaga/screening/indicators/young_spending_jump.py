"""EXT-2. A young customer suddenly spends many times what is usual for that account."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import FINCEN_2025, at
from jaga.screening.windows import whole, year_of
from jaga.words import Text

_YOUNG = f"{year_of('t')} - debtor_born <= $young_years"

INDICATOR = Indicator(
    id="young_spending_jump",
    version=2,
    title=Text("Pengeluaran melonjak", "Spending jumps"),
    roles=("child_at_risk",),
    family="amount",
    sources=(at(FINCEN_2025, "savings emptied just before the payments"),),
    parameters=(
        Parameter("young_years", 22, "years", "as in the burst it accompanies"),
        Parameter("burst_hours", 72, "hours", "as in the burst it accompanies"),
        Parameter("usual_days", 33, "days", "thirty days of ordinary life before the burst"),
        Parameter("step_idr", 100_000, "rupiah", "the measure counts in steps of this size"),
    ),
    measure="steps",
    sql=f"""
        with spent as (
            select debtor as account, t as moment,
                sum(amount_idr) over (partition by debtor order by t
                    range between $burst_hours_span preceding and current row) as lately,
                sum(amount_idr) over (partition by debtor order by t
                    range between $usual_days_span preceding and current row) as month
            from unrelated where {_YOUNG}
        )
        select account, moment, {whole("lately", "$step_idr")} as steps,
            cast(lately as bigint) as lately_idr, cast(month - lately as bigint) as before_idr
        from spent where lately >= month - lately
    """,
    # Published: a first demand under EUR 250 (Rp 4.5 million), EUR 1,500 in all. A million is
    # about what 130,000 suspected payments by children averaged (PPATK 2024).
    bands=same_words(
        Text(
            "{lately_idr} dibayarkan dalam {burst_hours} jam; sebulan sebelumnya {before_idr}.",
            "{lately_idr} was paid within {burst_hours} hours; {before_idr} in the month "
            "before.",
        ),
        (10, 4), (20, 8), (40, 12),
    ),
    evidence=Evidence("debtor", 33, _YOUNG),
    lookback_days=33,
    bounds=(Bound("debtor", "payments", _YOUNG, "{n} > 0"),),
    look_alikes=(
        known("birthday"),
        known("emergency"),
    ),
    history_days=30,
    examples=(
        Example(
            "a million in three days, as much as in the month before",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:01 | c      | x        | 900000
            2025-03-29 10:00:01 | c      | x        | 100000
            2025-04-01 10:00:00 | c      | y        | 900000
            """,
            """
            account | at                  | steps | lately_idr | before_idr | weight
            c       | 2025-04-01 10:00:00 | 10    | 1000000    | 900000     | 4
            """,
            accounts="account | birth_year\nc | 2003",
        ),
        Example(
            "the month before reaches back thirty days and three",
            """
            t                   | debtor | creditor | amount_idr
            2025-02-27 10:00:01 | c      | x        | 600000
            2025-03-05 10:00:00 | c      | x        | 600000
            2025-04-01 10:00:00 | c      | y        | 1000000
            """,
            "",
            accounts="account | birth_year\nc | 2008",
        ),
        Example(
            "72 hours before is before",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-29 10:00:00 | c      | x        | 200000
            2025-04-01 10:00:00 | c      | y        | 900000
            """,
            "",
            accounts="account | birth_year\nc | 2008",
        ),
        Example(
            "just under a million is less",
            """
            t                   | debtor | creditor | amount_idr
            2025-04-01 10:00:00 | c      | y        | 999999
            """,
            "",
            accounts="account | birth_year\nc | 2008",
        ),
        Example(
            "two, then four million weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-04-01 10:00:00 | c      | y        | 2000000
            2025-04-01 11:00:00 | c      | y        | 2000000
            """,
            """
            account | at                  | steps | lately_idr | before_idr | weight
            c       | 2025-04-01 10:00:00 | 20    | 2000000    | 0          | 8
            c       | 2025-04-01 11:00:00 | 40    | 4000000    | 0          | 12
            """,
            accounts="account | birth_year\nc | 2008",
        ),
    ),
)  # fmt: skip
