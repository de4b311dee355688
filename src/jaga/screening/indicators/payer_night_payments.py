"""PAY-5. Payments to unrelated people at night where the payer lives."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import CHAINALYSIS_2026, FATF_2025, at
from jaga.words import Text

_NIGHT = """amount_idr >= $min_amount_idr
    and (debtor_clock >= $from_hour * 3600 or debtor_clock < $until_hour * 3600)"""


def _nights(*times: str, amount: int = 50_000) -> str:
    rows = [f"{t} | a | b{n} | {amount}" for n, t in enumerate(times)]
    return "\n".join(["t | debtor | creditor | amount_idr", *rows])


INDICATOR = Indicator(
    id="payer_night_payments",
    version=2,
    title=Text("Pembayaran malam hari", "Payments at night"),
    roles=("payer", "child_at_risk"),
    family="timing",
    sources=(
        at(FATF_2025, "late night and early morning payments"),
        at(CHAINALYSIS_2026, "earlier report (2020): 23:00 to 05:00"),
    ),
    parameters=(
        Parameter("window_days", 90, "days", "the span of the series it belongs to"),
        Parameter("min_amount_idr", 50_000, "rupiah", "below it, night meals and fares"),
        Parameter("from_hour", 23, "hour of the day", "published: 23:00"),
        Parameter("until_hour", 5, "hour of the day", "published: 05:00"),
    ),
    # A count, where the publications speak of a share: an account's ordinary life would
    # thin out a share, and payments of this size between strangers at night are rare.
    measure="payments",
    sql=f"""
        with night as (select debtor as account, t as moment from unrelated where {_NIGHT})
        select account, moment,
            count(*) over (partition by account order by moment
                range between $window_days_span preceding and current row) as payments
        from night
    """,
    bands=same_words(
        Text(
            "{payments} pembayaran kepada orang yang tidak terkait pukul {from_hour}.00 "
            "sampai {until_hour}.00 waktu setempat dalam {window_days} hari.",
            "{payments} payments to unrelated people between {from_hour}:00 and "
            "{until_hour}:00 local time within {window_days} days.",
        ),
        (2, 7), (3, 12), (5, 17), (8, 26),
    ),
    evidence=Evidence("debtor", 90, _NIGHT),
    lookback_days=90,
    bounds=(Bound("debtor", "payments", _NIGHT),),
    look_alikes=(
        known("shift_worker"),
        known("migrant_family"),
    ),
    needs=("accounts.country",),
    examples=(
        Example(
            "three at night, to the second",
            _nights("2025-01-01 23:00:01", "2025-02-01 04:59:59", "2025-04-01 23:00:00"),
            """
            account | at                  | payments | weight
            a       | 2025-02-01 04:59:59 | 2        | 7
            a       | 2025-04-01 23:00:00 | 3        | 12
            """,
            accounts="account | country\na | ID",
        ),
        Example(
            "a second before the night, at its end, and outside the window",
            _nights("2025-01-01 23:00:00", "2025-02-01 05:00:00", "2025-03-01 22:59:59",
                    "2025-04-01 23:00:00"),
            "",
            accounts="account | country\na | ID",
        ),
        Example(
            "small sums at night are ordinary",
            _nights("2025-02-01 23:00:00", "2025-02-02 23:00:00", "2025-02-03 23:00:00",
                    amount=49_999),
            "",
            accounts="account | country\na | ID",
        ),
        Example(
            "five and eight weigh more",
            _nights(*[f"2025-02-0{n} 23:00:00" for n in range(1, 9)]),
            """
            account | at                  | payments | weight
            a       | 2025-02-02 23:00:00 | 2        | 7
            a       | 2025-02-03 23:00:00 | 3        | 12
            a       | 2025-02-05 23:00:00 | 5        | 17
            a       | 2025-02-08 23:00:00 | 8        | 26
            """,
            accounts="account | country\na | ID",
        ),
        Example(
            "nobody knows where the payer lives: no answer",
            _nights("2025-02-01 23:00:00", "2025-02-02 23:00:00", "2025-02-03 23:00:00"),
            "",
        ),
    ),
)  # fmt: skip
