"""EXT-4. Several young people pay one account."""

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
    version=2,
    title=Text("Dibayar banyak orang muda", "Paid by many young people"),
    roles=("receiver", "child_at_risk"),
    family="profile",
    sources=(
        AUSTRAC_HUNTSMAN,
        at(FATF_2025, "extortion: first payments under EUR 250"),
    ),
    parameters=(
        Parameter("window_days", 30, "days", "published: within 30 days"),
        Parameter("young_years", 24, "years", "published: payers under 25"),
        Parameter("max_amount_idr", 4500000, "rupiah", "published: first demand under EUR 250"),
    ),
    measure="senders",
    sql=f"""
        with chosen as (
            select creditor as account, debtor as other, t, amount_idr
            from unrelated where {_YOUNG}
        ),
        {several_others("chosen", "$window_days_seconds", "$fires_from")}
        select account, moment, others as senders, payments, total_idr from counted
    """,
    bands=same_words(
        Text(
            "{senders} orang berusia paling tinggi {young_years} tahun mengirim {payments} "
            "pembayaran ({total_idr}) dalam {window_days} hari.",
            "{senders} people aged {young_years} at most sent {payments} payments "
            "({total_idr}) within {window_days} days.",
        ),
        (2, 5),
        (4, 12),
        (8, 16),
    ),
    evidence=Evidence("creditor", 30, _YOUNG),
    lookback_days=30,
    look_alikes=(
        known("game_trader"),
        known("event_organiser"),
        known("boarding_house"),
    ),
    examples=(
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | p0     | s        | 4500000
            2025-01-31 00:00:00 | p1     | s        | 4500000
            """,
            """
            account | at                  | senders | payments | total_idr | weight
            s       | 2025-01-31 00:00:00 | 2       | 2        | 9000000   | 5
            """,
            accounts="account | birth_year\np0 | 2001\np1 | 2001\np2 | 2001\n"
            "p3 | 2001\np4 | 2001\np5 | 2001\np6 | 2001\np7 | 2001",
        ),
        Example(
            "the first has left the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | p0     | s        | 4500000
            2025-01-31 00:00:01 | p1     | s        | 4500000
            """,
            "",
            accounts="account | birth_year\np0 | 2001\np1 | 2001\np2 | 2001\n"
            "p3 | 2001\np4 | 2001\np5 | 2001\np6 | 2001\np7 | 2001",
        ),
        Example(
            "more people weigh more",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | p0     | s        | 4500000
            2025-03-01 11:00:00 | p1     | s        | 4500000
            2025-03-01 12:00:00 | p2     | s        | 4500000
            2025-03-01 13:00:00 | p3     | s        | 4500000
            2025-03-01 14:00:00 | p4     | s        | 4500000
            2025-03-01 15:00:00 | p5     | s        | 4500000
            2025-03-01 16:00:00 | p6     | s        | 4500000
            2025-03-01 17:00:00 | p7     | s        | 4500000
            """,
            """
            account | at                  | senders | payments | total_idr | weight
            s       | 2025-03-01 11:00:00 | 2       | 2        | 9000000   | 5
            s       | 2025-03-01 13:00:00 | 4       | 4        | 18000000  | 12
            s       | 2025-03-01 17:00:00 | 8       | 8        | 36000000  | 16
            """,
            accounts="account | birth_year\np0 | 2001\np1 | 2001\np2 | 2001\n"
            "p3 | 2001\np4 | 2001\np5 | 2001\np6 | 2001\np7 | 2001",
        ),
        Example(
            "a payer of 25, or a rupiah more",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 10:00:00 | p      | s        | 100000
            2025-03-01 11:00:00 | q      | s        | 100000
            2025-03-01 12:00:00 | r      | s        | 4500001
            """,
            "",
            accounts="account | birth_year\np | 2001\nq | 2000\nr | 2001",
        ),
    ),
    bounds=(Bound("creditor", "others", _YOUNG),),
    needs=("accounts.birth_year",),
)
