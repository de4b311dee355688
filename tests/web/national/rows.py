"""Who may open what in national; see tests/web/matrix.py."""

from tests.web.matrix import Arguments, Row, roles
from tests.web.national import fabricate

from jaga_web.national.models import Decision
from jaga_web.people.models import Organisation
from jaga_web.people.roles import ROLES

READERS = roles(*(name for name, role in ROLES.items() if "figures.view" in role.permissions))
EXPORTERS = roles("supervisor", "registrar")
MATCHERS = roles("registrar")


def a_case(organisation: Organisation) -> Arguments:
    return {"number": fabricate.case(organisation).pk}


def a_unit(organisation: Organisation) -> Arguments:
    return {"number": fabricate.counterpart(organisation).pk}


def a_suggestion(organisation: Organisation) -> Arguments:
    return {"number": fabricate.suggestion(fabricate.counterpart(organisation)).pk}


def a_decided_one(organisation: Organisation) -> Arguments:
    one = fabricate.suggestion(fabricate.counterpart(organisation))
    by = fabricate.someone(organisation)
    Decision.objects.create(suggestion=one, verdict=Decision.SAME, by=by)
    return {"number": one.pk}


ROWS = (
    Row("national:board", shows="Empat hitungan", roles=READERS),
    Row("national:export", shows="Unduh tanpa identitas", roles=EXPORTERS),
    Row(
        "national:export",
        shows="/national/export/",
        roles=EXPORTERS,
        method="POST",
        status=302,
        data={"form": "csv"},
    ),
    Row("national:packs", shows="Isian Simfoni", roles=EXPORTERS),
    Row("national:pack", shows="periksa ke KemenPPPA", roles=EXPORTERS, target=a_case),
    Row(
        "national:make_pack",
        shows="Simfoni PPA",
        roles=EXPORTERS,
        method="POST",
        target=a_case,
        data={"form": "txt"},
    ),
    Row(
        "national:write_back",
        shows="/national/packs/",
        roles=EXPORTERS,
        method="POST",
        status=302,
        target=a_case,
        data={"number": "SIM-REKAAN-1"},
    ),
    Row("national:units", shows="Tambah unit", roles=MATCHERS),
    Row(
        "national:units",
        shows="/national/units/",
        roles=MATCHERS,
        method="POST",
        status=302,
        data={"name": "UPTD Contoh Baru"},
    ),
    Row("national:unit", shows="UPTD Contoh", roles=MATCHERS, target=a_unit),
    Row(
        "national:key",
        shows=fabricate.KEY.hex(),
        roles=MATCHERS,
        method="POST",
        target=a_unit,
    ),
    Row("national:make_list", shows="key_mark", roles=MATCHERS, method="POST", target=a_unit),
    Row(
        "national:compare",
        shows="/national/units/",
        roles=MATCHERS,
        method="POST",
        status=302,
        target=a_unit,
        data={"text": "x"},
    ),
    Row(
        "national:decide",
        shows="/national/units/",
        roles=MATCHERS,
        method="POST",
        status=302,
        target=a_suggestion,
        data={"verdict": "same"},
    ),
    Row(
        "national:undo",
        shows="/national/units/",
        roles=MATCHERS,
        method="POST",
        status=302,
        target=a_decided_one,
    ),
)
