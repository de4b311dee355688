"""How many payments declare a purpose: salary, family support, charity, trade."""

from jaga.screening.circumstances.model import Circumstance, Step
from jaga.screening.model import Example
from jaga.screening.sources import PPATK_ECPAT_2024, at
from jaga.words import Text


def _declared(times: int, other: int = 2) -> str:
    rows = [f"2025-01-{n:02} 10:00:00 | p{n} | s | 90000 | 1" for n in range(1, times + 1)]
    rows += [f"2025-01-{n:02} 12:00:00 | q{n} | s | 90000 |" for n in range(1, other + 1)]
    return "\n".join(["t | debtor | creditor | amount_idr | purpose", *rows])


_ROWS = "account | side | part | whole | points\n"

CIRCUMSTANCE = Circumstance(
    id="declared_purposes",
    title=Text("Tujuan pembayaran disebut", "Purposes declared"),
    family="profile",
    sources=(at(PPATK_ECPAT_2024, "profile of the holder and purpose; read here in reverse"),),
    sql="""
        select account, month, side, count(purpose) as part, count(*) as whole
        from own_payments group by account, month, side
    """,
    unit="times",
    least=5,
    steps=(
        Step(0, 0),
        Step(
            4,
            -3,
            Text(
                "{part} dari {whole} pembayaran menyebut tujuan, seperti gaji atau keluarga.",
                "{part} of {whole} payments declare a purpose, such as salary or family.",
            ),
        ),
    ),
    examples=(
        Example("three purposes", _declared(3), _ROWS + "s | creditor | 3 | 5 | 0"),
        Example("four purposes", _declared(4), _ROWS + "s | creditor | 4 | 6 | -3"),
        Example("four payments are too few", _declared(4, other=0), ""),
    ),
)  # fmt: skip
