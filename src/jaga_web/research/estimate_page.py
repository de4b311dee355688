"""What the pages of estimates show: bases, the design's choices, tables and charts of figures."""

from collections.abc import Iterator, Mapping
from typing import Any

from babel.numbers import format_decimal, format_percent
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jaga.evidence.disclosure import RULES
from jaga.surveys import kinds
from jaga.words import Language
from jaga_web.research import page
from jaga_web.research.models import Table
from jaga_web.research.responses import STANDINGS, Responses

LABELS: dict[str, tuple[Promise | str, Promise | str]] = {
    "measure": (gettext_lazy("Yang diukur"), ""),
    "kind": (gettext_lazy("Untuk angka, hitung"), ""),
    "domain": (gettext_lazy("Menurut kelompok"), ""),
    "weight": (gettext_lazy("Bobot"), gettext_lazy("Kolom dengan bobot tiap responden.")),
    "strata": (gettext_lazy("Strata"), ""),
    "psu": (gettext_lazy("Klaster (PSU)"), gettext_lazy("Misalnya desa.")),
    "fpc": (
        gettext_lazy("Banyak klaster dalam populasi (FPC)"),
        gettext_lazy("Kolom yang sama isinya di tiap strata."),
    ),
    "post": (gettext_lazy("Pascastrata"), gettext_lazy("Isi juga populasinya di bawah.")),
    "interval": (gettext_lazy("Interval untuk proporsi"), ""),
}
NAMES = ("measure_id", "measure", "group_id", "group", "category_id", "category", "kind")
# A column with more values than this is no group, and may hold what somebody typed.
MOST_LABELS = 20


def bases(responses: Responses, language: Language, *, exact: bool) -> dict[str, Any]:
    """By question, how many stood how. Not `exact`: 1 to 4 are told as few, others to the 5."""
    lines = []
    unsure = 0
    for node in responses.form.questions:
        if node.name not in responses.standings:
            continue
        counts = responses.counts(node.name)
        unsure += counts["unsure"]
        asked = counts["answered"] + counts["empty"] + counts["refused"]
        numbers = [asked, *(counts[name] for name in STANDINGS)]
        lines.append(
            {
                "name": node.name,
                "label": responses.form.say(node, language),
                "numbers": numbers,
                "counts": [_told(number, language, exact=exact) for number in numbers],
            }
        )
    if not unsure:
        for line in lines:
            line["counts"] = line["counts"][:-1]
    return {"bases": lines, "has_unsure": bool(unsure)}


def design(
    responses: Responses, typed: Mapping[str, str], language: Language
) -> list[dict[str, Any]]:
    """The choices of a design, with what was chosen last."""
    form = responses.form
    measured = [
        (node.name, f"{form.say(node, language)} ({node.name})")
        for node in form.questions
        if node.kind in ("select_one", "select_multiple") or node.kind in kinds.NUMBERS
    ]
    groups = [
        (node.name, f"{form.say(node, language)} ({node.name})")
        for node in form.questions
        if node.kind == "select_one"
    ]
    texts = {node.name for node in form.questions if node.kind == "text"}
    asked = {node.name for node in form.questions}
    others = [(name, name) for name in responses.columns if name not in asked]
    few = [(name, name) for name, _words in others if _is_a_group(responses, name)]
    every = [*others, *((name, words) for name, words in measured + _texts(responses, language))]
    none = [("", _("tidak ada"))]
    options = {
        "measure": measured,
        "kind": [("mean", _("rata-rata")), ("total", _("jumlah seluruhnya"))],
        "domain": none + groups + few,
        "weight": none + [one for one in every if one[0] not in texts],
        "strata": none + every,
        "psu": none + every,
        "fpc": none + [one for one in every if one[0] not in texts],
        "post": none + groups + few,
        "interval": [("korn-graubard", "Korn-Graubard"), ("logit", "logit"), ("t", "t")],
    }
    return [
        {"name": name, "label": label, "help": help_, "options": options[name],
         "value": typed.get(name, "")}
        for name, (label, help_) in LABELS.items()
    ]  # fmt: skip


