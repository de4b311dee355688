"""VA-5. A virtual-asset payment to or from an address that a partner tagged."""

from jaga.lookalikes import known
from jaga.screening.model import Bound, Evidence, Example, Indicator, same_words
from jaga.screening.sources import FATF_2025, UAE_CSAM1, at
from jaga.screening.watching import MISTAKEN_ENTRY, WINDOW, says
from jaga.words import Text

_LISTED = """
    token | token_kind | source  | released_on | expires_on
    x     | account    | partner | 2025-03-01  | 2025-05-30
"""
_WHERE = "side < 3 and source = $partner and rail = $virtual_asset"

INDICATOR = Indicator(
    id="tagged_address",
    version=1,
    title=Text(
        "Alamat aset virtual yang ditandai mitra", "A virtual-asset address tagged by a partner"
    ),
    roles=("payer", "receiver", "facilitator"),
    family="list",
    sources=(
        at(FATF_2025, "exposure to an address tagged by a trusted body"),
        UAE_CSAM1,
    ),
    parameters=(WINDOW,),
    measure="matches",
    sql="""
        with met as (
            select case when side = 1 then debtor else creditor end as account, t as moment,
                payment, source, min(released_day) as released_day
            from watched
            where side < 3 and source = $partner and rail = $virtual_asset
            group by case when side = 1 then debtor else creditor end, t, payment, source
        )
        select account, moment,
            count(*) over (partition by account order by moment
                range between $window_days_span preceding and current row) as matches,
            source, released_day
        from met
    """,
    bands=same_words(
        says(
            "Bertransaksi aset virtual dengan alamat dalam daftar pantau",
            "Trades virtual assets with an address on the watchlist",
        ),
        (1, 8),
        (3, 12),
    ),
    evidence=Evidence("both", 90, _WHERE, table="watched"),
    lookback_days=90,
    bounds=(Bound("both", "payments", _WHERE, "{n} > 0", "watched"),),
    look_alikes=(
        known("exchange_pool"),
        known("dust"),
        MISTAKEN_ENTRY,
    ),
    examples=(
        Example(
            "the third match, the first just inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 00:00:01 | a      | x        | 100000     | virtual_asset
            2025-04-10 10:00:00 | a      | x        | 100000     | virtual_asset
            2025-05-30 00:00:00 | a      | x        | 100000     | virtual_asset
            """,
            """
            account | at                  | matches | source  | released_day | weight
            a       | 2025-03-01 00:00:01 | 1       | partner | 2025-03-01   | 8
            a       | 2025-05-30 00:00:00 | 3       | partner | 2025-03-01   | 12
            """,
            watchlist=_LISTED,
        ),
        Example(
            "the window has passed by the third match",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 00:00:00 | a      | x        | 100000     | virtual_asset
            2025-04-10 10:00:00 | a      | x        | 100000     | virtual_asset
            2025-05-30 00:00:00 | a      | x        | 100000     | virtual_asset
            """,
            """
            account | at                  | matches | source  | released_day | weight
            a       | 2025-03-01 00:00:00 | 1       | partner | 2025-03-01   | 8
            """,
            watchlist=_LISTED,
        ),
        Example(
            "the day of release counts, the day before does not",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-02-28 23:59:59 | a      | x        | 100000     | virtual_asset
            2025-03-01 00:00:00 | a      | x        | 100000     | virtual_asset
            """,
            """
            account | at                  | matches | source  | released_day | weight
            a       | 2025-03-01 00:00:00 | 1       | partner | 2025-03-01   | 8
            """,
            watchlist=_LISTED,
        ),
        Example(
            "the last day counts",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-05-30 23:59:59 | a      | x        | 100000     | virtual_asset
            """,
            """
            account | at                  | matches | source  | released_day | weight
            a       | 2025-05-30 23:59:59 | 1       | partner | 2025-03-01   | 8
            """,
            watchlist=_LISTED,
        ),
        Example(
            "the day after the last does not",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-05-31 00:00:00 | a      | x        | 100000     | virtual_asset
            """,
            "",
            watchlist=_LISTED,
        ),
        Example(
            "another rail is another question",
            """
            t                   | debtor | creditor | amount_idr
            2025-03-02 10:00:00 | a      | x        | 100000
            """,
            "",
            watchlist=_LISTED,
        ),
        Example(
            "without a list nothing is said",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-02 10:00:00 | a      | x        | 100000     | virtual_asset
            """,
            "",
        ),
    ),
)
