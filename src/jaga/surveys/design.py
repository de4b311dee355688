"""How a sample was drawn: weights, strata, clusters in stages, finite populations.

A design is built once from labels and checked while it is built, so that every estimate may trust
it. Variances follow the drawing (Särndal, Swensson and Wretman, Model Assisted Survey Sampling,
1992, §4.3): without a finite population the first stage alone counts; with one for each stage, each
later stage adds its own part, times the share of units drawn above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from jaga.errors import BadInput
from jaga.words import Text

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Labels = npt.ArrayLike

# What to do with a stratum that has one unit, whose own variance nobody can know:
# refuse it; measure it from the mean of all ("adjust", too wide rather than too narrow); or take
# it as drawn with certainty, adding nothing.
Lonely = Literal["refuse", "adjust", "certainty"]
LONELY: tuple[Lonely, ...] = ("refuse", "adjust", "certainty")

# Below this share left to draw, a stratum is taken whole: only rounding is left of it.
TAKEN_WHOLE = 1e-7


@dataclass(frozen=True)
class Drawing:
    """What `draw` needs: one label for each row. Arrays of length n, `units` and `populations`
    one for each stage, first stage first; a population is a number of units, or a share drawn."""

    rows: int
    weights: Floats | None = None
    strata: Labels | None = None
    units: Sequence[Labels] = ()
    populations: Sequence[Floats] = ()
    nested: bool = False
    lonely: Lonely = "refuse"


@dataclass(frozen=True)
class Stage:
    """One stage of drawing. `unit`: (rows,) the unit of a row; `stratum`: (units,) that of a unit.

    By stratum: `drawn`, units in the sample; `population`, units there are, infinite when drawn
    with replacement; `share`, the product of the shares drawn at the stages above.
    """

    unit: Codes
    stratum: Codes
    drawn: Floats
    population: Floats
    share: Floats

    @property
    def left(self) -> Floats:
        """By stratum, the share of units not drawn: the finite population correction."""
        return 1 - self.drawn / self.population

    @property
    def lonely(self) -> Mask:
        """By stratum, whether its one unit stands for others that were not drawn."""
        alone: Mask = (self.drawn == 1) & (self.left > TAKEN_WHOLE)
        return alone


@dataclass(frozen=True)
class PostStrata:
    """Classes whose sizes are known: (rows,) the class, and the weights before it was used."""

    cell: Codes
    sizes: Floats
    before: Floats


@dataclass(frozen=True)
class Design:
    """A checked design of n rows. Weights are of rows, in people (or whatever was sampled)."""

    weights: Floats
    stages: tuple[Stage, ...]
    lonely: Lonely = "refuse"
    post: PostStrata | None = None

    @property
    def finite(self) -> bool:
        """Whether populations were given: the sample was drawn without replacement."""
        return bool(np.isfinite(self.stages[0].population).all())

    def freedom(self, inside: Mask) -> int:
        """Degrees of freedom of the rows `inside`: their first units less their strata."""
        first = self.stages[0]
        units = np.unique(first.unit[inside & (self.weights > 0)])
        return len(units) - len(np.unique(first.stratum[units]))

    def weighing(self, weights: Floats) -> "Design":
        """The same drawing with other weights."""
        return replace(self, weights=weights)


def draw(drawing: Drawing) -> Design:
    """The design of `drawing`, or BadInput that says what does not hold together."""
    if drawing.rows < 2:
        raise BadInput(Text("Perlu paling sedikit dua baris.", "At least two rows are needed."))
    stages = _stages(drawing)
    if drawing.lonely == "refuse":
        _refuse_lonely(stages)
    return Design(_weights(drawing, stages), stages, drawing.lonely)


def _stages(drawing: Drawing) -> tuple[Stage, ...]:
    units = [_codes(labels) for labels in drawing.units] or [np.arange(drawing.rows)]
    if len(drawing.populations) not in (0, len(units)):
        raise BadInput(
            Text(
                "Beri satu ukuran populasi (fpc) untuk tiap tahap, atau tidak sama sekali. Bila "
                "hanya tahap pertama yang diketahui, sebut klaster tahap pertama saja.",
                "Give one population size (fpc) for each stage, or none. Where only that of the "
                "first stage is known, name the clusters of the first stage alone.",
            )
        )
    stratum = _codes(drawing.strata) if drawing.strata is not None else np.zeros_like(units[0])
    stages: list[Stage] = []
    share = np.ones(drawing.rows)
    for number, labels in enumerate(units):
        if number or drawing.nested:
            labels = _crossed(stratum, labels)
        elif drawing.strata is not None:
            _within(stratum, labels)
        given = drawing.populations[number] if drawing.populations else None
        stage = _stage(labels, stratum, given, share)
        stages.append(stage)
        share = share * (stage.drawn / stage.population)[stratum]
        stratum = stage.unit
        if given is None:
            break  # with replacement, the first stage holds all there is to know
    return tuple(stages)


def _stage(units: Codes, strata: Codes, given: Floats | None, share: Floats) -> Stage:
    names, unit = np.unique(units, return_inverse=True)
    stratum = np.zeros(len(names), dtype=np.int64)
    stratum[unit] = strata
    drawn = np.bincount(stratum).astype(float)
    above = np.ones(len(drawn))
    above[strata] = share
    population = np.full(len(drawn), np.inf)
    if given is not None:
        population = _population(given, strata, drawn)
    return Stage(unit.astype(np.int64), stratum, drawn, population, above)


def _population(given: Floats, strata: Codes, drawn: Floats) -> Floats:
    """Units there are in each stratum, from a size or a share on every row."""
    if not (np.isfinite(given).all() and (given > 0).all()):
        raise BadInput(
            Text(
                "Ukuran populasi (fpc) harus lebih dari nol di setiap baris.",
                "The population size (fpc) must be above zero in every row.",
            )
        )
    shares = (given <= 1).all()
    if not shares and (given < 1).any():
        raise BadInput(
            Text(
                "Kolom fpc mencampur ukuran dan bagian: pakai salah satu di semua baris.",
                "The fpc column mixes sizes and shares: use one of them in every row.",
            )
        )
    population = np.zeros(len(drawn))
    population[strata] = given
    if not np.allclose(population[strata], given, rtol=1e-9):
        raise BadInput(
            Text(
                "Ukuran populasi (fpc) berbeda di dalam satu strata: harus sama di tiap barisnya.",
                "The population size (fpc) differs within a stratum: it must be one number there.",
            )
        )
    # At the second stage a size of 1 and a share of 1 are the same: the one unit there was.
    population = drawn / population if shares else population
    if (population < drawn * (1 - TAKEN_WHOLE)).any():
        raise BadInput(
            Text(
                "Ukuran populasi (fpc) lebih kecil daripada sampelnya: fpc menghitung unit yang "
                "ada, bukan yang diambil.",
                "The population size (fpc) is smaller than the sample: fpc counts the units there "
                "are, not those drawn.",
            )
        )
    return population


def _weights(drawing: Drawing, stages: tuple[Stage, ...]) -> Floats:
    if drawing.weights is None:
        return _weights_of_populations(drawing.rows, stages)
    weights = np.asarray(drawing.weights, dtype=float)
    if not np.isfinite(weights).all():
        raise BadInput(
            Text(
                "Ada bobot yang kosong: setiap baris perlu bobot.",
                "Some weights are missing: every row needs a weight.",
            )
        )
    if (weights < 0).any():
        raise BadInput(
            Text(
                "Ada bobot di bawah nol: periksa kolom bobot.",
                "Some weights are below zero: look at the weight column.",
            )
        )
    if not weights.any():
        raise BadInput(Text("Semua bobot nol.", "All weights are zero: nobody is left to count."))
    return weights


def _weights_of_populations(rows: int, stages: tuple[Stage, ...]) -> Floats:
    """Units there are over units drawn, stage by stage; 1 where no population is known."""
    weights = np.ones(rows)
    for stage in stages:
        if np.isfinite(stage.population).all():
            weights *= (stage.population / stage.drawn)[stage.stratum[stage.unit]]
    return weights


def _within(strata: Codes, units: Codes) -> None:
    pairs = np.unique(np.stack([units, strata]), axis=1)
    if len(np.unique(pairs[0])) < pairs.shape[1]:
        raise BadInput(
            Text(
                "Satu klaster berada di dua strata. Bila nomor klaster mulai lagi di tiap strata, "
                "katakan demikian (--nested); bila tidak, perbaiki datanya.",
                "One cluster lies in two strata. Where cluster numbers begin anew in each stratum, "
                "say so (--nested); otherwise mend the data.",
            )
        )


def _refuse_lonely(stages: tuple[Stage, ...]) -> None:
    for number, stage in enumerate(stages):
        alone = int(stage.lonely.sum())
        if not alone:
            continue
        if number == 0:
            raise BadInput(
                Text(
                    "{alone} strata hanya punya satu klaster, jadi galatnya tidak dapat dihitung. "
                    "Gabungkan tiap strata itu dengan strata yang serupa di kolom strata, atau "
                    "pilih --lonely adjust (lebih lebar) atau --lonely certainty.",
                    "Strata with one cluster alone: {alone}. Their error cannot be known. Merge "
                    "each with a stratum like it in the strata column, or choose --lonely adjust "
                    "(wider) or --lonely certainty.",
                ).filled(alone=alone)
            )
        raise BadInput(
            Text(
                "{alone} klaster hanya punya satu unit pada tahap {stage}. Sebut klaster tahap "
                "sebelumnya saja, atau pilih --lonely adjust atau --lonely certainty.",
                "Clusters with one unit alone at stage {stage}: {alone}. Name the clusters of the "
                "stage above alone, or choose --lonely adjust or --lonely certainty.",
            ).filled(alone=alone, stage=number + 1)
        )


def _codes(labels: Labels) -> Codes:
    return np.unique(np.asarray(labels), return_inverse=True)[1].astype(np.int64)


def _crossed(outer: Codes, inner: Codes) -> Codes:
    return outer * (int(inner.max()) + 1) + inner
