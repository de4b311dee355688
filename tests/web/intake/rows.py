"""Who may open what in intake; see tests/web/matrix.py."""

from tests.web.matrix import Row

ROWS: tuple[Row, ...] = ()
