"""Chapter 2: what was done, by pillar, programme and partner."""

from collections.abc import Sequence

from jaga.pages.document import Block, Heading, Paragraph
from jaga.report.lines import capital, joined, pictures, points
from jaga.report.narrative import PLACEHOLDER
from jaga.report.setting import Figure, Setting, part, pillar
from jaga.report.vocabulary import PILLARS
from jaga.words import Text

TITLE = Text("Program menurut bidang dan mitra", "Programmes by pillar and partner")
OPENING = Text(
    "Bab ini menceritakan apa yang dikerjakan sepanjang {year}, bidang demi bidang, dan bersama "
    "siapa.",
    "This chapter tells what was done during {year}, pillar by pillar, and with whom.",
)
PILLAR_WORDS = {
    "finance": Text(
        "Pelaku membutuhkan cara membayar. Karena itu bank, dompet elektronik, dan gerai "
        "pengiriman uang dapat melihat yang tidak terlihat orang lain, dan dapat menghentikannya.",
        "Those who exploit children need a way to pay. Banks, e-wallets and remittance counters "
        "can therefore see what nobody else sees, and can stop it.",
    ),
    "cases": Text(
        "Anak yang menjadi korban tidak pernah bersalah. Pendampingan mengikuti kebutuhan dan "
        "suara anak, dari laporan pertama sampai pemulihan.",
        "A child who became a victim is never to blame. We follow the child's needs and the "
        "child's voice, from the first report to recovery.",
    ),
    "research": Text(
        "Riset menanyakan apa yang dialami anak dan apa yang dapat diubah. Setiap angka di sini "
        "membawa dasarnya.",
        "Research asks what children go through and what can be changed. Each number here carries "
        "its base.",
    ),
    "advocacy": Text(
        "Aturan yang baik melindungi lebih banyak anak daripada yang dapat didampingi satu per "
        "satu.",
        "A good rule protects more children than can be helped one by one.",
    ),
    "education": Text(
        "Anak, orang tua, petugas, dan pelaku usaha yang paham akan lebih cepat mengenali bahaya "
        "dan lebih cepat meminta bantuan.",
        "Children, parents, officers and businesses who understand will see danger sooner and "
        "ask for help sooner.",
    ),
    "institution": Text(
        "Lembaga yang sehat menjaga orang yang bekerja di dalamnya, dan dengan begitu menjaga "
        "anak.",
        "A healthy organisation looks after those who work in it, and so after children.",
    ),
    "other": Text(
        "Kegiatan berikut menyentuh lebih dari satu bidang.",
        "The following activities touch more than one pillar.",
    ),
}
TOGETHER = Text("Dikerjakan bersama {partners}.", "Done together with {partners}.")
ALSO = Text("Angka lain dari program ini:", "Other numbers of this programme:")
OTHER = Text("Kegiatan lain", "Other activities")


def programmes(setting: Setting) -> list[Block]:
    """Every programme of the year under its pillar: its text, its partners, its facts."""
    blocks: list[Block] = [
        Heading(1, TITLE, at="programmes"),
        Paragraph(setting.fill(OPENING, year=str(setting.year))),
    ]
    for name, title in PILLARS.items():
        figures = [
            one
            for one in setting.figures
            if part(one.fact) == "programmes" and pillar(one.fact) == name
        ]
        if figures:
            blocks += [Heading(2, title), Paragraph(PILLAR_WORDS[name])]
            for programme in dict.fromkeys(one.fact.programme for one in figures):
                mine = [one for one in figures if one.fact.programme == programme]
                blocks += _programme(setting, programme, mine)
    return blocks


def _programme(setting: Setting, name: str, figures: Sequence[Figure]) -> list[Block]:
    title = (capital(setting.given(name)),) if name else OTHER
    told = setting.narrative.about("programme", name) if name else ()
    blocks: list[Block] = [Heading(3, title)]
    blocks += [Paragraph(setting.told(text)) for text in told]
    if partners := _partners(figures):
        blocks.append(Paragraph(setting.fill(TOGETHER, partners=joined(setting, partners))))
    named = {found[0] for text in told for found in PLACEHOLDER.findall(setting.say(text))}
    rest = [one for one in figures if one.fact.id not in named]
    blocks += pictures(setting, figures)
    if rest and named:
        blocks.append(Paragraph(ALSO))
    if rest:
        blocks.append(points(setting, rest))
    return blocks


def _partners(figures: Sequence[Figure]) -> list[str]:
    """Each partner once, in the order the facts name them."""
    names = [name.strip() for one in figures for name in one.fact.partner.split(";")]
    return list(dict.fromkeys(filter(None, names)))
