"""How many of the others have been met again and again over weeks: relations, not strangers."""

from jaga.screening.circumstances.model import Circumstance, Step
from jaga.screening.model import Example, Parameter
from jaga.screening.sources import FATF_2025, at
from jaga.words import Text


def _met(*meetings: str, once: int) -> str:
    rows = [f"{time} | s | friend | 90000" for time in meetings]
    rows += [f"2025-01-01 1{n % 10}:{n // 10:02}:00 | s | p{n} | 90000" for n in range(once)]
    return "\n".join(["t | debtor | creditor | amount_idr", *rows])


_THRICE = ("2025-01-01 10:00:00", "2025-01-20 10:00:00", "2025-02-15 10:00:00")
_ROWS = "account | side | part | whole | points\n"

CIRCUMSTANCE = Circumstance(
    id="steady_others",
    title=Text("Lawan transaksi tetap", "Others met for weeks"),
    family="counterparties",
    sources=(at(FATF_2025, "payments without a visible relation; read here in reverse"),),
    parameters=(
        Parameter("least_payments", 3, "payments", "twice can be chance"),
        Parameter("least_days", 45, "days", "half of the 90 days that a record reaches back"),
    ),
    sql="""
        with met as (
            select account, month, side, other, count(*) as n, max(t) - min(t) as span
            from own_unrelated group by account, month, side, other
        )
        select account, month, side,
            sum(case when n >= $least_payments and span >= $least_days_seconds
                then 1 else 0 end) as part,
            count(*) as whole
        from met group by account, month, side
    """,
    unit="percent",
    least=3,
    steps=(
        Step(0, 0),
        Step(
            5,
            -3,
            Text(
                "{part} dari {whole} lawan transaksi sudah lama dikenal: berulang selama minggu "
                "demi minggu.",
                "{part} of {whole} others are met again and again, for weeks.",
            ),
        ),
    ),
    examples=(
        Example("one in twenty, three times over 45 days to the second", _met(*_THRICE, once=19),
                _ROWS + "s | debtor | 1 | 20 | -3"),
        Example("one in twenty-one", _met(*_THRICE, once=20), _ROWS + "s | debtor | 1 | 21 | 0"),
        Example("a second short of 45 days", _met(*_THRICE[:2], "2025-02-15 09:59:59", once=4),
                _ROWS + "s | debtor | 0 | 5 | 0"),
        Example("twice is not again and again", _met(_THRICE[0], _THRICE[2], once=4),
                _ROWS + "s | debtor | 0 | 5 | 0"),
        Example("two others are too few", _met(*_THRICE, once=1), ""),
        Example("three are enough", _met(*_THRICE, once=2), _ROWS + "s | debtor | 1 | 3 | -3"),
    ),
)  # fmt: skip
