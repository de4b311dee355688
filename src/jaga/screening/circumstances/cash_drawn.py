"""How often money is drawn in cash, for each credit of people unrelated to the subject."""

from jaga.ledger.tables import rail_code
from jaga.screening.circumstances.model import Circumstance, Step
from jaga.screening.model import Example
from jaga.screening.sources import PPATK_ECPAT_2024, at
from jaga.words import Text


def _drawn(times: int, credited: int) -> str:
    rows = [f"2025-01-{n:02} 10:00:00 | p{n} | s | 90000 |" for n in range(1, credited + 1)]
    rows += [f"2025-01-{n:02} 11:00:00 | s | atm | 80000 | cash_out" for n in range(1, times + 1)]
    return "\n".join(["t | debtor | creditor | amount_idr | rail", *rows])


_ATM = """
account | holder_kind
atm     | agent
"""

CIRCUMSTANCE = Circumstance(
    id="cash_drawn",
    title=Text("Penarikan tunai setelah kredit", "Cash drawn for credits"),
    family="flow",
    sources=(at(PPATK_ECPAT_2024, "receipts that do not stay in the account"),),
    sql=f"""
        select account, month, 1 as side, sum(drawn) as part, sum(credited) as whole from (
            select account, month, 0 as drawn, 1 as credited from own_unrelated where side = 1
            union all
            select account, month, 1 as drawn, 0 as credited from own_payments
            where side = 0 and rail = {rail_code("cash_out")}
        ) as moved
        group by account, month
    """,
    unit="percent",
    least=5,
    side="creditor",
    steps=(
        Step(0, 0),
        Step(
            20,
            5,
            Text(
                "Uang ditarik tunai {part} kali untuk {whole} kredit.",
                "Money is drawn in cash {part} times for {whole} credits.",
            ),
        ),
    ),
    examples=(
        Example("four times for twenty-one credits", _drawn(4, 21),
                "account | side | part | whole | points\ns | creditor | 4 | 21 | 0", _ATM),
        Example("once for five", _drawn(1, 5),
                "account | side | part | whole | points\ns | creditor | 1 | 5 | 5", _ATM),
        Example("four credits are too few", _drawn(4, 4), "", _ATM),
    ),
)  # fmt: skip
