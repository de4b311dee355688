"""Chapter 1: what was known when the year began, with the money trail first."""

from jaga.pages.document import Block, Heading, Paragraph
from jaga.report.lines import pictures, table
from jaga.report.setting import Setting, part, pillar
from jaga.report.vocabulary import PILLARS
from jaga.words import Text

TITLE = Text("Latar belakang", "Background")
OPENING = Text(
    "Di balik setiap eksploitasi seksual anak ada orang dewasa yang membayar, dan ada uang yang "
    "berpindah. Bab ini mengumpulkan apa yang diketahui tentang keadaan anak dan tentang jejak "
    "uang itu ketika tahun {year} dijalani. Dari sinilah program dalam laporan ini berangkat.",
    "Behind each act of child sexual exploitation stands an adult who pays, and money that moves. "
    "This chapter gathers what is known of the children and of that money trail as the year "
    "{year} ran its course. The programmes in this report start from here.",
)
TABLES = {
    "finance": Text("Yang diketahui tentang jejak uang", "What is known of the money trail"),
    "research": Text("Yang ditemukan riset", "What research found"),
    "cases": Text("Yang terlihat dari kasus", "What cases showed"),
    "advocacy": Text("Yang dimulai dalam kebijakan", "What began in policy"),
    "education": Text("Yang telah dilatihkan", "What was taught before"),
    "institution": Text("Keadaan lembaga", "How the organisation stood"),
    "other": Text("Angka lain", "Other numbers"),
}


def background(setting: Setting) -> list[Block]:
    """The year's own texts, then every background fact by pillar."""
    blocks: list[Block] = [Heading(1, TITLE, at="background")]
    own = [setting.told(one.text) for one in setting.narrative.background]
    if own:
        blocks += [Paragraph(line) for line in own]
    else:
        blocks.append(Paragraph(setting.fill(OPENING, year=str(setting.year))))
    for name, title in PILLARS.items():
        figures = [
            one
            for one in setting.figures
            if part(one.fact) == "background" and pillar(one.fact) == name
        ]
        if figures:
            blocks.append(Heading(2, title))
            blocks += pictures(setting, figures)
            blocks.append(table(setting, TABLES[name], figures))
    return blocks
