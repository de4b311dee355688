"""Thresholds for files that lack columns.

A typology's threshold is set for files in which all its questions can be asked. Where a column
is absent from every file, the questions that need it are silent for everybody, and a threshold
left as it is would ask the rest to make up for them. It comes down in proportion to the points
that can still be given; bands, weights and the two families stay as they are, and the alert
budget keeps the number of alerts that people see.
"""

from collections.abc import Set
from dataclasses import replace

from jaga.ledger.store import Ledger
from jaga.screening.engines.base import ACCOUNT_COLUMNS
from jaga.screening.model import Indicator, Typology
from jaga.screening.pack import Pack


def absent(ledger: Ledger) -> frozenset[str]:
    """Columns no file had, named as an indicator's `needs` name them."""
    named = {column if "." in column else f"payments.{column}" for column in ledger.absent_columns}
    if ledger.accounts_file is None:
        named |= {f"accounts.{column}" for column in ACCOUNT_COLUMNS}
    return frozenset(named)


def fitted(pack: Pack, missing: Set[str]) -> Pack:
    """The pack with the thresholds that files without the columns `missing` can be held to."""
    typologies = {
        name: replace(one, threshold=_threshold(one, pack, missing))
        for name, one in pack.typologies.items()
    }
    return replace(pack, typologies=typologies)


def _threshold(typology: Typology, pack: Pack, missing: Set[str]) -> int:
    """In whole points, rounded down, at least one."""
    most = could = 0
    for term in typology.terms:
        indicator = pack.indicators[term.indicator]
        # A watchlist is a list of few: that most accounts are not on it is no lack of the files.
        if indicator.family == "list":
            continue
        points = term.percent * _top(indicator)
        most += points
        could += 0 if missing & set(indicator.needs) else points
    return max(1, typology.threshold * could // most) if most else typology.threshold


def _top(indicator: Indicator) -> int:
    return max(band.weight for band in indicator.bands)
