"""SQL text for money that comes in and goes on: gathered and split, or drawn within hours."""

from jaga.screening.windows import whole

# A window of days lies in two calendar spans that touch: where those hold too few people,
# no window does, and nothing there needs sorting. So with the days of passing on.
_WEEK = whole("t", "$gather_days_seconds")
_SPLIT = whole("t", "$split_hours_seconds")


def _where_both_meet(min_senders: str, min_receivers: str) -> str:
    """CTE texts ending in `gathered(account, week)` and `passed_on(account, split)`: the
    calendar spans of each account in which enough people may have paid and been paid."""
    return f"""
        met as (
            select creditor as account, debtor as other, {_WEEK} as week
            from unrelated group by creditor, debtor, {_WEEK}
        ),
        gathering as (
            select account, week from (
                select account, other, week from met
                union select account, other, week + 1 as week from met) as m
            group by account, week having count(*) >= {min_senders}
        ),
        paid as (
            select debtor as account, creditor as other, {_SPLIT} as split
            from unrelated group by debtor, creditor, {_SPLIT}
        ),
        splitting as (
            select account, split from (
                select account, other, split from paid
                union select account, other, split + 1 as split from paid) as p
            group by account, split having count(*) >= {min_receivers}
        ),
        spans as (
            select o.account, o.week, o.split
            from (select debtor as account, {_WEEK} as week, {_SPLIT} as split
                from unrelated) as o
            join gathering as g on g.account = o.account and g.week = o.week
            join splitting as s on s.account = o.account and s.split = o.split
            group by o.account, o.week, o.split
        ),
        gathered as (
            select account, week from spans union select account, week - 1 as week from spans
        ),
        passed_on as (
            select account, split from spans union select account, split - 1 as split from spans
        )
    """


def gathered_and_split(min_senders: str, min_receivers: str) -> str:
    """CTE texts ending in `passing(account, moment, senders, receivers, came, went)`.

    A row stands for each payment to somebody else at which `min_senders` had paid within
    `$gather_days` and `min_receivers` were paid within `$split_hours`, the share kept
    being from `$kept_from` to `$kept_to` percent.
    """
    return f"""
        {_where_both_meet(min_senders, min_receivers)},
        moves as (
            select u.creditor as account, u.debtor as other, u.t, u.amount_idr, 1 as inward,
                $gather_days_seconds as span
            from unrelated as u join gathered as g on g.account = u.creditor and g.week = {_WEEK}
            union all
            select u.debtor as account, u.creditor as other, u.t, u.amount_idr, 0 as inward,
                $split_hours_seconds as span
            from unrelated as u join passed_on as p on p.account = u.debtor and p.split = {_SPLIT}
        ),
        turns as (
            select account, t, amount_idr, inward, span,
                lag(t) over (partition by account, inward, other order by t) as before,
                lead(t) over (partition by account, inward, other order by t) as after
            from moves
        ),
        steps as (
            select account, t as moment, inward, 1 - inward as entry, amount_idr,
                case when before is null or before <= t - span then 1 else 0 end as others
            from turns
            union all
            select account, t + span as moment, inward, 0 as entry, -amount_idr as amount_idr,
                case when after is null or after >= t + span then -1 else 0 end as others
            from turns
        ),
        running as (
            select account, moment, entry,
                sum(others * inward) over (partition by account order by moment) as senders,
                sum(others * (1 - inward)) over (partition by account order by moment) as receivers,
                sum(amount_idr * inward) over (partition by account order by moment) as came,
                sum(amount_idr * (1 - inward)) over (partition by account order by moment) as went
            from steps
        ),
        passing as (
            select account, moment, cast(senders as bigint) as senders,
                cast(receivers as bigint) as receivers, came, went
            from running
            where entry > 0 and senders >= {min_senders} and receivers >= {min_receivers}
                and came > 0 and came >= went
                and 100 * (came - went) >= $kept_from * came
                and 100 * (came - went) <= $kept_to * came
        )
    """


def drawn_days(where: str) -> str:
    """SQL text: `account, moment, cycles, went_idr`, days on which credits left again.

    A day counts when payments out (`p`, where `where` holds) come to `$from_percent` to
    `$to_percent` of what strangers paid in over the last `$within_hours`.
    """
    return f"""
        with receivers as (
            select creditor as account from unrelated
            where amount_idr >= $min_amount_idr group by creditor
        ),
        moves as (
            select u.creditor as account, u.t, u.amount_idr as came, 0 as went
            from unrelated as u join receivers as r on r.account = u.creditor
            where u.amount_idr >= $min_amount_idr
            union all
            select p.debtor as account, p.t, 0 as came, p.amount_idr as went
            from payments as p join receivers as r on r.account = p.debtor
            where p.status = $settled and {where}
        ),
        flows as (
            select account, t, went,
                sum(came) over (partition by account order by t
                    range between $within_hours_span preceding and current row) as came_lately,
                sum(went) over (partition by account order by t
                    range between $within_hours_span preceding and current row) as went_lately
            from moves
        ),
        days as (
            select account, {whole("t + 25200", "86400")} as day, min(t) as t,
                max(went_lately) as went_lately
            from flows
            where went > 0 and came_lately > 0
                and 100 * went_lately >= $from_percent * came_lately
                and 100 * went_lately <= $to_percent * came_lately
            group by account, {whole("t + 25200", "86400")}
        )
        select account, t as moment,
            count(*) over (partition by account order by t
                range between $window_days_span preceding and current row) as cycles,
            cast(went_lately as bigint) as went_idr
        from days
    """
