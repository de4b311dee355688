"""Spreadsheets: text stays text, and the file is one that any office program opens."""

import csv
import io
import zipfile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from jaga.spreadsheet import STARTS_A_FORMULA, as_csv, as_xlsx, harmless

# A busy machine is no fault of the code.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read(data, number=1):
    """The cells of a sheet, as an office program reads them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    return [
        [
            int(cell.findtext(f"{SHEET}v"))
            if cell.get("t") is None
            else cell.findtext(f"{SHEET}is/{SHEET}t") or ""
            for cell in row
        ]
        for row in root.iter(f"{SHEET}row")
    ]


def test_what_is_written_is_read_again():
    rows = [["Bulan", "Kasus"], ['2026 <Jan> & "Feb"', 15], ["  baris\ndua", 0]]
    assert read(as_xlsx({"Kasus": rows})) == rows


def test_every_part_is_named_where_a_reader_looks_for_it():
    data = as_xlsx({"Satu": [["a"]], "Dua": [["b"]]})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        book = etree.fromstring(archive.read("xl/workbook.xml"))
        links = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    listed = {one.get("PartName").strip("/") for one in types if one.get("PartName")}
    assert listed <= names
    assert {f"xl/{one.get('Target')}" for one in links} <= names
    assert [one.get("name") for one in book.iter(f"{SHEET}sheet")] == ["Satu", "Dua"]
    assert read(data, 2) == [["b"]]


def test_the_same_rows_give_the_same_bytes():
    assert as_xlsx({"Satu": [["a", 1]]}) == as_xlsx({"Satu": [["a", 1]]})


def test_columns_past_z_keep_their_place():
    row = [str(number) for number in range(60)]
    assert read(as_xlsx({"Satu": [row]})) == [row]


@pytest.mark.parametrize("titles", [[], ["a" * 31 + "b", "a" * 31 + "c"], ["[]"], ["A", "a"]])
def test_sheets_without_a_title_of_their_own_are_refused(titles):
    with pytest.raises(ValueError, match="sheet"):
        as_xlsx({title: [] for title in titles})


@pytest.mark.parametrize("start", STARTS_A_FORMULA)
def test_nothing_begins_a_formula(start):
    for cell in (f"{start}HYPERLINK(1)", f"  {start}1"):
        assert harmless(cell) == f"'{cell}"
        assert read(as_xlsx({"Satu": [[cell.replace("\r", " ")]]}))[0][0][:1] not in ("=", "+")
    assert harmless("biasa") == "biasa"
    assert harmless(-5) == -5


TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)


@CALM
@given(st.lists(st.lists(st.one_of(TEXTS, st.integers(0, 10**9)), min_size=1), min_size=1))
@example([["a\r=1"], ["\r\t"]])
def test_any_text_makes_a_file_without_formulas(rows):
    for row in csv.reader(io.StringIO(as_csv(rows), newline="")):
        for cell in row:
            assert cell.lstrip(" ")[:1] not in STARTS_A_FORMULA or not cell.strip(" ")
    data = as_xlsx({"Satu": rows})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{SHEET}f"))
    assert [len(row) for row in read(data)] == [len(row) for row in rows]
