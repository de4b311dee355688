"""The planner's page: what was typed, what it gives, and how far alikeness would change it."""

from collections.abc import Mapping
from typing import Any

from babel.numbers import format_decimal, format_percent
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga.errors import BadInput, JagaError
from jaga.surveys import planner
from jaga.words import Language, Text
from jaga_web.refusing import refuse

# As typed in a fresh form. Percentages are typed as percentages.
DEFAULTS = {
    "proportion": "50",
    "level": "95",
    "margin": "5",
    "icc": "0,05",
    "per_cluster": "13",
    "clusters": "",
    "population": "",
    "response": "90",
}
LABELS: dict[str, tuple[Promise | str, Promise | str]] = {
    "proportion": (_("Proporsi yang diduga (%)"), _("50 adalah yang paling aman bila tidak tahu.")),
    "level": (_("Tingkat keyakinan (%)"), ""),
    "margin": (
        _("Batas galat (± poin persen)"),
        _("Seberapa jauh perkiraan boleh meleset. Dipakai bila banyak klaster kosong."),
    ),
    "icc": (
        _("Kemiripan dalam klaster (ICC)"),
        _("0 bila orang sedesa menjawab tanpa pola. Ambil dari survei lama bila ada."),
    ),
    "per_cluster": (_("Wawancara per klaster"), _("1 bila tidak memakai klaster.")),
    "clusters": (
        _("Banyak klaster yang dapat dikunjungi"),
        _("Kosongkan bila ingin tahu berapa yang perlu."),
    ),
    "population": (_("Banyak orang dalam populasi"), _("Kosongkan bila besar.")),
    "response": (_("Yang diduga mau menjawab (%)"), ""),
}
OTHER_ICC = (0.0, 0.02, 0.05, 0.10, 0.20)


def page(typed: Mapping[str, str], language: Language) -> dict[str, Any]:
    """What the template draws; a refusal stands in it as a sentence."""
    values = {name: typed.get(name, default).strip() for name, default in DEFAULTS.items()}
    fields = [(name, *LABELS[name], values[name]) for name in DEFAULTS]
    try:
        chosen = _number(values, "icc")
        shown = sorted({*OTHER_ICC, chosen})
        lines = [_line(values, icc, chosen, language) for icc in shown]
    except JagaError as refused:
        return {"fields": fields, "error": refused.say(language), "lines": [], "chosen": None}
    return {
        "fields": fields,
        "error": "",
        "lines": lines,
        "chosen": next(line for line in lines if line["chosen"]),
    }


def _line(
    values: Mapping[str, str], icc: float, chosen: float, language: Language
) -> dict[str, Any]:
    size = _size(values, icc)

    def whole(number: int) -> str:
        return str(format_decimal(number, format="#,##0", locale=language))

    return {
        "chosen": icc == chosen,
        "icc": format_decimal(icc, format="0.00#", locale=language),
        "deff": format_decimal(size.deff, format="0.00", locale=language),
        "interviews": whole(size.interviews),
        "asked": whole(size.asked),
        "clusters": whole(size.clusters) if size.clusters else "–",
        "effective": whole(int(size.effective)),
        "margin": format_percent(size.margin, format="0.0%", locale=language),
    }


def _size(values: Mapping[str, str], icc: float) -> planner.Size:
    wish = planner.Wish(
        proportion=_number(values, "proportion") / 100,
        level=_number(values, "level") / 100,
        icc=icc,
        per_cluster=_number(values, "per_cluster"),
        population=_whole(values, "population"),
        response=_number(values, "response") / 100,
    )
    clusters = _whole(values, "clusters")
    if clusters is not None:
        return planner.for_clusters(wish, clusters)
    return planner.for_margin(wish, _number(values, "margin") / 100)


def _number(values: Mapping[str, str], name: str) -> float:
    """A number with a decimal comma or point. Raises BadInput naming the field."""
    try:
        number = float(values[name].replace(",", ".") or "x")
    except ValueError:
        raise _unread(name) from None
    if not abs(number) < 1e12:
        raise _unread(name)
    return number


def _whole(values: Mapping[str, str], name: str) -> int | None:
    """A whole number, separators dropped; None when nothing was typed."""
    typed = values[name].replace(".", "").replace(",", "").replace(" ", "")
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit()) or len(typed) > 12:
        raise _unread(name)
    return int(typed)


def _unread(name: str) -> BadInput:
    words = {
        "proportion": Text("proporsi", "the proportion"),
        "level": Text("tingkat keyakinan", "the confidence level"),
        "margin": Text("batas galat", "the margin"),
        "icc": Text("ICC", "the ICC"),
        "per_cluster": Text("wawancara per klaster", "interviews in a cluster"),
        "clusters": Text("banyak klaster", "the number of clusters"),
        "population": Text("populasi", "the population"),
        "response": Text("bagian yang menjawab", "the share that answers"),
    }[name]
    return refuse(
        f"Tulis {words.id} sebagai angka, misalnya 12,5.",
        f"Write {words.en} as a number, such as 12.5.",
    )
