"""The list of words, and how typed words are read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import receipt

WORDS = receipt.word_list()
# Stems that no word of the list may hold, and names that many people bear; cut short or common.
BARRED = re.compile(
    r"sex|seks|porn|cium|bunuh|darah|tembak|senjat|racun|mayat|judi|mabuk|rokok|allah|nabi|masjid"
    r"|gereja|puasa|surga|neraka|iblis|anjing|babi|monyet|bodoh|banci|jalang|budak"
    r"|^(perang|bom|doa|tuhan|setan|gila)$"
)
NAMES = """
    adi agus aisyah andi anton ayu bagus bambang bayu bima budi cahya citra dani dewi dian dimas
    dina dwi eka eko endah fajar fitri galih gilang gita hadi hana hendra ika indah intan iwan jati
    joko kartika kirana laras lestari lutfi maya mega melati nanda nila nina novi nur oki permata
    putra putri rama rani ratna rina rizki sari satria setiawan sinta siti slamet sri surya tiara
    tirta tono umi utami wahyu wati wira wulan yanti yoga yudi yuni zahra
"""


def test_there_are_at_least_2048_different_words():
    assert len(WORDS) == len(set(WORDS)) >= 2048
    assert list(WORDS) == sorted(WORDS)


def test_every_word_is_three_to_nine_plain_letters():
    assert [word for word in WORDS if not re.fullmatch(r"[a-z]{3,9}", word)] == []


def test_no_two_words_are_one_letter_apart():
    seen: dict[str, str] = {}
    close = []
    for word in WORDS:
        shapes = {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}
        shapes |= {word[:n] + "?" + word[n + 1 :] for n in range(len(word))}
        for shape in shapes:
            other = seen.setdefault(shape, word)
            if other != word and receipt.one_letter_apart(word, other):
                close.append((word, other))
    assert close == []


def test_no_word_offends_frightens_or_is_a_name():
    assert [word for word in WORDS if BARRED.search(word)] == []
    assert set(WORDS) & set(NAMES.split()) == set()


def test_six_different_words_are_drawn_and_not_twice_the_same():
    drawn = {receipt.draw() for _ in range(50)}
    assert len(drawn) == 50
    assert all(len(set(words)) == receipt.WORDS_IN_RECEIPT for words in drawn)
    assert len(WORDS) ** receipt.WORDS_IN_RECEIPT > 2**66


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("kuda", "kuda", False),
        ("kuda", "muda", True),
        ("kuda", "kud", True),
        ("kuda", "kkuda", True),
        ("kuda", "kuadd", False),
        ("a", "", True),
    ],
)
def test_one_letter_apart(one, other, apart):
    assert receipt.one_letter_apart(one, other) is apart
    assert receipt.one_letter_apart(other, one) is apart


PLACES = st.integers(0, len(WORDS) - 1)


@given(st.tuples(*[PLACES] * 6), st.sampled_from([" ", ", ", "\n"]))
def test_words_are_read_however_they_are_parted(places, between):
    words = [WORDS[place] for place in places]
    typed = f" 1) {between.join(words)}. ".upper()
    assert receipt.canonical(typed) == " ".join(words)


@given(PLACES, st.data())
def test_one_slip_is_mended_or_left_and_never_becomes_a_third_word(number, data):
    word = WORDS[number]
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    slip = word[:place] + letter + word[place + 1 :]
    near = [known for known in WORDS if known == slip or receipt.one_letter_apart(known, slip)]
    assert receipt.mended(slip) == (near[0] if len(near) == 1 else slip)
    assert word in near


@given(st.text(max_size=500))
def test_anything_typed_gives_plain_words(text):
    assert re.fullmatch(r"([a-z]+( [a-z]+)*)?", receipt.canonical(text))
