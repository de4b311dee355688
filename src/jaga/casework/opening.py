"""When people read what comes in: said honestly, so that nobody waits for an answer at night."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from jaga.errors import NotInstalledRight
from jaga.words import Text

DAYS = (
    Text("Senin", "Monday"),
    Text("Selasa", "Tuesday"),
    Text("Rabu", "Wednesday"),
    Text("Kamis", "Thursday"),
    Text("Jumat", "Friday"),
    Text("Sabtu", "Saturday"),
    Text("Minggu", "Sunday"),
)
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
SHAPE = re.compile(r"([1-7])-([1-7]) (\d\d):(\d\d)-(\d\d):(\d\d) (WIB|WITA|WIT)")


@dataclass(frozen=True)
class Opening:
    """Days of the week (0 is Monday, both ends included), hours and the zone they are told in."""

    first: int
    last: int
    opens: time
    closes: time
    zone: str

    @classmethod
    def parse(cls, text: str) -> "Opening":
        """From "1-5 08:00-16:00 WIB". Raises NotInstalledRight."""
        found = SHAPE.fullmatch(text)
        try:
            if found is None:
                raise ValueError
            numbers = [int(part) for part in found.groups()[:6]]
            opens, closes = time(numbers[2], numbers[3]), time(numbers[4], numbers[5])
            if numbers[0] > numbers[1] or opens >= closes:
                raise ValueError
        except ValueError:
            raise NotInstalledRight(
                Text(
                    id="Jam buka harus berbentuk: 1-5 08:00-16:00 WIB (1 adalah Senin).",
                    en="Opening hours must look like: 1-5 08:00-16:00 WIB (1 is Monday).",
                )
            ) from None
        return cls(numbers[0] - 1, numbers[1] - 1, opens, closes, found.group(7))

    def is_open(self, now: datetime) -> bool:
        """Whether somebody reads at this moment (public holidays are not known here)."""
        there = now.astimezone(ZoneInfo(ZONES[self.zone]))
        on = self.first <= there.weekday() <= self.last
        return on and self.opens <= there.time() < self.closes

    def opens_next(self, now: datetime) -> datetime:
        """When it next opens after `now`, in its own zone."""
        there = now.astimezone(ZoneInfo(ZONES[self.zone]))
        for ahead in range(8):
            day = there + timedelta(days=ahead)
            start = day.replace(
                hour=self.opens.hour, minute=self.opens.minute, second=0, microsecond=0
            )
            if start > there and self.first <= day.weekday() <= self.last:
                return start
        raise AssertionError("a week has every day")

    def hours(self) -> Text:
        """ "Senin–Jumat, 08.00–16.00 WIB" """
        first, last = DAYS[self.first], DAYS[self.last]
        indonesian = f"{self.opens:%H.%M}–{self.closes:%H.%M} {self.zone}"
        english = f"{self.opens:%H:%M}–{self.closes:%H:%M} {self.zone}"
        if self.first == self.last:
            return Text(f"{first.id}, {indonesian}", f"{first.en}, {english}")
        return Text(f"{first.id}–{last.id}, {indonesian}", f"{first.en}–{last.en}, {english}")

    def next_words(self, now: datetime) -> Text:
        """ "Senin pukul 08.00 WIB" """
        start = self.opens_next(now)
        day = DAYS[start.weekday()]
        return Text(
            f"{day.id} pukul {start:%H.%M} {self.zone}", f"{day.en} at {start:%H:%M} {self.zone}"
        )
