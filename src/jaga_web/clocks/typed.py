"""Reading what people typed into a form about time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from jaga.casework.deadlines import ZONES
from jaga.errors import BadInput
from jaga.words import Text


def zone(text: str) -> str:
    """One of the three zones. Raises BadInput."""
    if text not in ZONES:
        raise BadInput(Text("Pilih zona waktu dari daftar.", "Choose the time zone from the list."))
    return text


def moment(text: str, in_zone: str) -> datetime:
    """A local date and time ("2026-03-18T20:15") as UTC. Raises BadInput."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone(in_zone))).astimezone(UTC)
    except ValueError:
        raise BadInput(
            Text(
                "Tuliskan tanggal dan jam, misalnya 2026-03-18 20:15.",
                "Write a date and a time, for example 2026-03-18 20:15.",
            )
        ) from None


def day(text: str) -> date:
    """A date ("2026-03-18"). Raises BadInput."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(
            Text(
                "Tuliskan tanggalnya, misalnya 2026-03-18.",
                "Write the date, for example 2026-03-18.",
            )
        ) from None


def whole(text: str) -> int:
    """A whole number, dots and spaces allowed ("1.250.000"). Raises BadInput."""
    digits = text.replace(".", "").replace(" ", "").removeprefix("Rp")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 15):
        raise BadInput(
            Text(
                "Tuliskan bilangan bulat, misalnya 1250000.",
                "Write a whole number, for example 1250000.",
            )
        )
    return int(digits)
