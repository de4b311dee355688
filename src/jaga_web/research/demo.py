"""Surveys of the demonstration: all invented, made by code from a seed."""

from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from jaga.errors import Refused
from jaga.surveys.interview import Answers
from jaga.words import Text
from jaga_web.people.models import User
from jaga_web.research import actions, collecting_actions, invented, table_actions
from jaga_web.research.estimating import Chosen
from jaga_web.research.models import Collection

KEEP_DAYS = 180
RESPONDENTS = 34
# What the form works out by itself; nobody answers it.
DERIVED = ("bobot", "banyak_desa")
DESIGN = Chosen(
    measure="tahu", domain="wilayah", weight="bobot", strata="wilayah", psu="desa",
    fpc="banyak_desa",
)  # fmt: skip


@transaction.atomic
def seed(people: Mapping[str, User]) -> None:
    """A survey with its export and estimates, and one that young researchers fill in."""
    if not settings.JAGA_DEMO:
        raise Refused(
            Text(
                id="Survei peraga hanya dibuat pada instalasi peraga.",
                en="Demonstration surveys are only made in a demonstration installation.",
            )
        )
    researcher = people["peneliti"]
    until = timezone.localdate() + timedelta(days=KEEP_DAYS)
    form = actions.add_questionnaire(title="", data=invented.form_xlsx(), by=researcher)
    export = actions.add_export(
        questionnaire=form, data=invented.export_csv(), keep_until=until, by=researcher
    )
    table_actions.estimate_export(export=export, chosen=DESIGN, by=researcher)
    asked = collecting_actions.ask(questionnaire=form, keep_until=until, by=researcher)
    opened = collecting_actions.publish(collection=asked, by=people["pelindungan-data"])
    _answer(opened, people["peneliti-muda"])
    waiting = actions.add_questionnaire(
        title="Rasa aman di internet, putaran kedua (rekaan)",
        data=invented.form_xlsx(),
        by=researcher,
    )
    collecting_actions.ask(questionnaire=waiting, keep_until=until, by=researcher)


def _answer(collection: Collection, by: User) -> None:
    willing = [row for row in invented.rows(invented.SEED + 1) if row["setuju"] == "ya"]
    for number, row in enumerate(willing[:: len(willing) // RESPONDENTS][:RESPONDENTS]):
        given = {
            name: row[name] for name in invented.COLUMNS if row.get(name) and name not in DERIVED
        }
        collecting_actions.answer(
            collection=collection, answers=Answers(given), once=f"demo-{number}", by=by
        )
