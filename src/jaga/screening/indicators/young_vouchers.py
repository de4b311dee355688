"""EXT-3. A young customer buys the same prepaid value again and again within a day."""

from jaga.ledger.tables import rail_code
from jaga.lookalikes import known
from jaga.screening.model import Band, Bound, Evidence, Example, Indicator, Parameter
from jaga.screening.sources import AUSTRAC_HUNTSMAN, FATF_2025, at
from jaga.screening.windows import year_of
from jaga.words import Text

_VOUCHERS = ", ".join(str(rail_code(rail)) for rail in ("airtime", "game_topup", "prepaid"))

_BOUGHT = f"rail in ({_VOUCHERS}) and status = $settled and amount_idr >= $min_amount_idr"

INDICATOR = Indicator(
    id="young_vouchers",
    version=2,
    title=Text("Voucer bernilai sama berulang", "The same voucher value again and again"),
    roles=("child_at_risk",),
    family="channel",
    sources=(AUSTRAC_HUNTSMAN, at(FATF_2025, "gift cards as payment in extortion")),
    parameters=(
        Parameter("young_years", 22, "years", "as in the burst it accompanies"),
        Parameter("within_hours", 24, "hours", "published: at least three within 24 hours"),
        Parameter("min_amount_idr", 50_000, "rupiah", "ordinary top-ups are smaller"),
    ),
    measure="vouchers",
    sql=f"""
        with bought as (
            select p.debtor as account, p.t, p.amount_idr
            from payments as p join holders as h on h.account = p.debtor
            where p.rail in ({_VOUCHERS}) and p.status = $settled
                and p.amount_idr >= $min_amount_idr
                and {year_of("p.t")} - h.birth_year <= $young_years
        )
        select account, t as moment,
            count(*) over (partition by account, amount_idr order by t
                range between $within_hours_span preceding and current row) as vouchers,
            amount_idr as value_idr
        from bought
    """,
    bands=(
        Band(3, 20, Text(
            "{vouchers} voucer atau isi ulang senilai {value_idr} dalam {within_hours} jam.",
            "{vouchers} vouchers or top-ups of {value_idr} within {within_hours} hours.")),
    ),
    evidence=Evidence("debtor", 3, f"rail in ({_VOUCHERS})", table="payments"),
    lookback_days=1,
    bounds=(Bound("debtor", "payments", _BOUGHT, table="payments"),),
    look_alikes=(
        known("young_gamer"),
    ),
    needs=("accounts.birth_year",),
    examples=(
        Example(
            "three of one value a second inside the day",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | c      | x        | 50000      | game_topup
            2025-03-01 11:00:00 | c      | x        | 50000      | prepaid
            2025-03-02 09:59:59 | c      | x        | 50000      | airtime
            """,
            """
            account | at                  | vouchers | value_idr | weight
            c       | 2025-03-02 09:59:59 | 3        | 50000     | 20
            """,
            accounts="account | birth_year\nc | 2003",
        ),
        Example(
            "a day later, another value, or a grown-up",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | c      | x        | 50000      | game_topup
            2025-03-01 11:00:00 | c      | x        | 50000      | game_topup
            2025-03-01 12:00:00 | c      | x        | 60000      | game_topup
            2025-03-02 10:00:00 | c      | x        | 50000      | game_topup
            2025-03-01 10:00:00 | a      | x        | 50000      | game_topup
            2025-03-01 11:00:00 | a      | x        | 50000      | game_topup
            2025-03-01 12:00:00 | a      | x        | 50000      | game_topup
            """,
            "",
            accounts="account | birth_year\nc | 2008\na | 2002",
        ),
        Example(
            "small top-ups do not count",
            """
            t                   | debtor | creditor | amount_idr | rail
            2025-03-01 10:00:00 | c      | x        | 49999      | airtime
            2025-03-01 11:00:00 | c      | x        | 49999      | airtime
            2025-03-01 12:00:00 | c      | x        | 49999      | airtime
            """,
            "",
            accounts="account | birth_year\nc | 2008",
        ),
    ),
)  # fmt: skip
