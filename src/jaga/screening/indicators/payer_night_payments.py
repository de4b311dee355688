"""PAY-5. Most of a series is paid at night where the payer lives."""

from jaga.screening.model import Band, Evidence, Example, Indicator, LookAlike, Parameter
from jaga.screening.sources import CHAINALYSIS_2026, FATF_2025, at
from jaga.screening.windows import whole
from jaga.words import Text

INDICATOR = Indicator(
    id="payer_night_payments",
    version=1,
    title=Text("Pembayaran malam hari", "Payments at night"),
    roles=("payer", "child_at_risk"),
    family="timing",
    sources=(
        at(FATF_2025, "late night and early morning payments"),
        at(CHAINALYSIS_2026, "earlier report (2020): 23:00 to 05:00"),
    ),
    parameters=(
        Parameter("window_days", 90, "days", "the span of the series it belongs to"),
        Parameter("min_payments", 5, "payments", "a share of fewer says nothing"),
        Parameter("from_hour", 23, "hour of the day", "published: 23:00"),
        Parameter("until_hour", 5, "hour of the day", "published: 05:00"),
    ),
    measure="night_percent",
    sql=f"""
        with marked as (
            select debtor as account, t as moment,
                case when debtor_clock >= $from_hour * 3600 or debtor_clock < $until_hour * 3600
                    then 1 else 0 end as night
            from unrelated where debtor_clock is not null
        ),
        counted as (
            select account, moment,
                sum(night) over (partition by account order by moment
                    range between $window_days_span preceding and current row) as night,
                count(*) over (partition by account order by moment
                    range between $window_days_span preceding and current row) as payments
            from marked
        )
        select account, moment, {whole("100 * night", "payments")} as night_percent, payments
        from counted where payments >= $min_payments
    """,
    bands=tuple(
        Band(
            floor,
            weight,
            Text(
                "{night_percent} % dari {payments} pembayaran terjadi pukul {from_hour}.00 "
                "sampai {until_hour}.00 waktu setempat.",
                "{night_percent} % of {payments} payments fall between {from_hour}:00 and "
                "{until_hour}:00 local time.",
            ),
        )
        for floor, weight in ((50, 15), (80, 20))
    ),
    evidence=Evidence("debtor", 90, "debtor_clock is not null"),
    lookback_days=90,
    look_alikes=(
        LookAlike("driver", Text("Pekerja sif malam", "A night-shift worker")),
        LookAlike("migrant_family", Text(
            "Keluarga di zona waktu lain", "A family in another time zone")),
    ),
    needs=("accounts.country",),
    examples=(
        Example(
            "three of five at night, to the second",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | a      | b        | 100000
            2025-02-01 23:00:00 | a      | b        | 100000
            2025-02-02 04:59:59 | a      | b        | 100000
            2025-02-03 05:00:00 | a      | b        | 100000
            2025-04-01 00:00:00 | a      | b        | 100000
            """,
            """
            account | at                  | night_percent | payments | weight
            a       | 2025-04-01 00:00:00 | 80            | 5        | 20
            """,
            accounts="account | country\na | ID",
        ),
        Example(
            "exactly half; a minute before the hour is evening",
            """
            t                   | debtor | creditor | amount_idr
            2025-02-01 22:59:59 | a      | b        | 100000
            2025-02-01 05:00:00 | a      | b        | 100000
            2025-02-02 12:00:00 | a      | b        | 100000
            2025-02-03 23:00:00 | a      | b        | 100000
            2025-02-04 23:00:00 | a      | b        | 100000
            2025-02-05 23:00:00 | a      | b        | 100000
            """,
            """
            account | at                  | night_percent | payments | weight
            a       | 2025-02-05 23:00:00 | 50            | 6        | 15
            """,
            accounts="account | country\na | ID",
        ),
        Example(
            "nobody knows where the payer lives: no answer",
            """
            t                   | debtor | creditor | amount_idr
            2025-02-01 23:00:00 | a      | b        | 100000
            2025-02-02 23:00:00 | a      | b        | 100000
            2025-02-03 23:00:00 | a      | b        | 100000
            2025-02-04 23:00:00 | a      | b        | 100000
            2025-02-05 23:00:00 | a      | b        | 100000
            """,
            "",
        ),
    ),
)  # fmt: skip
