"""Names that sound alike meet; names of two children do not."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaga.casework.matching.names import plain, sounds

# A busy machine is no fault of the code.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Soerja Widjaja", "Surya Wijaya"),
        ("Tjahjono", "Cahyono"),
        ("Djoko", "Joko"),
        ("Sjarifah", "Syarifah"),
        ("Njoman", "Nyoman"),
        ("Noeroel Hoeda", "Nurul Huda"),
        ("Jahja Sjahrir", "Yahya Syahrir"),
        ("Rahmah", "Rahma"),
        ("Fitri", "Fitrie"),
        ("Fatimah", "Patimah"),
        ("Dzaki", "Zaki"),
        ("Rizqi", "Rizky"),
        ("Chairul", "Khairul"),
        ("Achmad", "Ahmad"),
        ("Husein", "Husain"),
        ("Zaenal", "Zainal"),
        ("Victor", "Viktor"),
        ("Abdurrahman", "Abdul Rahman"),
        ("Moch. Rizky", "Muhammad Rizki"),
        ("ma'ruf", "Maruf"),
        ("Ayu  LESTARI", "Lestari Ayu"),
        ("Ahmad bin Saleh", "Ahmad Saleh"),
        ("René", "Rene"),
    ],
)
def test_two_spellings_of_one_name_sound_alike(one, other):
    assert sounds(one) == sounds(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siti Rahma", "Siti Rahmi"),
        ("Hasan", "Husin"),
        ("Dewi", "Dwi"),
        ("Dini", "Dina"),
        ("Budi Santoso", "Budi Susanto"),
        ("Abdullah", "Abdul"),
    ],
)
def test_names_of_two_children_stay_apart(one, other):
    assert sounds(one) != sounds(other)


def test_a_single_name_and_an_initial_are_names():
    assert sounds("Suharti") == ("suarti",)
    assert sounds("M.") == ("m",)
    assert sounds("M. Rizki") == sounds("Rizki")
    assert sounds("?!") == ()


@CALM
@given(st.text(max_size=40))
def test_any_text_gives_words_once_and_in_order(name):
    words = sounds(name)
    assert list(words) == sorted(set(words))
    assert all(word.isascii() and word.isalpha() for word in words)
    assert plain(plain(name)) == plain(name)
    assert sounds(name.upper()) == sounds(name.lower()) or not name.isascii()
