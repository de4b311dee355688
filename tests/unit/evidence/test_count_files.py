"""Tables of counts as people hand them in: what is read, and what is sent back with a reason."""

import pytest

from jaga.errors import BadInput
from jaga.evidence.count_files import read_counts, read_notes

NOTES = """
title = {id = "Judul rekaan", en = "Invented title"}
measure = "children served"
population = "unit rekaan"
unit = "children"
definition = {id = "Rekaan", en = "Invented"}
first = 2026-01-01
last = 2026-06-30
as_of = "2026-07-05"
source = {id = "Rekaan", en = "Invented"}
[dimensions.place]
title = {id = "Pulau", en = "Island"}
[dimensions.place.covers]
Jawa = ["31", "32"]
"""


def test_a_table_keeps_its_order_and_what_its_categories_cover():
    table = read_counts("place,count\nJawa,12\nBali,0\n", "pulau", read_notes(NOTES))
    assert table.counts == (12, 0)
    assert table.dimensions[0].categories[0].covers == {"31", "32"}
    assert table.dimensions[0].title.en == "Island"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("age\n12\n", "count"),
        ("age,age,count\na,b,1\n", "different name"),
        ("count\n1\n", "dimensions"),
        ("a,b,c,d,count\n1,2,3,4,5\n", "dimensions"),
        ("age,count\n12,-1\n", "Line 2"),
        ("age,count\n12,1.5\n", "Line 2"),
        ("age,count\n12,1\n12,2\n", "Line 3"),
        ("age,count\n,1\n", "Line 2"),
        ("age,sex,count\n12,f,1\n13,m,2\n", "no line for 12, m"),
        ("age,count\n12-14,1\n14-15,2\n", "overlap"),
        ('age,count\n"12,1\n', "CSV"),
    ],
)
def test_a_table_with_a_fault_is_sent_back(text, words):
    with pytest.raises(BadInput, match=words):
        read_counts(text, "t")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('unit = "children"', "", "missing unit"),
        ('unit = "children"', 'unit = ""', "unit"),
        ('unit = "children"', 'unit = "children"\nunits = 1', "unknown units"),
        ("first = 2026-01-01", "first = 2027-01-01", "Swap"),
        ("2026-07-05", "July", "as_of"),
        ('{id = "Judul rekaan", en = "Invented title"}', '"Judul"', "title"),
        ("title =", "title", "TOML"),
    ],
)
def test_notes_with_a_fault_are_sent_back(old, new, words):
    with pytest.raises(BadInput, match=words):
        read_notes(NOTES.replace(old, new, 1))
