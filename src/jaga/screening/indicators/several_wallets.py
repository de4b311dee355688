"""REC-8. Strangers pay one person into several accounts."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AMLC_MODUS
from jaga.screening.windows import several_others
from jaga.words import Text

INDICATOR = Indicator(
    id="several_wallets",
    version=1,
    title=Text("Satu orang, beberapa rekening", "One person, several accounts"),
    roles=("receiver",),
    family="profile",
    sources=(AMLC_MODUS,),
    parameters=(
        Parameter("window_days", 60, "days", "own choice: two months of credits"),
        Parameter("min_amount_idr", 50000, "rupiah", "below it, meals are shared"),
    ),
    measure="wallets",
    sql=f"""
        with credited as (
            select u.creditor, h.holder, u.t, u.amount_idr
            from unrelated as u join holders as h on h.account = u.creditor
            where h.holder is not null and u.amount_idr >= $min_amount_idr
        ),
        spread as (select holder as account, creditor as other, t, amount_idr from credited),
        {several_others("spread", "$window_days_seconds", "$fires_from")}
        select d.creditor as account, c.moment, c.others as wallets, c.payments
        from counted as c join credited as d on d.holder = c.account and d.t = c.moment
    """,
    bands=same_words(
        Text(
            "{payments} kredit orang lain masuk ke {wallets} rekening orang yang sama dalam "
            "{window_days} hari.",
            "{payments} credits of other people reached {wallets} accounts of the same "
            "person within {window_days} days.",
        ),
        (2, 4),
        (3, 8),
    ),
    evidence=Evidence("creditor", 60, "amount_idr >= $min_amount_idr"),
    lookback_days=60,
    bounds=(Bound("creditor", "payments", "amount_idr >= $min_amount_idr", "{n} > 0"),),
    look_alikes=(
        known("migrant_household"),
        known("village_treasurer"),
    ),
    examples=(
        Example(
            "two accounts, the first a second inside the window, at the least amount",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | p      | s1       | 50000
            2025-03-02 00:00:00 | q      | s2       | 50000
            """,
            """
            account | at                  | wallets | payments | weight
            s2      | 2025-03-02 00:00:00 | 2       | 2        | 4
            """,
            accounts="account | holder\ns1 | h\ns2 | h",
        ),
        Example(
            "too late, too little, or somebody else's",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:00 | p      | s1       | 50000
            2025-03-02 00:00:00 | q      | s2       | 50000
            2025-03-03 00:00:00 | q      | s1       | 49999
            2025-03-03 00:00:00 | q      | s3       | 60000
            """,
            "",
            accounts="account | holder\ns1 | h\ns2 | h\ns3 | g",
        ),
        Example(
            "a third account weighs more",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | p      | s1       | 50000
            2025-01-02 10:00:00 | q      | s2       | 50000
            2025-01-03 10:00:00 | q      | s3       | 50000
            """,
            """
            account | at                  | wallets | payments | weight
            s2      | 2025-01-02 10:00:00 | 2       | 2        | 4
            s3      | 2025-01-03 10:00:00 | 3       | 3        | 8
            """,
            accounts="account | holder\ns1 | h\ns2 | h\ns3 | h",
        ),
    ),
    needs=("accounts.holder",),
    whole_ledger=True,
)
