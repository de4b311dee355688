"""No consent before the first question, or one whose "no" ends nothing."""

from collections.abc import Iterator

from jaga.surveys.expressions import Literal, Op, Ref
from jaga.surveys.forms import Form, Node
from jaga.surveys.lint.model import ETHICS, ONLINE, PDP, Example, Fault, Rule, at, whole
from jaga.surveys.lint.topics import by_interviewer, is_consent
from jaga.surveys.reach import reachable
from jaga.words import Text


def _check(form: Form) -> Iterator[Fault]:
    asked = tuple(node for node in form.questions if not by_interviewer(node))
    if not asked:
        return
    consents = [node for node in asked if is_consent(node)]
    if not consents:
        yield whole("survey", "type"), _NONE, _ADD, None
        return
    first = consents[0]
    early = asked[: asked.index(first)]
    if early:
        yield at(early[0], "type"), _EARLY, _MOVE, None
    if not first.required:
        yield at(first, "required"), _OPTIONAL, _REQUIRE, None
    still = _asked_after_no(form, first, asked[asked.index(first) + 1 :])
    if still is not None:
        yield at(still, "relevant"), _still(first), _gate(first), None


def _asked_after_no(form: Form, consent: Node, after: tuple[Node, ...]) -> Node | None:
    """What is still asked after the choice that ends most; None when one choice ends it all."""
    still: list[Node] = []
    for choice in form.choices_of(consent):
        said = Op("=", Ref(consent.name), Literal(choice.name))
        first = next((node for node in after if reachable(form, node, [said])), None)
        if first is None:
            return None
        still.append(first)
    return max(still or after[:1], key=lambda node: node.row, default=None)


_NONE = Text(
    "Formulir ini bertanya tanpa lebih dulu meminta persetujuan.",
    "This form asks without asking for consent first.",
)
_ADD = Text(
    "Mulai dengan penjelasan dan satu pertanyaan persetujuan yang wajib dijawab ya atau tidak.",
    "Begin with an explanation and one required consent question, to be answered yes or no.",
)
_EARLY = Text(
    "Pertanyaan ini diajukan sebelum persetujuan.", "This question is asked before consent."
)
_MOVE = Text("Pindahkan ke bawah persetujuan.", "Move it below the consent question.")
_OPTIONAL = Text(
    "Persetujuan dapat dilewati tanpa jawaban.", "Consent can be passed without an answer."
)
_REQUIRE = Text("Isi kolom required dengan yes.", "Write yes in its required column.")


def _still(consent: Node) -> Text:
    return Text(
        f"Setelah tidak pada {consent.name}, formulir masih bertanya di sini.",
        f"After a no to {consent.name} the form still asks here.",
    )


def _gate(consent: Node) -> Text:
    return Text(
        f"Kumpulkan semua pertanyaan dalam satu group dengan relevant ${{{consent.name}}} = 'ya'.",
        f"Put all questions in one group whose relevant is ${{{consent.name}}} = 'yes'.",
    )


RULE = Rule(
    id="no_consent",
    title=Text("Tanpa persetujuan", "No consent gate"),
    why=Text(
        "Anak berhak tahu untuk apa ia ditanya dan berhak berkata tidak, sebelum apa pun.",
        "A child has a right to know what for, and to say no, before anything is asked.",
    ),
    sources=(ETHICS, ONLINE, PDP),
    severity="error",
    guards=True,
    check=_check,
    examples=(
        Example("none at all", (1,), """
            type | name | label
            text | a    | Apa warna kesukaanmu?
        """),
        Example("after the first question, not required, and no ends nothing", (2, 3, 4), """
            type          | name    | label                   | required
            integer       | age     | Umur?                   |
            select_one yt | consent | Apakah kamu bersedia?   |
            text          | a       | Apa warna kesukaanmu?   |
        """),
        Example("one question is asked after a no", (4,), """
            type          | name    | label                 | required | relevant
            select_one yt | consent | Apakah kamu bersedia? | yes      |
            text          | a       | Warna?                |          | ${consent} = 'ya'
            text          | b       | Mengapa?              |          | ${consent} = 'tidak'
        """),
        Example("a gate, with a farewell that is no question; a form that asks nothing", (), """
            type          | name    | label                 | required | relevant
            start         | start   |                       |          |
            note          | what    | Kami ingin bertanya.  |          |
            select_one yt | consent | Apakah kamu bersedia? | yes      |
            begin group   | all     |                       |          | ${consent} = 'ya'
            integer       | age     | Umur?                 |          |
            text          | b       | Warna?                |          | ${age} > 5
            end group     |         |                       |          |
            note          | bye     | Terima kasih.         |          |
        """),
        Example("what interviewers fill in comes before", (), """
            type          | name    | label                 | required | jaga_interviewer | relevant
            text          | code    | Kode pewawancara      | yes      |                  |
            select_one yt | urban   | Di kota?              | yes      | yes              |
            select_one yt | consent | Apakah kamu bersedia? | yes      |                  |
            text          | b       | Warna?                |          |       | ${consent} = 'ya'
        """),
        Example("said by the form itself", (), """
            type          | name | label    | required | jaga_consent | relevant
            select_one yt | q1   | Lanjut?  | yes      | yes          |
            text          | b    | Warna?   |          |              | selected(${q1}, 'ya')
        """),
    ),
)  # fmt: skip
