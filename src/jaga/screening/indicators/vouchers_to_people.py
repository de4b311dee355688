"""PAY-11. Airtime, game credit or prepaid value bought for somebody who is no relation."""

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
from jaga.screening.sources import FATF_2025, at
from jaga.screening.windows import times_within
from jaga.words import Text

_VOUCHERS = ", ".join(str(rail_code(rail)) for rail in ("airtime", "game_topup", "prepaid"))

INDICATOR = Indicator(
    id="vouchers_to_people",
    version=1,
    title=Text("Voucer untuk orang lain", "Vouchers for other people"),
    roles=("payer",),
    family="channel",
    sources=(at(FATF_2025, "gift cards and airtime as payment to a third party"),),
    parameters=(Parameter("window_days", 30, "days", "published: at least three within 30 days"),),
    measure="times",
    sql=f"""
        with events as (
            select debtor as account, t from unrelated
            where rail in ({_VOUCHERS})
        )
        {times_within("events", "$window_days_span")}
    """,
    bands=same_words(
        Text(
            "{times} voucer atau isi ulang dalam {window_days} hari untuk orang yang tidak "
            "terkait.",
            "{times} vouchers or top-ups within {window_days} days for people who are not related.",
        ),
        (1, 2),
        (3, 6),
    ),
    evidence=Evidence("debtor", 30, f"rail in ({_VOUCHERS})", table="unrelated"),
    lookback_days=30,
    bounds=(Bound("debtor", "payments", f"rail in ({_VOUCHERS})"),),
    look_alikes=(
        known("family_support"),
        known("creator_fan"),
    ),
    examples=(
        Example(
            "the first a second inside the window",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-01-01 00:00:01 | s      | p0       | 50000      | airtime
            2025-01-01 01:00:01 | s      | p1       | 50000      | game_topup
            2025-01-31 00:00:00 | s      | p2       | 50000      | prepaid
            """,
            """
            account | at                  | times | weight
            s       | 2025-01-01 00:00:01 | 1     | 2
            s       | 2025-01-31 00:00:00 | 3     | 6
            """,
        ),
        Example(
            "more of them weigh more",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | s      | p0       | 50000      | airtime
            2025-03-01 11:00:00 | s      | p1       | 50000      | game_topup
            2025-03-01 12:00:00 | s      | p2       | 50000      | prepaid
            """,
            """
            account | at                  | times | weight
            s       | 2025-03-01 10:00:00 | 1     | 2
            s       | 2025-03-01 12:00:00 | 3     | 6
            """,
        ),
        Example(
            "a transfer is no voucher, and a relative's top-up is not a stranger's",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | s      | p        | 50000      | e_wallet
            2025-03-01 11:00:00 | s      | k        | 50000      | airtime
            """,
            "",
            accounts="account | guardian\nk | s",
        ),
    ),
)
