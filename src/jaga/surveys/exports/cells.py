"""The values of one row of an export, as the form names them."""

from collections.abc import Iterable, Mapping, Sequence

from jaga.surveys import kinds
from jaga.surveys.exports.columns import Column, choice_name
from jaga.surveys.forms import Form, Node

CHOSEN = ("1", "1.0", "true", "yes")


def values(form: Form, columns: Iterable[Column], cells: Sequence[str]) -> dict[str, str]:
    """Question → value. A question has one when any column of its own, or of its choices, exists.

    Of a select_multiple the column of all choices counts. Its single columns count only when that
    one is absent: ODK Central writes 0 into each of them also for a question that was never asked,
    so noughts alone say nothing and give an empty value.
    """
    whole: dict[str, str] = {}
    chosen: dict[str, list[str]] = {}
    for column in columns:
        cell = cells[column.place].strip() if column.place < len(cells) else ""
        if column.choice:
            picked = chosen.setdefault(column.question, [])
            if cell.lower() in CHOSEN or cell == column.choice:
                picked.append(column.choice)
        else:
            whole[column.question] = _named(form, form.named[column.question], cell)
    return {name: " ".join(picked) for name, picked in chosen.items()} | _settled(whole, chosen)


def _settled(whole: Mapping[str, str], chosen: Mapping[str, list[str]]) -> dict[str, str]:
    """Where labels in one cell could not be told apart, the single columns can."""
    return {
        name: " ".join(chosen[name]) if "\0" in value and name in chosen else value.strip("\0")
        for name, value in whole.items()
    }


def _named(form: Form, node: Node, cell: str) -> str:
    """A cell with labels turned into names of choices; \\0 marks what could not be told."""
    if not cell or node.kind not in kinds.CHOOSING or not form.choices_of(node):
        return cell
    if node.kind == "select_one":
        return choice_name(form, node, cell) or cell
    words = cell.split()
    if all(choice_name(form, node, word) == word for word in words):
        return " ".join(words)
    return _parted(form, node, words) or f"{cell}\0"


def _parted(form: Form, node: Node, words: Sequence[str]) -> str:
    """Labels in a row, with only spaces between them, as names: the longest that fits first."""
    found: list[str] = []
    place = 0
    while place < len(words):
        for end in range(len(words), place, -1):
            name = choice_name(form, node, " ".join(words[place:end]))
            if name:
                found.append(name)
                place = end
                break
        else:
            return ""
    return " ".join(found)
