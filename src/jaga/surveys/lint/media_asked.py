"""A question whose answer is a picture, sound, film or file."""

from collections.abc import Iterator

from jaga.surveys import kinds
from jaga.surveys.forms import Form
from jaga.surveys.lint.model import ETHICS, JAGA, Example, Fault, Rule, at
from jaga.words import Text


def _check(form: Form) -> Iterator[Fault]:
    for node in form.nodes:
        if node.kind in kinds.MEDIA | kinds.SILENT_MEDIA:
            yield at(node, "type"), _WORDS, _TODO, None


_WORDS = Text(
    "Pertanyaan ini meminta gambar, suara, video, atau berkas. Jaga tidak menerimanya.",
    "This question asks for a picture, sound, film or file. Jaga takes none.",
)
_TODO = Text("Hapus, atau tanyakan dengan kata.", "Take it out, or ask in words.")

RULE = Rule(
    id="media_asked",
    title=Text("Meminta gambar, suara, atau berkas", "Asks for pictures, sound or files"),
    why=Text(
        "Gambar atau suara anak tidak dapat ditarik kembali, dan tidak diperlukan untuk angka.",
        "A child's picture or voice cannot be taken back, and no figure needs it.",
    ),
    sources=(JAGA, ETHICS),
    severity="error",
    guards=True,
    check=_check,
    examples=(
        Example("each kind, old spellings too", (2, 3, 4, 5, 6), """
            type             | name             | label
            image            | a                | A
            audio            | b                | B
            video            | c                | C
            file             | d                | D
            add photo prompt | e                | E
        """),
        Example("a picture that explains is not asked for", (), """
            type | name | label | image
            note | a    | Lihat | peta.png
        """),
    ),
)  # fmt: skip
