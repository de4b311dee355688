"""FAC-1, FAC-2. Gathers small credits, passes them on to several people, keeps a cut."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AMLC_2020, AUSTRAC_MULE
from jaga.screening.windows import whole
from jaga.words import Text

# A window of a week lies in two calendar weeks that touch: where those hold too few people,
# no window does, and nothing there needs sorting. So with the days of passing on.
_WEEK = whole("t", "$gather_days_seconds")
_SPLIT = whole("t", "$split_hours_seconds")


def _flow(came: int = 200_000, went: int = 300_000, split_at: str = "2025-01-05") -> str:
    rows = [f"2025-01-0{n} 10:00:00 | p{n} | f | {came}" for n in range(1, 6)]
    rows += [f"{split_at} 1{n}:00:00 | f | y{n} | {went}" for n in range(1, 4)]
    return "\n".join(["t | debtor | creditor | amount_idr", *rows])


INDICATOR = Indicator(
    id="gather_split",
    version=1,
    title=Text("Mengumpulkan lalu membagi", "Gathers and splits"),
    roles=("facilitator",),
    family="flow",
    sources=(AMLC_2020, AUSTRAC_MULE),
    parameters=(
        Parameter("gather_days", 7, "days", "a week: organisers settle weekly or sooner"),
        Parameter("split_hours", 72, "hours", "published: passed on within 72 hours"),
        Parameter("min_receivers", 3, "receivers", "published: split to three or more"),
        Parameter("kept_from", 5, "percent", "published cut: 5 % at least"),
        Parameter("kept_to", 50, "percent", "published cut: 50 % at most"),
    ),
    measure="senders",
    sql=f"""
        with met as (
            select creditor as account, debtor as other, {_WEEK} as week
            from unrelated group by creditor, debtor, {_WEEK}
        ),
        gathering as (
            select account, week from (
                select account, other, week from met
                union select account, other, week + 1 as week from met) as m
            group by account, week having count(*) >= $fires_from
        ),
        paid as (
            select debtor as account, creditor as other, {_SPLIT} as split
            from unrelated group by debtor, creditor, {_SPLIT}
        ),
        splitting as (
            select account, split from (
                select account, other, split from paid
                union select account, other, split + 1 as split from paid) as p
            group by account, split having count(*) >= $min_receivers
        ),
        spans as (
            select o.account, o.week, o.split
            from (select debtor as account, {_WEEK} as week, {_SPLIT} as split
                from unrelated) as o
            join gathering as g on g.account = o.account and g.week = o.week
            join splitting as s on s.account = o.account and s.split = o.split
            group by o.account, o.week, o.split
        ),
        gathered as (
            select account, week from spans union select account, week - 1 as week from spans
        ),
        passed_on as (
            select account, split from spans union select account, split - 1 as split from spans
        ),
        moves as (
            select u.creditor as account, u.debtor as other, u.t, u.amount_idr, 1 as inward,
                $gather_days_seconds as span
            from unrelated as u join gathered as g on g.account = u.creditor and g.week = {_WEEK}
            union all
            select u.debtor as account, u.creditor as other, u.t, u.amount_idr, 0 as inward,
                $split_hours_seconds as span
            from unrelated as u join passed_on as p on p.account = u.debtor and p.split = {_SPLIT}
        ),
        turns as (
            select account, t, amount_idr, inward, span,
                lag(t) over (partition by account, inward, other order by t) as before,
                lead(t) over (partition by account, inward, other order by t) as after
            from moves
        ),
        steps as (
            select account, t as moment, inward, 1 - inward as entry, amount_idr,
                case when before is null or before <= t - span then 1 else 0 end as others
            from turns
            union all
            select account, t + span as moment, inward, 0 as entry, -amount_idr as amount_idr,
                case when after is null or after >= t + span then -1 else 0 end as others
            from turns
        ),
        running as (
            select account, moment, entry,
                sum(others * inward) over (partition by account order by moment) as senders,
                sum(others * (1 - inward)) over (partition by account order by moment) as receivers,
                sum(amount_idr * inward) over (partition by account order by moment) as came,
                sum(amount_idr * (1 - inward)) over (partition by account order by moment) as went
            from steps
        )
        select account, moment, cast(senders as bigint) as senders,
            cast(receivers as bigint) as receivers,
            {whole("100 * (came - went)", "came")} as kept_percent, cast(came as bigint) as came_idr
        from running
        where entry > 0 and receivers >= $min_receivers and came > 0 and came >= went
            and 100 * (came - went) >= $kept_from * came
            and 100 * (came - went) <= $kept_to * came
    """,
    bands=same_words(
        Text(
            "{senders} orang membayar {came_idr} dalam {gather_days} hari; sebagian diteruskan "
            "ke {receivers} orang, {kept_percent} % tertahan.",
            "{senders} people paid {came_idr} within {gather_days} days; part of it went on to "
            "{receivers} people, {kept_percent} % stayed.",
        ),
        (4, 15), (8, 20),
    ),
    evidence=Evidence("both", 7),
    lookback_days=7,
    bounds=(Bound("creditor", "others"), Bound("debtor", "others", "", "{n} >= $min_receivers")),
    look_alikes=(
        known("arisan"),
        known("event_organiser"),
        known("salary_payer"),
    ),
    examples=(
        Example(
            "five senders, three receivers, ten percent kept",
            _flow(),
            """
            account | at                  | senders | receivers | kept_percent | came_idr | weight
            f       | 2025-01-05 13:00:00 | 5       | 3         | 10           | 1000000  | 15
            """,
        ),
        Example(
            "exactly five percent kept",
            _flow(came=240_000, went=380_000),
            """
            account | at                  | senders | receivers | kept_percent | came_idr | weight
            f       | 2025-01-05 13:00:00 | 5       | 3         | 5            | 1200000  | 15
            """,
        ),
        Example(
            "exactly half kept",
            _flow(came=300_000, went=250_000),
            """
            account | at                  | senders | receivers | kept_percent | came_idr | weight
            f       | 2025-01-05 13:00:00 | 5       | 3         | 50           | 1500000  | 15
            """,
        ),
        Example("more than half kept is somebody's income", _flow(came=300_000, went=249_999), ""),
        Example("all passed on is an errand", _flow(came=180_000, went=300_000), ""),
        Example("two receivers are too few", _flow().rsplit("\n", 1)[0], ""),
        Example(
            "four senders: the gathering began a week before, to the second",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:01 | p1     | f        | 250000
            2025-01-02 10:00:00 | p2     | f        | 250000
            2025-01-03 10:00:00 | p3     | f        | 250000
            2025-01-04 10:00:00 | p4     | f        | 250000
            2025-01-05 10:00:01 | f      | y1       | 250000
            2025-01-06 10:00:00 | f      | y2       | 250000
            2025-01-08 10:00:00 | f      | y3       | 250000
            """,
            """
            account | at                  | senders | receivers | kept_percent | came_idr | weight
            f       | 2025-01-08 10:00:00 | 4       | 3         | 25           | 1000000  | 15
            """,
        ),
        Example(
            "eight senders weigh more",
            _flow().replace("p5 | f | 200000", "p5 | f | 200000\n" + "\n".join(
                f"2025-01-05 10:00:00 | q{n} | f | 10000" for n in range(3))),
            """
            account | at                  | senders | receivers | kept_percent | came_idr | weight
            f       | 2025-01-05 13:00:00 | 8       | 3         | 12           | 1030000  | 20
            """,
        ),
    ),
)  # fmt: skip
