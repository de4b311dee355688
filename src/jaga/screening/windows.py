"""SQL text for "how many different counterparties in the last so many days".

COUNT(DISTINCT) over a sliding window exists on some engines only, and self-joins grow
with the square of a busy account. Interval events do it in one sort: a counterparty is
present from its payment until `window` seconds later; it enters (+1) unless it was
present already and leaves (−1) unless it paid again before. Running sums, which take in
every step of their own moment, then give counts at every moment.
"""


def distinct_others(source: str, window: str) -> str:
    """CTE texts ending in `counted(account, moment, others, payments, total_idr)`.

    `source` names a relation (account, other, t, amount_idr); `window` is SQL for a span
    in seconds. A row stands for each payment, those of one moment alike; the window is
    (moment − window, moment]. Who would leave after the last payment need not leave.
    """
    return f"""
        turns as (
            select account, other, t, amount_idr,
                lag(t) over (partition by account, other order by t) as before,
                lead(t) over (partition by account, other order by t) as after
            from {source}
        ),
        steps as (
            select account, t as moment, 1 as entry, 1 as payments, amount_idr as total_idr,
                case when before is null or before <= t - ({window}) then 1 else 0 end as others
            from turns
            union all
            select account, t + ({window}) as moment, 0 as entry, -1 as payments,
                -amount_idr as total_idr,
                case when after is null or after >= t + ({window}) then -1 else 0 end as others
            from turns where t + ({window}) <= (select max(t) as t from {source})
        ),
        running as (
            select account, moment, entry,
                sum(others) over (partition by account order by moment) as others,
                sum(payments) over (partition by account order by moment) as payments,
                sum(total_idr) over (partition by account order by moment) as total_idr
            from steps
        ),
        counted as (
            select account, moment, cast(others as bigint) as others,
                cast(payments as bigint) as payments, cast(total_idr as bigint) as total_idr
            from running where entry > 0
        )
    """


def several_others(source: str, window: str, at_least: str) -> str:
    """As `distinct_others`, first dropping accounts that never met `at_least` counterparties."""
    return f"""
        several as (
            select account from (select account, other from {source} group by account, other) as p
            group by account having count(*) >= {at_least}
        ),
        candidates as (
            select s.account, s.other, s.t, s.amount_idr
            from {source} as s join several on several.account = s.account
        ),
        {distinct_others("candidates", window)}
    """


def times_within(source: str, window: str) -> str:
    """SQL text: `account, moment, times`, the rows of `source` (account, t) in the last `window`.

    `window` names a span in seconds less one, such as `$window_days_span`.
    """
    return f"""select account, t as moment,
            count(*) over (partition by account order by t
                range between {window} preceding and current row) as times
        from {source}"""


def follow_ups(opens: str, closes: str, within: str) -> str:
    """CTE texts ending in `followed(account, t)`: each closing payment with an opening one
    of the same account at most `within` (a span in seconds less one) before it.

    `opens` and `closes` are SELECTs of (account, t).
    """
    return f"""
        opened as ({opens}),
        closed as ({closes}),
        moves as (
            select account, t, 1 as opens, 0 as closes from opened
            where account in (select account from closed)
            union all
            select account, t, 0 as opens, 1 as closes from closed
        ),
        chained as (
            select account, t, closes, sum(opens) over (partition by account order by t
                range between {within} preceding and current row) as before
            from moves
        ),
        followed as (select account, t from chained where closes = 1 and before > 0)
    """


def whole(numerator: str, denominator: str) -> str:
    """SQL text for the whole part of a quotient of two positive integers.

    Taking the remainder off first leaves a division without rest, which every engine
    answers exactly; engines disagree on the division operator itself.
    """
    n, d = f"({numerator})", f"({denominator})"
    return f"cast(({n} - {n} % {d}) / {d} as bigint)"


def year_of(t: str) -> str:
    """SQL text for the calendar year (WIB) of an epoch second, by mean years of 31,556,952 s.

    Near New Year it can be a few hours off: birth dates are known by year only, so an
    age is uncertain by a year anyway.
    """
    return f"(1970 + {whole(f'{t} + 25200', '31556952')})"
