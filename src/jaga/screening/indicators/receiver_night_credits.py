"""REC-3, timing. Most credits arrive at night where the receiver lives."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import FATF_2025, at
from jaga.screening.windows import whole
from jaga.words import Text


def _nights(*times: str) -> str:
    rows = [f"{t} | p{n} | r | 100000" for n, t in enumerate(times)]
    return "\n".join(["t | debtor | creditor | amount_idr", *rows])


_NIGHT = "(creditor_clock >= $from_hour * 3600 or creditor_clock < $until_hour * 3600)"

INDICATOR = Indicator(
    id="receiver_night_credits",
    version=2,
    title=Text("Kredit malam hari", "Credits at night"),
    roles=("receiver", "facilitator", "child_at_risk"),
    family="timing",
    sources=(at(FATF_2025, "late night and early morning payments"),),
    parameters=(
        Parameter("window_days", 30, "days", "the span of the series it belongs to"),
        Parameter("min_credits", 5, "credits", "a share of fewer says nothing"),
        Parameter("from_hour", 22, "hour of the day", "an hour before the payer's night begins"),
        Parameter("until_hour", 5, "hour of the day", "published: 05:00"),
    ),
    measure="night_percent",
    sql=f"""
        with busy as (
            select creditor as account from unrelated
            group by creditor having count(*) >= $min_credits
        ),
        marked as (
            select u.creditor as account, u.t as moment,
                case when {_NIGHT}
                    then 1 else 0 end as night
            from unrelated as u join busy as b on b.account = u.creditor
            where u.creditor_clock is not null
        ),
        counted as (
            select account, moment,
                sum(night) over (partition by account order by moment
                    range between $window_days_span preceding and current row) as night,
                count(*) over (partition by account order by moment
                    range between $window_days_span preceding and current row) as credits
            from marked
        )
        select account, moment, {whole("100 * night", "credits")} as night_percent, credits
        from counted where credits >= $min_credits
    """,
    bands=same_words(
        Text(
            "{night_percent} % dari {credits} kredit tiba pukul {from_hour}.00 sampai "
            "{until_hour}.00 waktu setempat.",
            "{night_percent} % of {credits} credits arrive between {from_hour}:00 and "
            "{until_hour}:00 local time.",
        ),
        (25, 8), (45, 14),
    ),
    evidence=Evidence("creditor", 30, "creditor_clock is not null"),
    lookback_days=30,
    bounds=(Bound("creditor", "payments", _NIGHT, "100 * {n} >= $fires_from * $min_credits"),),
    look_alikes=(
        known("streamer"),
        known("food_seller"),
    ),
    needs=("accounts.country",),
    examples=(
        Example(
            "two of eight is a quarter, to the second",
            _nights("2025-01-15 21:59:59", "2025-01-15 22:00:00", "2025-01-16 12:00:00",
                    "2025-01-17 12:00:00", "2025-01-18 12:00:00", "2025-01-19 12:00:00",
                    "2025-01-21 05:00:00", "2025-01-31 04:59:59"),
            """
            account | at                  | night_percent | credits | weight
            r       | 2025-01-31 04:59:59 | 25            | 8       | 8
            """,
            accounts="account | country\nr | ID",
        ),
        Example(
            "the first credit left the window: four are too few",
            _nights("2025-01-01 23:00:00", "2025-01-15 22:00:00", "2025-01-20 23:00:00",
                    "2025-01-21 23:00:00", "2025-01-31 23:00:00"),
            "",
            accounts="account | country\nr | ID",
        ),
        Example(
            "just inside the window: five are enough",
            _nights("2025-01-01 23:00:01", "2025-01-15 12:00:00", "2025-01-20 12:00:00",
                    "2025-01-21 12:00:00", "2025-01-31 23:00:00"),
            """
            account | at                  | night_percent | credits | weight
            r       | 2025-01-31 23:00:00 | 40            | 5       | 8
            """,
            accounts="account | country\nr | ID",
        ),
        Example(
            "nine of twenty is forty-five percent",
            _nights(*[f"2025-01-01 {h:02}:00:00" for h in range(8, 19)],
                    *[f"2025-01-{d:02} 23:00:00" for d in range(4, 13)]),
            """
            account | at                  | night_percent | credits | weight
            r       | 2025-01-07 23:00:00 | 26            | 15      | 8
            r       | 2025-01-12 23:00:00 | 45            | 20      | 14
            """,
            accounts="account | country\nr | ID",
        ),
    ),
)  # fmt: skip
