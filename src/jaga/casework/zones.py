"""The clock a province lives by, for deadlines and dates on its pages."""

from jaga.screening.zones import ID, utc_offset

_NAMES = {7: "Asia/Jakarta", 8: "Asia/Makassar", 9: "Asia/Jayapura"}


def zone_of(region: str) -> str:
    """The zone's name for a Kemendagri province code; Jakarta's where none is known."""
    offset = utc_offset(ID, int(region) if region.isdigit() else -1)
    return _NAMES[(offset or 7 * 3600) // 3600]
