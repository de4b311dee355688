"""Facts from estimates of a survey, given as the JSON that `jaga survey estimate --json` prints.

Beside "estimates" the file may hold "about", what the estimates do not know themselves: the words
of the survey (`programme`, `partner`, `place`, `place_code`, `period`, `base`, `base_id`, `unit`)
and, under "words", {"id": …, "en": …} for a measure or for "measure=answer".
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from jaga.errors import BadInput
from jaga.evidence.facts import Fact
from jaga.evidence.queries.asking import Answer, Held, Query, apart, blank, slug
from jaga.words import Text

ESTIMATES = Query("survey-estimates", 1, Text("Taksiran survei", "Estimates of a survey"))
# How many digits after the point a share in per cent, a mean and a total are told with.
DIGITS = {"proportion": 1, "mean": 1, "total": 0}
KINDS = {"proportion": "proportion", "mean": "mean", "total": "count"}
# The mark of a base below 25 answers, as `jaga survey estimate` gives it (DHS: not shown).
TOO_FEW = "withheld"
THIN = Text(
    "Ditahan: kurang dari 25 responden menjawab, terlalu sedikit untuk taksiran.",
    "Withheld: fewer than 25 answered, too few for an estimate.",
)
ASKED = ("measure", "category", "domain", "kind", "interval")
ABOUT = ("programme", "partner", "place", "place_code", "period", "base", "base_id", "unit")


@dataclass(frozen=True)
class Survey:
    """Estimates as read, with the words about them."""

    estimates: tuple[Mapping[str, Any], ...]
    about: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]


def read(text: str) -> Survey:
    """The estimates of a file; BadInput for one that holds none."""
    try:
        found = json.loads(text)
        about = found.get("about", {})
        survey = Survey(
            estimates=tuple(found["estimates"]),
            about={name: str(about[name]) for name in ABOUT if name in about},
            words=about.get("words", {}),
        )
        for one in survey.estimates:
            _ = (KINDS[one["kind"]], float(one["value"]), int(one["n"]), str(one["measure"]))
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise BadInput(
            Text(
                "Berkas taksiran tidak dapat dibaca. Tulis dengan `jaga survey estimate … --json`.",
                "The file of estimates cannot be read. Write it with `jaga survey estimate … "
                "--json`.",
            )
        ) from fault
    return survey


def facts(survey: Survey, year: int) -> Answer:
    """A fact for each estimate with 25 answers or more, told half up to one digit."""
    # What was estimated, not what came out: the hash is printed, and of a withheld estimate
    # somebody could try every count until it fits.
    rows = [tuple(str(one.get(name) or "") for name in ASKED) for one in survey.estimates]
    about: dict[str, Any] = {"pillar": "research", **survey.about}
    base = replace(blank(ESTIMATES, rows, str(year)), **about)
    told, held = [], []
    for one in survey.estimates:
        if one.get("mark") == TOO_FEW or int(one["n"]) < 25:
            held.append(Held(ESTIMATES.name, _measure(survey, one), THIN))
        else:
            told.append(_fact(base, survey, one))
    return Answer(apart(told), tuple(held))


def _fact(base: Fact, survey: Survey, one: Mapping[str, Any]) -> Fact:
    measure = _measure(survey, one)
    kind = str(one["kind"])
    names = (one["measure"], one.get("category", ""), one.get("domain", ""))
    share = kind == "proportion"
    low, high = one.get("low"), one.get("high")
    known = low is not None and high is not None
    return replace(
        base,
        id=".".join([base.id, *(slug(str(name)) for name in names if name), base.period]),
        measure=measure.en,
        measure_id=measure.id,
        value=_digits(one["value"], kind),
        unit="percent" if share else base.unit,
        n=int(one["n"]),
        kind=KINDS[kind],
        method=str(one.get("interval", "")),
        low=_digits(low, kind) if known else "",
        high=_digits(high, kind) if known else "",
        level=f"{float(one['confidence']) * 100:g}" if known and "confidence" in one else "",
        deff="" if one.get("deff") is None else f"{float(one['deff']):.2f}",
    )


def _measure(survey: Survey, one: Mapping[str, Any]) -> Text:
    name, answer, domain = (str(one.get(key) or "") for key in ("measure", "category", "domain"))
    key = f"{name}={answer}" if answer else name
    words = survey.words.get(key, {})
    told = Text(words.get("id") or key, words.get("en") or key)
    return Text(f"{told.id}, {domain}", f"{told.en}, {domain}") if domain else told


def _digits(value: Any, kind: str) -> str:
    """The value as it is told; a share in per cent. Halves go up, as people round."""
    exact = Decimal(str(value)) * (100 if kind == "proportion" else 1)
    step = Decimal(1).scaleb(-DIGITS[kind])
    return str(exact.quantize(step, rounding=ROUND_HALF_UP))
