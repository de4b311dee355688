"""Who may open what in referrals; see tests/web/matrix.py."""

from tests.web.matrix import Row

ROWS: tuple[Row, ...] = ()
