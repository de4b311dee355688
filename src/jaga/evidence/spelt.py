"""Numbers spelt out in words, Indonesian and English: "seratus dua puluh", "twenty-three"."""

import re
from collections.abc import Iterator

INDONESIAN = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000,
}  # fmt: skip
ENGLISH = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
# Words that multiply what stands before them.
TIMES = {
    "puluh": 10, "ratus": 100, "ribu": 1000, "juta": 10**6, "miliar": 10**9, "triliun": 10**12,
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
}  # fmt: skip
VALUES = INDONESIAN | ENGLISH
WORD = re.compile(r"[A-Za-z]+")
BETWEEN = re.compile(r"[ \u00a0-]|-| and ", re.IGNORECASE)


def spelt(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, value) of every number in words, the longest run of words each."""
    words = [word for word in WORD.finditer(text) if word.group().lower() != "and"]
    at = 0
    while at < len(words):
        run = _run(text, words, at)
        if run:
            yield words[at].start(), words[at + len(run) - 1].end(), _value(run)
        at += len(run) or 1


def _run(text: str, words: list[re.Match[str]], at: int) -> list[str]:
    """The words of the number that begins here; none where no number begins."""
    run = [words[at].group().lower()]
    if run[0] not in VALUES or not _alone(text, words[at]):
        return []
    for before, word in zip(words[at:], words[at + 1 :], strict=False):
        name = word.group().lower()
        joined = BETWEEN.fullmatch(text, before.end(), word.start())
        jumps = joined and "and" in joined.group() and run[-1] not in TIMES
        if not joined or jumps or not _goes_on(run, name):
            break
        run.append(name)
    return run


def _goes_on(run: list[str], name: str) -> bool:
    """True where the word carries the number on: "dua puluh", "twenty three", no "two three"."""
    if name in TIMES or name == "belas":
        return True
    if name not in VALUES:
        return False
    last, value = run[-1], VALUES[name]
    tens = last in ENGLISH and ENGLISH[last] >= 20
    return (
        (last in TIMES and value < TIMES[last])
        or (tens and value < 10)
        or (last in ("seratus", "seribu") and value < VALUES[last])
    )


def _alone(text: str, word: re.Match[str]) -> bool:
    """False inside a compound ("satu-satunya", "one-off")."""
    after = text[word.end() : word.end() + 1]
    rest = WORD.match(text, word.end() + 1)
    known = rest is not None and (rest.group().lower() in VALUES or rest.group().lower() in TIMES)
    return after != "-" or known


def _value(run: list[str]) -> int:
    """The worth of a run: small groups first, each multiplied when a larger word closes it."""
    total = group = unit = 0
    for name in run:
        if name == "belas":
            unit += 10
        elif name in VALUES:
            group, unit = group + unit, VALUES[name]
        elif TIMES[name] < 1000:
            group, unit = group + max(unit, 1) * TIMES[name], 0
        else:
            total, group, unit = total + (group + unit) * TIMES[name], 0, 0
    return total + group + unit
