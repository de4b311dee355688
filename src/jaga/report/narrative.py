"""What a year tells beside its figures: background, challenges, recommendations, in a TOML file.

Every text stands in Indonesian and English. A figure is never typed: it is named by its fact,
{F012} with its unit, {F012.number} without, {F012.base} for the count it was taken from.
"""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from jaga.errors import BadInput
from jaga.report.typed import typed_numbers
from jaga.words import LANGUAGES, Text

PLACEHOLDER: Final = re.compile(r"\{([^{}]+?)(?:\.(number|base))?\}")
_ANY_BRACE: Final = re.compile(r"[{}]")


@dataclass(frozen=True)
class Told:
    """A text, and what it is about: a programme, a pillar, or whom a recommendation is for."""

    text: Text
    about: str = ""
    to: Text | None = None
    brief: bool = False


@dataclass(frozen=True)
class Narrative:
    """The year's own texts. `words`: English words of facts → Indonesian. `invented`: made up."""

    organisation: str = ""
    invented: bool = False
    background: tuple[Told, ...] = ()
    programme: tuple[Told, ...] = ()
    result: tuple[Told, ...] = ()
    challenge: tuple[Told, ...] = ()
    conclusion: tuple[Told, ...] = ()
    recommendation: tuple[Told, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    def about(self, part: str, name: str) -> tuple[Text, ...]:
        """The texts of a part about one programme or pillar."""
        return tuple(one.text for one in getattr(self, part) if one.about == name)


EMPTY: Final = Narrative()
PARTS: Final = ("background", "programme", "result", "challenge", "conclusion", "recommendation")
# The key that says what a text is about, where its part needs one.
ABOUT: Final = {"programme": "name", "result": "pillar"}


def read_narrative(path: Path, fact_ids: Collection[str]) -> Narrative:
    """The narrative of a TOML file. Raises BadInput, with the place, for anything not as it should
    be: an unknown key, a language that is missing, a fact that does not exist, a typed number."""
    try:
        return parse_narrative(path.read_text(encoding="utf-8-sig"), fact_ids)
    except (OSError, UnicodeDecodeError) as fault:
        raise _unreadable() from fault


def parse_narrative(text: str, fact_ids: Collection[str]) -> Narrative:
    """The narrative of a TOML file's text; see `read_narrative`."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise _unreadable() from fault
    return narrative(content, fact_ids)


def _unreadable() -> BadInput:
    return _bad(
        "Narasi tidak dapat dibaca. Simpan sebagai TOML UTF-8, lalu coba lagi.",
        "The narrative cannot be read. Save it as UTF-8 TOML and try again.",
    )


def narrative(content: Mapping[str, Any], fact_ids: Collection[str]) -> Narrative:
    """The narrative of what a TOML file holds; see `read_narrative`."""
    _known(content, [one.name for one in fields(Narrative)], "")
    organisation, invented = content.get("organisation", ""), content.get("invented", False)
    words = content.get("words", {})
    if not (isinstance(organisation, str) and isinstance(invented, bool)):
        raise _bad(
            "organisation ditulis sebagai teks, invented sebagai true atau false.",
            "organisation is a text, invented is true or false.",
        )
    if not (isinstance(words, dict) and all(isinstance(one, str) for one in words.values())):
        raise _bad(
            'Tulis [words] sebagai pasangan "kata Inggris" = "kata Indonesia".',
            'Write [words] as pairs "English words" = "Indonesian words".',
        )
    made = {part: _part(part, content.get(part, []), fact_ids) for part in PARTS}
    return Narrative(organisation=organisation, invented=invented, words=words, **made)


def _part(part: str, rows: Any, fact_ids: Collection[str]) -> tuple[Told, ...]:
    if not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
        raise _bad(
            f"Tulis tiap teks bagian ini di bawah [[{part}]].",
            f"Write each text of this part under [[{part}]].",
        )
    return tuple(
        _told(part, row, f"[[{part}]] {place}", fact_ids) for place, row in enumerate(rows, 1)
    )


def _told(part: str, row: Mapping[str, Any], where: str, fact_ids: Collection[str]) -> Told:
    about = ABOUT.get(part)
    extra = ["to", "brief"] if part == "recommendation" else [about] if about else []
    _known(row, [*LANGUAGES, *extra], where)
    if about and not (isinstance(row.get(about), str) and row[about]):
        raise _bad(
            f'{where}: tulis {about} = "…", tentang apa teks ini.',
            f'{where}: write {about} = "…", what this text is about.',
        )
    text = _text(row, where)
    for language in LANGUAGES:
        _check(text.say(language), f"{where}, {language}", fact_ids)
    to = row.get("to")
    return Told(
        text=text,
        about=row[about] if about else "",
        to=None if to is None else _text(to, f"{where}, to"),
        brief=row.get("brief", False) is True,
    )


def _text(row: Any, where: str) -> Text:
    said = [row.get(language) if isinstance(row, dict) else None for language in LANGUAGES]
    if not all(isinstance(one, str) and one.strip() for one in said):
        raise _bad(
            f"{where}: tulis teksnya dalam kedua bahasa, id dan en.",
            f"{where}: write the text in both languages, id and en.",
        )
    return Text(*(" ".join(str(one).split()) for one in said))


def _check(text: str, where: str, fact_ids: Collection[str]) -> None:
    for name, _ in PLACEHOLDER.findall(text):
        if name not in fact_ids:
            raise _bad(
                f"{where}: tidak ada fakta {name}. Pakai fact_id dari berkas fakta.",
                f"{where}: there is no fact {name}. Use a fact_id of the file of facts.",
            )
    rest = PLACEHOLDER.sub("", text)
    if _ANY_BRACE.search(rest):
        raise _bad(
            f"{where}: kurung kurawal hanya untuk menyebut fakta, misalnya {{F012}}.",
            f"{where}: braces only name a fact, such as {{F012}}.",
        )
    if found := typed_numbers(rest):
        raise _bad(
            f"{where}: angka yang diketik, “{found[0]}”. Sebut faktanya, misalnya {{F012}}, atau "
            "tulis tanpa angka.",
            f"{where}: a typed number, “{found[0]}”. Name its fact, such as {{F012}}, or write "
            "without it.",
        )


def _known(row: Mapping[str, Any], known: Collection[str], where: str) -> None:
    if unknown := [name for name in row if name not in known]:
        place = f"{where}: " if where else ""
        raise _bad(
            f"{place}kunci tidak dikenal: {', '.join(unknown)}. Yang dikenal: {', '.join(known)}.",
            f"{place}unknown keys: {', '.join(unknown)}. Known ones: {', '.join(known)}.",
        )


def _bad(indonesian: str, english: str) -> BadInput:
    return BadInput(Text(indonesian, english))
