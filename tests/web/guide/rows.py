"""Who may open what in the guide; see tests/web/matrix.py."""

from tests.web.cases.rows import CASE_READERS
from tests.web.guide import targets
from tests.web.matrix import Row, roles

ROWS: tuple[Row, ...] = (
    Row("guide:steps", shows="Panduan penanganan kasus", roles=CASE_READERS),
    Row(
        "guide:child_summary",
        shows="%PDF",
        roles=roles("supervisor"),
        hidden=roles("caseworker", "legal_officer"),
        method="POST",
        target=targets.a_case,
        data={"language": "id"},
    ),
    Row(
        "guide:partner_summary",
        shows="%PDF",
        roles=roles("supervisor"),
        hidden=roles("caseworker"),
        method="POST",
        target=targets.a_sent_referral,
    ),
)
