"""For whom a procedure is written, from which pack, in which language, and of which day."""

from dataclasses import dataclass
from datetime import date

from jaga.screening.pack import Pack
from jaga.words import Language


@dataclass(frozen=True)
class Setting:
    """All that a chapter may depend on. An empty `provider` leaves a line to fill in."""

    pack: Pack
    provider: str
    language: Language
    on: date
    edition: str
