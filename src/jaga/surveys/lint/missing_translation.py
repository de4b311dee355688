"""Words that one language of the form has and another lacks, cell by cell."""

from collections.abc import Iterable, Iterator, Mapping

from jaga.surveys.forms import Choice, Form, Node
from jaga.surveys.headers import meaning
from jaga.surveys.lint.model import (
    XLSFORM,
    Example,
    Fault,
    Place,
    Rule,
    Severity,
    at,
    at_choice,
    whole,
)
from jaga.words import Text

# Without these somebody is asked nothing; without the rest they are told less.
_NEEDED = ("label",)
_COLUMNS = ("label", "hint", "guidance_hint", "constraint_message", "required_message")


def _check(form: Form) -> Iterator[Fault]:
    used = {node.list_name for node in form.nodes}
    choices = [one for name, listed in form.choices.items() if name in used for one in listed]
    for sheet, rows in (("survey", form.nodes), ("choices", choices)):
        yield from _sheet(form, sheet, rows)


def _sheet(form: Form, sheet: str, rows: Iterable[Node | Choice]) -> Iterator[Fault]:
    """Each empty cell; a column that the sheet lacks altogether is said once, at its headers."""
    default = form.settings.get("default_language", "")
    headers = form.sheets[sheet].headers if sheet in form.sheets else ()
    there = {(column, language or default) for column, language in map(meaning, headers)}
    said: set[tuple[str, str]] = set()
    for row in rows:
        for column, language in _missing(form, row):
            if (column, language) in there:
                yield _place(row, column, language), _words(language), _TODO, _severity(column)
            elif (column, language) not in said:
                said.add((column, language))
                severity = _severity(column) if language else "warning"
                yield whole(sheet, _header(column, language)), _no_column(language), _ADD, severity


def _missing(form: Form, row: Node | Choice) -> Iterator[tuple[str, str]]:
    for column in _COLUMNS:
        words: Mapping[str, str] = row.texts.get(column, {})
        yield from ((column, one) for one in form.languages if words and one not in words)


def _severity(column: str) -> Severity:
    return "error" if column in _NEEDED else "warning"


def _place(row: Node | Choice, column: str, language: str) -> Place:
    header = _header(column, language)
    return at(row, header) if isinstance(row, Node) else at_choice(row, header)


def _header(column: str, language: str) -> str:
    return f"{column}::{language}" if language else column


def _no_column(language: str) -> Text:
    if not language:
        return Text(
            "Sebagian lembar menulis bahasa di judul kolom, dan lembar ini atau lainnya tidak.",
            "Some columns name a language in their header and others do not.",
        )
    return Text(
        f"Lembar ini tidak punya kolom ini dalam bahasa {language}, padahal formulir memakainya.",
        f"This sheet lacks this column in {language}, which the form uses elsewhere.",
    )


def _words(language: str) -> Text:
    if not language:
        return Text(
            "Kolom tanpa nama bahasa kosong di sini, padahal bahasa lain terisi.",
            "The column that names no language is empty here, and another language is filled.",
        )
    return Text(
        f"Kosong dalam bahasa {language}, padahal bahasa lain terisi.",
        f"Empty in {language}, while another language is filled.",
    )


_TODO = Text(
    "Isi sel ini, atau hapus kolom bahasa yang tidak dipakai.",
    "Fill this cell, or delete the column of a language that is not used.",
)

_ADD = Text(
    "Tambahkan kolomnya, atau tulis bahasa yang sama di semua judul kolom.",
    "Add the column, or write the same languages in all headers.",
)

RULE = Rule(
    id="missing_translation",
    title=Text("Terjemahan kurang", "A translation is missing"),
    why=Text(
        "Anak yang memilih bahasa itu melihat pertanyaan atau pilihan kosong.",
        "A child who chooses that language sees an empty question or choice.",
    ),
    sources=(XLSFORM,),
    severity="error",
    guards=False,
    check=_check,
    examples=(
        Example("a label, a choice, and columns that are not there at all", (1, 1, 2, 3), """
            type          | name | label::id | label::en | hint::id | constraint_message::id
            text          | a    | Apa?      |           |          |
            select_one yt | b    | Siapa?    | Who?      | Pilih    | Pilih satu
        """, """
            list_name | name  | label::id | label::en
            yt        | ya    | Ya        | Yes
            yt        | tidak | Tidak     |
        """),
        Example("a column without a language beside one with", (2,), """
            type | name | label | label::en
            text | a    |       | What?
            text | b    | Apa?  | What?
        """),
        Example("all there; a default language; a list that nothing uses", (), """
            type | name | label | label::en | hint::en
            text | a    | Apa?  | What?     |
        """, """
            list_name | name | label | label::en
            unused    | x    | X     |
        """, """
            default_language
            id
        """),
    ),
)  # fmt: skip
