"""EXT-4. Credits of young people leave by remittance or virtual asset within days."""

from jaga.ledger.tables import rail_code
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
from jaga.screening.windows import follow_ups, times_within, year_of
from jaga.words import Text

_RAILS = ", ".join(str(rail_code(rail)) for rail in ("remittance", "virtual_asset"))

_OPENS = f"""select creditor as account, t from unrelated
    where {year_of("t")} - debtor_born <= $young_years"""
_CLOSES = (
    f"select debtor as account, t from payments where status = $settled and rail in ({_RAILS})"
)

INDICATOR = Indicator(
    id="young_credits_sent_on",
    version=1,
    title=Text("Kredit orang muda diteruskan jauh", "Young people's credits sent far"),
    roles=("receiver", "child_at_risk"),
    family="flow",
    sources=(
        AUSTRAC_HUNTSMAN,
        at(FATF_2025, "extortion: quick onward transfer or virtual assets"),
    ),
    parameters=(
        Parameter(
            "within_hours", 48, "hours", "published: within 24 hours; twice that for slow rails"
        ),
        Parameter("window_days", 30, "days", "own choice: a month of onward payments"),
        Parameter("young_years", 24, "years", "published: payers under 25"),
    ),
    measure="times",
    sql=f"""
        with {follow_ups(_OPENS, _CLOSES, "$within_hours_span")}
        {times_within("followed", "$window_days_span")}
    """,
    bands=same_words(
        Text(
            "{times} kali dalam {window_days} hari, uang diteruskan lewat remitansi atau "
            "aset virtual dalam {within_hours} jam sejak kredit orang berusia paling tinggi "
            "{young_years} tahun.",
            "{times} times within {window_days} days, money went on by remittance or "
            "virtual asset within {within_hours} hours of a credit from someone aged "
            "{young_years} at most.",
        ),
        (1, 8),
        (2, 24),
        (4, 40),
    ),
    evidence=Evidence("both", 30, "status = $settled", table="payments"),
    lookback_days=32,
    look_alikes=(
        known("event_organiser"),
        known("hobby_investor"),
    ),
    examples=(
        Example(
            "a second inside the span, the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-09 23:59:01 | y      | s        | 100000     | e_wallet
            2025-01-10 00:00:01 | s      | f        | 99000      | remittance
            2025-02-07 00:00:01 | y      | s        | 100000     | e_wallet
            2025-02-09 00:00:00 | s      | f        | 99000      | virtual_asset
            """,
            """
            account | at                  | times | weight
            s       | 2025-01-10 00:00:01 | 1     | 8
            s       | 2025-02-09 00:00:00 | 2     | 24
            """,
            accounts="account | birth_year\ny | 2001",
        ),
        Example(
            "it comes too late, or before",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 09:00:00 | s      | f        | 99000      | remittance
            2025-03-01 10:00:00 | y      | s        | 100000     | e_wallet
            2025-03-03 10:00:00 | s      | f        | 99000      | remittance
            """,
            "",
            accounts="account | birth_year\ny | 2001",
        ),
        Example(
            "more of it weighs more",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 09:30:00 | y      | s        | 100000     | e_wallet
            2025-03-01 10:00:00 | s      | f        | 99000      | remittance
            2025-03-01 10:01:00 | s      | f        | 99000      | virtual_asset
            2025-03-01 10:02:00 | s      | f        | 99000      | remittance
            2025-03-01 10:03:00 | s      | f        | 99000      | virtual_asset
            """,
            """
            account | at                  | times | weight
            s       | 2025-03-01 10:00:00 | 1     | 8
            s       | 2025-03-01 10:01:00 | 2     | 24
            s       | 2025-03-01 10:03:00 | 4     | 40
            """,
            accounts="account | birth_year\ny | 2001",
        ),
        Example(
            "a payer of 25 is not young",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | y      | s        | 100000     | e_wallet
            2025-03-01 11:00:00 | s      | f        | 99000      | remittance
            """,
            "",
            accounts="account | birth_year\ny | 2000",
        ),
    ),
    bounds=(
        Bound("debtor", "payments", f"status = $settled and rail in ({_RAILS})", table="payments"),
    ),
)
