"""PAY-9. Travels to where the people paid live, before or after paying them."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AUSTRAC_1087, FINTRAC_2025
from jaga.screening.windows import several_others, whole
from jaga.words import Text


def _province(place: str) -> str:
    """SQL text for the two leading digits of a Kemendagri code of 2, 4, 6 or 10 digits."""
    return (
        f"case when {place} < 100 then {place} "
        f"when {place} < 10000 then {whole(place, '100')} "
        f"when {place} < 1000000 then {whole(place, '10000')} "
        f"else {whole(place, '100000000')} end"
    )


_AWAY = """status = $settled and place is not null
    and (mcc between 3000 and 3350 or mcc in (4511, 6011, 7011))"""

INDICATOR = Indicator(
    id="travel_to_receivers",
    version=1,
    title=Text("Bepergian ke tempat penerima", "Travels to where receivers live"),
    roles=("payer",),
    family="profile",
    sources=(
        FINTRAC_2025,
        AUSTRAC_1087,
    ),
    parameters=(
        Parameter(
            "before_days", 180, "days", "published: payments up to 180 days before the journey"
        ),
        Parameter("after_days", 90, "days", "published: and up to 90 days after it"),
        Parameter("window_days", 90, "days", "the span of the series it belongs to"),
        Parameter("min_amount_idr", 50000, "rupiah", "below it, meals and fares are shared"),
    ),
    measure="receivers",
    sql=f"""
        with away as (
            select p.debtor as account, {_province("p.place")} as province, min(p.t) as t
            from payments as p join accounts as a on a.account = p.debtor
            where p.status = $settled and p.place is not null
                and (p.mcc between 3000 and 3350 or p.mcc in (4511, 6011, 7011))
                and coalesce({_province("a.place")}, 0) <> {_province("p.place")}
            group by p.debtor, {_province("p.place")}, p.day
        ),
        paid as (
            select u.debtor as account, u.creditor as other, u.t, {_province("c.place")} as province
            from unrelated as u join accounts as c on c.account = u.creditor
            where u.amount_idr >= $min_amount_idr and c.place is not null
                and u.debtor in (select account from away)
        ),
        met as (
            select p.account, p.other, case when p.t >= a.t then p.t else a.t end as t,
                1 as amount_idr
            from paid as p join away as a on a.account = p.account and a.province = p.province
                and a.t - p.t < $before_days_seconds and p.t - a.t < $after_days_seconds
        ),
        {several_others("met", "$window_days_seconds", "$fires_from")}
        select account, moment, others as receivers from counted
    """,
    bands=same_words(
        Text(
            "Tiket, penginapan atau tunai di provinsi tempat {receivers} penerima yang "
            "tidak terkait tinggal, dari {before_days} hari sesudah sampai {after_days} "
            "hari sebelum dibayar.",
            "Tickets, lodging or cash in the province where {receivers} unrelated receivers "
            "live, up to {before_days} days after paying them or {after_days} days before.",
        ),
        (1, 8),
        (2, 14),
        (4, 22),
    ),
    evidence=Evidence("debtor", 180, "status = $settled", table="payments"),
    lookback_days=270,
    look_alikes=(
        known("tourist"),
        known("expatriate"),
        known("couple_apart"),
    ),
    examples=(
        Example(
            "paid 180 days before the journey, less a second, and 90 days after it, less a second",
            """
            t                   | debtor | creditor | amount_idr | mcc  | place
            2025-01-01 00:00:01 | s      | b0       | 50000      |      |
            2025-06-30 00:00:00 | s      | hotel    | 900000     | 7011 | 51
            2025-09-27 23:59:59 | s      | b1       | 50000      |      |
            """,
            """
            account | at                  | receivers | weight
            s       | 2025-06-30 00:00:00 | 1         | 8
            s       | 2025-09-27 23:59:59 | 2         | 14
            """,
            accounts="account | place\ns | 31\nb0 | 51\n"
            "b1 | 5171\nb2 | 517101\nb3 | 5171011001\nb4 | 33",
        ),
        Example(
            "a second earlier or later, too little, another province, or no journey",
            """
            t                   | debtor | creditor | amount_idr | mcc  | place
            2025-01-01 00:00:00 | s      | b0       | 50000      |      |
            2025-06-30 00:00:00 | s      | hotel    | 900000     | 7011 | 51
            2025-06-30 01:00:00 | s      | b1       | 49999      |      |
            2025-06-30 02:00:00 | s      | b4       | 90000      |      |
            2025-09-28 00:00:00 | s      | b2       | 50000      |      |
            2025-06-30 03:00:00 | z      | b2       | 50000      |      |
            2025-06-30 04:00:00 | z      | hotel    | 50000      | 7011 | 51
            """,
            "",
            accounts="account | place\ns | 31\nb0 | 51\nb1 | 5171\n"
            "b2 | 517101\nb3 | 5171011001\nb4 | 33\nz | 5102",
        ),
        Example(
            "the first receiver has left the window",
            """
            t                   | debtor | creditor | amount_idr | mcc  | place
            2025-01-01 00:00:00 | s      | air      | 900000     | 3001 | 51
            2025-01-01 00:00:00 | s      | b0       | 50000      |      |
            2025-03-31 23:59:59 | s      | b1       | 50000      |      |
            """,
            """
            account | at                  | receivers | weight
            s       | 2025-01-01 00:00:00 | 1         | 8
            s       | 2025-03-31 23:59:59 | 2         | 14
            """,
            accounts="account | place\ns | 31\nb0 | 51\n"
            "b1 | 5171\nb2 | 517101\nb3 | 5171011001\nb4 | 33",
        ),
        Example(
            "two, then four receivers weigh more, whatever the length of their place codes",
            """
            t                   | debtor | creditor | amount_idr | mcc  | place
            2025-01-01 09:00:00 | s      | air      | 900000     | 4511 | 5171
            2025-01-02 10:00:00 | s      | b0       | 50000      |      |
            2025-01-03 10:00:00 | s      | b1       | 50000      |      |
            2025-01-04 10:00:00 | s      | b2       | 50000      |      |
            2025-01-05 10:00:00 | s      | b3       | 50000      |      |
            """,
            """
            account | at                  | receivers | weight
            s       | 2025-01-02 10:00:00 | 1         | 8
            s       | 2025-01-03 10:00:00 | 2         | 14
            s       | 2025-01-05 10:00:00 | 4         | 22
            """,
            accounts="account | place\ns | 31\nb0 | 51\n"
            "b1 | 5171\nb2 | 517101\nb3 | 5171011001\nb4 | 33",
        ),
    ),
    needs=("payments.place",),
    bounds=(
        Bound("debtor", "others", "amount_idr >= $min_amount_idr"),
        Bound("debtor", "payments", _AWAY, "{n} > 0", "payments"),
    ),
)
