"""Invented applications (rekaan) for tests of the register."""

from datetime import date

from tests.web.matrix import Arguments
from tests.web.programmes.made import keeper

from jaga.programmes.registers import Entry
from jaga_web.people.models import Organisation
from jaga_web.registers import actions
from jaga_web.registers.models import Application

ROW = Entry(
    "APL-1", "Obrolan Rekaan", ("contact", "paying"), ("e_wallet",), "Asesmen rekaan 2026",
    date(2026, 4, 1), date(2026, 2, 1), date(2026, 3, 1),
)  # fmt: skip
FORM = {
    "application": "APL-2",
    "name": "Siaran Contoh",
    "ways": ["offering"],
    "means": ["gift"],
    "source": "Laporan rekaan Mei 2026",
    "source_date": "2026-05-20",
    "first_seen": "2026-05-01",
    "last_seen": "2026-05-10",
    "place": "31",
    "note": "",
}


def application(organisation: Organisation, row: Entry = ROW) -> Application:
    """One invented application with one row."""
    actions.note(rows=[row], by=keeper(organisation))
    return Application.objects.get(organisation=organisation, code=row.code)


def an_application(organisation: Organisation) -> Arguments:
    """The arguments of its address."""
    return {"number": application(organisation).pk}
