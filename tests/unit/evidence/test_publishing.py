"""Published tables as files, sentences and pictures: each shows what its table shows, no more."""

import io
import json
from datetime import date
from xml.etree import ElementTree

import openpyxl
import pytest
from tests.releasing import PlainVault, cube, draft

from jaga.errors import Refused
from jaga.evidence import pictures, shown
from jaga.evidence.linked import protect_together
from jaga.evidence.publishing import about_lines, as_csv, as_json, as_xlsx
from jaga.evidence.releases import Ledger, Signed, publish
from jaga.evidence.shown import ShownCount, cell, sentence, share, total
from jaga.evidence.tiles import TILES
from jaga.words import Text

AGES, SEXES = ("0-11", "12-14", "15-17"), ("girl", "boy")
COUNTS = (3, 20, 30, 40, 12, 60)


@pytest.fixture(scope="module")
def release():
    ledger = publish(
        Ledger(),
        draft(cube("umur", {"age": AGES, "sex": SEXES}, COUNTS)),
        Signed("Ani", "Budi", date(2026, 7, 10)), vault=PlainVault(),
    )  # fmt: skip
    return ledger.releases[0]


@pytest.fixture(scope="module")
def table(release):
    return release.tables[0]


def test_csv_says_withheld_and_marks_totals_that_leave_cells_out(release):
    text = as_csv(release)
    assert "umur,age,0-11,sex,girl,,,ditahan," in text
    assert "umur,age,12-14,sex,total,,,70,jumlah dari sel yang ditampilkan" in text
    assert "umur,age,total,sex,total,,,70," in text
    assert "some cells withheld" in text.splitlines()[-1]


def test_json_carries_all_that_explains_it(release):
    told = json.loads(as_json(release, "f" * 64))
    assert told["tables"][0]["cells"] == [None, None, 30, 40, None, None]
    assert told["rules"] == {
        "withheld": "1-4", "rounded_to": 5, "minimum_width": 5,
        "totals": {"id": "jumlah dari sel yang ditampilkan", "en": "sum of the cells shown"},
    }  # fmt: skip
    assert told["about"]["first"] == "2026-01-01"
    assert told["hash"] == "f" * 64
    assert "sealed" not in told


def test_a_spreadsheet_program_reads_the_same(release):
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(release, "f" * 64)))
    rows = list(book.worksheets[1].values)
    assert rows[1][:3] == ("0-11", "girl", "ditahan")
    assert rows[3][:3] == ("12-14", "girl", 30)
    assert len(list(book.worksheets[0].values)) == len(about_lines(release, "f" * 64)) + 1


def test_no_file_holds_a_raw_count(release):
    for text in (as_csv(release), as_json(release, "0" * 64)):
        assert ",3," not in text
        assert ",12," not in text


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(0, 500, "0 %"), (5, 2000, "<1 %"), (5, 500, "1 %"), (250, 500, "50 %"), (490, 500, "98 %"),
     (495, 500, ">98 %"), (500, 500, "100 %"), (None, 500, "withheld"), (5, None, "withheld")],
)  # fmt: skip
def test_a_share_with_a_small_complement_is_a_band(part, whole, words):
    assert share(ShownCount(part), ShownCount(whole)).en == words


def test_a_total_that_leaves_cells_out_is_no_base(table):
    assert share(cell(table, "12-14", "girl"), total(table)) == shown.WITHHELD
    assert share(cell(table, "12-14", "girl"), total(table, age="12-14")).en == "43 %"


def test_a_sentence_takes_shown_counts_and_nothing_else(table):
    words = Text("{n} anak", "{n} children")
    assert sentence(words, n=cell(table, "12-14", "boy")).en == "40 children"
    assert sentence(words, n=cell(table, "0-11", "girl")).id == "ditahan anak"
    with pytest.raises(Refused, match="protected table"):
        sentence(words, n=40)


def test_bars_hatch_what_is_withheld_and_say_everything_in_words(table):
    tree = ElementTree.fromstring(pictures.bars(table, "en", "b1"))
    space = {"s": "http://www.w3.org/2000/svg"}
    boxes = tree.findall("s:rect", space)
    assert sum(box.get("fill") == "url(#b1-hatch)" for box in boxes) == 4
    words = tree.find("s:desc", space).text
    assert words == pictures.in_words(table, "en")
    assert "0-11, girl: withheld" in words
    assert "12-14, boy: 40" in words


def test_a_map_has_a_tile_for_each_province_and_hatches_withheld_and_unreliable():
    (found,) = protect_together(
        [cube("peta", {"province": tuple(TILES)}, [3, 8, *[30] * 34, 0, 400])]
    )
    drawn = pictures.tile_map(found, "id", "m1", unreliable=["12"])
    tree = ElementTree.fromstring(drawn)
    boxes = tree.findall("{http://www.w3.org/2000/svg}rect")[:38]
    hatched = [box for box in boxes if box.get("fill") == "url(#m1-hatch)"]
    assert len(boxes) == 38
    assert len(hatched) == sum(one is None for one in found.cells) + (found.cells[1] is not None)
    assert "Aceh: ditahan" in drawn


def test_tiles_do_not_share_a_place():
    assert len({(column, row) for column, row, _ in TILES.values()}) == len(TILES) == 38


def test_a_table_without_provinces_is_no_map(table):
    assert not pictures.has_provinces(table)
    with pytest.raises(ValueError, match="provinces"):
        pictures.tile_map(table, "id", "m1")
