"""Making estimates and handing them out. Rows never leave; what is small was never stored."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from django.db import transaction

from jaga.spreadsheet import as_csv
from jaga_web.people.models import User
from jaga_web.refusing import refuse
from jaga_web.research import estimate_page, estimating, reading
from jaga_web.research.actions import trace
from jaga_web.research.estimating import Chosen, Made
from jaga_web.research.models import Collection, Export, Table
from jaga_web.research.permissions import check_keep


@transaction.atomic
def estimate_export(*, export: Export, chosen: Chosen, by: User) -> Table:
    """Estimates from an export. Raises BadInput with what to mend in the design."""
    check_keep(by, export.questionnaire)
    # One estimate at a time, each checked against those before it.
    export = Export.objects.select_for_update(of=("self",)).get(pk=export.pk)
    responses = reading.responses_of_export(export, reading.answers_of(export))
    found = estimating.results(responses, chosen, _made(export.tables.all()))
    made = Table.objects.create(
        questionnaire=export.questionnaire, export=export, design=_design(chosen),
        results=found, by=by,
    )  # fmt: skip
    trace(by, "research.estimated", export.questionnaire, number=made.pk)
    return made


@transaction.atomic
def estimate_collection(*, collection: Collection, chosen: Chosen, by: User) -> Table:
    """Estimates from what collectors sent, once no more can be sent."""
    check_keep(by, collection.questionnaire)
    collection = Collection.objects.select_for_update(of=("self",)).get(pk=collection.pk)
    if collection.state != Collection.CLOSED or collection.erased_at is not None:
        raise refuse(
            "Tutup dulu pengumpulannya; jawaban yang sudah dihapus tidak dapat dihitung.",
            "Close the collection first; answers that were erased cannot be counted.",
        )
    responses = reading.responses_of_collection(collection)
    found = estimating.results(responses, chosen, _made(collection.tables.all()))
    made = Table.objects.create(
        questionnaire=collection.questionnaire, collection=collection, design=_design(chosen),
        results=found, by=by,
    )  # fmt: skip
    trace(by, "research.estimated", collection.questionnaire, number=made.pk)
    return made


@transaction.atomic
def download_csv(*, table: Table, by: User) -> str:
    """The estimates as CSV."""
    check_keep(by, table.questionnaire)
    trace(by, "research.table_downloaded", table.questionnaire, number=table.pk, kind="csv")
    return as_csv(list(estimate_page.csv_lines(table)))


@transaction.atomic
def download_json(*, table: Table, by: User) -> str:
    """The estimates as JSON, with how they were made."""
    check_keep(by, table.questionnaire)
    trace(by, "research.table_downloaded", table.questionnaire, number=table.pk, kind="json")
    found = {
        "format": "jaga-estimates/1",
        "form_id": table.questionnaire.form_id,
        "version": table.questionnaire.version,
        "made_on": table.at.date().isoformat(),
        "design": {name: value for name, value in table.design.items() if value},
        **table.results,
    }
    return json.dumps(found, ensure_ascii=False, indent=1)


def _made(tables: Iterable[Table]) -> list[Made]:
    return [(Chosen(**one.design), one.results) for one in tables]


def _design(chosen: Chosen) -> dict[str, str]:
    return asdict(chosen)
