"""Objects the permission matrix and the tests of research ask for. Everybody here is invented."""

from datetime import date, timedelta

from django.contrib.auth.hashers import make_password
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from jaga.surveys.interview import Answers
from jaga_web.people.models import Organisation, User
from jaga_web.research import actions, collecting_actions, invented, table_actions
from jaga_web.research.estimating import Chosen
from jaga_web.research.models import Collection, Export, Questionnaire, Table

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORM = invented.form_xlsx()
REASON = "Kalimat pembukanya terlalu panjang untuk dibacakan."
# Worked out by the form; nobody answers them.
DERIVED = ("bobot", "banyak_desa")


def somebody(organisation: Organisation, *roles: str, name: str = "") -> User:
    """A colleague who is nobody of the matrix."""
    name = name or "-".join(("research", *roles, str(organisation.pk)))
    user, _ = User.objects.get_or_create(
        username=name,
        defaults={
            "display_name": f"Orang {name}",
            "organisation": organisation,
            "roles": list(roles),
            "password": make_password("x"),
        },
    )
    return user


def soon() -> date:
    return timezone.localdate() + timedelta(days=60)


def sent(data: bytes, name: str = "formulir.xlsx") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, data, content_type=XLSX)


def questionnaire(organisation: Organisation) -> Questionnaire:
    by = somebody(organisation, "researcher")
    return actions.add_questionnaire(title="", data=FORM, by=by)


def asked(organisation: Organisation) -> Collection:
    by = somebody(organisation, "researcher")
    return collecting_actions.ask(
        questionnaire=questionnaire(organisation), keep_until=soon(), by=by
    )


def opened(organisation: Organisation) -> Collection:
    by = somebody(organisation, "data_protection_officer")
    return collecting_actions.publish(collection=asked(organisation), by=by)


def filled(organisation: Organisation, count: int = 12) -> Collection:
    """An open collection with answers of invented respondents."""
    found, by = opened(organisation), somebody(organisation, "young_researcher")
    rows = [row for row in invented.rows() if row["setuju"] == "ya"][::9]
    for number, row in enumerate(rows[:count]):
        given = {name: row.get(name, "") for name in invented.COLUMNS}
        kept = {name: text for name, text in given.items() if text and name not in DERIVED}
        collecting_actions.answer(
            collection=found, answers=Answers(kept), once=f"{found.pk}-{number}", by=by
        )
    return found


def closed(organisation: Organisation, count: int = 40) -> Collection:
    by = somebody(organisation, "researcher")
    return collecting_actions.close(collection=filled(organisation, count), by=by)


EXPORT = invented.export_csv()
DESIGN = {
    "measure": "tahu",
    "weight": "bobot",
    "strata": "wilayah",
    "psu": "desa",
    "fpc": "banyak_desa",
    "domain": "jk",
    "interval": "korn-graubard",
}


def export(organisation: Organisation) -> Export:
    by = somebody(organisation, "researcher")
    return actions.add_export(
        questionnaire=questionnaire(organisation), data=EXPORT, keep_until=soon(), by=by
    )


def table(organisation: Organisation) -> Table:
    by = somebody(organisation, "researcher")
    return table_actions.estimate_export(
        export=export(organisation), chosen=Chosen(**DESIGN), by=by
    )


def few(organisation: Organisation) -> Collection:
    """A closed collection that nobody answered."""
    return closed(organisation, 0)


def number_of(make):
    """A target of the matrix: the number of what `make` makes."""
    return lambda organisation: {"number": make(organisation).pk}
