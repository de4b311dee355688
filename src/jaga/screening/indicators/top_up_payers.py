"""REC-7. Several people pay top-ups or prepaid value to one person."""

from jaga.ledger.tables import rail_code
from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AUSTRAC_2022
from jaga.screening.windows import several_others
from jaga.words import Text

_VOUCHERS = ", ".join(str(rail_code(rail)) for rail in ("airtime", "prepaid", "game_topup"))

INDICATOR = Indicator(
    id="top_up_payers",
    version=1,
    title=Text("Isi ulang dari banyak orang", "Top-ups from many people"),
    roles=("receiver",),
    family="counterparties",
    sources=(AUSTRAC_2022,),
    parameters=(Parameter("window_days", 30, "days", "own choice: a month of top-ups"),),
    measure="senders",
    sql=f"""
        with chosen as (
            select p.creditor as account, p.debtor as other, p.t, p.amount_idr
            from payments as p join holders as h on h.account = p.creditor
            where p.status = $settled and p.rail in ({_VOUCHERS}) and p.debtor <> p.creditor
                and h.holder_kind in ($person, $unknown)
        ),
        {several_others("chosen", "$window_days_seconds", "$fires_from")}
        select account, moment, others as senders, payments from counted
    """,
    bands=same_words(
        Text(
            "{senders} orang membayar {payments} isi ulang atau voucer untuk rekening ini "
            "dalam {window_days} hari.",
            "{senders} people paid {payments} top-ups or vouchers for this account within "
            "{window_days} days.",
        ),
        (2, 8),
        (3, 18),
        (5, 30),
    ),
    evidence=Evidence("creditor", 30, f"rail in ({_VOUCHERS})", table="payments"),
    lookback_days=30,
    look_alikes=(
        known("pulsa_counter"),
        known("family_support"),
    ),
    examples=(
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-01 00:00:01 | p0     | s        | 50000      | airtime
            2025-01-31 00:00:00 | p1     | s        | 50000      | prepaid
            """,
            """
            account | at                  | senders | payments | weight
            s       | 2025-01-31 00:00:00 | 2       | 2        | 8
            """,
            accounts="account | holder_kind\ns | person",
        ),
        Example(
            "the first has left the window",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-01 00:00:01 | p0     | s        | 50000      | airtime
            2025-01-31 00:00:01 | p1     | s        | 50000      | prepaid
            """,
            "",
            accounts="account | holder_kind\ns | person",
        ),
        Example(
            "more people weigh more",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | p0     | s        | 50000      | airtime
            2025-03-01 11:00:00 | p1     | s        | 50000      | prepaid
            2025-03-01 12:00:00 | p2     | s        | 50000      | game_topup
            2025-03-01 13:00:00 | p3     | s        | 50000      | airtime
            2025-03-01 14:00:00 | p4     | s        | 50000      | prepaid
            """,
            """
            account | at                  | senders | payments | weight
            s       | 2025-03-01 11:00:00 | 2       | 2        | 8
            s       | 2025-03-01 12:00:00 | 3       | 3        | 18
            s       | 2025-03-01 14:00:00 | 5       | 5        | 30
            """,
            accounts="account | holder_kind\ns | person",
        ),
        Example(
            "a shop is paid for what it sells",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | p1     | b        | 50000      | airtime
            2025-03-02 10:00:00 | p2     | b        | 50000      | airtime
            2025-03-03 10:00:00 | p3     | b        | 50000      | airtime
            """,
            "",
            accounts="account | holder_kind\nb | business",
        ),
    ),
    bounds=(
        Bound(
            "creditor", "payments", f"status = $settled and rail in ({_VOUCHERS})", table="payments"
        ),
    ),
)
