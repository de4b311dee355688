"""What the questions about the watchlist share: how matches count, and what is said of them.

A sentence names the kind of source and the day of release. Where an entry comes from
beyond that never reaches screening, so that no reason points at a child.
"""

from jaga.lookalikes import known
from jaga.screening.model import Parameter
from jaga.words import Text

WINDOW = Parameter("window_days", 90, "days", "own choice: matches of a quarter are read together")

ENTRY = Text(
    "(asal: {source}; berlaku sejak {released_day}): {matches} pembayaran dalam "
    "{window_days} hari.",
    "(source: {source}; since {released_day}): {matches} payments within {window_days} days.",
)

NEW_HOLDER = known("new_holder")
SURVIVOR = known("survivor")
MISTAKEN_ENTRY = known("mistaken_entry")


def says(indonesian: str, english: str) -> Text:
    """The sentence of a match: who met the list, then what may be said of the entry."""
    return Text(f"{indonesian} {ENTRY.id}", f"{english} {ENTRY.en}")


def matches(account: str, where: str) -> str:
    """House SQL: the matches of `account` (debtor or creditor) in `watched` where `where` holds.

    Answers account, moment, matches within the window, source, released_day.
    """
    return f"""
        with met as (
            select {account} as account, t as moment, payment, min(source) as source,
                min(released_day) as released_day
            from watched where {where}
            group by {account}, t, payment
        )
        select account, moment,
            count(*) over (partition by account order by moment
                range between $window_days_span preceding and current row) as matches,
            source, released_day
        from met
    """
