"""Who may open what in cases; see tests/web/matrix.py."""

from tests.web.alerts import targets
from tests.web.matrix import Row, roles

READERS = roles("finance_analyst", "supervisor")
CASE_READERS = roles(
    "intake_officer", "caseworker", "supervisor", "legal_officer", "counsellor", "registrar"
)

ROWS: tuple[Row, ...] = (
    Row("cases:list", shows="Pemegang", roles=CASE_READERS),
    # A supervisor goes on to the case, an analyst back to the alert.
    Row(
        "cases:open",
        shows="s/",
        status=302,
        roles=READERS,
        method="POST",
        target=targets.a_confirmed_alert,
    ),
    Row(
        "cases:of_alert",
        shows="/cases/",
        status=302,
        roles=READERS,
        target=targets.a_confirmed_alert,
    ),
    Row(
        "cases:page",
        shows="Berasal dari peringatan",
        roles=roles("supervisor"),
        hidden=CASE_READERS - {"supervisor"},
        target=targets.a_case,
    ),
    Row(
        "cases:assign",
        shows="/cases/",
        status=302,
        roles=roles("supervisor"),
        method="POST",
        target=targets.a_case,
        data=targets.an_owner,
    ),
    Row(
        "cases:close",
        shows="/cases/",
        status=302,
        roles=roles("supervisor"),
        hidden=roles("caseworker", "legal_officer"),
        method="POST",
        target=targets.a_case,
        data={"reason": targets.REASON},
    ),
)
