"""Who may open what of the year's figures; see tests/web/matrix.py."""

from tests.web.matrix import Arguments, Row, roles
from tests.web.programmes import made

from jaga.programmes.activities import Activity
from jaga_web.people.models import Organisation
from jaga_web.people.roles import ROLES

READERS = roles(*(name for name, role in ROLES.items() if "figures.view" in role.permissions))
# Of a year in which only that organisation did anything.
# Without a code: the house numbers it, so that there can be several.
LONG_AGO = Activity(
    **{**vars(made.FACTS), "code": "", "starts_on": made.FACTS.starts_on.replace(year=2019)}
)


def a_year(organisation: Organisation) -> Arguments:
    made.activity(organisation, LONG_AGO)
    return {"year": 2019}


ROWS = (
    Row("yearly:newest", shows="/year/", status=302, roles=READERS),
    Row("yearly:figures", shows="Program Contoh", roles=READERS, target=a_year),
    Row("yearly:export", shows="fact_id,section", roles=READERS, target=a_year),
)
