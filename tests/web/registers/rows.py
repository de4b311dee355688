"""Who may open what in registers; see tests/web/matrix.py."""

from tests.web.matrix import Row, roles
from tests.web.registers import made

from jaga.programmes import registers

READERS = roles("programme_officer", "researcher", "finance_analyst", "supervisor")
KEEPERS = roles("programme_officer", "researcher")


def keeps(url: str, **options) -> Row:
    options = {"roles": KEEPERS, "method": "POST", "status": 302, **options}
    return Row(url, shows="/registers/", **options)


ROWS = (
    Row("registers:list", shows="bukan tuduhan", roles=READERS),
    Row("registers:download", shows="application,name,ways", roles=READERS),
    Row("registers:add", shows="Tanpa sumber tidak dicatat", roles=KEEPERS),
    keeps("registers:add", data=made.FORM),
    Row("registers:take_in", shows="Isi berkas CSV", roles=KEEPERS),
    keeps("registers:take_in", data={"text": registers.write([made.ROW])}),
    Row(
        "registers:add_to", shows="Baris lama tetap ada", roles=KEEPERS, target=made.an_application
    ),
    keeps("registers:add_to", target=made.an_application, data=made.FORM),
)
