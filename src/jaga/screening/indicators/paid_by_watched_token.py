"""Is paid by an account on the watchlist."""

from jaga.lookalikes import known
from jaga.screening.model import Bound, Evidence, Example, Indicator, same_words
from jaga.screening.sources import FATF_2025, at
from jaga.screening.watching import NEW_HOLDER, SURVIVOR, WINDOW, matches, says, span_examples
from jaga.words import Text

_LISTED = """
    token | token_kind | source  | released_on | expires_on
    x     | account    | case    | 2025-03-01  | 2025-05-30
"""
_WHERE = "side = 2 and (source <> $partner or rail <> $virtual_asset)"

INDICATOR = Indicator(
    id="paid_by_watched_token",
    version=1,
    title=Text("Dibayar rekening dalam daftar pantau", "Is paid by a watched account"),
    roles=("receiver", "facilitator", "child_at_risk"),
    family="list",
    sources=(at(FATF_2025, "exposure to a party that a trusted body named"),),
    parameters=(WINDOW,),
    measure="matches",
    sql=matches("creditor", _WHERE),
    bands=same_words(
        says("Dibayar oleh rekening dalam daftar pantau", "Is paid by an account on the watchlist"),
        (1, 8),
        (3, 12),
    ),
    evidence=Evidence("creditor", 90, _WHERE, table="watched"),
    lookback_days=90,
    bounds=(Bound("creditor", "payments", _WHERE, "{n} > 0", "watched"),),
    look_alikes=(
        known("family_support"),
        SURVIVOR,
        NEW_HOLDER,
    ),
    examples=(
        *span_examples("x", "a", _LISTED),
        Example(
            "a tagged address on a virtual-asset rail is another question",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-02 10:00:00 | x      | a        | 100000     | virtual_asset
            """,
            "",
            watchlist=_LISTED.replace("case ", "partner "),
        ),
        Example(
            "without a list nothing is said",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-02 10:00:00 | x      | a        | 100000
            """,
            "",
        ),
    ),
)
