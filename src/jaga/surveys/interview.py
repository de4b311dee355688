"""One interview, screen by screen: what to ask next, which answers are accepted, what is kept.

For a collector's pages, which are drawn on the server and work without a script. Conditions and
constraints are worked out by `evaluate.py`; `hindrances` names what it could not, beforehand.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from jaga.surveys.evaluate import HERE, UNKNOWN, Unknown, Value, to_text, truth, value
from jaga.surveys.expressions import (
    Call,
    Expression,
    ExpressionError,
    Literal,
    Minus,
    Op,
    Path,
    Ref,
    parse,
    walk,
)
from jaga.surveys.forms import Choice, Form, Node, said
from jaga.words import Language, Text

# Questions on one screen of a telephone: few enough to be read aloud one after the other.
MOST_ON_A_SCREEN = 4
LONGEST_TEXT = 1_000
# Calculations may name each other; a ring of them is UNKNOWN.
DEEPEST = 20

ANSWERED = frozenset(
    {"text", "integer", "decimal", "range", "date", "time", "select_one", "select_multiple",
     "acknowledge"}
)  # fmt: skip
# Filled in by a device or the form; nothing is asked, and nothing of it is kept here.
SILENT = frozenset(
    {"note", "calculate", "hidden", "start", "end", "today", "deviceid", "username", "audit",
     "group"}
)  # fmt: skip

PLEASE = Text(
    "Jawab pertanyaan ini, atau pilih bahwa responden tidak ingin menjawab.",
    "Answer this question, or choose that the respondent does not want to answer.",
)
NOT_SO = Text(
    "Jawaban ini tidak sesuai. Periksa lalu isi lagi.",
    "This answer does not fit. Check it and try again.",
)
NUMBER = Text("Tulis sebagai angka, misalnya 12.", "Write a number, such as 12.")
_NAMED = re.compile(r"\$\{\s*([^{}]+?)\s*\}")


@dataclass(frozen=True)
class Answers:
    """What was answered so far, as text by question, and which questions were passed over."""

    given: Mapping[str, str]
    skipped: frozenset[str] = frozenset()
    today: date = date(1970, 1, 1)


@dataclass(frozen=True)
class Screen:
    """Questions and notes to show together; `after` is where the next screen begins."""

    nodes: tuple[Node, ...]
    after: int

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to ask."""
        return not self.nodes


def hindrances(form: Form) -> list[tuple[Node, Text]]:
    """Questions and conditions that these screens cannot ask or work out, with what to do."""
    return [(node, text) for node in form.nodes for text in _hindrances(form, node)]


def screen(form: Form, answers: Answers, start: int = 0) -> Screen:
    """The questions to ask from row `start` of `form.nodes` on.

    A question that depends on another one of the screen waits for the next.
    """
    shown: list[Node] = []
    names: set[str] = set()
    for place in range(start, len(form.nodes)):
        node = form.nodes[place]
        if not (node.asks or node.kind == "note"):
            continue
        if names & depends_on(form, node):
            return Screen(tuple(shown), place)
        if not is_asked(form, node, answers):
            continue
        is_full = sum(each.asks for each in shown) >= MOST_ON_A_SCREEN
        if shown and (is_full or node.parents != shown[-1].parents):
            return Screen(tuple(shown), place)
        shown.append(node)
        names.add(node.name)
    return Screen(tuple(shown), len(form.nodes))


def is_asked(form: Form, node: Node, answers: Answers) -> bool:
    """Whether the conditions of a question, and of the groups around it, hold."""
    lookup = lookup_of(form, answers)
    return all(
        _holds(each.cell("relevant"), lookup, answers) is not False
        for each in (*form.around(node), node)
    )


def choices(form: Form, node: Node, answers: Answers) -> list[Choice]:
    """The choices of a question that its filter lets through."""
    written = node.cell("choice_filter")
    every = form.choices_of(node)
    if not written:
        return list(every)
    lookup = lookup_of(form, answers)
    return [one for one in every if _lets_through(written, one, lookup) is not False]


