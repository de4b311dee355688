"""What stands around the chapters: how to read, the corrections, and the register of numbers."""

from collections.abc import Mapping, Sequence
from typing import Final

from jaga.pages.document import Block, Entries, Entry, Heading, Items, Line, Paragraph, Run
from jaga.report.lines import between, capital, scene
from jaga.report.setting import CORRECTIONS, NUMBERS, Correction, Figure, Setting
from jaga.report.vocabulary import KINDS
from jaga.report.writing import interval
from jaga.words import Text

Said = Mapping[str, Sequence[tuple[str, str]]]
"""Anchor of a fact → each place that names it, as (anchor, title of the chapter)."""

HOW = Text("Cara membaca laporan ini", "How to read this report")
HOW_POINTS: Final = (
    Text(
        "Setiap angka adalah tautan ke daftar angka di akhir laporan. Di sana tertulis dasarnya, "
        "selangnya, sumbernya, dan di mana saja angka itu disebut.",
        "Each number is a link to the register at the end. It tells the number's base, interval "
        "and source, and where else it is named.",
    ),
    Text(
        "[ditahan] berarti angka itu ada, tetapi tidak ditampilkan supaya tidak ada orang yang "
        "dapat dikenali.",
        "[withheld] means that the number exists but is not shown, so that nobody can be "
        "recognised.",
    ),
    Text(
        "† menandai angka yang tidak cocok dengan angka lain; halaman koreksi menjelaskannya.",
        "† marks a number that does not agree with another; the page of corrections explains it.",
    ),
)
HOW_ENGLISH = Text(
    "Sebagian kata tentang angka hanya tersedia dalam bahasa Inggris dari sumbernya. Kata itu "
    "dibiarkan apa adanya.",
    "Some words about numbers were given in English only and are left as they are.",
)
CORRECTIONS_TITLE = Text("Koreksi", "Corrections")
CORRECTIONS_OPENING = Text(
    "Angka-angka berikut tidak cocok satu sama lain, atau tidak mungkin benar dengan dasarnya. "
    "Kami mencetaknya seperti yang dinyatakan sumbernya dan mengatakan apa yang perlu diperiksa.",
    "The following numbers do not agree with each other, or cannot be right with their base. We "
    "print them as their source states them, and say what needs to be checked.",
)
CORRECTIONS_NONE = Text(
    "Pemeriksaan tidak menemukan angka yang bertentangan.",
    "The checks found no numbers that contradict each other.",
)
CORRECTION_KINDS: Final = {
    "impossible": Text("Tidak mungkin", "Impossible"),
    "doubtful": Text("Meragukan", "Doubtful"),
    "contradiction": Text("Bertentangan", "Contradictory"),
    "sum_wrong": Text("Jumlah tidak cocok", "Sum does not add up"),
    "no_base": Text("Tanpa dasar", "Without a base"),
}
NUMBERS_TITLE = Text("Daftar angka", "Register of numbers")
NUMBERS_OPENING = Text(
    "Setiap angka dalam laporan ini ada di sini, satu kali. Berkas numbers.json yang menyertai "
    "laporan memuat isi yang sama untuk dibaca mesin.",
    "Each number of this report stands here, once. The file numbers.json that comes with the "
    "report holds the same for machines to read.",
)
WHAT = Text("Ukuran", "Measure")
BASE = Text("Dasar", "Base")
COUNT = Text("Jumlah dasar (n)", "Base count (n)")
WHEN = Text("Tempat dan waktu", "Place and time")
METHOD = Text("Cara", "Method")
INTERVAL = Text("Selang", "Interval")
SOURCE = Text("Sumber", "Source")
QUERY = Text("Kueri", "Query")
HASH = Text("Sidik kueri", "Query hash")
VERDICT = Text("Putusan", "Verdict")
CHECKED = Text("Koreksi", "Correction")
SAID = Text("Disebut di", "Named in")
MISSING = Text("Tidak dinyatakan sumbernya", "Not stated by the source")
NOWHERE = Text("daftar ini saja", "this register only")


def how_to_read(setting: Setting, *, english: bool) -> list[Block]:
    """A short guide; `english`: some words stand in English in the Indonesian edition."""
    points = [*HOW_POINTS, *([HOW_ENGLISH] if english else [])]
    return [Heading(1, HOW, at="how"), Items(tuple(points))]


