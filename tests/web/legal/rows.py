"""Who may open what in legal; see tests/web/matrix.py."""

from tests.web.matrix import Row

ROWS: tuple[Row, ...] = ()
