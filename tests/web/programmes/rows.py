"""Who may open what in programmes; see tests/web/matrix.py."""

from tests.web.matrix import Row, roles
from tests.web.programmes import made

from jaga.programmes import activities

READERS = roles("programme_officer", "researcher", "supervisor")
KEEPERS = roles("programme_officer")


def keeps(url: str, shows: str = "/programmes/", **options) -> Row:
    options = {"roles": KEEPERS, "method": "POST", "status": 302, **options}
    return Row(url, shows=shows, **options)


ROWS = (
    Row("programmes:list", shows="Nama peserta tidak pernah", roles=READERS),
    Row("programmes:download", shows="activity,title,programme", roles=READERS),
    Row("programmes:add", shows="Cara hitung", roles=KEEPERS),
    keeps("programmes:add", data=made.FORM),
    Row("programmes:take_in", shows="Isi berkas CSV", roles=KEEPERS),
    keeps("programmes:take_in", data={"text": activities.write([made.FACTS])}),
    Row("programmes:page", shows="Pelatihan Contoh", roles=READERS, target=made.an_activity),
    Row("programmes:amend", shows="Alasan perubahan", roles=KEEPERS, target=made.an_activity),
    keeps(
        "programmes:amend",
        target=made.an_activity,
        data={**made.FORM, "version": "1", "reason": made.REASON},
    ),
    keeps(
        "programmes:cancel",
        target=made.an_activity,
        data={"version": "1", "reason": made.REASON},
    ),
)
