"""How much of what was planted in an invented report was found, and how much was made up."""

from dataclasses import dataclass

from tests.generated_reports import Planted, Report

from jaga.evidence.facts import Finding


@dataclass(frozen=True)
class Score:
    """Counts over one or more reports; `wrong` and `missed` say which."""

    planted: int
    found: int
    right: int
    faults: int
    wrong: tuple[Finding, ...] = ()
    missed: tuple[Planted, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.planted + other.planted, self.found + other.found, self.right + other.right,
            self.faults + other.faults, self.wrong + other.wrong, self.missed + other.missed,
        )  # fmt: skip

    @property
    def recall(self) -> float:
        """The share of planted faults that were found."""
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        """The share of fault findings that are true."""
        return self.right / self.faults if self.faults else 1.0


NOTHING = Score(0, 0, 0, 0)


def score(made: Report, findings: tuple[Finding, ...]) -> Score:
    """What was found of what was planted. A sum confirmed where it is wrong is a
    wrong finding too."""
    summed = [plant for plant in made.planted if plant.kind == "sum_wrong"]
    faults = [
        one for one in findings if one.kind != "sum_ok" or any(plant.place(one) for plant in summed)
    ]
    wrong = tuple(
        one
        for one in faults
        if not any(plant.place(one) and one.kind in plant.also for plant in made.planted)
    )
    missed = tuple(
        plant
        for plant in made.planted
        if not any(plant.place(one) and one.kind == plant.kind for one in faults)
    )
    return Score(
        planted=len(made.planted),
        found=len(made.planted) - len(missed),
        right=len(faults) - len(wrong),
        faults=len(faults),
        wrong=wrong,
        missed=missed,
    )
