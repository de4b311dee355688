"""How many people to ask: for a margin, or backwards from the clusters that can be visited.

The variance planned for is deff · p(1−p)/n · (N−n)/(N−1), with deff = 1 + (m−1) · ICC (Kish, Survey
Sampling, 1965, §5.4) for m interviews in each cluster. ICC is how alike people of one cluster
answer; take it from an earlier survey of the same question, and plan for more than one value.

Margins here rest on the normal distribution, as plans do. The estimate itself will rest on t with
(clusters − strata) degrees of freedom, a little wider when clusters are few.
"""

import math
from dataclasses import dataclass

from scipy.special import ndtri

from jaga.errors import WrongUsage
from jaga.words import Text

# Interviews are whole: a need of 384.0000001 that is only rounding error is a need of 384.
ROUNDING = 1e-9


@dataclass(frozen=True)
class Wish:
    """What is planned for. Shares are 0 to 1; `population` counts people, None for a large one.

    `per_cluster` is the mean number of *completed* interviews in a cluster; 1 means no clusters.
    """

    proportion: float = 0.5
    level: float = 0.95
    icc: float = 0.0
    per_cluster: float = 1.0
    population: int | None = None
    response: float = 1.0

    def __post_init__(self) -> None:
        _between(self.proportion, Text("Proporsi", "The proportion"))
        _between(self.level, Text("Tingkat keyakinan", "The confidence level"))
        _between(self.response, Text("Bagian yang menjawab", "The share that answers"), or_one=True)
        if not 0 <= self.icc <= 1:
            raise WrongUsage(Text("ICC berada di antara 0 dan 1.", "ICC lies between 0 and 1."))
        if not 1 <= self.per_cluster < math.inf:
            raise WrongUsage(
                Text(
                    "Wawancara per klaster paling sedikit 1.", "A cluster has at least 1 interview."
                )
            )
        if self.population is not None and self.population < 2:
            raise WrongUsage(
                Text("Populasi paling sedikit 2 orang.", "A population has at least 2 people.")
            )

    @property
    def deff(self) -> float:
        """How many times the variance of a simple random sample of the same size."""
        return 1 + (self.per_cluster - 1) * self.icc

    @property
    def variance(self) -> float:
        """deff · p(1−p): of one interview."""
        return self.deff * self.proportion * (1 - self.proportion)


@dataclass(frozen=True)
class Size:
    """A plan: people to interview and to ask, clusters, and the margin (0 to 1) that comes of it.

    `effective`: the simple random sample that would tell as much, in interviews.
    """

    interviews: int
    asked: int
    clusters: int | None
    deff: float
    effective: float
    margin: float


def for_margin(wish: Wish, margin: float) -> Size:
    """The fewest interviews whose interval is no wider than ± `margin` (0 to 1)."""
    _between(margin, Text("Batas galat", "The margin"))
    allowed = (margin / _critical(wish.level)) ** 2
    if wish.population is None:
        needed = wish.variance / allowed
    else:
        most = wish.population
        needed = wish.variance * most / (allowed * (most - 1) + wish.variance)
    return _size(wish, _whole(needed))


def for_clusters(wish: Wish, clusters: int) -> Size:
    """What `clusters` clusters of `wish.per_cluster` interviews can tell."""
    if clusters < 2:
        raise WrongUsage(Text("Perlu paling sedikit 2 klaster.", "At least 2 clusters are needed."))
    interviews = round(clusters * wish.per_cluster)
    if wish.population is not None and interviews > wish.population:
        raise WrongUsage(
            Text(
                "Wawancara lebih banyak daripada populasi: kurangi klaster.",
                "More interviews than people in the population: take fewer clusters.",
            )
        )
    return _size(wish, interviews, clusters)


def _size(wish: Wish, interviews: int, clusters: int | None = None) -> Size:
    if clusters is None and wish.per_cluster > 1:
        clusters = _whole(interviews / wish.per_cluster)
    variance = wish.variance / interviews * _left(wish, interviews)
    return Size(
        interviews=interviews,
        asked=_whole(interviews / wish.response),
        clusters=clusters,
        deff=wish.deff,
        effective=interviews / wish.deff,
        margin=_critical(wish.level) * math.sqrt(variance),
    )


def _left(wish: Wish, interviews: int) -> float:
    """The finite population correction (N−n)/(N−1)."""
    if wish.population is None:
        return 1.0
    return (wish.population - interviews) / (wish.population - 1)


def _critical(level: float) -> float:
    return float(ndtri(0.5 + level / 2))


def _whole(number: float) -> int:
    return math.ceil(number - ROUNDING * number)


def _between(share: float, what: Text, *, or_one: bool = False) -> None:
    if not (0 < share < 1 or (or_one and share == 1)):
        raise WrongUsage(
            Text(
                f"{what.id} harus di antara 0 dan 100 persen.",
                f"{what.en} must lie between 0 and 100 per cent.",
            )
        )


@dataclass(frozen=True)
class Example:
    """A worked example: what a wish gives to the digits printed, and who says so."""

    wish: Wish
    source: str
    margin: float | None = None
    clusters: int | None = None
    deff: str = ""
    interviews: int | None = None
    asked: int | None = None
    gives_margin: str = ""

    def answer(self) -> Size:
        """What the planner says."""
        if self.clusters is not None:
            return for_clusters(self.wish, self.clusters)
        return for_margin(self.wish, self.margin or 0.0)


_VILLAGES = "40 villages, 512 interviews (12.8 each), by hand: 1 + 11.8 × ICC"
_BOOK = "Cochran, Sampling Techniques (1977), §4.4: z²pq/d²"
EXAMPLES = (
    Example(Wish(icc=0.02, per_cluster=12.8), _VILLAGES, clusters=40, deff="1.24", interviews=512),
    Example(Wish(icc=0.05, per_cluster=12.8), _VILLAGES, clusters=40, deff="1.59", interviews=512),
    Example(Wish(icc=0.10, per_cluster=12.8), _VILLAGES, clusters=40, deff="2.18", interviews=512),
    Example(Wish(icc=0.20, per_cluster=12.8), _VILLAGES, clusters=40, deff="3.36", interviews=512),
    # 44.8 to 53.4 per cent, and 43.0 to 55.2 where people of one village answer alike.
    Example(Wish(proportion=0.491, per_cluster=12.8), _VILLAGES, clusters=40, gives_margin="4.3"),
    Example(Wish(proportion=0.491, icc=1 / 11.8, per_cluster=12.8), _VILLAGES, clusters=40,
            deff="2.00", gives_margin="6.1"),
    Example(Wish(), _BOOK, margin=0.05, interviews=385, asked=385),
    Example(Wish(population=1000), "385 of 1,000: 1000 · ¼ / (999 · (0.05/1.96)² + ¼)",
            margin=0.05, interviews=278),
    Example(Wish(response=0.8), "385 / 0.8", margin=0.05, interviews=385, asked=482),
    Example(Wish(icc=0.05, per_cluster=12.8), "385 unrounded 384.15 × 1.59", margin=0.05,
            interviews=611),
)  # fmt: skip
