"""How many of the payments carry a remark that does not fit the relation: few are ordinary."""

from jaga.ledger.tables import remark_code
from jaga.screening.circumstances.model import Circumstance, Step
from jaga.screening.model import Example
from jaga.screening.sources import FATF_2025, PPATK_ECPAT_2024, at
from jaga.words import Text


def _remarks(odd: int, plain: int) -> str:
    rows = [
        f"2025-01-{1 + n % 28:02} 10:{n // 28:02}:00 | p{n} | s | 90000 | {word}"
        for n, word in enumerate(["implausible"] * odd + ["plain"] * plain)
    ]
    return "\n".join(["t | debtor | creditor | amount_idr | remark", *rows])


_ROWS = "account | side | part | whole | points\n"

CIRCUMSTANCE = Circumstance(
    id="unlikely_remarks_share",
    title=Text("Bagian keterangan yang tidak sesuai", "Share of remarks that do not fit"),
    family="profile",
    sources=(PPATK_ECPAT_2024, at(FATF_2025, "remarks such as family support, or a handle")),
    sql=f"""
        select account, month, side,
            sum(case when remark = {remark_code("implausible")} then 1 else 0 end) as part,
            count(*) as whole
        from own_unrelated where remark is not null group by account, month, side
    """,
    unit="percent",
    least=5,
    steps=(
        Step(
            0,
            -5,
            Text(
                "Hampir semua keterangan sesuai: {part} dari {whole} tidak. Itu lazim.",
                "Nearly all remarks fit: {part} of {whole} do not. That is ordinary.",
            ),
        ),
        Step(3, 0),
    ),
    examples=(
        Example("one in fifty speaks for an ordinary life", _remarks(1, 49),
                _ROWS + "s | creditor | 1 | 50 | -5"),
        Example("three in a hundred say nothing", _remarks(3, 97),
                _ROWS + "s | creditor | 3 | 100 | 0"),
        Example("two in a hundred still speak", _remarks(2, 98),
                _ROWS + "s | creditor | 2 | 100 | -5"),
        Example("four payments are too few", _remarks(0, 4), ""),
        Example("five are enough", _remarks(0, 5), _ROWS + "s | creditor | 0 | 5 | -5"),
    ),
)  # fmt: skip
