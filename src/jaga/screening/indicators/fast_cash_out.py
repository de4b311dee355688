"""REC-3. What came in leaves again within a day, time after time."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AUSTRAC_MULE, PPATK_2024, at
from jaga.screening.windows import whole
from jaga.words import Text


def _cycles(*days: int) -> str:
    """Credits at ten in the morning, drawn a second before the same hour next day."""
    rows = [
        line
        for day in days
        for line in (
            f"2025-01-{day:02} 10:00:00 | p{day} | r | 1000000",
            f"2025-01-{day + 1:02} 09:59:59 | r | bank | 800000",
        )
    ]
    return "\n".join(["t | debtor | creditor | amount_idr", *rows])


_CYCLES = _cycles(1, 11, 21)

INDICATOR = Indicator(
    id="fast_cash_out",
    version=1,
    title=Text("Cepat ditarik atau diteruskan", "Cashed out or passed on fast"),
    roles=("receiver", "facilitator", "child_at_risk"),
    family="flow",
    sources=(at(PPATK_2024, "wallet credits moved to a bank account"), AUSTRAC_MULE),
    parameters=(
        Parameter("within_hours", 24, "hours", "published: same day"),
        Parameter("out_percent", 80, "percent", "a first reading of 'most of it'"),
        Parameter("window_days", 30, "days", "repeated cycles within a month"),
    ),
    measure="cycles",
    sql=f"""
        with receivers as (
            select creditor as account from unrelated
            group by creditor having count(*) >= 2
        ),
        moves as (
            select u.creditor as account, u.t, u.amount_idr as came, 0 as went
            from unrelated as u join receivers as r on r.account = u.creditor
            union all
            select p.debtor as account, p.t, 0 as came, p.amount_idr as went
            from payments as p join receivers as r on r.account = p.debtor
            where p.status = $settled
        ),
        flows as (
            select account, t, went,
                sum(came) over (partition by account order by t
                    range between $within_hours_span preceding and current row) as came_lately,
                sum(went) over (partition by account order by t
                    range between $within_hours_span preceding and current row) as went_lately
            from moves
        ),
        days as (
            select account, {whole("t + 25200", "86400")} as day, min(t) as t,
                max(went_lately) as went_lately
            from flows
            where went > 0 and came_lately > 0 and 100 * went_lately >= $out_percent * came_lately
            group by account, {whole("t + 25200", "86400")}
        )
        select account, t as moment,
            count(*) over (partition by account order by t
                range between $window_days_span preceding and current row) as cycles,
            cast(went_lately as bigint) as went_idr
        from days
    """,
    bands=same_words(
        Text(
            "{cycles} kali dalam {window_days} hari, sedikitnya {out_percent} % uang masuk "
            "keluar lagi dalam {within_hours} jam.",
            "{cycles} times within {window_days} days, at least {out_percent} % of what came "
            "in went out again within {within_hours} hours.",
        ),
        (3, 6), (6, 18), (10, 20),
    ),
    evidence=Evidence("both", 30, "status = $settled", table="payments"),
    lookback_days=31,
    bounds=(Bound("creditor", "payments", "", "{n} >= 2"),),
    look_alikes=(
        known("driver"),
        known("pulsa_counter"),
    ),
    examples=(
        Example(
            "three cycles at exactly 80 percent, a second inside the day",
            _CYCLES,
            """
            account | at                  | cycles | went_idr | weight
            r       | 2025-01-22 09:59:59 | 3      | 800000   | 6
            """,
        ),
        Example(
            "six, then ten cycles weigh more",
            _cycles(*range(1, 20, 2)),
            """
            account | at                  | cycles | went_idr | weight
            r       | 2025-01-06 09:59:59 | 3      | 800000   | 6
            r       | 2025-01-12 09:59:59 | 6      | 800000   | 18
            r       | 2025-01-20 09:59:59 | 10     | 800000   | 20
            """,
        ),
        Example(
            "24 hours later the day is over",
            _CYCLES.replace("09:59:59", "10:00:00"),
            "",
        ),
        Example(
            "79 percent stays below",
            _CYCLES.replace("800000", "799999"),
            "",
        ),
        Example(
            "three cycles that span the window to the second",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [
                    f"{when} | {who} | {whom} | 1000000"
                    for when, who, whom in (
                        ("2025-01-01 00:00:00", "p1", "r"), ("2025-01-01 00:00:01", "r", "bank"),
                        ("2025-01-11 00:00:00", "p2", "r"), ("2025-01-11 00:00:01", "r", "bank"),
                        ("2025-01-30 23:59:59", "p3", "r"), ("2025-01-31 00:00:00", "r", "bank"),
                    )
                ]
            ),
            """
            account | at                  | cycles | went_idr | weight
            r       | 2025-01-31 00:00:00 | 3      | 1000000  | 6
            """,
        ),
    ),
)  # fmt: skip
