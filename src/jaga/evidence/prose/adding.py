"""A total and its parts: do they add up?"""

from jaga.evidence.facts import Finding
from jaga.evidence.numbers import exact
from jaga.evidence.prose.tying import Tied
from jaga.evidence.rounding import figure
from jaga.words import Text

NOTHING = Text("Tidak ada yang perlu diubah.", "Nothing to change.")
COUNT = Text(
    "Hitung ulang bagian dan jumlahnya, atau lengkapi yang belum disebut.",
    "Count the parts and the total again, or add what is left out.",
)


def plain(one: Tied) -> bool:
    """True for a count: no share, ratio, money or end of a range."""
    number = one.mention.number
    return not (number.share or number.of or number.currency or number.part_of_range)


def verdict(whole: Tied, parts: list[Tied]) -> Finding:
    """The sum of the parts beside the stated total."""
    total = sum(part.mention.value for part in parts)
    right = total == whole.mention.value
    said = [figure(exact(part.mention.value)) for part in parts]
    stated, added = figure(exact(whole.mention.value)), figure(str(total))
    words = Text(
        f"{' + '.join(value.id for value in said)} = {added.id}"
        + ("" if right else f", bukan {stated.id}"),
        f"{' + '.join(value.en for value in said)} = {added.en}"
        + ("" if right else f", not {stated.en}"),
    )
    fact = whole.fact.id if whole.fact else ""
    where = whole.mention.where
    return Finding(
        fact, "sum_ok" if right else "sum_wrong", words, NOTHING if right else COUNT, where
    )
