"""Who may open the pages of clocks and breaches."""

from typing import Any

from tests.web.clocks import targets
from tests.web.matrix import Row, roles

READERS = roles(
    "intake_officer", "caseworker", "supervisor", "legal_officer", "counsellor", "registrar"
)
LEAD = roles("supervisor")
KEEPERS = roles("supervisor", "data_protection_officer")


def on_clock(url: str, **options: Any) -> Row:
    """A form on the page of a clock that somebody else holds."""
    options = {"target": targets.a_clock, "shows": "/clocks/", "status": 302, **options}
    return Row(url, roles=LEAD, hidden=READERS - LEAD, method="POST", **options)


ROWS: tuple[Row, ...] = (
    Row("clocks:list", shows="Paling lambat", roles=READERS),
    Row(
        "clocks:page",
        shows="Bukti yang mengakhiri",
        roles=LEAD,
        hidden=READERS - LEAD,
        target=targets.a_clock,
    ),
    on_clock("clocks:finish", data={"evidence": "Kontak UJI"}),
    on_clock("clocks:pause", data={"reason": "unsafe_to_contact"}),
    on_clock("clocks:resume", target=targets.a_paused_clock),
    on_clock("clocks:hand", data=targets.to_its_owner),
    on_clock("clocks:escalate", data=targets.to_its_owner),
    Row("clocks:standards", shows="Milik organisasi", roles=LEAD),
    Row(
        "clocks:standards",
        shows="/clocks/standards/",
        status=302,
        roles=LEAD,
        method="POST",
        data={"rule": "outreach", "length": "8"},
    ),
    Row("clocks:breaches", shows="Catat kegagalan", roles=KEEPERS),
    Row(
        "clocks:breaches",
        shows="/clocks/breaches/",
        status=302,
        roles=KEEPERS,
        method="POST",
        data={
            "found_at": "2026-01-05T10:00",
            "zone": "Asia/Jayapura",
            "what": "Kejadian UJI dua",
        },
    ),
    Row(
        "clocks:breach",
        shows="Naskah pemberitahuan",
        roles=KEEPERS,
        target=targets.a_breach,
    ),
    Row(
        "clocks:breach_save",
        shows="/clocks/breaches/",
        status=302,
        roles=KEEPERS,
        method="POST",
        target=targets.a_breach,
        data={"what": "Kejadian UJI tiga", "remedy": "", "authority": ""},
    ),
    Row(
        "clocks:breach_notify",
        shows="/clocks/breaches/",
        status=302,
        roles=KEEPERS,
        method="POST",
        target=targets.a_breach,
        data={"evidence": "Surat UJI, disampaikan langsung"},
    ),
)
