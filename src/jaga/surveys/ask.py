"""One question put to a file of answers: columns named, estimates and what to know of them back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from jaga.errors import BadInput, WrongUsage
from jaga.surveys.columns import NUMBER, Columns
from jaga.surveys.design import Design, Drawing, Floats, Lonely, Mask, draw
from jaga.surveys.estimate import Asked, Compared, ErrorBy, Estimate, Kind, Missing, Named, estimate
from jaga.surveys.intervals import LEVEL, IntervalKind
from jaga.surveys.poststratify import post_stratify
from jaga.surveys.rao_scott import Test, rao_scott
from jaga.words import Text

# More different answers than this are no categories but numbers or names.
MOST_CATEGORIES = 50


@dataclass(frozen=True)
class Plan:
    """Which columns say how the sample was drawn; `psu` and `fpc` one for each stage.

    `post`: the column of post-strata, and the size of each.
    """

    weight: str | None = None
    strata: str | None = None
    psu: tuple[str, ...] = ()
    fpc: tuple[str, ...] = ()
    nested: bool = False
    lonely: Lonely = "refuse"
    post: tuple[str, Mapping[str, float]] | None = None


@dataclass(frozen=True)
class Question:
    """What is asked. `measure` is a column, or `column=answer`; `domain` a column of groups."""

    measure: str
    missing: Missing
    kind: Kind | None = None
    domain: str | None = None
    interval: IntervalKind | None = None
    level: float = LEVEL
    compared: Compared = "wor"
    error: ErrorBy = "taylor"


@dataclass(frozen=True)
class Answer:
    """Estimates in the order of domains, then answers; and sentences to read with them."""

    estimates: tuple[Estimate, ...]
    notes: tuple[Text, ...]


def design_of(columns: Columns, plan: Plan) -> Design:
    """The design that the columns tell of."""
    weights = columns.whole_numbers(plan.weight, "--weight") if plan.weight else None
    design = draw(
        Drawing(
            rows=len(columns.lines),
            weights=weights,
            strata=columns.whole(plan.strata, "--strata") if plan.strata else None,
            units=[columns.whole(name, "--psu") for name in plan.psu],
            populations=[columns.whole_numbers(name, "--fpc") for name in plan.fpc],
            nested=plan.nested,
            lonely=plan.lonely,
        )
    )
    if plan.post is None:
        return design
    column, sizes = plan.post
    return post_stratify(design, columns.whole(column, "--post-strata"), sizes)


def answer(columns: Columns, plan: Plan, question: Question) -> Answer:
    """The estimates `question` asks for, under the design of `plan`."""
    if not 0 < question.level < 1:
        raise WrongUsage(
            Text(
                "Tingkat keyakinan berada di antara 0 dan 100 persen.",
                "The confidence level lies between 0 and 100 per cent.",
            )
        )
    design = design_of(columns, plan)
    kind, series = _series(columns, question)
    asked = Asked(
        kind, question.missing, _interval(question, kind), question.level, question.compared,
        question.error,
    )  # fmt: skip
    name = (
        question.measure if columns.has(question.measure) else question.measure.rpartition("=")[0]
    )
    found = tuple(
        estimate(design, values, asked, inside, Named(name, category, domain))
        for domain, inside in _domains(columns, question.domain)
        for category, values in series
        if _any_answer(design, values, inside)
    )
    if not found:
        raise BadInput(
            Text("Tidak ada satu pun jawaban.", "There is not a single answer in this column.")
        )
    return Answer(found, tuple(_notes(columns, plan, question, found)))


def _any_answer(design: Design, values: Floats, inside: Mask | None) -> bool:
    answered = (design.weights > 0) & ~np.isnan(values)
    return bool((answered if inside is None else answered & inside).any())


def compare(columns: Columns, plan: Plan, measure: str, other: str) -> Test:
    """Whether two columns of answers go together; rows without one of them are left out."""
    pair = (columns.text(measure, "--measure"), columns.text(other, "--by"))
    indicators = [
        np.stack([_said(cells, one, missing=0.0) for one in _categories(cells)], axis=1)
        for cells in pair
    ]
    return rao_scott(design_of(columns, plan), *indicators)


def sizes_of(columns: Columns, cell: str, size: str) -> dict[str, float]:
    """The size of each post-stratum: columns `cell` and `size`, one size for each class."""
    cells = columns.whole(cell, "--post-strata")
    sizes: dict[str, float] = {}
    for one, number in zip(
        cells, columns.whole_numbers(size, "--post-strata").tolist(), strict=True
    ):
        if sizes.setdefault(one, number) != number:
            raise BadInput(
                Text(
                    "Ukuran satu kelas pascastratifikasi berbeda antarbaris: harus sama.",
                    "The size of a post-stratum differs between rows: it must be one number.",
                )
            )
    return sizes


def _series(columns: Columns, question: Question) -> tuple[Kind, list[tuple[str, Floats]]]:
    """What is estimated, and (answer, values) for each estimate: 0, 1 or NaN for shares."""
    name, wanted = _split(columns, question.measure)
    cells = columns.text(name, "--measure")
    if not wanted and question.kind != "proportion":
        numeric = all(NUMBER.fullmatch(cell) for cell in cells if cell)
        if numeric or question.kind is not None:
            return question.kind or "mean", [("", columns.numbers(name, "--measure"))]
    if wanted and wanted not in cells:
        raise BadInput(
            Text(
                "Tidak ada baris dengan jawaban yang disebut sesudah `=` pada --measure: periksa "
                "ejaannya.",
                "No row has the answer named after `=` in --measure: look at its spelling.",
            )
        )
    kind = question.kind or "proportion"
    return kind, [(one, _said(cells, one)) for one in ([wanted] if wanted else _categories(cells))]


def _split(columns: Columns, measure: str) -> tuple[str, str]:
    """The column and the answer of `column=answer`; a column may bear such a name itself."""
    if columns.has(measure) or "=" not in measure:
        return measure, ""
    name, _, wanted = measure.partition("=")
    return name, wanted.strip()


def _categories(cells: tuple[str, ...]) -> list[str]:
    categories = sorted(set(cells) - {""})
    if len(categories) > MOST_CATEGORIES:
        raise BadInput(
            Text(
                "Kolom ini punya lebih dari {most} jawaban berbeda: sebut satu jawaban "
                "(kolom=jawaban), atau gabungkan.",
                "This column has more than {most} different answers: name one (column=answer), or "
                "merge them.",
            ).filled(most=MOST_CATEGORIES)
        )
    return categories


def _said(cells: tuple[str, ...], wanted: str, *, missing: float = float("nan")) -> Floats:
    """1 where the answer was `wanted`, 0 where it was another."""
    return np.array([missing if cell == "" else float(cell == wanted) for cell in cells])


def _domains(columns: Columns, name: str | None) -> list[tuple[str, Mask | None]]:
    if name is None:
        return [("", None)]
    cells = columns.text(name, "--domain")
    labels = np.array(cells)
    return [(one, labels == one) for one in _categories(cells)]


def _interval(question: Question, kind: Kind) -> IntervalKind:
    if question.interval is None:
        return "logit" if kind == "proportion" else "t"
    if kind != "proportion" and question.interval != "t":
        raise WrongUsage(
            Text(
                "Selang ini hanya untuk proporsi: untuk rata-rata dan jumlah pakai --interval t.",
                "This interval is for proportions alone: for means and totals use --interval t.",
            )
        )
    return question.interval


def _notes(
    columns: Columns, plan: Plan, question: Question, found: tuple[Estimate, ...]
) -> Iterator[Text]:
    missing = max((one.missing for one in found), default=0)
    if question.domain is None and missing:
        yield Text(
            "{missing} baris tanpa jawaban tidak dihitung.",
            "Rows without an answer left out: {missing}.",
        ).filled(missing=missing)
    if question.domain is not None:
        groups = columns.text(question.domain, "--domain")
        outside = groups.count("")
        shown = {one.domain: one.missing for one in found}
        # A group nobody of whom answered has no estimate; its rows are left out all the same.
        lost = sum(shown.values()) + sum(bool(one) and one not in shown for one in groups)
        if outside or lost:
            yield Text(
                "Tidak dihitung: {lost} baris tanpa jawaban, {outside} baris tanpa kelompok.",
                "Left out: rows without an answer {lost}, rows without a group {outside}.",
            ).filled(lost=lost, outside=outside)
    if plan.weight is None and not plan.fpc and plan.post is None:
        yield Text(
            "Tanpa bobot setiap baris dihitung sama, dan jumlah hanya tentang baris itu sendiri.",
            "Without weights each row counts the same, and a total speaks of these rows alone.",
        )
    if any(one.deff is None and one.se > 0 for one in found):
        yield Text(
            "Sebagian efek rancangan tidak dapat dihitung: bobotnya tidak menjumlah ke populasi. "
            "--deff wr membandingkan tanpa itu.",
            "Some design effects cannot be told: the weights do not add up to a population. "
            "--deff wr compares without one.",
        )
    if any(one.low is None for one in found):
        yield Text(
            "Sebagian selang tidak dapat dihitung: klaster terlalu sedikit, atau semua menjawab "
            "sama (--interval korn-graubard dapat menjawab yang kedua).",
            "Some intervals cannot be told: too few clusters, or all answered alike (--interval "
            "korn-graubard can tell the second).",
        )
