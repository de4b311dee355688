"""Chapter 3: what changed."""

from jaga.pages.document import Block, Heading, Note, Paragraph
from jaga.report.lines import pictures, table
from jaga.report.setting import Setting, part, pillar
from jaga.report.vocabulary import PILLARS
from jaga.words import Text

TITLE = Text("Hasil", "Results")
OPENING = Text(
    "Kegiatan baru berarti bila ada yang berubah. Bab ini mencatat perubahan yang dapat "
    "ditunjukkan dengan angka sepanjang {year}; perubahan yang tidak dapat dihitung diceritakan "
    "di bab program.",
    "Activities matter when something changes. This chapter records the changes during {year} "
    "that numbers can show; those that cannot be counted are told in the chapter on programmes.",
)
APART = Text(
    "Orang unik, kontak, dan perkiraan jangkauan adalah tiga hal yang berbeda. Satu orang dapat "
    "ikut beberapa kegiatan. Karena itu angka-angka ini tidak dijumlahkan.",
    "Unique persons, contacts and estimated reach are three different things. One person may take "
    "part in several activities. These numbers are therefore not added up.",
)
SECTIONS = {
    "finance": Text("Perubahan di jalur uang", "Change along the money trail"),
    "cases": Text("Perubahan bagi anak", "Change for children"),
    "research": Text("Pengetahuan baru", "New knowledge"),
    "advocacy": Text("Perubahan kebijakan", "Change in policy"),
    "education": Text("Perubahan pengetahuan dan budaya", "Change in knowledge and culture"),
    "institution": Text("Perubahan di lembaga kami", "Change within our organisation"),
    "other": Text("Perubahan lain", "Other change"),
}


def results(setting: Setting) -> list[Block]:
    """Every result by pillar: the year's own text, a chart where one helps, all facts."""
    blocks: list[Block] = [
        Heading(1, TITLE, at="results"),
        Paragraph(setting.fill(OPENING, year=str(setting.year))),
    ]
    mine = [one for one in setting.figures if part(one.fact) == "results"]
    if {one.fact.kind for one in mine} & {"contacts", "estimated reach", "unique persons"}:
        blocks.append(Note(APART))
    for name in PILLARS:
        figures = [one for one in mine if pillar(one.fact) == name]
        told = setting.narrative.about("result", name)
        if figures or told:
            blocks.append(Heading(2, SECTIONS[name]))
            blocks += [Paragraph(setting.told(text)) for text in told]
        if figures:
            blocks += pictures(setting, figures)
            blocks.append(table(setting, SECTIONS[name], figures))
    return blocks
