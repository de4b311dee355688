"""Every worked example in one set of tables, so that an engine is asked once a question.

The accounts, devices and people of each example get codes of their own; the examples then
lie side by side without meeting.
"""

from collections.abc import Iterable

from jaga.ledger.watchlist import WATCHED_COLUMNS
from jaga.screening import zones
from jaga.screening.engines.base import ACCOUNT_COLUMNS, PAYMENT_COLUMNS, Engine
from jaga.screening.examples import Cells, Drawing, _drawn
from jaga.screening.measure import firing_sql, value_names
from jaga.screening.model import Example, Indicator
from jaga.screening.steps import prepare

STRIDE = 1000
"""More names than any example draws."""

_CODES = {
    "payment", "debtor", "creditor", "device", "phone", "ip", "account", "holder", "guardian",
    "token",
}  # fmt: skip
Row = tuple[int, ...]


class Gathered:
    """The examples of all indicators, each at its own place."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self.examples = [(i.id, example) for i in indicators for example in i.examples]
        self._drawn = [Drawing(example) for _, example in self.examples]

    def load(self, engine: Engine) -> None:
        """Put the tables into the engine and make the shared steps."""
        engine.put("payments", PAYMENT_COLUMNS, self._rows("payments", PAYMENT_COLUMNS))
        engine.put("accounts", ACCOUNT_COLUMNS, self._rows("accounts", ACCOUNT_COLUMNS))
        engine.put("watchlist", WATCHED_COLUMNS, self._rows("watchlist", WATCHED_COLUMNS))
        engine.put("zones", ("country", "place", "utc_offset"), zones.rows(set()))
        engine.put("months", ("month", "starts", "ends"), [(0, 0, 2**40)])
        prepare(engine)

    def answers(self, engine: Engine, indicator: Indicator) -> list[Row]:
        """What the engine answers about all examples, in order."""
        return sorted(engine.rows(firing_sql(indicator, 1)), key=str)

    def own(self, indicator: Indicator, answers: list[Row]) -> list[tuple[Example, list[Cells]]]:
        """The indicator's own examples with the answers about each, as the example draws them."""
        names, found = value_names(indicator), []
        for place, (id_, example) in enumerate(self.examples):
            if id_ != indicator.id:
                continue
            low = (place + 1) * STRIDE
            mine = [
                (*row[:1], row[1] - low, *row[2:])
                for row in answers
                if row[1] // STRIDE == place + 1
            ]
            columns = ("indicator", "account", "month", "weight", "moment", "v1", "v2", "v3", "v4")
            rows = [dict(zip(columns, row, strict=True)) for row in mine]
            found.append((example, _drawn(rows, names, self._drawn[place])))
        return found

    def _rows(self, table: str, columns: tuple[str, ...]) -> list[Row]:
        rows = []
        for place, drawing in enumerate(self._drawn):
            for row in getattr(drawing, table)():
                shift = (place + 1) * STRIDE
                rows.append(
                    tuple(
                        cell + shift if name in _CODES and cell is not None else cell
                        for name, cell in zip(columns, row, strict=True)
                    )
                )
        return rows
