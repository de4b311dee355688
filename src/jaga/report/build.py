"""Facts and texts in, four files out: PDF, HTML, DOCX and numbers.json, always the same bytes."""

import hashlib
from dataclasses import dataclass
from typing import Final

from jaga.evidence.facts import write_facts
from jaga.pages.docx import docx
from jaga.pages.html import html
from jaga.pages.pdf import Attachment, pdf
from jaga.report.brief import brief
from jaga.report.compose import report
from jaga.report.machine import numbers_json
from jaga.report.setting import Setting
from jaga.words import Text

NUMBERS_FILE: Final = "numbers.json"
ABOUT_NUMBERS = Text(
    "Semua angka laporan beserta dasar, selang, sumber, dan putusannya",
    "Every number of the report with its base, interval, source and verdict",
)


@dataclass(frozen=True)
class Built:
    """The files of one report in one language: name and content."""

    files: tuple[tuple[str, bytes], ...]
    shown: int
    withheld: int

    def content(self, name: str) -> bytes:
        """One file by its name."""
        return dict(self.files)[name]


def build(setting: Setting) -> Built:
    """The year-end report of a setting. Raises Refused for a number that is no fact."""
    document = report(setting)
    machine = numbers_json(setting, shown_sha256(setting), document.title)
    attached = (Attachment(NUMBERS_FILE, "application/json", machine, ABOUT_NUMBERS),)
    return _built(
        setting,
        ("report.pdf", pdf(document, attached=attached)),
        ("report.html", html(document)),
        ("report.docx", docx(document)),
        (NUMBERS_FILE, machine.encode()),
    )


def build_brief(setting: Setting) -> Built:
    """The conference brief of a setting: two pages as PDF, and as DOCX to edit."""
    document = brief(setting)
    machine = numbers_json(setting, shown_sha256(setting), document.title)
    attached = (Attachment(NUMBERS_FILE, "application/json", machine, ABOUT_NUMBERS),)
    return _built(
        setting,
        ("brief.pdf", pdf(document, leaflet=True, attached=attached)),
        ("brief.docx", docx(document)),
    )


def _built(setting: Setting, *files: tuple[str, bytes]) -> Built:
    withheld = sum(not one.shown for one in setting.figures)
    return Built(files, len(setting.figures) - withheld, withheld)


def shown_sha256(setting: Setting) -> str:
    """The hash of the facts that are shown, written in their one form.

    Of these alone: whoever knows the shown ones would try 1 to 4 for a withheld one until a hash
    of all fits.
    """
    shown = (one.fact for one in setting.figures if one.shown)
    return hashlib.sha256(write_facts(shown).encode()).hexdigest()
