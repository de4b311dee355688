"""The file of tokens: what leaves names nobody, and only such a file comes in."""

import csv
import io

import pytest

from jaga.casework.matching.tokens import (
    COLUMNS,
    MOST_ROWS,
    Known,
    key_mark,
    read,
    read_key,
    tokens,
    write,
)
from jaga.errors import BadInput

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
CHILD = Known(
    ref="r1",
    name="Ratih Rekaan",
    birth_date="2012-05-01",
    sex="f",
    region="33",
    village="Desa Contoh",
    mother="Sumarni",
    age_band="12-14",
    form=("sexual", "neglect"),
)


def file_of(*known, key=KEY):
    return write([row for one in known if (row := tokens(one, key))], key)


def test_what_is_written_is_read_again():
    assert read(file_of(CHILD), KEY) == [tokens(CHILD, KEY)]
    assert read("\ufeff" + file_of(CHILD).replace("\n", "\r\n"), KEY) == [tokens(CHILD, KEY)]


def test_nothing_known_of_a_child_is_in_the_file():
    text = file_of(CHILD).lower()
    for told in ("ratih", "rekaan", "2012", "contoh", "sumarni", "12-14", "sexual", "neglect"):
        assert told not in text
    line = next(csv.DictReader(io.StringIO(text)))
    assert line["sex"] not in ("f", "m")
    assert line["region"] != "33"


def test_another_key_gives_other_tokens_and_is_noticed():
    assert tokens(CHILD, KEY).name != tokens(CHILD, OTHER_KEY).name
    assert key_mark(KEY) != key_mark(OTHER_KEY)
    with pytest.raises(BadInput) as refused:
        read(file_of(CHILD), OTHER_KEY)
    assert "Baris 2: dibuat dengan kunci lain" in refused.value.say("id")


def test_the_same_value_in_two_columns_has_two_tokens():
    one = tokens(Known("r", "Suharti", mother="S", village="Suharti"), KEY)
    assert len({one.name, one.spelling, one.village, *one.name_words}) == 4


def test_lines_stand_in_the_order_of_their_refs():
    text = file_of(Known("r2", "Aminah Rekaan"), Known("r1", "Zahra Rekaan"))
    assert [line["ref"] for line in csv.DictReader(io.StringIO(text))] == ["r1", "r2"]


def changed(column, value):
    rows = list(csv.reader(io.StringIO(file_of(CHILD))))
    rows[1][COLUMNS.index(column)] = value
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "nama kolom"),
        ("name,born\nRatih,2012\n", "nama kolom"),
        (file_of(), "kosong"),
        (changed("version", "2"), "Baris 2: bentuknya"),
        (changed("name", "Ratih Rekaan"), "Baris 2: isinya bukan token"),
        (changed("birth_date", "2012-05-01"), "Jangan menempelkan nama"),
        (changed("name_words", ""), "isinya bukan token"),
        (changed("ref", "=1+1"), "isinya bukan token"),
        (changed("ref", ""), "isinya bukan token"),
        (file_of(CHILD) + file_of(CHILD).splitlines()[1], "Baris 3: rujukannya"),
        (file_of(CHILD).strip() + ",more", "bentuknya bukan versi"),
        (file_of(CHILD).rsplit(",", 1)[0], "bentuknya bukan versi"),
    ],
)
def test_what_is_no_list_of_tokens_is_refused_with_its_line(text, words):
    with pytest.raises(BadInput) as refused:
        read(text, KEY)
    assert words in refused.value.say("id")
    assert "Ratih" not in refused.value.say("id") + refused.value.say("en")


def test_a_list_that_is_too_long_is_refused():
    head, line = file_of(CHILD).splitlines()
    lines = [line.replace(",r1,", f",r{number},") for number in range(MOST_ROWS + 1)]
    with pytest.raises(BadInput, match="more than"):
        read("\n".join([head, *lines]), KEY)


def test_a_key_is_64_digits_however_it_was_pasted():
    assert read_key(f" {KEY.hex()[:32]}\n{KEY.hex()[32:].upper()} ") == KEY
    for wrong in ("", "abc", "z" * 64, KEY.hex() + "00"):
        with pytest.raises(BadInput, match="64 hexadecimal"):
            read_key(wrong)
