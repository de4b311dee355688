"""Hours from UTC where a person lives, to know when it is night there.

Indonesia by province (Keputusan Presiden 41/1987 and the provinces' own codes). Other
countries by their standard time, without summer time; for a country with several zones,
that of most of its people. An hour either way moves few payments across 23:00 or 05:00.
Countries that are not listed answer "could not tell".
"""

from jaga.ledger.tables import country_code

_WITA = frozenset({51, 52, 53, 63, 64, 65, 71, 72, 73, 74, 75, 76})
_WIT = frozenset({81, 82, 91, 92, 93, 94, 95, 96, 97})

_HOURS: dict[str, float] = {
    "AE": 4, "AU": 10, "BN": 8, "CA": -5, "CH": 1, "CN": 8, "DE": 1, "DK": 1, "ES": 1, "FR": 1,
    "GB": 0, "HK": 8, "IE": 0, "IN": 5.5, "IT": 1, "JP": 9, "KH": 7, "KR": 9, "KW": 3, "LA": 7,
    "MM": 6.5, "MY": 8, "NL": 1, "NO": 1, "NZ": 12, "PH": 8, "QA": 3, "SA": 3, "SE": 1, "SG": 8,
    "TH": 7, "TL": 9, "TW": 8, "US": -5, "VN": 7,
}  # fmt: skip

ID = country_code("ID")
_BY_COUNTRY = {country_code(name): int(hours * 3600) for name, hours in _HOURS.items()}


def _province(place: int) -> int:
    """The two leading digits of a Kemendagri code of any length."""
    return int(str(place)[:2])


def utc_offset(country: int, place: int) -> int | None:
    """Seconds east of UTC for a country code and a place code (−1: unknown), or None."""
    if country != ID:
        return _BY_COUNTRY.get(country)
    province = _province(place) if place > 0 else 0
    hours = 8 if province in _WITA else 9 if province in _WIT else 7
    return hours * 3600


def rows(pairs: set[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """(country, place, utc_offset) for each pair that has an answer, and every bare country."""
    wanted = pairs | {(country, -1) for country in (*_BY_COUNTRY, ID)}
    known = ((c, p, utc_offset(c, p)) for c, p in sorted(wanted))
    return [(c, p, offset) for c, p, offset in known if offset is not None]
