"""Who may open what in national; see tests/web/matrix.py."""

from tests.web.matrix import Row

ROWS: tuple[Row, ...] = ()
