"""PAY-4. Amounts rise while the time between payments shrinks."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import AIC_589, AUSTRAC_1087
from jaga.screening.windows import whole
from jaga.words import Text

_DAYS = ("2025-01-01", "2025-01-11", "2025-01-21", "2025-01-31",
         "2025-02-05", "2025-02-07", "2025-02-09", "2025-02-11")  # fmt: skip


def _series(*amounts: int, days: tuple[str, ...] = _DAYS) -> str:
    rows = [f"{day} 10:00:00 | a | b | {n}" for day, n in zip(days, amounts, strict=True)]
    return "\n".join(["t | debtor | creditor | amount_idr", *rows])


INDICATOR = Indicator(
    id="payer_escalation",
    version=1,
    title=Text("Makin besar dan makin rapat", "Rising amounts, shrinking gaps"),
    roles=("payer",),
    family="amount",
    sources=(AIC_589, AUSTRAC_1087),
    parameters=(
        Parameter("window_days", 180, "days", "both halves of the series lie within half a year"),
        Parameter("max_amount_idr", 27_000_000, "rupiah", "published ceiling of EUR 1,500"),
    ),
    measure="growth_percent",
    sql=f"""
        with ranked as (
            select debtor as account, t,
                sum(amount_idr) over (partition by debtor order by t, amount_idr
                    rows between 3 preceding and current row) as later,
                sum(amount_idr) over (partition by debtor order by t, amount_idr
                    rows between 7 preceding and 4 preceding) as earlier,
                t - lag(t, 3) over (partition by debtor order by t, amount_idr) as later_span,
                lag(t, 4) over (partition by debtor order by t, amount_idr)
                    - lag(t, 7) over (partition by debtor order by t, amount_idr) as earlier_span,
                lag(t, 7) over (partition by debtor order by t, amount_idr) as since
            from unrelated where amount_idr <= $max_amount_idr
        )
        select account, t as moment, {whole("100 * later", "earlier")} as growth_percent,
            cast(earlier as bigint) as earlier_idr, cast(later as bigint) as later_idr
        from ranked
        where since is not null and t - since < $window_days_seconds
            and later_span < earlier_span
    """,
    bands=same_words(
        Text(
            "Empat pembayaran terakhir berjumlah {later_idr}, empat sebelumnya {earlier_idr}, "
            "dan jaraknya makin rapat.",
            "The last four payments come to {later_idr}, the four before to {earlier_idr}, "
            "and they come closer together.",
        ),
        (150, 3), (300, 5),
    ),
    evidence=Evidence("debtor", 180, "amount_idr <= $max_amount_idr"),
    lookback_days=180,
    bounds=(Bound("debtor", "payments", "amount_idr <= $max_amount_idr", "{n} >= 8"),),
    history_days=60,
    look_alikes=(
        known("new_friend"),
        known("growing_business"),
    ),
    examples=(
        Example(
            "half as much again in the later four",
            _series(100000, 100000, 100000, 100000, 150000, 150000, 150000, 150000),
            """
            account | at                  | growth_percent | earlier_idr | later_idr | weight
            a       | 2025-02-11 10:00:00 | 150            | 400000      | 600000    | 3
            """,
        ),
        Example(
            "a rupiah less is no rise",
            _series(100000, 100000, 100000, 100000, 150000, 150000, 150000, 149999),
            "",
        ),
        Example(
            "a payment above the ceiling stands aside; at the ceiling it counts",
            _series(9000000, 9000000, 9000000, 9000000, 27000000, 27000000, 27000000, 27000000),
            """
            account | at                  | growth_percent | earlier_idr | later_idr | weight
            a       | 2025-02-11 10:00:00 | 300            | 36000000    | 108000000 | 5
            """,
        ),
        Example(
            "a series that took the whole window is too slow",
            _series(
                *([100000] * 4 + [300000] * 4),
                days=("2025-01-01", "2025-03-01", "2025-04-01", "2025-05-01",
                      "2025-06-27", "2025-06-28", "2025-06-29", "2025-06-30"),
            ),
            "",
        ),
    ),
)  # fmt: skip
