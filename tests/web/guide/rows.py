"""Who may open what in the guide; see tests/web/matrix.py."""

from tests.web.cases.rows import CASE_READERS
from tests.web.matrix import Row

ROWS: tuple[Row, ...] = (Row("guide:steps", shows="Panduan penanganan kasus", roles=CASE_READERS),)
