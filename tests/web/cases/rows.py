"""Who may open what in cases; see tests/web/matrix.py."""

from tests.web.alerts import targets
from tests.web.cases import targets as made
from tests.web.cases.staff_rows import ROWS as STAFF
from tests.web.matrix import Row, roles

READERS = roles("finance_analyst", "supervisor")
CASE_READERS = roles(
    "intake_officer", "caseworker", "supervisor", "legal_officer", "counsellor", "registrar"
)
LEADERS = roles("supervisor")
# A case of somebody else's does not exist for those who hold cases or serve in them.
NOT_THEIRS = CASE_READERS - LEADERS
# The registrar sees a protection case's registration, and nothing that is written in it.
SEEN = roles("supervisor", "registrar")
HOLDERS_ELSEWHERE = roles("caseworker", "legal_officer")

ROWS: tuple[Row, ...] = (
    *STAFF,
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
        roles=LEADERS,
        hidden=NOT_THEIRS,
        target=targets.a_case,
    ),
    Row(
        "cases:assign",
        shows="/cases/",
        status=302,
        roles=LEADERS,
        method="POST",
        target=targets.a_case,
        data=targets.an_owner,
    ),
    Row(
        "cases:close",
        shows="/cases/",
        status=302,
        roles=LEADERS,
        hidden=HOLDERS_ELSEWHERE,
        method="POST",
        target=targets.a_case,
        data={"reason": targets.REASON},
    ),
    Row(
        "cases:new",
        shows="Kelompok usia",
        roles=roles("intake_officer", "caseworker", "supervisor", "registrar"),
    ),
    Row(
        "cases:new",
        shows="/cases/",
        status=302,
        roles=roles("intake_officer", "caseworker", "supervisor", "registrar"),
        method="POST",
        data=made.a_direct_case(),
    ),
    Row(
        "cases:section",
        shows="Ringkasan kebutuhan",
        roles=LEADERS,
        hidden=NOT_THEIRS,
        target=made.a_section,
    ),
    Row(
        "cases:section",
        shows="/cases/",
        status=302,
        roles=LEADERS,
        hidden=NOT_THEIRS,
        method="POST",
        target=made.a_section,
        data=made.an_answer,
    ),
    Row(
        "cases:add",
        shows="Bidang",
        roles=LEADERS,
        hidden=NOT_THEIRS,
        target=made.an_addition,
    ),
    Row(
        "cases:add",
        shows="/cases/",
        status=302,
        roles=LEADERS,
        hidden=NOT_THEIRS,
        method="POST",
        target=made.an_addition,
        data=made.a_goal_typed,
    ),
    Row(
        "cases:service",
        shows="Penjelasan",
        roles=LEADERS,
        hidden=NOT_THEIRS,
        target=made.a_service,
    ),
    Row(
        "cases:service",
        shows="/cases/",
        status=302,
        roles=LEADERS,
        hidden=NOT_THEIRS,
        method="POST",
        target=made.a_service,
        data={"state": "under_way"},
    ),
    Row(
        "cases:goal",
        shows="Tidak dilanjutkan",
        roles=LEADERS,
        hidden=NOT_THEIRS,
        target=made.a_goal,
    ),
    Row(
        "cases:goal",
        shows="/cases/",
        status=302,
        roles=LEADERS,
        hidden=NOT_THEIRS,
        method="POST",
        target=made.a_goal,
        data={"state": "reached"},
    ),
    Row(
        "cases:identity",
        shows="Untuk apa",
        roles=LEADERS,
        hidden=NOT_THEIRS,
        target=made.a_child,
    ),
    Row(
        "cases:identity",
        shows="/identity/",
        status=302,
        roles=LEADERS,
        hidden=NOT_THEIRS,
        method="POST",
        target=made.a_child,
        data={"reason_code": "supervision", "reason": made.REASON},
    ),
    Row(
        "cases:move",
        shows="/cases/",
        status=302,
        roles=LEADERS,
        hidden=HOLDERS_ELSEWHERE,
        method="POST",
        target=made.a_child,
        data={"after": "assessment"},
    ),
    Row(
        "cases:ask_plan",
        shows="/cases/",
        status=302,
        roles=LEADERS,
        hidden=HOLDERS_ELSEWHERE,
        method="POST",
        target=made.at_the_plan,
    ),
    Row(
        "cases:ask_closure",
        shows="/cases/",
        status=302,
        roles=LEADERS,
        hidden=HOLDERS_ELSEWHERE,
        method="POST",
        target=made.ready_to_end,
        data={"reason_code": "goals_reached", "words": made.REASON},
    ),
    Row(
        "cases:decide",
        shows="/cases/",
        status=302,
        roles=LEADERS,
        method="POST",
        target=made.a_request,
        data={"answer": "approved"},
    ),
    Row(
        "cases:conflict",
        shows="/cases/",
        status=302,
        roles=SEEN,
        hidden=CASE_READERS - SEEN,
        method="POST",
        target=made.a_child,
        data={"reason_code": "relative"},
    ),
    Row(
        "cases:end_conflict",
        shows="/cases/",
        status=302,
        roles=LEADERS,
        method="POST",
        target=made.a_conflict,
    ),
    Row(
        "cases:looks",
        shows="Siapa yang melihat berkas ini",
        roles=LEADERS,
        hidden=NOT_THEIRS,
        target=made.a_child,
    ),
)
