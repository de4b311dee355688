"""Who may open the legal side of a case; see tests/web/matrix.py."""

from typing import Any

from tests.web.legal import targets
from tests.web.matrix import Row, roles

LEAD = roles("supervisor")
HOLDERS = roles("caseworker", "supervisor", "legal_officer")
KEEPERS = roles("supervisor", "legal_officer")


def on_case(url: str, **options: Any) -> Row:
    """Something of a case that an invented caseworker holds: a colleague does not know of it."""
    options = {"target": targets.a_case, "hidden": HOLDERS - LEAD, **options}
    return Row(url, roles=LEAD, **options)


ROWS: tuple[Row, ...] = (
    on_case("legal:case", shows="Label hukum"),
    on_case(
        "legal:milestone",
        method="POST",
        status=302,
        shows="/legal/case/",
        data=lambda _arguments: targets.a_report(),
    ),
    on_case(
        "legal:label",
        method="POST",
        status=302,
        shows="/legal/case/",
        hidden=KEEPERS - LEAD,
        data={
            "scheme": "uu_tpks_4_1",
            "code": "i",
            "decision": "confirmed",
            "reason": "Fakta UJI sesuai unsur",
        },
    ),
    on_case("legal:lead", shows="Katakan ini dahulu"),
    on_case(
        "legal:lead",
        method="POST",
        status=302,
        shows="/legal/case/",
        target=targets.a_case_with_consent,
        data=targets.a_number,
    ),
    on_case(
        "legal:withdraw",
        method="POST",
        status=302,
        shows="/legal/case/",
        target=targets.a_lead,
    ),
    Row("legal:watchlist", shows="Unduh watchlist.csv", roles=KEEPERS),
    # Nothing has been released: back to the page that says so.
    Row(
        "legal:watchlist_file",
        shows="/legal/watchlist/",
        status=302,
        roles=KEEPERS,
        method="POST",
    ),
)
