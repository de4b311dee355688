"""EXT-4. Many young people pay one account in small amounts."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AUSTRAC_HUNTSMAN, FATF_2025, at
from jaga.screening.windows import several_others, year_of
from jaga.words import Text

_YOUNG = f"{year_of('t')} - debtor_born <= $young_years and amount_idr <= $max_amount_idr"

INDICATOR = Indicator(
    id="receiver_young_senders",
    version=1,
    title=Text("Dibayar banyak orang muda", "Paid by many young people"),
    roles=("receiver",),
    family="profile",
    sources=(AUSTRAC_HUNTSMAN, at(FATF_2025, "extortion: first payments under EUR 250")),
    parameters=(
        Parameter("window_days", 30, "days", "published: within 30 days"),
        Parameter("young_years", 22, "years", "published: under 25; narrowed to spare students"),
        Parameter("max_amount_idr", 4_500_000, "rupiah", "published: first demand under EUR 250"),
    ),
    measure="senders",
    sql=f"""
        with young as (
            select creditor as account, debtor as other, t, amount_idr
            from unrelated where {_YOUNG}
        ),
        {several_others("young", "$window_days_seconds", "$fires_from")}
        select account, moment, others as senders, payments from counted
    """,
    bands=same_words(
        Text(
            "{senders} orang berusia paling tinggi {young_years} tahun mengirim {payments} "
            "pembayaran dalam {window_days} hari.",
            "{senders} people aged {young_years} at most sent {payments} payments within "
            "{window_days} days.",
        ),
        (4, 5), (8, 8),
    ),
    evidence=Evidence("creditor", 30, _YOUNG),
    lookback_days=30,
    bounds=(Bound("creditor", "others", _YOUNG),),
    look_alikes=(
        known("event_organiser"),
        known("game_trader"),
    ),
    examples=(
        Example(
            "four young senders: edge of age, amount and window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-05 00:00:01 | p1     | r        | 4500000
            2025-01-06 10:00:00 | p2     | r        | 100000
            2025-01-07 10:00:00 | p3     | r        | 100000
            2025-02-04 00:00:00 | p4     | r        | 100000
            """,
            """
            account | at                  | senders | payments | weight
            r       | 2025-02-04 00:00:00 | 4       | 4        | 5
            """,
            accounts="account | birth_year\np1 | 2003\np2 | 2010\np3 | 2010\np4 | 2010",
        ),
        Example(
            "a sender of 23 does not count",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-05 10:00:00 | p1     | r        | 100000
            2025-01-06 10:00:00 | p2     | r        | 100000
            2025-01-07 10:00:00 | p3     | r        | 100000
            2025-01-08 10:00:00 | p4     | r        | 100000
            """,
            "",
            accounts="account | birth_year\np1 | 2002\np2 | 2010\np3 | 2010\np4 | 2010",
        ),
        Example(
            "eight young senders weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-1{n} 10:00:00 | p{n} | r | 100000" for n in range(8)]
            ),
            """
            account | at                  | senders | payments | weight
            r       | 2025-01-13 10:00:00 | 4       | 4        | 5
            r       | 2025-01-17 10:00:00 | 8       | 8        | 8
            """,
            accounts="\n".join(["account | birth_year"] + [f"p{n} | 2008" for n in range(8)]),
        ),
    ),
)  # fmt: skip
