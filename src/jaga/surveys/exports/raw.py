"""An export as it stands, before anything is concluded from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jaga.surveys.answers import SetAside
from jaga.words import Text


@dataclass(frozen=True)
class RawRow:
    """One row: a value for each column that the form knows; a column that is absent has none."""

    key: str
    parent: str
    values: Mapping[str, str]
    meta: Mapping[str, str]


@dataclass(frozen=True)
class Raw:
    """All rows by table ("" for submissions), what was left out, what has to be said."""

    source: str
    tables: Mapping[str, tuple[RawRow, ...]]
    set_aside: SetAside = field(default_factory=SetAside)
    notes: tuple[Text, ...] = ()
