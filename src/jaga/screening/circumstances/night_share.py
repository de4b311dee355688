"""How many of the payments fall in the night of the place where the subject lives."""

from jaga.screening.circumstances.model import Circumstance, Step
from jaga.screening.model import Example, Parameter
from jaga.screening.sources import FATF_2025, at
from jaga.words import Text


def _clock(*times: str) -> str:
    rows = [f"2025-01-{n:02} {time} | s | p{n} | 90000" for n, time in enumerate(times, start=1)]
    return "\n".join(["t | debtor | creditor | amount_idr", *rows])


_HOME = """
account | country
s       | ID
"""
_DAY = "12:00:00"

CIRCUMSTANCE = Circumstance(
    id="night_share",
    title=Text("Bagian pembayaran malam", "Share of payments at night"),
    family="timing",
    sources=(at(FATF_2025, "late night and early morning payments"),),
    parameters=(
        Parameter("from_hour", 22, "hour of the day", "an hour before the payer's night begins"),
        Parameter("until_hour", 5, "hour of the day", "published: 05:00"),
    ),
    sql="""
        select account, month, side,
            sum(case when clock >= $from_hour * 3600 or clock < $until_hour * 3600
                then 1 else 0 end) as part,
            count(*) as whole
        from own_unrelated where clock is not null group by account, month, side
    """,
    unit="percent",
    least=5,
    steps=(
        Step(
            0,
            -6,
            Text(
                "Kebanyakan pembayaran terjadi siang: {part} dari {whole} pada malam hari.",
                "Most payments fall in the day: {part} of {whole} at night.",
            ),
        ),
        Step(20, 0),
    ),
    examples=(
        Example("one night in six, the last second before the night", _clock(
            "21:59:59", "05:00:00", _DAY, _DAY, _DAY, "22:00:00"),
            "account | side | part | whole | points\ns | debtor | 1 | 6 | -6", _HOME),
        Example("one in five, the last second of the night", _clock(
            "04:59:59", "05:00:00", _DAY, _DAY, _DAY),
            "account | side | part | whole | points\ns | debtor | 1 | 5 | 0", _HOME),
        Example("nineteen in a hundred are still mostly by day", _clock(
            *["22:00:00"] * 4, *[_DAY] * 17),
            "account | side | part | whole | points\ns | debtor | 4 | 21 | -6", _HOME),
        Example("four payments are too few", _clock(_DAY, _DAY, _DAY, _DAY), "", _HOME),
    ),
)  # fmt: skip
