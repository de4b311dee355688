"""The account, or its holder, is on the watchlist and receives."""

from jaga.screening.model import Bound, Evidence, Example, Indicator, same_words
from jaga.screening.sources import FATF_2025, at
from jaga.screening.watching import MISTAKEN_ENTRY, NEW_HOLDER, WINDOW, matches, says, span_examples
from jaga.words import Text

_LISTED = """
    token | token_kind | source  | released_on | expires_on
    a     | account    | case    | 2025-03-01  | 2025-05-30
"""
_WHERE = "side = 1 and (source <> $partner or rail <> $virtual_asset)"

INDICATOR = Indicator(
    id="watched_account_receives",
    version=1,
    title=Text("Rekening dalam daftar pantau menerima", "A watched account receives"),
    roles=("receiver", "facilitator"),
    family="list",
    sources=(at(FATF_2025, "a party that a trusted body named"),),
    parameters=(WINDOW,),
    measure="matches",
    sql=matches("creditor", _WHERE),
    bands=same_words(
        says(
            "Rekening ini ada dalam daftar pantau dan menerima",
            "This account is on the watchlist and receives",
        ),
        (1, 8),
        (3, 12),
    ),
    evidence=Evidence("creditor", 90, _WHERE, table="watched"),
    lookback_days=90,
    bounds=(Bound("creditor", "payments", _WHERE, "{n} > 0", "watched"),),
    look_alikes=(
        MISTAKEN_ENTRY,
        NEW_HOLDER,
    ),
    examples=(
        *span_examples("b", "a", _LISTED),
        Example(
            "a tagged address on a virtual-asset rail is another question",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-02 10:00:00 | b      | a        | 100000     | virtual_asset
            """,
            "",
            watchlist=_LISTED.replace("case ", "partner "),
        ),
        Example(
            "without a list nothing is said",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-02 10:00:00 | b      | a        | 100000
            """,
            "",
        ),
    ),
)
