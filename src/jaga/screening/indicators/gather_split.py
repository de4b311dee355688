"""FAC-1, FAC-2. Gathers small credits, passes them on to several people, keeps a cut."""

from jaga.lookalikes import known
from jaga.screening.flows import gathered_and_split
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

INDICATOR = Indicator(
    id="gather_split",
    version=2,
    title=Text("Mengumpulkan lalu membagi", "Gathers and splits"),
    roles=("facilitator",),
    family="flow",
    sources=(
        AMLC_2020,
        AUSTRAC_MULE,
    ),
    parameters=(
        Parameter("gather_days", 5, "days", "published: gathered within days; a working week"),
        Parameter(
            "split_hours",
            96,
            "hours",
            "published: passed on within 72 hours; a day more for slow rails",
        ),
        Parameter(
            "kept_from", 1, "percent", "published cut: 5 % at least; less where much is passed on"
        ),
        Parameter(
            "kept_to", 70, "percent", "published cut: 50 % at most; more while passing on has begun"
        ),
        Parameter(
            "min_receivers",
            2,
            "receivers",
            "published: split to three or more; the second already shows it",
        ),
    ),
    measure="senders",
    sql=f"""
        with {gathered_and_split("$fires_from", "$min_receivers")}
        select account, moment, senders, receivers,
            {whole("100 * (came - went)", "came")} as kept_percent, cast(came as bigint) as came_idr
        from passing
    """,
    bands=same_words(
        Text(
            "{senders} orang membayar {came_idr} dalam {gather_days} hari; sebagian "
            "diteruskan ke {receivers} orang, {kept_percent} % tertahan.",
            "{senders} people paid {came_idr} within {gather_days} days; part of it went on "
            "to {receivers} people, {kept_percent} % stayed.",
        ),
        (3, 5),
        (5, 12),
        (8, 16),
    ),
    evidence=Evidence("both", 7),
    lookback_days=7,
    look_alikes=(
        known("arisan"),
        known("event_organiser"),
        known("salary_payer"),
    ),
    examples=(
        Example(
            "exactly the least is kept",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 200000
            2025-01-02 10:00:00 | p2     | s        | 200000
            2025-01-03 10:00:00 | p3     | s        | 200000
            2025-01-04 10:00:00 | p4     | s        | 200000
            2025-01-05 10:00:00 | p5     | s        | 200000
            2025-01-05 11:00:00 | s      | y1       | 495000
            2025-01-05 12:00:00 | s      | y2       | 495000
            """,
            """
            account | at                  | senders | receivers | kept_percent | came_idr | weight
            s       | 2025-01-05 12:00:00 | 5       | 2         | 1            | 1000000  | 12
            """,
        ),
        Example(
            "exactly the most is kept",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 200000
            2025-01-02 10:00:00 | p2     | s        | 200000
            2025-01-03 10:00:00 | p3     | s        | 200000
            2025-01-04 10:00:00 | p4     | s        | 200000
            2025-01-05 10:00:00 | p5     | s        | 200000
            2025-01-05 11:00:00 | s      | y1       | 150000
            2025-01-05 12:00:00 | s      | y2       | 150000
            """,
            """
            account | at                  | senders | receivers | kept_percent | came_idr | weight
            s       | 2025-01-05 12:00:00 | 5       | 2         | 70           | 1000000  | 12
            """,
        ),
        Example(
            "more than that is somebody's income",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 200000
            2025-01-02 10:00:00 | p2     | s        | 200000
            2025-01-03 10:00:00 | p3     | s        | 200000
            2025-01-04 10:00:00 | p4     | s        | 200000
            2025-01-05 10:00:00 | p5     | s        | 200000
            2025-01-05 11:00:00 | s      | y1       | 149999
            2025-01-05 12:00:00 | s      | y2       | 149999
            """,
            "",
        ),
        Example(
            "all passed on is an errand",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 200000
            2025-01-02 10:00:00 | p2     | s        | 200000
            2025-01-03 10:00:00 | p3     | s        | 200000
            2025-01-04 10:00:00 | p4     | s        | 200000
            2025-01-05 10:00:00 | p5     | s        | 200000
            2025-01-05 11:00:00 | s      | y1       | 500000
            2025-01-05 12:00:00 | s      | y2       | 500000
            """,
            "",
        ),
        Example(
            "one receiver is too few, and so are two senders",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 200000
            2025-01-02 10:00:00 | p2     | s        | 200000
            2025-01-03 10:00:00 | p3     | s        | 200000
            2025-01-04 10:00:00 | p4     | s        | 200000
            2025-01-05 10:00:00 | p5     | s        | 200000
            2025-01-05 11:00:00 | s      | y1       | 400000
            2025-02-01 10:00:00 | q1     | g        | 200000
            2025-02-01 11:00:00 | q2     | g        | 200000
            2025-02-01 12:00:00 | g      | y1       | 100000
            2025-02-01 13:00:00 | g      | y2       | 100000
            """,
            "",
        ),
        Example(
            "the gathering and the passing on begin a second inside",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:01 | p1     | s        | 250000
            2025-01-02 10:00:00 | p2     | s        | 250000
            2025-01-03 10:00:00 | p3     | s        | 250000
            2025-01-02 10:00:01 | s      | y1       | 150000
            2025-01-06 10:00:00 | s      | y2       | 300000
            """,
            """
            account | at                  | senders | receivers | kept_percent | came_idr | weight
            s       | 2025-01-06 10:00:00 | 3       | 2         | 40           | 750000   | 5
            """,
        ),
        Example(
            "five, then eight senders weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 200000
            2025-01-01 10:00:00 | p2     | s        | 200000
            2025-01-01 10:00:00 | p3     | s        | 200000
            2025-01-01 11:00:00 | s      | y1       | 100000
            2025-01-01 12:00:00 | s      | y2       | 100000
            2025-01-01 13:00:00 | p4     | s        | 200000
            2025-01-01 13:00:00 | p5     | s        | 200000
            2025-01-01 14:00:00 | s      | y1       | 100000
            2025-01-01 15:00:00 | p6     | s        | 200000
            2025-01-01 15:00:00 | p7     | s        | 200000
            2025-01-01 15:00:00 | p8     | s        | 200000
            2025-01-01 16:00:00 | s      | y1       | 200000
            """,
            """
            account | at                  | senders | receivers | kept_percent | came_idr | weight
            s       | 2025-01-01 12:00:00 | 3       | 2         | 66           | 600000   | 5
            s       | 2025-01-01 14:00:00 | 5       | 2         | 70           | 1000000  | 12
            s       | 2025-01-01 16:00:00 | 8       | 2         | 68           | 1600000  | 16
            """,
        ),
    ),
    bounds=(Bound("creditor", "others"), Bound("debtor", "others", "", "{n} >= $min_receivers")),
)
