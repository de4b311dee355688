"""Who somebody is: name, number, address, place or device, asked without saying what for."""

from collections.abc import Iterator

from jaga.surveys import kinds
from jaga.surveys.forms import Form, Node
from jaga.surveys.lint.model import ETHICS, PDP, Example, Fault, Rule, Severity, at
from jaga.surveys.lint.topics import IDENTITY, IDENTITY_NAMES, by_interviewer
from jaga.words import Text

_SURE = kinds.DEVICE | kinds.SILENT_PLACES | kinds.PLACES


def identifies(node: Node) -> Severity | None:
    """ "error" when its kind tells who somebody is, "warning" when its words suggest so."""
    if node.kind in _SURE:
        return "error"
    typed = node.kind in ("text", "date", "integer", "barcode")
    named = IDENTITY_NAMES.search(node.name.lower()) or IDENTITY.search(node.words())
    asked = node.asks and not by_interviewer(node)
    return "warning" if typed and asked and named else None


def _check(form: Form) -> Iterator[Fault]:
    for node in form.nodes:
        severity = identifies(node)
        if severity and not node.cell("jaga_need"):
            yield at(node, "type"), _WORDS, _TODO, severity


_WORDS = Text(
    "Ini menunjukkan siapa atau di mana seseorang, tanpa alasan yang tertulis.",
    "This tells who or where somebody is, and no reason is written.",
)
_TODO = Text(
    "Hapus, atau tanyakan yang lebih kasar (kelompok umur, kabupaten). Bila sungguh perlu, tulis "
    "alasannya di kolom jaga_need.",
    "Take it out, or ask for less (age group, district). If it is truly needed, write why in a "
    "column jaga_need.",
)

RULE = Rule(
    id="identity_asked",
    title=Text("Identitas dikumpulkan", "An identity is collected"),
    why=Text(
        "Yang tidak dikumpulkan tidak dapat bocor. Satu nama cukup untuk membahayakan anak.",
        "What is not collected cannot leak. One name is enough to endanger a child.",
    ),
    sources=(PDP, ETHICS),
    severity="error",
    guards=True,
    check=_check,
    examples=(
        Example("names, numbers, places, devices", (2, 3, 4, 5, 6), """
            type     | name         | label
            text     | a            | Siapa nama lengkapmu?
            text     | b            | What is your phone number?
            geopoint | c            | Di sini
            deviceid | deviceid     |
            integer  | nik          | Nomor
        """),
        Example("a stated need, a number of things, a name of a thing, a choice of names", (), """
            type          | name | label                        | jaga_need
            text          | a    | Siapa nama lengkapmu?        | surat izin ditandatangani
            integer       | b    | Berapa nomor urut wawancara? |
            text          | c    | Apa nama aplikasi itu?       |
            select_one yt | d    | Apakah memakai nama samaran? |
        """),
    ),
)  # fmt: skip