def table(row: Table, language: Language) -> dict[str, Any]:
    """One table of estimates as it may be shown."""
    results = row.results
    lines = [_line(line, results["kind"], language) for line in results["lines"]]
    return {
        "table": row,
        "title": page.title(row, language),
        "lines": lines,
        "has_groups": len({line["group"] for line in lines}) > 1,
        "has_withheld": any(line["withheld"] for line in lines),
        "has_thin": any(line["mark"] for line in lines),
        "is_share": results["kind"] == "proportion",
        "kind": {
            "proportion": _("Proporsi"), "mean": _("Rata-rata"), "total": _("Jumlah seluruhnya"),
        }[results["kind"]],
        "design": [
            (LABELS[name][0], value) for name, value in row.design.items()
            if value and name in LABELS and name not in ("measure", "domain", "kind")
        ],
    }  # fmt: skip


def _line(line: Mapping[str, Any], kind: str, language: Language) -> dict[str, Any]:
    found = {
        "group": line["group"][language],
        "category": line["category"][language],
        "is_all": line["order"][0] == 0,
        "withheld": line["withheld"],
        "mark": "",
    }
    if line["withheld"]:
        return found
    found |= {"n": page.whole(line["n"], language), "mark": line.get("mark", "")}
    if "value" in line and line["mark"] != "*":
        found |= {
            "value": figure(line["value"], kind, language),
            "interval": _interval(line, kind, language),
            "deff": _decimal(line["deff"], "0.00", language),
        }
    return found


def figure(value: float, kind: str, language: Language) -> str:
    """One figure with no more digits than a sample can bear."""
    if kind == "proportion":
        return str(format_percent(value, format="0.0%", locale=language))
    return _decimal(value, "#,##0" if kind == "total" else "#,##0.0", language)


def _interval(line: Mapping[str, Any], kind: str, language: Language) -> str:
    if line["low"] is None or line["high"] is None:
        return "–"
    low, high = (figure(line[name], kind, language) for name in ("low", "high"))
    return f"{low} – {high}"


def _decimal(value: float | None, pattern: str, language: Language) -> str:
    return "–" if value is None else str(format_decimal(value, format=pattern, locale=language))


def _told(number: int, language: Language, *, exact: bool) -> str:
    if exact or number == 0:
        return page.whole(number, language)
    return "< 5" if RULES.is_small(number) else page.whole(RULES.rounded(number), language)


def _is_a_group(responses: Responses, name: str) -> bool:
    values = {text for text in responses.columns[name] if text}
    return 1 < len(values) <= MOST_LABELS and not name.startswith("_")


def _texts(responses: Responses, language: Language) -> list[tuple[str, str]]:
    """Questions answered in words: good for naming clusters, never shown as groups."""
    return [
        (node.name, f"{responses.form.say(node, language)} ({node.name})")
        for node in responses.form.questions
        if node.kind == "text" and node.name in responses.columns
    ]


def csv_lines(row: Table) -> Iterator[list[str]]:
    """The table as lines of CSV; both languages, because a file outlives its page."""
    yield [*NAMES, "value", "se", "low", "high", "level", "deff", "df", "n", "mark", "withheld"]
    measure, kind = row.results["measure"], row.results["kind"]
    for line in row.results["lines"]:
        told = line if not line["withheld"] and line.get("mark") != "*" else {}
        yield [
            measure["id"], measure["en"], line["group"]["id"], line["group"]["en"],
            line["category"]["id"], line["category"]["en"], kind,
            *(_plain(told.get(name)) for name in ("value", "se", "low", "high", "confidence",
                                                  "deff", "df")),
            _plain(None if line["withheld"] else line["n"]), line.get("mark", ""),
            "yes" if line["withheld"] else "",
        ]  # fmt: skip


def _plain(value: float | int | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.6g}"