def corrections(setting: Setting) -> list[Block]:
    """The page of corrections: each finding, what it says, and what to check."""
    blocks: list[Block] = [Heading(1, CORRECTIONS_TITLE, at=CORRECTIONS, fresh=True)]
    if not setting.corrections:
        return [*blocks, Paragraph(CORRECTIONS_NONE)]
    entries = tuple(_correction(setting, one) for one in setting.corrections)
    return [*blocks, Paragraph(CORRECTIONS_OPENING), Entries(entries, columns=1)]


def _correction(setting: Setting, one: Correction) -> Entry:
    figures = [setting.figure(name) for name in one.fact_ids]
    named = between([(Run(each.fact.id, to=each.anchor),) for each in figures], ", ")
    title = (Run(f"{setting.say(CORRECTION_KINDS[one.finding.kind])}: "), *named)
    said = Run(setting.say(one.finding.words), quoted=True)
    lines = [
        (WHAT, between([(setting.measure(each),) for each in figures[:2]], "; ")),
        (Text("Yang ditemukan", "What was found"), (said,)),
    ]
    if one.finding.suggestion.id.strip():
        advice = Run(setting.say(one.finding.suggestion), quoted=True)
        lines.append((Text("Saran", "Suggestion"), (advice,)))
    return Entry(one.anchor, title, tuple(lines))


def numbers(setting: Setting, said: Said) -> list[Block]:
    """The register: one entry for each fact, and from there back to each place that names it."""
    entries = tuple(_entry(setting, one, said.get(one.anchor, ())) for one in setting.figures)
    return [
        Heading(1, NUMBERS_TITLE, at=NUMBERS, fresh=True),
        Paragraph(NUMBERS_OPENING),
        Entries(entries),
    ]


def _entry(setting: Setting, figure: Figure, said: Sequence[tuple[str, str]]) -> Entry:
    fact = figure.fact
    value = "".join(run.text for run in setting.cite(figure)[:1])
    title = (Run(f"{fact.id} · {value}", quoted=True),)
    lines: list[tuple[Text, Line]] = [(WHAT, (capital(setting.measure(figure)),))]
    if figure.shown:
        lines += _details(setting, figure)
    elif fact.kind != "case":
        lines.append((WHEN, scene(setting, figure)))
    lines.append((VERDICT, (Run(setting.say(figure.verdict.reason)),)))
    marks = [
        (Run(anchor.replace("correction-", f"{setting.say(CHECKED).lower()} "), to=anchor),)
        for anchor in figure.corrections
    ]
    lines.append((CHECKED, between(marks, ", ")))
    places: list[Line] = [(Run(title, to=anchor),) for anchor, title in said]
    lines.append((SAID, between(places, ", ") or (Run(setting.say(NOWHERE)),)))
    return Entry(figure.anchor, title, tuple(one for one in lines if one[1]))


def _details(setting: Setting, figure: Figure) -> list[tuple[Text, Line]]:
    """Everything the fact says of itself; what it does not say is named in one line."""
    fact = figure.fact
    method = between(
        (
            (Run(setting.say(KINDS[fact.kind])),),
            (Run(fact.method, quoted=True),) if fact.method else (),
            (Run(f"deff {fact.deff}", quoted=True),) if fact.deff else (),
        ),
        "; ",
    )
    source = "; ".join(filter(None, (fact.source, fact.source_url, fact.retrieved_on)))
    words = setting.given(fact.base, fact.base_id) if fact.base or fact.base_id else Run("")
    known = {
        BASE: words.text,
        COUNT: "" if fact.n is None else setting.base_count(fact),
        INTERVAL: interval(fact, setting.language),
        SOURCE: source,
        QUERY: fact.query,
        HASH: fact.query_hash,
    }
    lines: list[tuple[Text, Line]] = [(WHEN, scene(setting, figure)), (METHOD, method)]
    for name, text in known.items():
        language = words.language if name is BASE else ""
        lines.append((name, (Run(text, language=language, quoted=True),) if text else ()))
    missing = ", ".join(setting.say(name).lower() for name, text in known.items() if not text)
    lines.append((MISSING, (Run(missing),) if missing else ()))
    return lines
