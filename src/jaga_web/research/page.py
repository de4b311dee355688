"""What the pages of questionnaires show, in the reader's language. Writes nothing."""

from collections.abc import Iterable
from typing import Any

from babel.numbers import format_decimal
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jaga.surveys.forms import Form, said
from jaga.surveys.lint.model import Finding
from jaga.words import Language
from jaga_web.people.models import User
from jaga_web.research import queries, reading
from jaga_web.research.models import Collection, Questionnaire

STATES: dict[str, tuple[Promise | str, str]] = {
    Collection.ASKED: (gettext_lazy("Menunggu orang kedua"), "warn"),
    Collection.OPEN: (gettext_lazy("Terbit, sedang diisi"), "good"),
    Collection.CLOSED: (gettext_lazy("Ditutup"), "info"),
    Collection.RETURNED: (gettext_lazy("Dikembalikan"), "bad"),
}
SHEETS: dict[str, Promise | str] = {
    "survey": gettext_lazy("survey"),
    "choices": gettext_lazy("choices"),
    "settings": gettext_lazy("settings"),
}


def questionnaire(row: Questionnaire, user: User, language: Language) -> dict[str, Any]:
    """The page of one questionnaire."""
    form = reading.form_of(row)
    reasons = reading.reasons_against(form)
    collections = [_collection(one) for one in queries.collections(user).filter(questionnaire=row)]
    under_way = (Collection.ASKED, Collection.OPEN)
    return {
        "questionnaire": row,
        "findings": findings(reading.findings(form), language),
        "asked": len(form.questions),
        "spoken": [name for name in form.languages if name],
        "exports": queries.exports(user).filter(questionnaire=row),
        "tables": tables(queries.tables(user).filter(questionnaire=row), language),
        "collections": collections,
        "may_ask": not any(one["row"].state in under_way for one in collections),
        "blocking": len(reasons),
        "reasons": [reason.say(language) for reason in reasons],
    }


def for_reading(row: Questionnaire, language: Language) -> dict[str, Any]:
    """The questions as a respondent hears them, and the findings, for the second person."""
    form = reading.form_of(row)
    return {
        "questions": [_question(form, node, language) for node in form.nodes
                      if node.asks or node.kind == "note"],
        "findings": findings(reading.findings(form), language),
    }  # fmt: skip


def findings(found: Iterable[Finding], language: Language) -> list[dict[str, Any]]:
    """The lint's findings as lines of a table; certain faults first."""
    ordered = sorted(found, key=lambda one: (one.severity != "error", not one.guards))
    return [
        {
            "level": _("Pasti") if one.severity == "error" else _("Periksa"),
            "look": "bad" if one.severity == "error" else "warn",
            "guards": one.guards,
            "place": _("%(sheet)s, baris %(row)d, %(column)s")
            % {"sheet": one.sheet, "row": one.row, "column": one.column},
            "words": one.words.say(language),
            "todo": one.todo.say(language),
        }
        for one in ordered
    ]


def tables(rows: Iterable[Any], language: Language) -> list[dict[str, Any]]:
    """Estimates as links: what was measured, and by which groups."""
    return [{"pk": row.pk, "at": row.at, "title": title(row, language)} for row in rows]


def title(row: Any, language: Language) -> str:
    """What a table of estimates is about."""
    measure = row.results["measure"][language]
    by = row.results["domain"][language]
    return _("%(measure)s, menurut %(by)s") % {"measure": measure, "by": by} if by else measure


def count(rounded: int | None) -> str:
    """A number of respondents that may be told."""
    if rounded is None:
        return _("kurang dari 5")
    return _("sekitar %(count)s") % {"count": rounded}


def whole(number: int, language: Language) -> str:
    """A whole number with the reader's separators."""
    return str(format_decimal(number, format="#,##0", locale=language))


def _collection(row: Collection) -> dict[str, Any]:
    words, look = STATES[row.state]
    if row.erased_at:
        words, look = _("Ditutup, jawabannya dihapus"), "info"
    return {"row": row, "words": words, "look": look, "sent": _sent(row)}


def _sent(row: Collection) -> str:
    return (
        "–"
        if row.state in (Collection.ASKED, Collection.RETURNED) or row.erased_at
        else count(queries.sent(row))
    )


def _question(form: Form, node: Any, language: Language) -> dict[str, Any]:
    relevants = [each.cell("relevant") for each in (*form.around(node), node)]
    return {
        "label": form.say(node, language),
        "hint": said(node.texts.get("hint", {}), language),
        "choices": [said(one.labels, language) or one.name for one in form.choices_of(node)],
        "relevant": " · ".join(filter(None, relevants)),
    }
