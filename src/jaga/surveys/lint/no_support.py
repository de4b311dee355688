"""A sensitive question after which nobody is named to turn to."""

from collections.abc import Iterator

from jaga.surveys.forms import Form
from jaga.surveys.lint.model import ETHICS, ONLINE, Example, Fault, Rule, at
from jaga.surveys.lint.topics import gives_help, sensitive
from jaga.surveys.reach import follows
from jaga.words import Text


def _check(form: Form) -> Iterator[Fault]:
    helps = [node for node in form.nodes if gives_help(node)]
    for node in form.questions:
        how = sensitive(node)
        # Just before counts as well: some forms tell where help is and then ask.
        after = [each for each in helps if each.row > node.row or each.parents == node.parents]
        if how and not any(follows(form, node, each) for each in after):
            words = _NOT_SHOWN if after else _NONE
            yield at(node, "label"), words, _TODO, "error" if how == "said" else "warning"


_NONE = Text(
    "Setelah pertanyaan peka ini tidak ada catatan tentang tempat meminta bantuan.",
    "After this sensitive question no note says where to find help.",
)
_NOT_SHOWN = Text(
    "Catatan bantuan ada, tetapi tidak selalu muncul bagi yang ditanya di sini.",
    "There is a note about help, but it is not always shown to whoever is asked here.",
)
_TODO = Text(
    "Tambahkan note tanpa syarat, misalnya: Bila kamu perlu bicara, hubungi SAPA 129.",
    "Add a note without a condition, for example: If you need to talk, call SAPA 129.",
)

RULE = Rule(
    id="no_support",
    title=Text("Tanpa informasi bantuan", "No support information"),
    why=Text(
        "Pertanyaan dapat membuka luka; yang bertanya tidak boleh pergi tanpa menunjukkan bantuan.",
        "A question may open a wound; whoever asks may not leave without pointing to help.",
    ),
    sources=(ETHICS, ONLINE),
    severity="error",
    guards=True,
    check=_check,
    examples=(
        Example("no note; a note with a price; help only for some", (2, 4), """
            type          | name | label                        | relevant
            select_one yt | a    | Apakah kamu pernah diancam?  |
            note          | n    | Pulsa Rp 110.000 dan 129 kB/s, 1.129 orang | false()
            select_one yt | b    | Have you been harassed?      |
            note          | h    | Hubungi SAPA 129             | ${b} = 'ya'
        """),
        Example("a note at the end, before in the same group, and shown to all asked", (), """
            type          | name | label                        | relevant
            begin group   | g    |                              |
            note          | h    | SAPA 129 selalu terbuka.     |
            select_one yt | a    | Apakah kamu pernah diancam?  |
            end group     |      |                              |
            integer       | age  | Umur?                        |
            select_one yt | b    | Have you been harassed?      | ${age} > 12
            note          | i    | Telepon 112 atau 110.        | ${age} > 10
        """),
        Example("nothing sensitive", (), """
            type | name | label
            text | a    | Warna?
        """),
    ),
)  # fmt: skip
