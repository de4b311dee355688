"""Who may open what in reports; see tests/web/matrix.py."""

from tests.web.matrix import Row, roles
from tests.web.reports import made

from jaga_web.people.roles import ROLES

READERS = roles(*(name for name, role in ROLES.items() if "figures.view" in role.permissions))
BUILDERS = roles("programme_officer", "researcher")

ROWS = (
    Row("reports:list", shows="Angka ditahan", roles=READERS),
    Row("reports:read", shows="Baru", roles=READERS, target=made.a_report),
    Row("reports:download", shows='"F1"', roles=READERS, target=made.a_file),
    Row("reports:style", shows=".page-set", roles=READERS),
    Row("reports:build", shows="Tempelkan isi facts.csv", roles=BUILDERS),
    Row(
        "reports:build",
        shows="/annual/",
        roles=BUILDERS,
        method="POST",
        status=302,
        data={
            "year": "2031",
            "language": "id",
            "facts": made.FACTS,
            "narrative": made.NARRATIVE,
        },
    ),
)
