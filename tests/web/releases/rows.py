"""Who may open what in releases; see tests/web/matrix.py."""

from tests.web.matrix import Arguments, Row, roles
from tests.web.releases import made

from jaga_web.people.models import Organisation
from jaga_web.people.roles import ROLES

READERS = roles(*(name for name, role in ROLES.items() if "figures.view" in role.permissions))
PROPOSERS = roles("researcher", "programme_officer", "data_protection_officer")
RELEASERS = roles("data_protection_officer")


def a_proposal(organisation: Organisation) -> Arguments:
    return {"number": made.proposal(organisation).pk}


def a_release(organisation: Organisation) -> Arguments:
    """Ours is number 1; theirs is number 2, which ours has not."""
    number = made.release(organisation)
    if organisation.kind == "provider":
        number = made.release(organisation, measure="children helped")
    return {"number": number}


def a_file(organisation: Organisation) -> Arguments:
    return {**a_release(organisation), "form": "csv"}


ROWS = (
    Row("releases:list", shows="Terbitan angka", roles=READERS),
    Row("releases:propose", shows="Tabel kita sendiri", roles=PROPOSERS),
    Row(
        "releases:propose", shows="/figures/releases/proposals/", roles=PROPOSERS, method="POST",
        status=302, data=made.PASTED,
    ),
    Row("releases:proposal", shows="Jawaban pemeriksaan", roles=PROPOSERS, target=a_proposal),
    Row(
        "releases:approve", shows="/figures/releases/", roles=RELEASERS, method="POST", status=302,
        target=a_proposal,
    ),
    Row(
        "releases:give_back", shows="/figures/releases/proposals/", roles=RELEASERS, method="POST",
        status=302, target=a_proposal, data={"reason": made.REASON},
    ),
    Row("releases:release", shows="Keterangan", roles=READERS, target=a_release),
    Row("releases:file", shows="table,dimension_1", roles=READERS, target=a_file),
    Row(
        "releases:withdraw", shows="/figures/releases/", roles=RELEASERS, method="POST",
        status=302, target=a_release, data={"note": made.REASON},
    ),
)  # fmt: skip
