"""A condition of a form said in words, so that a denominator can be named.

`${online} = 'ya' and ${age} >= 12` becomes: answered "Yes" to "Do you use the internet?" and gave
at least 12 to "How old are you?". What has no words of its own is quoted as it is written.
"""

from jaga.surveys.expressions import Call, Expression, Literal, Minus, Number, Op, Ref
from jaga.surveys.forms import Form, Node, said
from jaga.words import LANGUAGES, Language, Text

_SAYS = {
    "=": Text("menjawab {value} untuk {question}", "answered {value} to {question}"),
    "!=": Text("tidak menjawab {value} untuk {question}", "did not answer {value} to {question}"),
    "selected": Text("memilih {value} pada {question}", "chose {value} in {question}"),
    ">=": Text("menyebut paling sedikit {value} untuk {question}",
        "gave at least {value} to {question}"),
    ">": Text("menyebut lebih dari {value} untuk {question}",
        "gave more than {value} to {question}"),
    "<=": Text("menyebut paling banyak {value} untuk {question}",
        "gave at most {value} to {question}"),
    "<": Text("menyebut kurang dari {value} untuk {question}",
        "gave less than {value} to {question}"),
    "empty": Text("tidak mengisi {question}", "left {question} empty"),
    "filled": Text("mengisi {question}", "filled in {question}"),
    "more": Text("memilih lebih dari {value} pada {question}",
        "chose more than {value} in {question}"),
    "least": Text("memilih paling sedikit {value} pada {question}",
        "chose at least {value} in {question}"),
    "and": Text("{left} dan {right}", "{left} and {right}"),
    "or": Text("{left} atau {right}", "{left} or {right}"),
    "not": Text("tidak ({left})", "not ({left})"),
    "other": Text("memenuhi syarat «{left}»", "meet the condition «{left}»"),
}  # fmt: skip
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_NOTHING = Literal("")
_COUNTED = {">": "more", ">=": "least"}


def words(form: Form, condition: Expression) -> Text:
    """What the people have in common for whom the condition holds, as the end of "those who …"."""
    indonesian, english = (_say(form, condition, language) for language in LANGUAGES)
    return Text(indonesian, english)


def _say(form: Form, condition: Expression, language: Language) -> str:
    if isinstance(condition, Op) and condition.sign in ("and", "or"):
        return _joined(form, condition, language)
    if isinstance(condition, Call) and condition.name == "not" and len(condition.arguments) == 1:
        return _fill("not", language, left=_say(form, condition.arguments[0], language))
    compared = _compared(form, condition)
    if compared is None:
        return _fill("other", language, left=written(condition))
    key, node, fixed = compared
    value = f"“{choice(form, node, fixed, language)}”"
    return _fill(key, language, value=value, question=f"“{form.say(node, language)}”")


def _joined(form: Form, condition: Op, language: Language) -> str:
    sides = []
    for side in (condition.left, condition.right):
        said_so = _say(form, side, language)
        mixed = isinstance(side, Op) and side.sign in ("and", "or") and side.sign != condition.sign
        sides.append(f"({said_so})" if mixed else said_so)
    return _fill(condition.sign, language, left=sides[0], right=sides[1])


def _fill(key: str, language: Language, **values: str) -> str:
    return _SAYS[key].say(language).format(**values)


def _compared(form: Form, condition: Expression) -> tuple[str, Node, str] | None:
    """(words to use, question, what it is compared with) of a simple condition."""
    if isinstance(condition, Call) and condition.name == "selected":
        return _pair(form, "selected", *condition.arguments[:2])
    if not isinstance(condition, Op) or condition.sign not in _TURNED:
        return None
    left, right, sign = condition.left, condition.right, condition.sign
    if isinstance(left, Literal | Number | Minus):
        left, right, sign = right, left, _TURNED[sign]
    if isinstance(left, Call) and left.name == "count-selected" and sign in _COUNTED:
        return _pair(form, _COUNTED[sign], left.arguments[0], right)
    if right == _NOTHING and sign in ("=", "!="):
        sign = "empty" if sign == "=" else "filled"
    return _pair(form, sign, left, right)


def _pair(
    form: Form, key: str, left: Expression, right: Expression = _NOTHING
) -> tuple[str, Node, str] | None:
    node = form.named.get(left.name) if isinstance(left, Ref) and not left.last_saved else None
    fixed = isinstance(right, Literal | Number) or (
        isinstance(right, Minus) and isinstance(right.of, Number)
    )
    return (key, node, written(right).strip("'")) if node and fixed else None


def choice(form: Form, node: Node, name: str, language: Language) -> str:
    """A choice's label in `language`, or its name as it is."""
    for one in form.choices_of(node):
        if one.name == name:
            return said(one.labels, language) or name
    return name


def written(expression: Expression) -> str:
    """The expression as XLSForm writes it."""
    match expression:
        case Number(number):
            return f"{number:g}"
        case Literal(text):
            return f"'{text}'"
        case Ref(name):
            return f"${{{name}}}"
        case Minus(of):
            return f"-{written(of)}"
        case Call(name, arguments):
            return f"{name}({', '.join(map(written, arguments))})"
        case Op(sign, left, right):
            return f"{written(left)} {sign} {written(right)}"
    return getattr(expression, "text", ".")