def refusal(form: Form, node: Node, answers: Answers, language: Language) -> str:
    """Why the answer to `node` is not accepted, as a sentence; "" when it is."""
    if node.name in answers.skipped or not node.asks:
        return ""
    text = answers.given.get(node.name, "")
    lookup = lookup_of(form, answers, here=text)
    if not text:
        written = node.cell("required")
        needed = bool(written) and _holds(written, lookup, answers) is True
        own = said(node.texts.get("required_message", {}), language)
        return (own or PLEASE.say(language)) if needed else ""
    fault = _fault(form, node, answers, text)
    if fault is not None:
        return fault.say(language)
    if _holds(node.cell("constraint"), lookup, answers) is False:
        return said(node.texts.get("constraint_message", {}), language) or NOT_SO.say(language)
    return ""


def kept(form: Form, answers: Answers) -> Answers:
    """The answers to questions that are still asked; what a change of mind hid is dropped."""
    asked = {node.name for node in form.questions if is_asked(form, node, answers)}
    given = {name: text for name, text in answers.given.items() if name in asked and text}
    return replace(answers, given=given, skipped=frozenset(answers.skipped & asked))


def tidied(node: Node, texts: Sequence[str]) -> str:
    """What was typed or ticked, as an export would write it: choices by spaces, a decimal point."""
    if node.kind == "select_multiple":
        return " ".join(dict.fromkeys(texts))
    text = texts[-1].strip() if texts else ""
    if node.kind in ("integer", "decimal", "range"):
        return text.replace(",", ".")
    return text


def words(form: Form, node: Node, column: str, answers: Answers, language: Language) -> str:
    """Label or hint of a question with the answers it names filled in."""
    written = said(node.texts.get(column, {}), language)
    return _NAMED.sub(lambda found: _answer_words(form, found[1], answers, language), written)


def depends_on(form: Form, node: Node) -> set[str]:
    """The questions whose answers decide about this one, also through calculations."""
    cells = [each.cell("relevant") for each in form.around(node)]
    cells += [node.cell(c) for c in ("relevant", "constraint", "required", "choice_filter")]
    waiting = {name for cell in cells for name in _refs(cell)}
    waiting |= {name for each in node.texts.values() for w in each.values() for name in
                _NAMED.findall(w)}  # fmt: skip
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            other = form.named.get(name)
            waiting |= set(_refs(other.cell("calculation"))) if other else set()
    return found - {node.name}


def lookup_of(
    form: Form, answers: Answers, here: str | None = None, depth: int = 0
) -> Callable[[str], Value]:
    """Answers by name for `evaluate`; calculations are worked out, what is not answered is ""."""

    def look(name: str) -> Value:
        if name == HERE:
            return UNKNOWN if here is None else here
        node = form.named.get(name)
        if node is not None and node.cell("calculation"):
            if depth >= DEEPEST:
                return UNKNOWN
            tree = _tree(node.cell("calculation"), answers)
            deeper = lookup_of(form, answers, None, depth + 1)
            return UNKNOWN if tree is None else value(tree, deeper)
        return "" if name in answers.skipped else answers.given.get(name, "")

    return look


def _answer_words(form: Form, name: str, answers: Answers, language: Language) -> str:
    node, text = form.named.get(name), to_text(lookup_of(form, answers)(name))
    if isinstance(text, Unknown):
        return "…"
    labels = {one.name: said(one.labels, language) for one in form.choices_of(node)} if node else {}
    return ", ".join(labels.get(part, part) for part in text.split()) if labels else text


def _fault(form: Form, node: Node, answers: Answers, text: str) -> Text | None:
    """What is wrong with an answer by its kind alone."""
    if node.kind in ("select_one", "select_multiple"):
        known = {one.name for one in choices(form, node, answers)}
        given = [text] if node.kind == "select_one" else text.split()
        return None if known.issuperset(given) else NOT_SO
    if node.kind == "integer":
        return None if re.fullmatch(r"-?\d{1,9}", text) else NUMBER
    if node.kind in ("decimal", "range"):
        is_number = re.fullmatch(r"-?\d{1,12}(\.\d{1,9})?", text) is not None
        return (None if _in_range(node, float(text)) else NOT_SO) if is_number else NUMBER
    if node.kind in ("date", "time"):
        return None if _is_time(node.kind, text) else NOT_SO
    if node.kind == "acknowledge":
        return None if text == "OK" else NOT_SO
    return None if len(text) <= LONGEST_TEXT else NOT_SO


