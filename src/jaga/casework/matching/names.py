"""Indonesian names as they sound: one child, written by two people, in two spellings.

Old and new spelling (oe/u, tj/c, dj/j, sj/sy, nj/ny), loan letters (f/v/p, z/j, q/k), ai/e,
doubled letters and dropped h come out alike. Different names may come out alike too: that costs a
person a look, while a child missed costs more. The spelling itself is kept beside it (`plain`).
"""

import re
import unicodedata

# Words that belong to no name of a child's own, and words that shorten a common one.
BETWEEN = frozenset({"bin", "binti", "alias", "als", "alm", "ibnu"})
SHORT_FORMS = {
    **dict.fromkeys(
        ("moh", "muh", "mohd", "muhd", "moch", "much", "mhd", "mohamad", "mochamad", "mohammad")
        + ("muhammad", "muchamad", "mochammad", "mohamed", "muhamed", "muchammad"),
        "muhamad",
    ),
    "abd": "abdul",
    "st": "siti",
    "sitti": "siti",
}
OLD_SPELLING = re.compile(r"oe|tj|dj|sj|nj")
SERVANT_OF = re.compile(r"^abdu(?:l|r|s|n|d|z)[- ]?(.{4,})$")
# From what is written to how it sounds; in this order, each over the whole word.
SOUNDS: tuple[tuple[str, str], ...] = (
    (r"oe|oo|ou", "u"),
    (r"ee|ie", "i"),
    (r"tj", "c"),
    (r"dj", "j"),
    (r"sj|sy|sh|ts", "s"),
    (r"nj", "ny"),
    # Chairul and Khairul begin alike; Achmad, Akhmad and Ahmad differ in an h alone.
    (r"^(?:kh|ch)|ck|q", "k"),
    (r"kh|ch", "h"),
    (r"gh", "g"),
    (r"dz", "z"),
    (r"dh", "d"),
    (r"(?:ai|ei|ay|ey|ae)(?=[^aeiou]|$)", "e"),
    (r"th", "t"),
    (r"ph|f|v", "p"),
    (r"x", "ks"),
    (r"z", "j"),
    (r"h", ""),
    # A c that cannot be the Indonesian one: Victor, Eric, Christin.
    (r"c(?=[^aeiou]|$)", "k"),
    (r"y(?=[^aeiou]|$)", "i"),
    (r"w(?=[^aeiou]|$)", "u"),
    (r"d$", "t"),
    (r"(.)\1+", r"\1"),
)


def plain(name: str) -> str:
    """Lower-case letters and single spaces; accents, points and apostrophes gone."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z\s-]", "", bare.replace(".", " ")).replace("-", " ").split())


def sounds(name: str) -> tuple[str, ...]:
    """The words of a name as they sound, each once, in alphabetical order.

    Initials are left out unless there is nothing else, so `M. Rizki` is part of `Muhamad Rizki`.
    """
    text = plain(name)
    if OLD_SPELLING.search(text):
        # Where tj and dj stand for c and j, a lone j is today's y: Soerja Wijaja.
        text = re.sub(r"(?<![tdsn])j", "y", text)
    words = [part for word in text.split() for part in _parts(word)]
    long_ones = [word for word in words if len(word) > 1 and word not in BETWEEN]
    heard = (_heard(word) for word in long_ones or words)
    return tuple(sorted({word for word in heard if word}))


def _parts(word: str) -> tuple[str, ...]:
    """A short form in full; `Abdurrahman` as the two words others write."""
    word = SHORT_FORMS.get(word, word)
    joined = SERVANT_OF.match(word)
    return ("abdul", joined.group(1)) if joined else (word,)


def _heard(word: str) -> str:
    for written, sound in SOUNDS:
        word = re.sub(written, sound, word)
    return word
