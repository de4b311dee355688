"""How often the accounts of each innocent pattern alert, in a country where one knows them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from jaga.lookalikes import known


@dataclass(frozen=True)
class Rate:
    """Accounts that play a pattern, those with an alert, and those with one in the budget."""

    name: str
    accounts: int
    alerted: int
    in_budget: int

    @property
    def percent(self) -> float:
        """Of a hundred accounts, how many alert at all."""
        return 100 * self.alerted / self.accounts if self.accounts else 0.0

    @property
    def percent_in_budget(self) -> float:
        """Of a hundred accounts, how many alert within the budget."""
        return 100 * self.in_budget / self.accounts if self.accounts else 0.0

    @property
    def above(self) -> bool:
        """Whether the pattern alerts more often than the library's ceiling for it allows."""
        ceiling = known(self.name).ceiling
        return self.percent > ceiling.percent or self.percent_in_budget > ceiling.in_budget


def count(
    playing: Mapping[str, Collection[str]], alerted: Iterable[str], in_budget: Iterable[str]
) -> list[Rate]:
    """Rates per pattern from {pattern: accounts} and the subjects of alerts, by name."""
    all_subjects, first = set(alerted), set(in_budget)
    return [
        Rate(name, len(set(own)), len(set(own) & all_subjects), len(set(own) & first))
        for name, own in sorted(playing.items())
    ]
