"""What somebody tells us, through whichever door, before it is stored."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from jaga.casework import help_wanted, safe_contact
from jaga.errors import BadInput
from jaga.words import Text
from jaga_web.channel.models import Report

LONGEST_WORDS, LONGEST_ADDRESS, LONGEST_LINE = 8000, 2000, 200
IDENTITY = ("name", "place", "reach")
# Signs nobody sees: NUL, control signs, and those that turn the direction of writing, with which a
# text can be made to look like another one to whoever reads it.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
LONE_SURROGATES = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True)
class Told:
    """One report as it came: codes in plain, words to be sealed."""

    path: str
    safe_now: str
    language: str = "id"
    age_band: str = "unknown"
    help_wanted: list[str] = field(default_factory=list)
    words: str = ""
    address: str = ""
    safe_contact: Mapping[str, str] = field(default_factory=dict)
    identity: Mapping[str, str] = field(default_factory=dict)

    def check(self) -> None:
        """Raises BadInput when a code is none, or when there is nothing to act on."""
        codes = (
            (self.path, Report.PATHS),
            (self.safe_now, Report.SAFETY),
            (self.age_band, Report.AGE_BANDS),
        )
        if any(code not in dict(known) for code, known in codes) or self.language not in (
            "id",
            "en",
        ):
            raise BadInput(Text("Pilih jawaban dari daftar.", "Choose the answers from the list."))
        if not (self.words.strip() or help_wanted.known(self.help_wanted)):
            raise BadInput(
                Text(
                    "Pilih satu bantuan, atau tulis sedikit.",
                    "Choose one kind of help, or write a little.",
                )
            )
        check_length(self.words, LONGEST_WORDS)
        check_length(self.address, LONGEST_ADDRESS)

    def fields(self) -> dict[str, object]:
        """What a Report is made of, apart from its keys and times."""
        return {
            "path": self.path,
            "safe_now": self.safe_now,
            "language": self.language,
            "age_band": self.age_band,
            "help_wanted": help_wanted.known(self.help_wanted),
            "words": clean(self.words),
            "address": clean(self.address),
            "safe_contact": safe_contact.kept({k: clean(v) for k, v in self.safe_contact.items()}),
        }


def clean(text: str) -> str:
    """The text without signs nobody sees; letters composed as keyboards do."""
    seen = UNSEEN.sub("", LONE_SURROGATES.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return unicodedata.normalize("NFC", seen).strip()


def check_length(text: str, longest: int) -> None:
    """Raises BadInput for a text that is too long; its end would otherwise be lost unseen."""
    if len(text) > longest:
        raise BadInput(
            Text(
                f"Tulisan ini terlalu panjang. Pendekkan sampai {longest} huruf, lalu kirim lagi.",
                f"This is too long. Shorten it to {longest} letters and send it again.",
            )
        )


def identity_of(given: Mapping[str, str]) -> str:
    """Who somebody said they are, as JSON; "" when nothing was said."""
    said = {name: clean(given.get(name, ""))[:LONGEST_LINE] for name in IDENTITY}
    said = {name: words for name, words in said.items() if words}
    return json.dumps(said, ensure_ascii=False) if said else ""


def expiry(now: datetime | None = None) -> datetime:
    """When a report is erased that its reporter does not come back to."""
    return (now or timezone.now()) + timedelta(days=settings.JAGA_REPORT_DAYS)
