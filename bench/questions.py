"""Questions as other engines ask them: plainly in Polars, and the same SQL text on Spark.

Each counts the accounts that answer at the lowest band or above, so that the engines can be
held against each other: a yardstick that answers something else measures nothing.
"""

import time
from pathlib import Path

from jaga.screening.engines.base import Engine
from jaga.screening.indicators import INDICATORS
from jaga.screening.measure import bindings, firing_sql

PLAIN = (
    "receiver_many_senders",
    "payer_several_receivers",
    "receiver_young_senders",
    "payer_night_payments",
    "child_many_senders",
)
"""Questions whose Polars form is a few lines, heavy and light."""


def asked(engine: Engine, id_: str) -> tuple[int, float]:
    """Accounts that fire, and seconds, with the question put to everybody."""
    start = time.perf_counter()
    text = firing_sql(INDICATORS[id_], 1)
    rows = engine.rows(f"select count(distinct account) as n from ({text}) as f")
    return int(rows[0][0]), time.perf_counter() - start


def in_polars(unrelated: Path, id_: str) -> tuple[int, float]:
    """The same, written plainly in Polars over the same table."""
    import polars as pl

    start = time.perf_counter()
    one = bindings(INDICATORS[id_])
    rows = pl.scan_parquet(unrelated)
    year = 1970 + (pl.col("t") + 25_200) // 31_556_952
    if id_ == "payer_night_payments":
        clock, idr = pl.col("debtor_clock"), pl.col("amount_idr")
        night = (clock >= one["from_hour"] * 3600) | (clock < one["until_hour"] * 3600)
        chosen = rows.filter(night & (idr >= one["min_amount_idr"]))
        counted = chosen.sort("t").rolling(
            "t", period=f"{one['window_days_seconds']}i", group_by="debtor"
        ).agg(n=pl.len()).rename({"debtor": "account"})  # fmt: skip
    else:
        where = {
            "receiver_many_senders": lambda: pl.col("amount_idr") <= one["max_amount_idr"],
            "payer_several_receivers": lambda: pl.col("amount_idr").is_between(
                one["min_amount_idr"], one["max_amount_idr"]
            ),
            "receiver_young_senders": lambda: (
                (year - pl.col("debtor_born") <= one["young_years"])
                & (pl.col("amount_idr") <= one["max_amount_idr"])
            ),
            "child_many_senders": lambda: (
                (year - pl.col("creditor_born") <= one["child_years"])
                & (
                    pl.col("debtor_born").is_null()
                    | (year - pl.col("debtor_born") >= one["adult_years"])
                )
            ),
        }[id_]()
        account, other = ("debtor", "creditor") if id_.startswith("payer") else (
            "creditor", "debtor")  # fmt: skip
        several = rows.filter(where).select(pl.col(account).alias("account"),
            pl.col(other).alias("other"), "t")  # fmt: skip
        busy = several.group_by("account").agg(pl.col("other").n_unique().alias("n")).filter(
            pl.col("n") >= one["fires_from"])  # fmt: skip
        counted = several.join(busy.select("account"), on="account").sort("t").rolling(
            "t", period=f"{one['window_days_seconds']}i", group_by="account"
        ).agg(n=pl.col("other").n_unique())  # fmt: skip
    fired = counted.filter(pl.col("n") >= one["fires_from"]).select(pl.col("account").n_unique())
    return int(fired.collect().item()), time.perf_counter() - start
