"""Which column of an export is which question, by name with its groups, or by label.

Groups stand before a name with `-` (ODK Central), `/` (KoboToolbox) or not at all; a choice of a
select_multiple stands behind it with `/`. Labels may stand in place of names, in any language.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jaga.surveys import kinds
from jaga.surveys.forms import Choice, Form, Node

SEPARATORS = ("-", "/")


@dataclass(frozen=True)
class Column:
    """The place of a column, the question it answers, and the choice it stands for if it is one."""

    place: int
    question: str
    choice: str = ""


class Columns:
    """Finds the question of a header. Built once for each form."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.by_name = _unique(_names(form))
        self.by_label = _unique(_labels(form))

    def found(self, headers: Iterable[str]) -> tuple[Column, ...]:
        """The columns that answer a question, in their order; others are left out."""
        pairs = ((place, self._one(header.strip())) for place, header in enumerate(headers))
        return tuple(Column(place, *one) for place, one in pairs if one)

    def _one(self, header: str) -> tuple[str, str] | None:
        node = self.by_name.get(header) or self.by_label.get(header)
        if node:
            return node.name, ""
        for before, after in _splits(header):
            several = self.by_name.get(before) or self.by_label.get(before)
            if several and several.kind == "select_multiple":
                name = choice_name(self.form, several, after)
                if name:
                    return several.name, name
        for _, after in _splits(header):  # a group's label in front of a question's
            if after in self.by_label:
                return self.by_label[after].name, ""
        return None


def choice_name(form: Form, node: Node, written: str) -> str:
    """The name of the choice that is written by its name or by its label; empty if there is none.

    A list from elsewhere is not known, so whatever is written is taken as its name.
    """
    choices = form.choices_of(node)
    if not choices or (node.or_other and written == "other"):
        return written
    named = {choice.name for choice in choices}
    if written in named:
        return written
    labelled = {label: choice.name for choice in choices for label in _words(choice)}
    return labelled.get(written, "")


def _words(row: Node | Choice) -> Iterator[str]:
    return (" ".join(label.split()) for label in row.labels.values())


def _splits(header: str) -> Iterator[tuple[str, str]]:
    """Header cut in two at each `/`, the last first."""
    place = header.rfind("/")
    while place > 0:
        yield header[:place], header[place + 1 :]
        place = header.rfind("/", 0, place)


def _kept(form: Form) -> Iterator[Node]:
    return (node for node in form.nodes if node.kind not in kinds.CONTAINERS and node.name)


def _names(form: Form) -> Iterator[tuple[str, Node]]:
    for node in _kept(form):
        path = [*node.parents, node.name]
        for separator in SEPARATORS:
            for start in range(len(path)):
                yield separator.join(path[start:]), node


def _labels(form: Form) -> Iterator[tuple[str, Node]]:
    return ((words, node) for node in _kept(form) if node.asks for words in _words(node))


def _unique(pairs: Iterable[tuple[str, Node]]) -> Mapping[str, Node]:
    """Headers that mean one question only."""
    each = {(written, node.row): node for written, node in pairs}
    often = Counter(written for written, _ in each)
    return {written: node for (written, _), node in each.items() if often[written] == 1}
