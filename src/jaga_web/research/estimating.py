"""From rows and a chosen design to estimates that may be shown.

What may be told is decided once, on the counts behind the estimates, by the same door as every
other count (`jaga.evidence.disclosure`); what it withholds is never computed into the result.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from jaga.errors import BadInput
from jaga.evidence.disclosure import RULES
from jaga.surveys import kinds
from jaga.surveys.columns import number_of
from jaga.surveys.design import Design, Drawing, draw
from jaga.surveys.estimate import Asked, Estimate, Named, estimate
from jaga.surveys.forms import Node, said
from jaga.surveys.poststratify import post_stratify
from jaga.surveys.thin import mark
from jaga.words import Text
from jaga_web.refusing import refuse
from jaga_web.research.responses import Responses
from jaga_web.research.telling import Part, check_classes, check_earlier, shown

# More columns or groups than this is no table that anybody reads.
MOST_GROUPS = 40
ALL = Text("Semua", "All")
MARKS = {"withheld": "*", "parentheses": "()", "plain": ""}


@dataclass(frozen=True)
class Chosen:
    """A design as chosen on the page: names of columns, "" where none was."""

    measure: str
    kind: str = ""
    weight: str = ""
    strata: str = ""
    psu: str = ""
    fpc: str = ""
    domain: str = ""
    post: str = ""
    shares: str = ""
    interval: str = "korn-graubard"


# A design, and the table that was made by it.
Made = tuple[Chosen, Mapping[str, Any]]


def results(responses: Responses, chosen: Chosen, earlier: Sequence[Made] = ()) -> dict[str, Any]:
    """The table as it is stored and shown; withheld lines hold no number at all.

    `earlier`: what was made of the same rows before.
    """
    node = responses.form.named.get(chosen.measure)
    if node is None or not node.asks:
        raise refuse("Pilih pertanyaan yang diukur.", "Choose the question to measure.")
    made, left_out = _with_a_design(responses, chosen)
    found = _table(made, node, chosen)
    told = list(_told_rows(responses, node, chosen, found))
    for before, table in earlier:
        if before.measure == chosen.measure:
            check_earlier(told, _told_rows(responses, node, before, table))
    # Told to the fives, like every count of people.
    return found | {"left_out": RULES.rounded(left_out)}


def _table(responses: Responses, node: Node, chosen: Chosen) -> dict[str, Any]:
    design = _design(responses, chosen)
    groups = list(_groups(responses, chosen))
    families = _families(responses, node, chosen)
    if chosen.post:
        answered = ~np.isnan(families[0][0].values)
        check_classes(_column(responses, chosen.post), answered & (design.weights > 0))
    lines = [line for family in families for line in _lines(design, node, chosen, family, groups)]
    return {
        "measure": _text(_words(node)),
        "kind": _kind(node, chosen),
        "domain": _text(_words(responses.form.named[chosen.domain]))
        if chosen.domain in responses.form.named
        else {"id": chosen.domain, "en": chosen.domain},
        "lines": sorted(lines, key=lambda line: line["order"]),
    }


def _told_rows(
    responses: Responses, node: Node, chosen: Chosen, table: Mapping[str, Any]
) -> Iterator[Any]:
    """Masks of the rows whose answers a table tells, group by group, and everybody but a group."""
    kept = ~np.isnan(_families(responses, node, chosen)[0][0].values) & _in_design(
        responses, chosen
    )
    if chosen.weight:
        weights = np.array([number_of(text) for text in _column(responses, chosen.weight)])
        kept = kept & (weights > 0)
    groups = [kept & inside for _, inside in _groups(responses, chosen)]
    places = {line["order"][0] for line in table["lines"] if not line["withheld"]}
    for place in sorted(places):
        yield groups[place]
        if place and 0 in places:
            yield groups[0] & ~groups[place]


def _with_a_design(responses: Responses, chosen: Chosen) -> tuple[Responses, int]:
    """The rows that have every column of the design, and how many have not.

    Whoever did not consent has no village and no weight: nobody can say whom they stand for.
    """
    kept = [bool(one) for one in _in_design(responses, chosen)]
    if all(kept):
        return responses, 0
    return responses.where(kept), len(kept) - sum(kept)


def _in_design(responses: Responses, chosen: Chosen) -> Any:
    names = (chosen.weight, chosen.strata, chosen.psu, chosen.fpc, chosen.post)
    columns = [[bool(cell) for cell in _column(responses, name)] for name in names if name]
    return np.all(columns, axis=0) if columns else np.ones(responses.rows, dtype=bool)


def _lines(
    design: Design,
    node: Node,
    chosen: Chosen,
    family: Sequence[Part],
    groups: Sequence[tuple[Text, Any]],
) -> Iterator[dict[str, Any]]:
    """The estimates of parts that add up to one whole, in each group."""
    is_share = _kind(node, chosen) == "proportion"
    may = shown(family, [inside for _, inside in groups], design.weights, is_share=is_share)
    asked = Asked(
        kind=_kind(node, chosen), missing="drop", interval=_interval(chosen, is_share),
    )  # fmt: skip
    for place, (words, inside) in enumerate(groups):
        for number, part in enumerate(family):
            if part.silent:
                continue
            line = {
                "group": _text(words),
                "category": _text(part.words),
                "order": [place, number],
                "withheld": not may[place][number],
            }
            if may[place][number]:
                base = inside & ~np.isnan(part.values) & (design.weights > 0)
                named = Named(chosen.measure)
                line |= {"n": int(base.sum()), "mark": MARKS[mark(int(base.sum()))]}
                if line["mark"] != "*":
                    line |= _told(estimate(design, part.values, asked, inside, named))
            yield line


def _told(made: Estimate) -> dict[str, Any]:
    """The figures of one estimate, as JSON holds them."""
    # How many did not answer stays inside: few who refused are few people.
    kept = ("value", "se", "low", "high", "deff", "df", "confidence")
    found = {name: value for name, value in asdict(made).items() if name in kept}
    return {
        name: None if isinstance(value, float) and not math.isfinite(value) else value
        for name, value in found.items()
    }


def _families(responses: Responses, node: Node, chosen: Chosen) -> list[list[Part]]:
    """Parts that add up to one whole; of several answers each is a whole with its "no"."""
    answered = np.array(responses.answered(node.name))
    texts = responses.columns[node.name]
    if _kind(node, chosen) != "proportion":
        values = np.array([number_of(text) for text in texts])
        return [[Part(np.where(answered, values, np.nan), None)]]
    families = []
    parts = []
    for choice in responses.form.choices_of(node):
        words = Text(said(choice.labels, "id") or choice.name, said(choice.labels, "en") or
                     choice.name)  # fmt: skip
        hit = np.array([choice.name in text.split() for text in texts], dtype=float)
        part = Part(np.where(answered, hit, np.nan), words)
        if node.kind == "select_multiple":
            families.append([part, Part(1 - part.values, words, silent=True)])
        else:
            parts.append(part)
    return families or [parts]


def _groups(responses: Responses, chosen: Chosen) -> Iterator[tuple[Text, Any]]:
    """Everybody, then each group of the domain."""
    yield ALL, np.ones(responses.rows, dtype=bool)
    if not chosen.domain:
        return
    labels = np.array(_column(responses, chosen.domain))
    names = sorted({str(label) for label in labels} - {""})
    if len(names) > MOST_GROUPS:
        raise refuse(
            f"Kelompoknya lebih dari {MOST_GROUPS}. Pilih kolom lain.",
            f"There are more than {MOST_GROUPS} groups. Choose another column.",
        )
    node = responses.form.named.get(chosen.domain)
    known = {one.name: one for one in responses.form.choices_of(node)} if node else {}
    order = list(known) or names
    for name in sorted(names, key=lambda n: order.index(n) if n in order else len(order)):
        one = known.get(name)
        words = (said(one.labels, "id"), said(one.labels, "en")) if one else ("", "")
        yield Text(words[0] or name, words[1] or name), labels == name


def _design(responses: Responses, chosen: Chosen) -> Design:
    def numbers(name: str) -> Any:
        return np.array([number_of(text) for text in _column(responses, name)])

    def labels(name: str) -> Any:
        return np.array([text or "?" for text in _column(responses, name)])

    design = draw(
        Drawing(
            rows=responses.rows,
            weights=numbers(chosen.weight) if chosen.weight else None,
            strata=labels(chosen.strata) if chosen.strata else None,
            units=(labels(chosen.psu),) if chosen.psu else (),
            populations=(numbers(chosen.fpc),) if chosen.fpc else (),
            nested=True,
            lonely="adjust",
        )
    )
    if not chosen.post:
        return design
    return post_stratify(design, list(labels(chosen.post)), _sizes(chosen.shares))


def _sizes(typed: str) -> Mapping[str, float]:
    """Known sizes, one "name=number" a line."""
    found: dict[str, float] = {}
    for line in filter(None, map(str.strip, typed.splitlines())):
        name, _, size = line.rpartition("=")
        number = number_of(size.strip().replace(".", "").replace(",", "."))
        if not name or not number > 0:
            raise _unread_sizes()
        found[name.strip()] = number
    if not found:
        raise _unread_sizes()
    return found


def _unread_sizes() -> BadInput:
    return refuse(
        "Tulis populasi tiap kelompok pascastrata, satu baris satu kelompok: perempuan=5200.",
        "Write the population of each post-stratum, one a line: women=5200.",
    )


def _column(responses: Responses, name: str) -> Sequence[str]:
    if name not in responses.columns:
        raise refuse(
            "Kolom yang dipilih tidak ada di data ini. Pilih lagi.",
            "A chosen column is not in this data. Choose again.",
        )
    return responses.columns[name]


def _kind(node: Node, chosen: Chosen) -> Any:
    if node.kind in ("select_one", "select_multiple"):
        return "proportion"
    if node.kind in kinds.NUMBERS:
        return "total" if chosen.kind == "total" else "mean"
    raise refuse(
        "Pertanyaan ini tidak dapat dihitung: pilih pertanyaan pilihan atau angka.",
        "This question cannot be counted: choose one with choices or numbers.",
    )


def _interval(chosen: Chosen, is_share: bool) -> Any:
    if not is_share:
        return "t"
    return chosen.interval if chosen.interval in ("logit", "korn-graubard", "t") else "logit"


def _words(node: Node) -> Text:
    return Text(said(node.labels, "id") or node.name, said(node.labels, "en") or node.name)


def _text(words: Text | None) -> dict[str, str]:
    return {"id": words.id if words else "", "en": words.en if words else ""}
