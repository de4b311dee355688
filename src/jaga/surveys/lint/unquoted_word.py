"""A word without quotation marks, which a device takes for the name of a place."""

from collections.abc import Iterator

from jaga.surveys.expressions import COMPARES, Call, Expression, Op, Path, walk
from jaga.surveys.forms import Form
from jaga.surveys.lint.model import XFORMS, Example, Fault, Rule, at
from jaga.surveys.lint.written import trees
from jaga.words import Text

# In a choice filter a bare word is a column of the choices sheet, and belongs there.
_COLUMNS = ("relevant", "constraint", "calculation", "required", "read_only")


def _check(form: Form) -> Iterator[Fault]:
    for node, column, tree in trees(form):
        if column in _COLUMNS:
            for word in _bare(tree):
                if word not in form.named:
                    yield at(node, column), _words(word), _todo(word), None


def _bare(tree: Expression) -> Iterator[str]:
    """Bare words that are compared; those within the brackets of a path are places."""
    inside = {id(p) for part in walk(tree) if isinstance(part, Path) for p in _within(part)}
    for part in walk(tree):
        sides: tuple[Expression, ...] = ()
        if isinstance(part, Op) and part.sign in COMPARES:
            sides = (part.left, part.right)
        if isinstance(part, Call) and part.name == "selected":
            sides = part.arguments[1:]
        yield from (
            s.text for s in sides if isinstance(s, Path) and s.is_word and id(s) not in inside
        )


def _within(path: Path) -> Iterator[Expression]:
    return (part for each in path.inside for part in walk(each))


def _words(word: str) -> Text:
    return Text(
        f"Kata {word} tanpa tanda kutip dibaca sebagai nama tempat, dan tempat itu tidak ada.",
        f"The word {word} without quotation marks is read as a place, and there is no such place.",
    )


def _todo(word: str) -> Text:
    return Text(f"Tulis '{word}' dengan tanda kutip.", f"Write '{word}' with quotation marks.")


RULE = Rule(
    id="unquoted_word",
    title=Text("Kata tanpa tanda kutip", "A word without quotation marks"),
    why=Text(
        "Perbandingan seperti ini tidak pernah benar, jadi pertanyaannya tidak pernah muncul.",
        "Such a comparison is never true, so the question is never shown.",
    ),
    sources=(XFORMS,),
    severity="error",
    guards=False,
    check=_check,
    examples=(
        Example("a choice without quotation marks", (3, 4), """
            type          | name | relevant
            select_one yt | a    |
            text          | b    | ${a} = ya
            text          | c    | selected(${a}, ya)
        """),
        Example("a question's name, and places in a path's brackets", (), """
            type          | name | relevant                                      | choice_filter
            select_one yt | a    |                                               |
            text          | b    | instance('l')/list/item[name = column]/x = '1' |
            select_one yt | c    |                                               | kind = ${a}
        """),
    ),
)  # fmt: skip
