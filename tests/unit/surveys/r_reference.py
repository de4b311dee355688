"""Figures that R's `survey` printed of its own example samples, line by line, beside ours.

The file and the samples stand outside this repository. A line that nothing here reads is an error:
none may be skipped.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from scipy.special import stdtrit

from jaga.surveys import scoring
from jaga.surveys.design import Design, Drawing, draw
from jaga.surveys.estimate import Asked, Estimate, Named, estimate
from jaga.surveys.poststratify import post_stratify
from jaga.surveys.rao_scott import rao_scott
from jaga.surveys.variance import jackknife

ORACLES = Path(__file__).parents[3] / ".." / "shared" / "oracles"
REFERENCE = ORACLES / "survey_r_reference.txt"
SCHOOLS = {"E": 4421.0, "H": 755.0, "M": 1018.0}
NUMBER = r"([-\d.]+(?:e[-+]\d+)?)"
# What R prints around the figures: no figure stands on such a line.
NO_FIGURES = (
    r"R version .*", r"\s*stype\s+api00\s+se", r"\s*mean\s+SE\s+DEff", r"\s*mean\s+SE",
    r"\s*total\s+SE", r"\tPearson's X\^2: Rao & Scott adjustment",
    r"data:  svychisq\(~sch\.wide \+ stype, d1\)",
)  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """One printed figure: what it is, as R printed it, and ours."""

    what: str
    printed: str
    ours: float

    @property
    def digits(self) -> int:
        """Significant digits printed; zeros in front say nothing."""
        return len(re.sub(r"e.*|\D", "", self.printed).lstrip("0"))

    def agrees(self, digits: int | None = None) -> bool:
        """Whether both are one number at `digits` significant digits, or at all printed."""
        digits = min(digits or self.digits, self.digits)
        printed = float(self.printed)
        place = 10.0 ** (np.floor(np.log10(abs(printed))) - digits + 1)
        return abs(self.ours - printed) <= 0.5001 * place


@cache
def sample(name: str) -> dict[str, list[str]]:
    """Columns of one of R's samples."""
    with (ORACLES / "api" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {column: [row[column] for row in rows] for column in rows[0]}


def numbers(name: str, column: str) -> np.ndarray:
    """A column as numbers, NaN where R says NA."""
    return np.array([np.nan if cell == "NA" else float(cell) for cell in sample(name)[column]])


@cache
def design(name: str) -> Design:
    """The four designs of the file, in its order, and the post-stratified one."""
    if name == "strat":
        return draw(Drawing(200, numbers("apistrat", "pw"), sample("apistrat")["stype"], (),
                            (numbers("apistrat", "fpc"),)))  # fmt: skip
    if name == "clus1":
        return draw(Drawing(183, numbers("apiclus1", "pw"), None, (sample("apiclus1")["dnum"],),
                            (numbers("apiclus1", "fpc"),)))  # fmt: skip
    if name == "post":
        return post_stratify(design("clus1"), sample("apiclus1")["stype"], SCHOOLS)
    stages = (sample("apiclus2")["dnum"], sample("apiclus2")["snum"])
    sizes = (numbers("apiclus2", "fpc1"), numbers("apiclus2", "fpc2"))
    finite = draw(Drawing(126, None, None, stages, sizes))
    if name == "clus2":
        return finite
    return draw(Drawing(126, finite.weights, None, stages))


DATA = {"strat": "apistrat", "clus1": "apiclus1", "clus2": "apiclus2", "clus2wr": "apiclus2",
        "post": "apiclus1"}  # fmt: skip


def figure(name: str, column: str, kind: str) -> Estimate:
    """A mean or total of a column under a design, answers that are missing left out."""
    values = numbers(DATA[name], column)
    return estimate(design(name), values, Asked(kind, "drop"), None, Named(column))


def share(name: str, column: str, answer: str, interval: str = "t") -> Estimate:
    """The share that gave one answer."""
    said = np.array([float(cell == answer) for cell in sample(DATA[name])[column]])
    asked = Asked("proportion", "drop", interval)
    return estimate(design(name), said, asked, None, Named(column, answer))


def domain(kind: str) -> Estimate:
    """The mean of one type of school in the cluster sample."""
    inside = np.array(sample("apiclus1")["stype"]) == kind
    values = numbers("apiclus1", "api00")
    return estimate(design("clus1"), values, Asked("mean", "drop"), inside, Named("api00"))


def _line(what: str, text: str, ours: list[float], names: str) -> Iterator[Figure]:
    printed = re.findall(r"(?<![\w.])" + NUMBER, text)
    parts = names.split()
    assert len(printed) == len(ours) == len(parts), f"not understood: {text}"
    for part, one, own in zip(parts, printed, ours, strict=True):
        yield Figure(f"{what}: {part}", one, own)


Reading = Callable[[str], Iterator[Figure]]


def _mean(name: str) -> Reading:
    def read(text: str) -> Iterator[Figure]:
        one = figure(name, "api00", "mean")
        ours = [one.value, one.se, one.deff, one.df, one.low, one.high]
        yield from _line(f"{name}, mean api00", text, ours, "value se deff df low high")

    return read


def _total(name: str, column: str = "enroll") -> Reading:
    def read(text: str) -> Iterator[Figure]:
        one = figure(name, column, "total")
        yield from _line(f"{name}, total {column}", text, [one.value, one.se], "value se")

    return read


def _mean_alone(name: str) -> Reading:
    def read(text: str) -> Iterator[Figure]:
        one = figure(name, "api00", "mean")
        ours = [one.value, one.se]
        yield from _line(f"{name}, mean api00", text.removeprefix("api00"), ours, "value se")

    return read


OURS = {"beta": "korn-graubard", "mean": "t", "xlogit": "logit"}


def _share(name: str, column: str, answer: str, method: str) -> Reading:
    def read(text: str) -> Iterator[Figure]:
        one = share(name, column, answer, OURS.get(method, "t"))
        ours = [one.value, one.se, one.low, one.high]
        if method in ("logit", "likelihood"):
            ours = _by_regression(one, name, column, answer, method)
        rest = text.split(method)[1]
        yield from _line(f"{name}, {column}={answer}, {method}", rest, ours, "value se low high")

    return read


def _by_regression(one: Estimate, name: str, column: str, answer: str, method: str) -> list[float]:
    """R's own road to these two: the fit where it stops, and what it says from there."""
    said = np.array([float(cell == answer) for cell in sample(DATA[name])[column]])
    fitted = scoring.fit(said, design(name).weights)
    if method == "likelihood":
        own = share(name, column, answer, "likelihood")
        return [fitted.value, one.se, own.low, own.high]
    return [fitted.value, one.se, *scoring.logit(fitted, one.se, float(stdtrit(one.df, 0.975)))]


def _domain(kind: str) -> Reading:
    def read(text: str) -> Iterator[Figure]:
        one = domain(kind)
        rest = text.replace(kind, "")
        yield from _line(f"clus1, mean api00, stype={kind}", rest, [one.value, one.se], "value se")

    return read


def _type(kind: str) -> Reading:
    def read(text: str) -> Iterator[Figure]:
        one = share("clus1", "stype", kind)
        ours = [one.value, one.se, one.deff]
        rest = text.removeprefix(f"stype{kind}")
        yield from _line(f"clus1, stype={kind}", rest, ours, "value se deff")

    return read


def _indicators(column: str) -> np.ndarray:
    cells = np.array(sample("apistrat")[column])
    return (cells[:, None] == np.unique(cells)).astype(float)


def _test(names: str) -> Reading:
    def read(text: str) -> Iterator[Figure]:
        test = rao_scott(design("strat"), _indicators("sch.wide"), _indicators("stype"))
        ours = {"F": test.f, "ndf": test.ndf, "ddf": test.ddf, "p": test.p}
        rest = re.sub(r"\w+ = |p-value =", "", text)
        yield from _line("strat, sch.wide by stype, Rao-Scott", rest,
                         [ours[name] for name in names.split()], names)  # fmt: skip

    return read


def _jackknife(text: str) -> Iterator[Figure]:
    values = numbers("apiclus1", "api00")
    spread = jackknife(design("clus1"), lambda weights: float(weights @ values / weights.sum()))
    one = figure("clus1", "api00", "mean")
    yield from _line("clus1, mean api00, JK1", text.removeprefix("api00"),
                     [one.value, spread**0.5], "value se")  # fmt: skip


def _domain_alone(text: str) -> Iterator[Figure]:
    one = domain("H")
    yield from _line("clus1, mean api00, stype=H", text.removeprefix("api00"),
                     [one.value, one.se], "value se")  # fmt: skip


METHODS = ("logit", "beta", "mean", "xlogit", "likelihood")
# How each line with figures begins, in the order of the file, and who reads it.
LINES: tuple[tuple[str, Reading], ...] = (
    *((begins, make(name)) for name in ("strat", "clus1", "clus2", "clus2wr")
      for begins, make in (("mean ", _mean), ("total ", _total))),
    *((f"strat prop {method} ", _share("strat", "sch.wide", "Yes", method)) for method in METHODS),
    *((f"clus1 prop H {method} ", _share("clus1", "stype", "H", method)) for method in METHODS[:4]),
    *((f"{kind}     {kind} ", _domain(kind)) for kind in SCHOOLS),
    *((f"stype{kind} ", _type(kind)) for kind in SCHOOLS),
    ("F = ", _test("F ndf ddf")),
    ("", _test("p")),
    ("api00 618", _domain_alone),
    ("api00 644", _jackknife),
    ("api00 642", _mean_alone("post")),
    ("enroll ", _total("post")),
)  # fmt: skip


def figures(text: str) -> list[Figure]:
    """Every figure of the file with ours, or AssertionError at the first line not understood."""
    waiting = list(LINES)
    found: list[Figure] = []
    for line in text.splitlines():
        if not line.strip() or any(re.fullmatch(known, line.rstrip()) for known in NO_FIGURES):
            continue
        assert waiting, f"a line more than is known: {line}"
        begins, read = waiting.pop(0)
        assert line.startswith(begins), f"not understood: {line}"
        rest = line.removeprefix(begins) if begins in ("mean ", "total ", "enroll ") else line
        found += read(rest.replace("df ", "").replace("CI ", "") if begins == "mean " else rest)
    assert not waiting, f"missing from the file: {[begins for begins, _ in waiting]}"
    return found


def page() -> str:
    """The table of every figure, as Markdown."""
    rows = "".join(
        f"| {one.what} | {one.printed} | {one.ours:.12g} | {one.digits} |\n"
        for one in figures(REFERENCE.read_text(encoding="utf-8"))
    )
    return (
        "# Survey figures: R's and ours\n\n"
        "Each figure that R 4.2.2 with `survey` 4.1-1 printed of its own samples of Californian "
        "schools (`api`), and what the survey core gives. All agree at every digit printed. "
        "`.venv/bin/python bench/survey_figures.py --write` writes this page again; it needs the "
        "samples and R's output, which stand outside this repository.\n\n"
        "`logit` and `likelihood` are R's road by regression (`jaga.surveys.scoring`), `xlogit` is "
        "what Jaga calls `logit`, `beta` is `korn-graubard`, `mean` is `t`.\n\n"
        "| figure | R | ours | digits printed |\n| --- | --- | --- | --- |\n" + rows
    )
