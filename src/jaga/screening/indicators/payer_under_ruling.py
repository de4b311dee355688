"""PAY-12. The payer is under a court's ruling, where the law lets the list be used."""

from jaga.lookalikes import known
from jaga.screening.model import Bound, Evidence, Example, Indicator, same_words
from jaga.screening.sources import UK_NCA_2026
from jaga.screening.watching import MISTAKEN_ENTRY, WINDOW, matches, says
from jaga.words import Text

_LISTED = """
    token | token_kind | source  | released_on | expires_on
    h     | holder     | ruling  | 2025-03-01  | 2025-05-30
"""
_WHERE = "side = 2 and source = $ruling"

INDICATOR = Indicator(
    id="payer_under_ruling",
    version=1,
    title=Text("Pembayar tunduk pada putusan", "The payer is under a ruling"),
    roles=("payer",),
    family="list",
    sources=(UK_NCA_2026,),
    parameters=(WINDOW,),
    measure="matches",
    sql=matches("debtor", _WHERE),
    bands=same_words(
        says(
            "Pemilik rekening ini ada dalam daftar pantau dan membayar orang lain",
            "The holder of this account is on the watchlist and pays others",
        ),
        (1, 10),
        (3, 15),
    ),
    evidence=Evidence("debtor", 90, _WHERE, table="watched"),
    lookback_days=90,
    bounds=(Bound("debtor", "payments", _WHERE, "{n} > 0", "watched"),),
    look_alikes=(
        known("namesake"),
        known("family_support"),
        MISTAKEN_ENTRY,
    ),
    examples=(
        Example(
            "the third match, the first just inside the window",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 00:00:01 | a      | b        | 100000
            2025-04-10 10:00:00 | a      | b        | 100000
            2025-05-30 00:00:00 | a      | b        | 100000
            """,
            """
            account | at                  | matches | source | released_day | weight
            a       | 2025-03-01 00:00:01 | 1       | ruling | 2025-03-01   | 10
            a       | 2025-05-30 00:00:00 | 3       | ruling | 2025-03-01   | 15
            """,
            accounts="account | holder\na | h",
            watchlist=_LISTED,
        ),
        Example(
            "the window has passed by the third match",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-01 00:00:00 | a      | b        | 100000
            2025-04-10 10:00:00 | a      | b        | 100000
            2025-05-30 00:00:00 | a      | b        | 100000
            """,
            """
            account | at                  | matches | source | released_day | weight
            a       | 2025-03-01 00:00:00 | 1       | ruling | 2025-03-01   | 10
            """,
            accounts="account | holder\na | h",
            watchlist=_LISTED,
        ),
        Example(
            "the day of release counts, the day before does not",
            """
            t                   | debtor | creditor | amount_idr
            2025-02-28 23:59:59 | a      | b        | 100000
            2025-03-01 00:00:00 | a      | b        | 100000
            """,
            """
            account | at                  | matches | source | released_day | weight
            a       | 2025-03-01 00:00:00 | 1       | ruling | 2025-03-01   | 10
            """,
            accounts="account | holder\na | h",
            watchlist=_LISTED,
        ),
        Example(
            "the last day counts",
            """
            t                   | debtor | creditor | amount_idr
            2025-05-30 23:59:59 | a      | b        | 100000
            """,
            """
            account | at                  | matches | source | released_day | weight
            a       | 2025-05-30 23:59:59 | 1       | ruling | 2025-03-01   | 10
            """,
            accounts="account | holder\na | h",
            watchlist=_LISTED,
        ),
        Example(
            "the day after the last does not",
            """
            t                   | debtor | creditor | amount_idr
            2025-05-31 00:00:00 | a      | b        | 100000
            """,
            "",
            accounts="account | holder\na | h",
            watchlist=_LISTED,
        ),
        Example(
            "a case entry is another question",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-02 10:00:00 | a      | b        | 100000
            """,
            "",
            accounts="account | holder\na | h",
            watchlist=_LISTED.replace("ruling ", "case "),
        ),
        Example(
            "without a list nothing is said",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-02 10:00:00 | a      | b        | 100000
            """,
            "",
            accounts="account | holder\na | h",
        ),
    ),
)
