"""What pyxform, the field's own reader, refuses; its errors in our words, with their row.

pyxform names its newer errors by a code and its older ones by words alone (pyxform 4.5,
`pyxform.errors`); both are known here by the beginning of a code or a piece of the words.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from jaga.surveys.forms import Form, cells_of
from jaga.surveys.lint.model import XLSFORM, Example, Fault, Place, Rule
from jaga.words import Text


@lru_cache(maxsize=1)
def _known() -> tuple[tuple[str, Text, Text], ...]:
    """(beginning of the code or piece of the message, what it is, what to do)."""
    written = (files("jaga.surveys.lint") / "pyxform_words.toml").read_text(encoding="utf-8")
    return tuple(
        (
            one["says"],
            Text(one["words_id"], one["words_en"]),
            Text(one["todo_id"], one["todo_en"]),
        )
        for one in tomllib.loads(written)["refusal"]
    )


# (title, headers, rows of (header, cell)) of each sheet.
_Given = tuple[tuple[str, tuple[str, ...], tuple[tuple[tuple[str, str], ...], ...]], ...]
_UNKNOWN = Text(
    "pyxform, pembaca formulir ODK dan Kobo, menolak formulir ini.",
    "pyxform, which reads forms for ODK and Kobo, refuses this form.",
)


def _check(form: Form) -> Iterator[Fault]:
    found = refusal(form)
    if found is None:
        return
    code, message = found
    for known, words, todo in _known():
        if re.match(known, code) if code and "_" in known else re.search(known, message):
            yield _place(form, message), words, todo, None
            return
    quoted = re.sub(r"\s+", " ", message)[:200]
    yield _place(form, message), _UNKNOWN, Text(f"Katanya: {quoted}", f"It says: {quoted}"), None


def refusal(form: Form) -> tuple[str, str] | None:
    """(code, message) of pyxform's refusal of a form; None when it takes it.

    ODK Validate, which needs Java, is not run.
    """
    return _asked(_as_given(form))[0]


def warnings(form: Form) -> tuple[str, ...]:
    """What pyxform warns of, in its own words; empty when it refuses."""
    return _asked(_as_given(form))[1]


def _as_given(
    form: Form,
) -> _Given:
    """The sheets with their empty rows, as pyxform counts rows by place."""
    given = []
    for title, sheet in form.sheets.items():
        rows: list[tuple[tuple[str, str], ...]] = []
        for line in sheet.lines:
            rows += [()] * (line.number - 2 - len(rows))
            rows.append(tuple(cells_of(sheet, line).items()))
        given.append((title, tuple(filter(None, sheet.headers)), tuple(rows)))
    return tuple(given)


@lru_cache(maxsize=64)
def _asked(given: _Given) -> tuple[tuple[str, str] | None, tuple[str, ...]]:
    """(refusal or None, warnings)."""
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    book: dict[str, object] = {"sheet_names": [title for title, _, _ in given]}
    for title, headers, rows in given:
        if len(set(headers)) < len(headers):
            return ("HEADER_002", f"On the '{title}' sheet: Duplicate column header"), ()
        book[title] = [dict(row) for row in rows]
        book[f"{title}_header"] = [dict.fromkeys(headers)]
    warned: list[str] = []
    try:
        convert(book, validate=False, form_name="data", warnings=warned)
    except PyXFormError as error:
        code = getattr(getattr(error, "code", None), "name", "") or ""
        return (code or _code(str(error)), str(error)), ()
    except Exception as error:  # a fault of pyxform's own must not be one of ours
        return ("", f"{type(error).__name__}"), ()
    return None, tuple(warned)


def _code(message: str) -> str:
    """The code of a message that was written from a code's template without carrying it."""
    from pyxform.errors import ErrorCode

    for code in ErrorCode:
        pieces = [p for p in re.split(r"\{+[^{}]*\}+", code.value.msg) if len(p) > 20]
        if pieces and all(piece in message for piece in pieces):
            return str(code.name)
    return ""


def _place(form: Form, message: str) -> Place:
    row = re.search(r"\[row ?: ?(\d+)\]", message)
    sheet = re.search(r"On the '(\w+)' sheet|'(choices)' sheet", message)
    column = re.search(r"the '([\w:]+)' value", message)
    number = int(row[1]) if row else _row_of_name(form, message)
    title = (sheet[1] or sheet[2]) if sheet else "survey"
    name = next((node.name for node in form.nodes if node.row == number), "")
    return Place(title, number, column[1] if column else "", name if title == "survey" else "")


def _row_of_name(form: Form, message: str) -> int:
    """The row of a type or question that the message quotes; its older errors give no row."""
    quoted = re.findall(r"'([^']+)'", message)
    for node in form.nodes:
        if node.cell("type") in quoted or (node.name and node.name in quoted):
            return node.row
    return 1


RULE = Rule(
    id="pyxform_refuses",
    title=Text("Ditolak pyxform", "Refused by pyxform"),
    why=Text(
        "Formulir ini tidak dapat diunggah ke ODK atau Kobo.",
        "The form cannot be uploaded to ODK or Kobo.",
    ),
    sources=(XLSFORM,),
    severity="error",
    guards=True,
    check=_check,
    examples=(
        Example("a list that is not there", (2,), """
            type            | name | label
            select_one none | a    | A
        """),
        Example("two rows with one name", (3,), """
            type | name | label
            text | a    | A
            text | a    | A
        """),
        Example("a reference to nothing", (3,), """
            type | name | label | relevant
            text | a    | A     |
            text | b    | B     | ${c} = 'x'
        """),
        Example("two choices with one name", (3,), """
            type          | name | label
            select_one yt | a    | A
        """, """
            list_name | name | label
            yt        | ya   | Ya
            yt        | ya   | Ya
        """),
        Example("a type that does not exist, a group that does not end", (2,), """
            type   | name | label
            color  | a    | A
        """),
        Example("a group that does not end", (2,), """
            type        | name | label
            begin group | g    | G
            text        | a    | A
        """),
        Example("taken", (), """
            type          | name | label
            select_one yt | a    | A
        """),
    ),
)  # fmt: skip
