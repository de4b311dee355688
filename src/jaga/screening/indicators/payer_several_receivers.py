"""PAY-1. Small payments from one person to several unrelated people."""

from jaga.lookalikes import known
from jaga.screening.model import (
    Bound,
    Evidence,
    Example,
    Indicator,
    Parameter,
    same_words,
)
from jaga.screening.sources import FATF_2025, FINTRAC_2025
from jaga.screening.windows import several_others
from jaga.words import Text

INDICATOR = Indicator(
    id="payer_several_receivers",
    version=1,
    title=Text("Membayar beberapa orang yang tidak terkait", "Pays several unrelated people"),
    roles=("payer",),
    family="counterparties",
    sources=(FATF_2025, FINTRAC_2025),
    parameters=(
        Parameter("window_days", 90, "days", "published series run over weeks to a few months"),
        Parameter(
            "min_amount_idr", 150_000, "rupiah",
            "published amounts start about there; below it, meals and fares are shared",
        ),
        Parameter(
            "max_amount_idr", 3_500_000, "rupiah",
            "FATF: usually at most EUR 200, which is about Rp 3.5 million",
        ),
    ),
    measure="receivers",
    sql=f"""
        with small as (
            select debtor as account, creditor as other, t, amount_idr
            from unrelated where amount_idr between $min_amount_idr and $max_amount_idr
        ),
        {several_others("small", "$window_days_seconds", "$fires_from")}
        select account, moment, others as receivers, payments, total_idr from counted
    """,
    bands=same_words(
        Text(
            "Membayar {receivers} orang yang tidak terkait dalam {window_days} hari: "
            "{payments} pembayaran kecil, jumlah {total_idr}.",
            "Paid {receivers} unrelated people within {window_days} days: "
            "{payments} small payments, {total_idr} in all.",
        ),
        (5, 10), (7, 16), (9, 26), (12, 42),
    ),
    evidence=Evidence("debtor", 90, "amount_idr between $min_amount_idr and $max_amount_idr"),
    lookback_days=90,
    bounds=(Bound("debtor", "others", "amount_idr between $min_amount_idr and $max_amount_idr"),),
    look_alikes=(
        known("migrant_family"),
        known("student_sponsor"),
        known("growing_business"),
    ),
    examples=(
        Example(
            "five receivers: the first just inside the window, one at each limit of the amount",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:01 | a      | b        | 3500000
            2025-02-01 10:00:00 | a      | c        | 150000
            2025-02-02 10:00:00 | a      | d        | 200000
            2025-02-03 10:00:00 | a      | e        | 200000
            2025-04-01 00:00:00 | a      | f        | 200000
            """,
            """
            account | at                  | receivers | payments | total_idr | weight
            a       | 2025-04-01 00:00:00 | 5         | 5        | 4250000   | 10
            """,
        ),
        Example(
            "the first payment left the window; one is too large, one too small",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 00:00:00 | a      | b        | 200000
            2025-02-01 10:00:00 | a      | c        | 200000
            2025-02-02 10:00:00 | a      | d        | 200000
            2025-02-03 10:00:00 | a      | e        | 200000
            2025-03-01 10:00:00 | a      | g        | 3500001
            2025-03-02 10:00:00 | a      | h        | 149999
            2025-04-01 00:00:00 | a      | f        | 200000
            """,
            "",
        ),
        Example(
            "seven, nine and twelve receivers weigh more",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-{n:02} 10:00:00 | a | b{n} | 200000" for n in range(1, 13)]
            ),
            """
            account | at                  | receivers | payments | total_idr | weight
            a       | 2025-01-05 10:00:00 | 5         | 5        | 1000000   | 10
            a       | 2025-01-07 10:00:00 | 7         | 7        | 1400000   | 16
            a       | 2025-01-09 10:00:00 | 9         | 9        | 1800000   | 26
            a       | 2025-01-12 10:00:00 | 12        | 12       | 2400000   | 42
            """,
        ),
        Example(
            "paying the same people again adds payments, not people",
            "\n".join(
                ["t | debtor | creditor | amount_idr"]
                + [f"2025-01-{n:02} 10:00:00 | a | b{n % 4} | 200000" for n in range(1, 13)]
            ),
            "",
        ),
        Example(
            "one's own account, a ward and a shop are not unrelated people",
            """
            t                   | debtor | creditor | amount_idr
            2025-01-01 10:00:00 | a      | a2       | 200000
            2025-01-02 10:00:00 | a      | ward     | 200000
            2025-01-03 10:00:00 | a      | shop     | 200000
            2025-01-04 10:00:00 | a      | b        | 200000
            2025-01-05 10:00:00 | a      | c        | 200000
            2025-01-06 10:00:00 | a      | d        | 200000
            2025-01-07 10:00:00 | a      | e        | 200000
            """,
            "",
            accounts="""
            account | holder_kind | holder | guardian
            a       | person      | h1     |
            a2      | person      | h1     |
            ward    | person      | h2     | a
            shop    | business    | h3     |
            """,
        ),
    ),
)  # fmt: skip
