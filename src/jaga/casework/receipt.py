"""The six words by which whoever reported comes back: our own list, drawn at random.

Six of 2,123 words are 66 bits: nobody guesses them, and a child can write them on a shopping list.
No two words of the list are one letter apart, so one slip in a word is mended, never confused.
"""

import secrets
from functools import cache
from importlib import resources

WORDS_IN_RECEIPT = 6
LONGEST_TYPED = 200


@cache
def word_list() -> tuple[str, ...]:
    """The list, in the order of the alphabet."""
    text = (resources.files("jaga.casework") / "receipt_words.txt").read_text(encoding="ascii")
    return tuple(text.split())


def draw() -> tuple[str, ...]:
    """Six different words by the system's random source."""
    return tuple(secrets.SystemRandom().sample(word_list(), WORDS_IN_RECEIPT))


def canonical(typed: str) -> str:
    """What was typed as words with one space between; slips of one letter are mended.

    Signs, digits and line ends part words. Whatever is left over stays as it was typed, so that a
    wrong code is as much work as a right one.
    """
    kept = "".join(sign if "a" <= sign <= "z" else " " for sign in typed[:LONGEST_TYPED].lower())
    return " ".join(mended(word) for word in kept.split())


def mended(word: str) -> str:
    """The one word of the list that is at most one letter away; else the word itself."""
    if word in _known() or not 2 <= len(word) <= 10:
        return word
    near = [known for known in word_list() if one_letter_apart(word, known)]
    return near[0] if len(near) == 1 else word


def one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter changed, added or left out makes one word the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    rest, rest_other = one[start:], other[start:]
    return rest[1:] == rest_other[1:] or rest[1:] == rest_other or rest == rest_other[1:]


@cache
def _known() -> frozenset[str]:
    return frozenset(word_list())
