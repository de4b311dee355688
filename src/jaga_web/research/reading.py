"""Sealed files as what they are: forms with their findings, rows with their standings.

The core reads; this file opens the seals for it. A form is kept in memory between requests, rows
never are.
"""

import base64
from functools import lru_cache

from jaga.errors import BadInput
from jaga.surveys import forms, interview, lint, publishable
from jaga.surveys.forms import Form
from jaga.surveys.lint import Finding
from jaga.words import Text
from jaga_web.research.files import Sheet
from jaga_web.research.models import Questionnaire

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


@lru_cache(maxsize=16)
def _form(data: bytes) -> Form:
    return forms.read(data)
