"""A small invented report of an organisation, and what is pasted to build it."""

from tests.web.matrix import Arguments

from jaga_web.people.models import Organisation, User
from jaga_web.reports.actions import Order, build
from jaga_web.reports.models import AnnualReport

FACTS = (
    "fact_id,section,pillar,programme,partner,measure,value,unit,base_n,base,place,period,kind,"
    "qualifier\n"
    "F1,1,finance,desk,Bank Rekaan,alerts that people reviewed,327,alerts,,,Kota Rekaan,2031,"
    "count,\n"
    "F2,2,cases,help,,children of the small place,3,persons,,,Desa Rekaan,2031,unique persons,\n"
)
NARRATIVE = '[[challenge]]\nid = "Baru {F1} ditinjau."\nen = "Only {F1} were reviewed."\n'


def builder(organisation: Organisation) -> User:
    """A programme officer of the organisation."""
    user, _ = User.objects.get_or_create(
        username=f"builder-{organisation.pk}",
        defaults={
            "display_name": "Wening Rekaan",
            "organisation": organisation,
            "roles": ["programme_officer"],
        },
    )
    return user


def report(organisation: Organisation, language: str = "id") -> AnnualReport:
    order = Order(2031, language, FACTS, NARRATIVE)
    return build(order=order, by=builder(organisation))


def a_report(organisation: Organisation) -> Arguments:
    return {"number": report(organisation).pk}


def a_file(organisation: Organisation) -> Arguments:
    return {"number": report(organisation).pk, "name": "numbers.json"}
