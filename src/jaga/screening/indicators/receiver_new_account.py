"""REC-4. A new account that many people pay at once."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AUSTRAC_MULE, at
from jaga.words import Text

_NEW = "day >= creditor_opened and day - creditor_opened < $new_days"

INDICATOR = Indicator(
    id="receiver_new_account",
    version=2,
    title=Text("Rekening baru langsung ramai", "A new account, busy at once"),
    roles=("receiver", "child_at_risk"),
    family="profile",
    sources=(at(AUSTRAC_MULE, "new accounts active at once"),),
    parameters=(Parameter("new_days", 30, "days", "published: opened less than 30 days ago"),),
    measure="senders",
    sql=f"""
        with firsts as (
            select creditor as account, debtor as other, min(t) as moment,
                min(creditor_opened) as opened
            from unrelated
            where {_NEW}
            group by creditor, debtor
        )
        select account, moment,
            count(*) over (partition by account order by moment) as senders
        from firsts
    """,
    bands=same_words(
        Text(
            "{senders} orang membayar rekening ini dalam {new_days} hari pertama sejak dibuka.",
            "{senders} people paid this account in the first {new_days} days after it opened.",
        ),
        (4, 12), (8, 15),
    ),
    evidence=Evidence("creditor", 30),
    lookback_days=30,
    bounds=(Bound("creditor", "others", _NEW),),
    look_alikes=(
        known("online_shop"),
        known("student"),
    ),
    needs=("accounts.opened_day",),
    examples=(
        Example(
            "the fourth sender on the thirtieth day",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-0{n} 10:00:00 | p{n} | r | 100000" for n in (1, 2, 3)]
                + ["2025-01-30 23:59:59 | p4 | r | 100000"]
            ),
            """
            account | at                  | senders | weight
            r       | 2025-01-30 23:59:59 | 4       | 12
            """,
            accounts="account | opened_on\nr | 2025-01-01",
        ),
        Example(
            "a day later it is no longer new",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-0{n} 10:00:00 | p{n} | r | 100000" for n in (1, 2, 3)]
                + ["2025-01-31 00:00:00 | p4 | r | 100000"]
            ),
            "",
            accounts="account | opened_on\nr | 2025-01-01",
        ),
        Example(
            "eight senders weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-0{n} 10:00:00 | p{n} | r | 100000" for n in range(1, 9)]
            ),
            """
            account | at                  | senders | weight
            r       | 2025-01-04 10:00:00 | 4       | 12
            r       | 2025-01-08 10:00:00 | 8       | 15
            """,
            accounts="account | opened_on\nr | 2025-01-01",
        ),
    ),
)  # fmt: skip
