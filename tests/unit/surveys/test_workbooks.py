"""Files from outside: read as text, or refused with words that say what to do."""

import io
import zipfile

import pytest

from jaga.errors import BadInput
from jaga.spreadsheet import as_xlsx
from jaga.surveys import forms, workbooks

FORM = {
    "survey": [["type", "name", "label"], ["text", "a", "A"], [], ["integer", "b", "B"]],
    "settings": [["version"], [2026113001]],
}


def changed(data: bytes, name: str, content: bytes) -> bytes:
    """A copy of an XLSX file with one part added or replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", 8) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return buffer.getvalue()


def test_a_form_is_read_from_bytes_and_from_a_path(tmp_path):
    data = as_xlsx(FORM)
    path = tmp_path / "form.xlsx"
    path.write_bytes(data)
    for given in (data, path, str(path)):
        form = forms.read(given)
        assert [(node.name, node.kind, node.row) for node in form.nodes] == [
            ("a", "text", 2), ("b", "integer", 4),
        ]  # fmt: skip
        assert form.version == "2026113001"


REFUSED = {
    "macro": lambda data: changed(data, "xl/vbaProject.bin", b"x"),
    "macro ": lambda data: changed(
        data, "[Content_Types].xml", b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    ),
    "grows too large": lambda data: changed(data, "xl/media/zeros", bytes(60_000_000)),
    "old or password-protected": lambda _: workbooks.OLD_EXCEL + bytes(600),
    "cannot be read": lambda data: data[: len(data) // 2],
    "cannot be read ": lambda _: b"not a spreadsheet",
    "cannot be read  ": lambda data: changed(
        data, "xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'
    ),
    "larger than": lambda _: bytes(workbooks.MOST_BYTES + 1),
    "no sheet named survey": lambda _: as_xlsx({"one": [["a"]], "two": [["b"]]}),
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_could_harm_is_refused_kindly(words):
    data = REFUSED[words](as_xlsx(FORM))
    with pytest.raises(BadInput, match=words.strip()):
        forms.read(data)


def test_a_form_without_end_is_refused():
    rows = [["type", "name", "label"]]
    rows += [["text", f"q{n}", "Q"] for n in range(forms.MOST_FORM_ROWS + 1)]
    with pytest.raises(BadInput, match="more than"):
        forms.read(as_xlsx({"survey": rows}))


def test_a_missing_file_is_said():
    with pytest.raises(BadInput, match="no such file"):
        forms.read("nowhere.xlsx")


def test_a_csv_is_read_with_the_separator_it_has():
    for separator in ",;\t":
        text = separator.join(["a", "b"]) + "\r\n" + separator.join(["1", '"x\ny"']) + "\r\n"
        sheet = workbooks.csv_sheet("s", text.encode("utf-8-sig"))
        assert sheet.headers == ("a", "b")
        assert [line.cells for line in sheet.lines] == [("1", "x\ny")]
