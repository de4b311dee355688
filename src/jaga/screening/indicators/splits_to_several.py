"""FAC-1. What was gathered goes on to several people."""

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
from jaga.screening.sources import AMLC_2020, FATF_2025, at
from jaga.screening.windows import whole
from jaga.words import Text

INDICATOR = Indicator(
    id="splits_to_several",
    version=1,
    title=Text("Dibagi ke beberapa orang", "Split among several people"),
    roles=("facilitator",),
    family="counterparties",
    sources=(
        AMLC_2020,
        at(FATF_2025, "an organiser who pays several, often young, people"),
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
        Parameter("min_senders", 3, "senders", "fewer are a family or a favour"),
    ),
    measure="receivers",
    sql=f"""
        with {gathered_and_split("$min_senders", "$fires_from")}
        select account, moment, senders, receivers,
            {whole("100 * (came - went)", "came")} as kept_percent, cast(came as bigint) as came_idr
        from passing
    """,
    bands=same_words(
        Text(
            "Uang {senders} orang ({came_idr}) diteruskan ke {receivers} orang; "
            "{kept_percent} % tertahan.",
            "The money of {senders} people ({came_idr}) went on to {receivers} people; "
            "{kept_percent} % stayed.",
        ),
        (2, 3),
        (3, 8),
        (5, 18),
        (8, 30),
    ),
    evidence=Evidence("both", 7),
    lookback_days=7,
    look_alikes=(
        known("event_organiser"),
        known("salary_payer"),
        known("sub_agent"),
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
            s       | 2025-01-05 12:00:00 | 5       | 2         | 1            | 1000000  | 3
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
            s       | 2025-01-05 12:00:00 | 5       | 2         | 70           | 1000000  | 3
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
            s       | 2025-01-06 10:00:00 | 3       | 2         | 40           | 750000   | 3
            """,
        ),
        Example(
            "three, five, then eight receivers weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p1     | s        | 300000
            2025-01-01 10:00:00 | p2     | s        | 300000
            2025-01-01 10:00:00 | p3     | s        | 300000
            2025-01-01 11:00:00 | s      | y1       | 150000
            2025-01-01 12:00:00 | s      | y2       | 150000
            2025-01-01 13:00:00 | s      | y3       | 50000
            2025-01-01 14:00:00 | s      | y4       | 50000
            2025-01-01 15:00:00 | s      | y5       | 50000
            2025-01-01 16:00:00 | s      | y6       | 50000
            2025-01-01 17:00:00 | s      | y7       | 50000
            2025-01-01 18:00:00 | s      | y8       | 50000
            """,
            """
            account | at                  | senders | receivers | kept_percent | came_idr | weight
            s       | 2025-01-01 12:00:00 | 3       | 2         | 66           | 900000   | 3
            s       | 2025-01-01 13:00:00 | 3       | 3         | 61           | 900000   | 8
            s       | 2025-01-01 15:00:00 | 3       | 5         | 50           | 900000   | 18
            s       | 2025-01-01 18:00:00 | 3       | 8         | 33           | 900000   | 30
            """,
        ),
    ),
    bounds=(Bound("creditor", "others", "", "{n} >= $min_senders"), Bound("debtor", "others")),
)
