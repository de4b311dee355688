"""Places by code. A code says nothing without its scheme and edition: 1101 is one district to BPS
and another to Kemendagri, and Papua has been divided since; so all three are kept together.
"""

import re
from dataclasses import dataclass

from jaga.casework.provinces import PROVINCES
from jaga.errors import BadInput
from jaga.words import Text

# Kepmendagri 300.2.2-2138/2025, as in `jaga.casework.provinces`.
SCHEME, EDITION = "kemendagri", "2025"
_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2})?")
MOST_PLACES = 60


@dataclass(frozen=True, order=True)
class Place:
    """A province ("32") or a district or city ("32.04"), with whose code it is."""

    scheme: str
    edition: str
    code: str

    def __str__(self) -> str:
        return f"{self.scheme}/{self.edition}/{self.code}"

    @property
    def province(self) -> "Place":
        """The province it is in, or itself."""
        return Place(self.scheme, self.edition, self.code[:2])

    @property
    def is_province(self) -> bool:
        """True for a whole province."""
        return len(self.code) == 2

    @property
    def words(self) -> str:
        """A province's name; a district's code after it, for we keep no list of districts."""
        name = PROVINCES[self.code[:2]]
        return name if self.is_province else f"{name} ({self.code})"


def of_code(code: str) -> Place:
    """The place of a bare code of our own edition, as a form asks for it; BadInput otherwise."""
    if not _CODE.fullmatch(code) or code[:2] not in PROVINCES:
        raise BadInput(
            Text(
                "Kode tempat ditulis seperti 32 (provinsi) atau 32.04 (kabupaten atau kota), "
                "menurut kode Kemendagri 2025.",
                "Write place codes like 32 (province) or 32.04 (district or city), as in the "
                "Kemendagri codes of 2025.",
            )
        )
    return Place(SCHEME, EDITION, code)


def of_text(text: str) -> Place:
    """The place of "kemendagri/2025/32.04", as a file writes it; BadInput otherwise."""
    parts = text.split("/")
    if len(parts) != 3 or parts[:2] != [SCHEME, EDITION]:
        raise BadInput(
            Text(
                f"Tempat ditulis dengan skema dan edisinya, seperti {SCHEME}/{EDITION}/32.04.",
                f"Write a place with its scheme and edition, like {SCHEME}/{EDITION}/32.04.",
            )
        )
    return of_code(parts[2])


def all_of(texts: list[str], *, bare: bool = False) -> tuple[Place, ...]:
    """Several places, each once, in order; none at all stands for the whole country."""
    read = of_code if bare else of_text
    found = tuple(sorted({read(text.strip()) for text in texts if text.strip()}))
    if len(found) > MOST_PLACES:
        raise BadInput(
            Text(f"Paling banyak {MOST_PLACES} tempat.", f"At most {MOST_PLACES} places.")
        )
    return found


def said(places: tuple[Place, ...]) -> str:
    """The names of places on one line; the country where none is named."""
    return "; ".join(place.words for place in places) or "Indonesia"
