"""Chapter 5: what follows from the year, and who is asked to do what."""

from jaga.pages.document import Block, Heading, Items, Line, Paragraph
from jaga.report.setting import Setting
from jaga.words import Text

TITLE = Text("Kesimpulan dan rekomendasi", "Conclusions and recommendations")
CONCLUSIONS = Text("Kesimpulan", "Conclusions")
RECOMMENDATIONS = Text("Rekomendasi", "Recommendations")
NOT_WRITTEN = Text(
    "Tim program belum menuliskan kesimpulan dan rekomendasi tahun {year}. Angka di bab "
    "sebelumnya dapat dibaca sebagai bahannya: setiap angka membawa dasar dan batasnya.",
    "The programme team has not yet written the conclusions and recommendations of the year "
    "{year}. The numbers of the chapters before can serve for them: each carries its base and "
    "its limits.",
)
ASKED = Text(
    "Rekomendasi berikut disusun menurut pihak yang dapat menjalankannya.",
    "The recommendations stand by who can carry them out.",
)
EVERYBODY = Text("Semua pihak", "Everybody")


def conclusions(setting: Setting) -> list[Block]:
    """Conclusions in paragraphs; recommendations under whom they are for."""
    own = setting.narrative
    blocks: list[Block] = [Heading(1, TITLE, at="conclusions")]
    if not (own.conclusion or own.recommendation):
        return [*blocks, Paragraph(setting.fill(NOT_WRITTEN, year=str(setting.year)))]
    if own.conclusion:
        blocks.append(Heading(2, CONCLUSIONS))
        blocks += [Paragraph(setting.told(one.text)) for one in own.conclusion]
    if own.recommendation:
        blocks += [Heading(2, RECOMMENDATIONS), Paragraph(ASKED), *recommendations(setting)]
    return blocks


def recommendations(setting: Setting, *, brief: bool = False) -> list[Block]:
    """Each addressee with what is asked; `brief`: only those meant for the conference brief."""
    asked: dict[Text, list[Line]] = {}
    for one in setting.narrative.recommendation:
        if one.brief or not brief:
            asked.setdefault(one.to or EVERYBODY, []).append(setting.told(one.text))
    blocks: list[Block] = []
    for to, lines in asked.items():
        blocks += [Heading(2 if brief else 3, to), Items(tuple(lines))]
    return blocks
