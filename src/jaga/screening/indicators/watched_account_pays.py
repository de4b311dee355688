"""The account, or its holder, is on the watchlist and pays."""

from jaga.screening.model import Bound, Evidence, Example, Indicator, same_words
from jaga.screening.sources import FATF_2025, at
from jaga.screening.watching import MISTAKEN_ENTRY, NEW_HOLDER, WINDOW, matches, says, span_examples
from jaga.words import Text

_LISTED = """
    token | token_kind | source  | released_on | expires_on
    a     | account    | case    | 2025-03-01  | 2025-05-30
"""
_WHERE = "side = 2 and source <> $ruling and (source <> $partner or rail <> $virtual_asset)"

INDICATOR = Indicator(
    id="watched_account_pays",
    version=1,
    title=Text("Rekening dalam daftar pantau membayar", "A watched account pays"),
    roles=("payer", "facilitator"),
    family="list",
    sources=(at(FATF_2025, "a party that a trusted body named"),),
    parameters=(WINDOW,),
    measure="matches",
    sql=matches("debtor", _WHERE),
    bands=same_words(
        says(
            "Rekening ini ada dalam daftar pantau dan membayar",
            "This account is on the watchlist and pays",
        ),
        (1, 8),
        (3, 12),
    ),
    evidence=Evidence("debtor", 90, _WHERE, table="watched"),
    lookback_days=90,
    bounds=(Bound("debtor", "payments", _WHERE, "{n} > 0", "watched"),),
    look_alikes=(
        MISTAKEN_ENTRY,
        NEW_HOLDER,
    ),
    examples=(
        *span_examples("a", "b", _LISTED),
        Example(
            "a ruling is another question",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-02 10:00:00 | a      | b        | 100000
            """,
            "",
            watchlist=_LISTED.replace("case ", "ruling "),
        ),
        Example(
            "without a list nothing is said",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-02 10:00:00 | a      | b        | 100000
            """,
            "",
        ),
    ),
)
