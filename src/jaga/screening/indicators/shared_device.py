"""FAC-3. One device pays from the accounts of several people."""

from jaga.lookalikes import known
from jaga.screening.model import Evidence, Example, Indicator, Parameter, same_words
from jaga.screening.sources import AMLTRIX, FATF_2025, at
from jaga.screening.windows import several_others
from jaga.words import Text

INDICATOR = Indicator(
    id="shared_device",
    version=2,
    title=Text("Satu perangkat, beberapa orang", "One device, several people"),
    roles=("facilitator", "receiver"),
    family="channel",
    sources=(at(FATF_2025, "shared device or address"), at(AMLTRIX, "IND02979")),
    parameters=(Parameter("window_days", 60, "days", "published: within 60 days"),),
    measure="people",
    sql=f"""
        with used as (
            select p.device as account, coalesce(h.holder, -p.debtor) as other, p.t, p.amount_idr
            from payments as p left join holders as h on h.account = p.debtor
            where p.device is not null and p.status = $settled
        ),
        {several_others("used", "$window_days_seconds", "$fires_from")}
        select p.debtor as account, c.moment, c.others as people
        from counted as c join payments as p on p.device = c.account and p.t = c.moment
        where p.status = $settled
    """,
    bands=same_words(
        Text(
            "Perangkat yang dipakai membayar dipakai {people} orang dalam {window_days} hari.",
            "The device used to pay was used by {people} people within {window_days} days.",
        ),
        (3, 10), (5, 14),
    ),
    evidence=Evidence("debtor", 60, "device is not null", table="payments"),
    lookback_days=60,
    look_alikes=(
        known("family_phone"),
        known("shop_phone"),
    ),
    needs=("payments.device",),
    whole_ledger=True,
    examples=(
        Example(
            "the third person, the first just inside the window",
            """
            t                   | debtor | creditor | amount_idr | device
            2025-01-01 00:00:01 | a      | x        | 100000     | d
            2025-01-20 10:00:00 | b      | x        | 100000     | d
            2025-03-02 00:00:00 | c      | x        | 100000     | d
            """,
            """
            account | at                  | people | weight
            c       | 2025-03-02 00:00:00 | 3      | 10
            """,
        ),
        Example(
            "three accounts of one person are one person",
            """
            t                   | debtor | creditor | amount_idr | device
            2025-01-01 10:00:00 | a      | x        | 100000     | d
            2025-01-02 10:00:00 | b      | x        | 100000     | d
            2025-01-03 10:00:00 | c      | x        | 100000     | d
            """,
            "",
            accounts="account | holder\na | h1\nb | h1\nc | h1",
        ),
        Example(
            "five people weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr | device"]
                + [f"2025-01-0{n} 10:00:00 | a{n} | x | 100000 | d" for n in range(1, 6)]
            ),
            """
            account | at                  | people | weight
            a3      | 2025-01-03 10:00:00 | 3      | 10
            a4      | 2025-01-04 10:00:00 | 4      | 10
            a5      | 2025-01-05 10:00:00 | 5      | 14
            """,
        ),
    ),
)  # fmt: skip
