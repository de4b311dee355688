"""EXT-2. A young customer suddenly spends many times what is usual for that account."""

from jaga.screening.model import Band, Evidence, Example, Indicator, LookAlike, Parameter
from jaga.screening.sources import FINCEN_2025, at
from jaga.screening.windows import whole, year_of
from jaga.words import Text

_YOUNG = f"{year_of('t')} - debtor_born <= $young_years"

INDICATOR = Indicator(
    id="young_spending_jump",
    version=1,
    title=Text("Pengeluaran melonjak", "Spending jumps"),
    roles=("child_at_risk",),
    family="amount",
    sources=(at(FINCEN_2025, "savings emptied just before the payments"),),
    parameters=(
        Parameter("young_years", 22, "years", "as in the burst it accompanies"),
        Parameter("burst_hours", 72, "hours", "as in the burst it accompanies"),
        Parameter("usual_days", 33, "days", "thirty days of ordinary life before the burst"),
        Parameter("min_total_idr", 300_000, "rupiah", "a jump from almost nothing is no jump"),
    ),
    measure="times_tenth",
    sql=f"""
        with spent as (
            select debtor as account, t as moment,
                sum(amount_idr) over (partition by debtor order by t
                    range between $burst_hours_span preceding and current row) as lately,
                sum(amount_idr) over (partition by debtor order by t
                    range between $usual_days_span preceding and current row) as month
            from unrelated where {_YOUNG}
        )
        select account, moment,
            case when month = lately then 100 else {whole("100 * lately", "month - lately + 1")}
                end as times_tenth,
            cast(lately as bigint) as lately_idr, cast(month - lately as bigint) as before_idr
        from spent where lately >= $min_total_idr
    """,
    bands=tuple(
        Band(
            floor,
            weight,
            Text(
                "{lately_idr} dibayarkan dalam {burst_hours} jam; sebulan sebelumnya {before_idr}.",
                "{lately_idr} was paid within {burst_hours} hours; {before_idr} in the month "
                "before.",
            ),
        )
        for floor, weight in ((100, 12), (300, 18))
    ),
    evidence=Evidence("debtor", 33, _YOUNG),
    lookback_days=33,
    look_alikes=(
        LookAlike("birthday", Text("Hadiah ulang tahun", "A birthday")),
        LookAlike("emergency", Text("Keadaan darurat keluarga", "A family emergency")),
    ),
    history_days=30,
    examples=(
        Example(
            "as much in three days as in the month before",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:01 | c      | x        | 299999
            2025-03-29 10:00:01 | c      | x        | 100000
            2025-04-01 10:00:00 | c      | y        | 200000
            """,
            """
            account | at                  | times_tenth | lately_idr | before_idr | weight
            c       | 2025-04-01 10:00:00 | 100         | 300000     | 299999     | 12
            """,
            accounts="account | birth_year\nc | 2003",
        ),
        Example(
            "the month before reaches back thirty days and three",
            """
            t                   | debtor | creditor | amount_idr
            2025-02-27 10:00:01 | c      | x        | 200000
            2025-03-05 10:00:00 | c      | x        | 200000
            2025-04-01 10:00:00 | c      | y        | 300000
            """,
            "",
            accounts="account | birth_year\nc | 2008",
        ),
        Example(
            "72 hours before is before",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-29 10:00:00 | c      | x        | 200000
            2025-04-01 10:00:00 | c      | y        | 299999
            """,
            "",
            accounts="account | birth_year\nc | 2008",
        ),
        Example(
            "three times the month before",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-10 10:00:00 | c      | x        | 99999
            2025-04-01 10:00:00 | c      | y        | 300000
            """,
            """
            account | at                  | times_tenth | lately_idr | before_idr | weight
            c       | 2025-04-01 10:00:00 | 300         | 300000     | 99999      | 18
            """,
            accounts="account | birth_year\nc | 2008",
        ),
    ),
)  # fmt: skip
