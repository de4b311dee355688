"""Sealed files as what they are: forms with their findings, rows with their standings.

The core reads; this file opens the seals for it. A form is kept in memory between requests, rows
never are.
"""

import base64
import json
from functools import lru_cache

from django.utils import timezone

from jaga.errors import BadInput
from jaga.surveys import exports, forms, interview, lint, publishable, quality
from jaga.surveys.answers import Answers
from jaga.surveys.forms import Form
from jaga.surveys.lint import Finding
from jaga.words import Text
from jaga_web.research import rows
from jaga_web.research.files import Sheet
from jaga_web.research.models import Collection, Export, Questionnaire
from jaga_web.research.responses import Responses
from jaga_web.vault import ERASED, GONE

NO_FORM = Text(
    "Ini bukan XLSForm. Unggah lembar kerja .xlsx dengan lembar survey dan choices.",
    "This is no XLSForm. Upload an .xlsx with the sheets survey and choices.",
)


def form_from(sheet: Sheet) -> Form:
    """The form of an upload. Raises BadInput when it is none, or asks nothing."""
    if sheet.kind != "xlsx":
        raise BadInput(NO_FORM)
    form = _form(sheet.data)
    if not form.questions:
        raise BadInput(NO_FORM)
    return form


def form_of(questionnaire: Questionnaire) -> Form:
    """The form of a kept questionnaire."""
    return _form(base64.b64decode(questionnaire.source))


def findings(form: Form) -> tuple[Finding, ...]:
    """What the lint says of a form."""
    return lint.findings(form)


def reasons_against(form: Form) -> list[Text]:
    """Why a form may not be opened to collectors; none when it may.

    The lint's own verdict, and what a collector's pages could not ask.
    """
    reasons = [one.words for one in publishable.verdict(form).blocking]
    for node, words in interview.hindrances(form):
        reasons.append(Text(f"Baris {node.row}: {words.id}", f"Row {node.row}: {words.en}"))
    return list(dict.fromkeys(reasons))


def must_be_publishable(questionnaire: Questionnaire) -> None:
    """Refuse a questionnaire that does not protect those who are asked. Raises BadInput."""
    reasons = reasons_against(form_of(questionnaire))
    if reasons:
        raise BadInput(
            Text(
                f"Kuesioner ini belum boleh terbit: {reasons[0].id}",
                f"This questionnaire may not be opened yet: {reasons[0].en}",
            )
        )


def export_from(questionnaire: Questionnaire, sheet: Sheet) -> Answers:
    """The answers of an upload. Raises BadInput unless it is of this very form and version."""
    found = exports.read(form_of(questionnaire), sheet.data)
    if not found.rows:
        raise BadInput(
            Text(
                "Tidak ada kiriman dari versi ini di dalam ekspor. Periksa kuesioner dan versinya.",
                "The export holds no submission of this version. Check questionnaire and version.",
            )
        )
    return found


def answers_of(export: Export) -> Answers:
    """The answers of a kept export."""
    return exports.read(form_of(export.questionnaire), _content(export), _source(export))


def responses_of_export(export: Export, answers: Answers) -> Responses:
    """The rows of an export with every column that stands in it."""
    return rows.of_export(answers, _content(export))


def responses_of_collection(collection: Collection) -> Responses:
    """What collectors sent, each row opened for the length of this request."""
    contents = [row.content for row in collection.answers.all()]
    if ERASED in contents:
        raise BadInput(GONE)
    day = timezone.localdate(collection.closed_at)
    return rows.of_collection(
        form_of(collection.questionnaire), [json.loads(text) for text in contents], day
    )


def checks(answers: Answers) -> list[Text]:
    """What stands out among interviewers, and rows that look like copies."""
    return [one.words for one in quality.found(answers)]


def _content(export: Export) -> bytes:
    content = Export.objects.only("content").get(pk=export.pk).content
    if content == ERASED:
        raise BadInput(GONE)
    return base64.b64decode(content)


def _source(export: Export) -> exports.Source:
    return "odk" if export.kind == Export.CENTRAL else "kobo"


@lru_cache(maxsize=16)
def _form(data: bytes) -> Form:
    return forms.read(data)
