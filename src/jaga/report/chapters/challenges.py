"""Chapter 4: what was hard, and what the numbers cannot say."""

from jaga.pages.document import Block, Heading, Items, Paragraph, Run
from jaga.report.lines import between, counted
from jaga.report.setting import CORRECTIONS, Setting
from jaga.words import Text

TITLE = Text("Tantangan dan hambatan", "Challenges and obstacles")
NOT_WRITTEN = Text(
    "Tim program belum menuliskan tantangan tahun {year}. Yang dapat dikatakan di sini hanyalah "
    "tantangan yang tampak dari angka.",
    "The programme team has not yet written down the challenges of the year {year}. Only those "
    "that show in the numbers can be told here.",
)
OPENING = Text(
    "Yang sulit perlu ditulis sejujur yang berhasil, supaya tahun berikutnya dapat dimulai dari "
    "keadaan yang sebenarnya.",
    "What was hard deserves to be written as honestly as what went well, so that next year can "
    "start from how things really are.",
)
OF_NUMBERS = Text("Tentang angka", "About the numbers")
WITHHELD_SOME = Text(
    "Dari {all} angka yang dikumpulkan, {withheld} ditahan supaya tidak ada seorang pun yang "
    "dapat dikenali. Tempatnya tetap terlihat, dengan alasannya.",
    "Of the {all} numbers gathered, {withheld} are withheld so that nobody can be recognised. "
    "Their place stays visible, with the reason.",
)
WITHHELD_NONE = Text(
    "Semua angka yang dikumpulkan, {all}, dapat ditampilkan.",
    "All the numbers gathered, {all}, could be shown.",
)
DOUBTED = Text(
    "Beberapa angka tidak cocok satu sama lain atau tidak mungkin benar dengan dasarnya. Angka "
    "itu ditandai {mark} dan dibahas di {page}.",
    "Some numbers do not agree with each other, or cannot be right with their base. They are "
    "marked {mark} and discussed on {page}.",
)
PAGE = Text("halaman koreksi", "the page of corrections")


def challenges(setting: Setting) -> list[Block]:
    """The year's own list, then what readers should know of the numbers."""
    blocks: list[Block] = [Heading(1, TITLE, at="challenges")]
    own = tuple(setting.told(one.text) for one in setting.narrative.challenge)
    if own:
        blocks += [Paragraph(OPENING), Items(own)]
    else:
        blocks.append(Paragraph(setting.fill(NOT_WRITTEN, year=str(setting.year))))
    return [*blocks, Heading(2, OF_NUMBERS), Paragraph(_of_numbers(setting))]


def _of_numbers(setting: Setting) -> tuple[Run, ...]:
    withheld = sum(not one.shown for one in setting.figures)
    everything = (counted(setting, len(setting.figures)),)
    lines = [
        setting.fill(WITHHELD_SOME, all=everything, withheld=(counted(setting, withheld),))
        if withheld
        else setting.fill(WITHHELD_NONE, all=everything)
    ]
    if setting.corrections:
        page = (Run(setting.say(PAGE), to=CORRECTIONS),)
        lines.append(setting.fill(DOUBTED, mark="†", page=page))
    return between(lines, " ")
