"""Who may open the pages about who carries which cases; see tests/web/matrix.py."""

from tests.web.matrix import Arguments, Row, roles

from jaga_web import vault
from jaga_web.cases.models import Case
from jaga_web.people.models import Organisation, User


def _caseworker(name: str, organisation: Organisation) -> User:
    return User.objects.get_or_create(
        username=f"{name}-{organisation.pk}",
        defaults={"display_name": name, "organisation": organisation, "roles": ["caseworker"]},
    )[0]


def a_leaver(organisation: Organisation) -> Arguments:
    """Somebody with an open case."""
    leaver = _caseworker("pergi", organisation)
    Case.objects.create(
        number=f"JGA-2026-7{organisation.pk:05d}",
        organisation=organisation,
        key_id=vault.new_key(),
        source="direct",
        owner=leaver,
        opened_by=leaver,
    )
    return {"number": leaver.pk}


def to_a_colleague(arguments: Arguments) -> dict[str, str]:
    """The form that gives it all to a colleague."""
    organisation = User.objects.get(pk=arguments["number"]).organisation
    return {"reason": "leaving", "all": str(_caseworker("pengganti", organisation).pk)}


ROWS: tuple[Row, ...] = (
    Row(
        "cases:caseload",
        shows="Risiko tinggi",
        roles=roles("caseworker", "supervisor", "legal_officer"),
    ),
    Row("cases:hand_over", shows="Serah terima", roles=roles("supervisor")),
    Row("cases:hand_over_of", shows="Semua kepada", roles=roles("supervisor"), target=a_leaver),
    Row(
        "cases:hand_over_of",
        shows="/cases/hand-over/",
        status=302,
        roles=roles("supervisor"),
        method="POST",
        target=a_leaver,
        data=to_a_colleague,
    ),
)
