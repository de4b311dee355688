"""Drawing instructions (ISO 32000-1 §7.8.2): only those that set text and lines are let through."""

import re

from jaga.casework.pdf.refusing import Unwelcome

# All operators of the standard, except BI, ID and EI, which place a picture into the text.
_SPELT = """
b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m
M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W
W* y ' " true false null
"""
OPERATORS = frozenset(_SPELT.split())
_IMAGE = frozenset({"BI", "ID", "EI"})
_PARENTHESES = rb"\((?:[^()\\]++|\\[\s\S]|%s)*+\)"
_STRING = _PARENTHESES % (_PARENTHESES % (_PARENTHESES % rb"(?!)"))
# What holds no operator: comments, texts, names, numbers and brackets.
_NO_OPERATOR = re.compile(
    rb"%[^\r\n]*+|" + _STRING + rb"|<<|>>|<[0-9A-Fa-f\x00\t\n\x0c\r ]*+>|\[|\]|"
    rb"/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*+|"
    rb"(?<![^\x00\t\n\x0c\r ()<>\[\]{}/%])[+-]{0,2}[0-9]*+\.?[0-9]*+(?:-[0-9]*)?"
    rb"(?![^\x00\t\n\x0c\r ()<>\[\]{}/%])"
)


def check(plain: bytes) -> None:
    """Raise Unwelcome unless every word of a content stream is a known operator."""
    left = set(_NO_OPERATOR.sub(b" ", plain).translate(_WHITE).split(b" "))
    words = {word.decode("latin-1") for word in left if word}
    if words & _IMAGE:
        raise Unwelcome("image")
    if words - OPERATORS:
        raise Unwelcome("broken")


_WHITE = bytes(32 if code in (0, 9, 10, 12, 13) else code for code in range(256))