def _in_range(node: Node, number: float) -> bool:
    if node.kind != "range":
        return True
    given = dict(re.findall(r"(start|end)\s*=\s*(-?[\d.]+)", node.cell("parameters")))
    return float(given.get("start", 1)) <= number <= float(given.get("end", 10))


def _is_time(kind: str, text: str) -> bool:
    try:
        (date if kind == "date" else time).fromisoformat(text)
    except ValueError:
        return False
    return True


def _holds(written: str, lookup: Callable[[str], Value], answers: Answers) -> bool | Unknown:
    """Whether a condition holds; an empty one does, and so may one that cannot be read."""
    if not written.strip() or written.strip().lower() in ("yes", "no", "true", "false"):
        return written.strip().lower() not in ("no", "false")
    tree = _tree(written, answers)
    return UNKNOWN if tree is None else truth(tree, lookup)


def _lets_through(written: str, one: Choice, lookup: Callable[[str], Value]) -> bool | Unknown:
    cells = {"name": one.name, **one.cells}

    def filled(part: Expression) -> Expression:
        is_column = isinstance(part, Path) and part.is_word
        return Literal(cells.get(part.text, "")) if is_column and isinstance(part, Path) else part

    try:
        return truth(_mapped(parse(written), filled), lookup)
    except ExpressionError:
        return UNKNOWN


def _tree(written: str, answers: Answers) -> Expression | None:
    def dated(part: Expression) -> Expression:
        return Literal(answers.today.isoformat()) if part == Call("today") else part

    try:
        return _mapped(parse(written), dated)
    except ExpressionError:
        return None


def _mapped(tree: Expression, change: Callable[[Expression], Expression]) -> Expression:
    """The tree with `change` applied to each part, the innermost first."""
    if isinstance(tree, Op):
        tree = Op(tree.sign, _mapped(tree.left, change), _mapped(tree.right, change))
    elif isinstance(tree, Call):
        tree = Call(tree.name, tuple(_mapped(part, change) for part in tree.arguments))
    elif isinstance(tree, Minus):
        tree = Minus(_mapped(tree.of, change))
    return change(tree)


def _refs(written: str) -> Iterator[str]:
    try:
        tree = parse(written) if written.strip() else None
    except ExpressionError:
        return
    if tree is not None:
        yield from (part.name for part in walk(tree) if isinstance(part, Ref))


def _hindrances(form: Form, node: Node) -> Iterator[Text]:
    if node.kind not in ANSWERED | SILENT:
        yield Text(
            f"Jenis “{node.kind}” tidak dapat ditanyakan di sini. Pakai jenis lain.",
            f"The type “{node.kind}” cannot be asked here. Use another.",
        )
    if node.or_other or node.external:
        yield Text(
            "Daftar dari luar dan “or_other” tidak dapat dipakai. Tulis pilihannya di lembar "
            "choices.",
            "Lists from elsewhere and “or_other” cannot be used. Write the choices in the choices "
            "sheet.",
        )
    for column in ("relevant", "constraint", "required", "calculation", "choice_filter"):
        if not _can_be_worked_out(node.cell(column), columns=column == "choice_filter"):
            yield Text(
                f"Ungkapan di kolom {column} tidak dapat dihitung di server. Sederhanakan.",
                f"The expression in column {column} cannot be worked out on the server. Write it "
                "more simply.",
            )


def _can_be_worked_out(written: str, *, columns: bool) -> bool:
    if not written.strip() or written.strip().lower() in ("yes", "no", "true", "false"):
        return True
    try:
        tree = parse(written)
    except ExpressionError:
        return False
    return all(_is_known(part, columns=columns) for part in walk(tree))


def _is_known(part: Expression, *, columns: bool) -> bool:
    if isinstance(part, Path):
        return columns and part.is_word
    if isinstance(part, Ref):
        return not part.last_saved
    if not isinstance(part, Call) or part.name in ("today", "if"):
        return True
    tried = Call(part.name, tuple(Literal("1") for _ in part.arguments))
    return not isinstance(value(tried, lambda _: UNKNOWN), Unknown)
