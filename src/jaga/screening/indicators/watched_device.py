"""Pays with a device, a phone or an address of the network on the watchlist."""

from jaga.lookalikes import known
from jaga.screening.model import Bound, Evidence, Example, Indicator, same_words
from jaga.screening.sources import AMLTRIX, FATF_2025, at
from jaga.screening.watching import NEW_HOLDER, WINDOW, matches, says
from jaga.words import Text

_LISTED = """
    token | token_kind | source  | released_on | expires_on
    d     | device     | case    | 2025-03-01  | 2025-05-30
"""
_WHERE = "side = 3"

INDICATOR = Indicator(
    id="watched_device",
    version=1,
    title=Text("Perangkat dalam daftar pantau", "A watched device"),
    roles=("payer", "receiver", "facilitator"),
    family="list",
    sources=(
        at(FATF_2025, "shared device or address"),
        at(AMLTRIX, "IND02979"),
    ),
    parameters=(WINDOW,),
    measure="matches",
    sql=matches("debtor", _WHERE),
    bands=same_words(
        says(
            "Membayar dengan perangkat atau nomor dalam daftar pantau",
            "Pays with a device or number on the watchlist",
        ),
        (1, 6),
        (3, 10),
    ),
    evidence=Evidence("debtor", 90, _WHERE, table="watched"),
    lookback_days=90,
    bounds=(Bound("debtor", "payments", _WHERE, "{n} > 0", "watched"),),
    look_alikes=(
        known("family_phone"),
        known("shop_phone"),
        NEW_HOLDER,
    ),
    examples=(
        Example(
            "the third match, the first just inside the window",
            """
            t                   | debtor | creditor | amount_idr | device
            2025-03-01 00:00:01 | a      | b        | 100000     | d
            2025-04-10 10:00:00 | a      | b        | 100000     | d
            2025-05-30 00:00:00 | a      | b        | 100000     | d
            """,
            """
            account | at                  | matches | source | released_day | weight
            a       | 2025-03-01 00:00:01 | 1       | case   | 2025-03-01   | 6
            a       | 2025-05-30 00:00:00 | 3       | case   | 2025-03-01   | 10
            """,
            watchlist=_LISTED,
        ),
        Example(
            "the window has passed by the third match",
            """
            t                   | debtor | creditor | amount_idr | device
            2025-03-01 00:00:00 | a      | b        | 100000     | d
            2025-04-10 10:00:00 | a      | b        | 100000     | d
            2025-05-30 00:00:00 | a      | b        | 100000     | d
            """,
            """
            account | at                  | matches | source | released_day | weight
            a       | 2025-03-01 00:00:00 | 1       | case   | 2025-03-01   | 6
            """,
            watchlist=_LISTED,
        ),
        Example(
            "the day of release counts, the day before does not",
            """
            t                   | debtor | creditor | amount_idr | device
            2025-02-28 23:59:59 | a      | b        | 100000     | d
            2025-03-01 00:00:00 | a      | b        | 100000     | d
            """,
            """
            account | at                  | matches | source | released_day | weight
            a       | 2025-03-01 00:00:00 | 1       | case   | 2025-03-01   | 6
            """,
            watchlist=_LISTED,
        ),
        Example(
            "the last day counts",
            """
            t                   | debtor | creditor | amount_idr | device
            2025-05-30 23:59:59 | a      | b        | 100000     | d
            """,
            """
            account | at                  | matches | source | released_day | weight
            a       | 2025-05-30 23:59:59 | 1       | case   | 2025-03-01   | 6
            """,
            watchlist=_LISTED,
        ),
        Example(
            "the day after the last does not",
            """
            t                   | debtor | creditor | amount_idr | device
            2025-05-31 00:00:00 | a      | b        | 100000     | d
            """,
            "",
            watchlist=_LISTED,
        ),
        Example(
            "without a list nothing is said",
            """
            t                   | debtor | creditor | amount_idr | device
            2025-03-02 10:00:00 | a      | b        | 100000     | d
            """,
            "",
        ),
    ),
)
