"""What one figure of a text shows by itself: no fact, two readings, a tiny group, no base."""

from collections.abc import Iterator

from jaga.evidence.consistency import bases, percentages, small_groups
from jaga.evidence.disclosure import RULES
from jaga.evidence.facts import Finding
from jaga.evidence.grim import judge, revealed
from jaga.evidence.prose.mentions import Mention
from jaga.evidence.prose.tying import Tied
from jaga.evidence.rounding import shown
from jaga.words import Text

# "3 of 10" and "1 in 5" are manners of speaking; "41 of 63" is a count with its base.
SPOKEN = (2, 3, 4, 5, 10, 100, 1000)


def alone(tied: Tied) -> Iterator[Finding]:
    """The findings on one figure."""
    mention, fact = tied.mention, tied.fact
    name = fact.id if fact else ""
    if mention.number.ambiguous:
        yield Finding(name, "untied_number", _two_readings(mention), WRITE, mention.where)
    elif _is_spoken(mention):
        words = mention.sentence.text[mention.number.start : mention.number.end]
        yield Finding(name, "no_base", bases.spoken(words), bases.ADD, mention.where)
        return
    elif fact is None:
        yield Finding("", "untied_number", _untied(mention), TIE, mention.where)
    if fact is None:
        yield from _arithmetic(mention)
    yield from _small(tied, name)


def _is_spoken(mention: Mention) -> bool:
    number = mention.number
    return bool(number.of) and int(number.of) in SPOKEN and mention.unit in ("persons", "")


def _small(tied: Tied, name: str) -> Iterator[Finding]:
    mention = tied.mention
    counted = mention.unit == "persons" and not mention.number.share and not mention.number.of
    small = mention.value.denominator == 1 and RULES.is_small(int(mention.value))
    one_of_many = mention.number.in_words and mention.value == 1
    if counted and small and not one_of_many and not mention.number.part_of_range:
        words = mention.sentence.text[mention.number.start :]
        said = " ".join(words.split()[:3]).strip(" .,;:")
        yield Finding(
            name,
            "disclosive",
            Text(
                f"“{said}”: kelompok sekecil itu dapat dikenali.",
                f"“{said}”: so small a group can be recognised.",
            ),
            small_groups.WITHHOLD,
            mention.where,
        )


def _arithmetic(mention: Mention) -> Iterator[Finding]:
    """A share told with its base in the same breath."""
    if mention.number.share != "percent" or not mention.n or mention.value > 100:
        return
    value = mention.number.value
    found = judge(value, mention.n)
    if found.verdict == "impossible":
        yield Finding("", "impossible", percentages.impossible(found), percentages.bases(found),
                      mention.where)  # fmt: skip
    elif found.verdict == "doubtful":
        yield Finding("", "doubtful", percentages.doubtful(found), percentages.bases(found),
                      mention.where)  # fmt: skip
    small = revealed(value, mention.n, RULES.publish_from - 1)
    if small and mention.noun and mention.noun.counts == "persons":
        words = small_groups.gives_away(value, mention.n, small)
        yield Finding("", "disclosive", words, small_groups.BAND, mention.where)


def _two_readings(mention: Mention) -> Text:
    said = mention.sentence.text[mention.number.start : mention.number.end]
    first, second = (shown(one, "id") for one in mention.number.readings[:2])
    third, fourth = (shown(one, "en") for one in mention.number.readings[:2])
    return Text(
        f"“{said}” dapat dibaca {first} atau {second}.",
        f"“{said}” can be read as {third} or {fourth}.",
    )


def _untied(mention: Mention) -> Text:
    text = mention.sentence.text
    after = " ".join(text[mention.number.end :].split()[:1])
    said = f"{text[mention.number.start : mention.number.end]} {after}".strip(" .,;:)")
    return Text(f"“{said}” tidak ada dalam daftar fakta.", f"“{said}” is in no fact.")


WRITE = Text(
    "Tulis ribuan dengan titik dan pecahan dengan koma (1.168; 64,52) dalam bahasa Indonesia.",
    "In English, write thousands with a comma and decimals with a point (1,168; 64.52).",
)
TIE = Text(
    "Tambahkan ke daftar fakta beserta dasar dan sumbernya, atau hapus dari teks.",
    "Add it to the facts with its base and source, or take it out of the text.",
)
