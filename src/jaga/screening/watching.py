"""What the questions about the watchlist share: how matches count, and what is said of them.

A sentence names the kind of source and the day of release. Where an entry comes from
beyond that never reaches screening, so that no reason points at a child.
"""

from jaga.lookalikes import known
from jaga.screening.model import Example, Parameter
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


_FIRST = "| 1       | case   | 2025-03-01   | 8"
_THIRD = "| 3       | case   | 2025-03-01   | 12"


def span_examples(debtor: str, creditor: str, listed: str) -> tuple[Example, ...]:
    """The boundaries that every question about a listed account shares, for subject `a`.

    `listed` releases one entry on 2025-03-01 and ends it on 2025-05-30: the window of 90 days
    to the second, the day of release, and the last day.
    """
    cases = (
        ("the third match, the first just inside the window",
         ("2025-03-01 00:00:01", "2025-04-10 10:00:00", "2025-05-30 00:00:00"),
         (("2025-03-01 00:00:01", _FIRST), ("2025-05-30 00:00:00", _THIRD))),
        ("the window has passed by the third match",
         ("2025-03-01 00:00:00", "2025-04-10 10:00:00", "2025-05-30 00:00:00"),
         (("2025-03-01 00:00:00", _FIRST),)),
        ("the day of release counts, the day before does not",
         ("2025-02-28 23:59:59", "2025-03-01 00:00:00"), (("2025-03-01 00:00:00", _FIRST),)),
        ("the last day counts", ("2025-05-30 23:59:59",), (("2025-05-30 23:59:59", _FIRST),)),
        ("the day after the last does not", ("2025-05-31 00:00:00",), ()),
    )  # fmt: skip
    return tuple(
        Example(
            name,
            _table(
                "t | debtor | creditor | amount_idr",
                [f"{t} | {debtor} | {creditor} | 100000" for t in paid],
            ),
            _table(
                "account | at | matches | source | released_day | weight",
                [f"a | {at} {rest}" for at, rest in fired],
            ),
            watchlist=listed,
        )
        for name, paid, fired in cases
    )


def _table(head: str, rows: list[str]) -> str:
    return "\n".join([head, *rows]) if rows else ""
