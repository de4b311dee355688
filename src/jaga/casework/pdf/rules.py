"""What a PDF may not hold, and what each of its streams must be.

Every object of every revision is looked at, whether or not a page leads to it. A stream that is
not recognisably text drawing, a font, a colour profile, a table or a description is refused: bytes
nobody can name could be a picture.
"""

import re
from collections.abc import Iterator

from jaga.casework.pdf import content
from jaga.casework.pdf.lexer import Dict, Ref, Value
from jaga.casework.pdf.refusing import Unwelcome
from jaga.casework.pdf.structure import File, Object, named

# A key that may stand in no dictionary.
KEYS: dict[str, str] = {
    "Encrypt": "encrypted",
    "JS": "script",
    "JavaScript": "script",
    "EF": "embedded",
    "EmbeddedFiles": "embedded",
    "AF": "embedded",
    "Collection": "embedded",
    "XFA": "form",
    "RichMediaContent": "media",
    "RichMediaSettings": "media",
    "Rendition": "media",
    "Renditions": "media",
    "3DD": "media",
    "URI": "action",
    "AA": "action",
    "Launch": "action",
    "Thumb": "image",
    "OPI": "image",
    "Alternates": "image",
}
# A name that may stand under /S, /Subtype or /Type.
KINDS: dict[str, str] = {
    "Image": "image",
    "PS": "broken",
    "EmbeddedFile": "embedded",
    "FileAttachment": "embedded",
    "Filespec": "embedded",
    "F": "embedded",
    "Movie": "media",
    "Sound": "media",
    "Screen": "media",
    "RichMedia": "media",
    "3D": "media",
    "Rendition": "media",
    "RichMediaExecute": "media",
    "GoTo3DView": "media",
    "JavaScript": "script",
    "Launch": "action",
    "URI": "action",
    "GoToR": "action",
    "GoToE": "action",
    "Thread": "action",
    "SubmitForm": "action",
    "ImportData": "action",
    "ResetForm": "action",
    "Hide": "action",
    "SetOCGState": "action",
    "Trans": "action",
}
_KIND_KEYS = ("S", "Subtype", "Type")
# What an action may do: jump within the document.
ACTIONS = frozenset({"GoTo", "Named"})
_ACTION_KEYS = frozenset({"A", "OpenAction", "Next", "PA"})
_FONT = (b"\x00\x01\x00\x00", b"true", b"OTTO", b"%!", b"\x80\x01", b"\x01\x00")
# Tables of a TrueType font that hold pictures of letters.
_PICTURE_TABLES = frozenset({b"sbix", b"CBDT", b"EBDT", b"SVG ", b"bdat"})
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
_TEXT = re.compile(rb"[\t\n\x0c\r -~]*+")
MOST_SAMPLES_BYTES = 65_536
_FONTS = frozenset({"FontFile", "FontFile2", "FontFile3"})
_MAPS = frozenset({"CIDSet", "CIDToGIDMap"})
MOST_MAP_BYTES = 131_072


def check(file: File, data: bytes) -> None:
    """Raise Unwelcome for the first thing of `file` that may not be kept."""
    if any(mark in data for mark in _ARCHIVES):
        raise Unwelcome("mixed")
    for trailer in file.trailers:
        _check_values(trailer)
    for found in file.objects:
        _check_values(found.value)
    uses = _uses(file)
    for found in file.objects:
        if found.stream is not None:
            _check_stream(found, found.stream, uses.get(found.number, set()))
    _check_root(file)


def _check_values(value: Value) -> None:
    for entry in _dictionaries(value):
        for key in sorted(entry.keys() & KEYS.keys()):
            raise Unwelcome(KEYS[key])
        kinds = {named(entry.get(key)) for key in _KIND_KEYS}
        for kind in sorted(kinds & KINDS.keys()):
            raise Unwelcome(KINDS[kind])
        is_action = named(entry.get("Type")) == "Action"
        if is_action and named(entry.get("S")) not in ACTIONS:
            raise Unwelcome("action")
        for key in entry.keys() & _ACTION_KEYS:
            _check_action(entry[key])


def _check_action(value: Value) -> None:
    if isinstance(value, dict) and "S" in value and named(value["S"]) not in ACTIONS:
        raise Unwelcome(KINDS.get(named(value["S"]), "action"))


def _dictionaries(value: Value) -> Iterator[Dict]:
    """Every dictionary in a value, itself first."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _uses(file: File) -> dict[int, set[str]]:
    """For each object number, the keys under which a dictionary points at it."""
    found: dict[int, set[str]] = {}
    for one in file.objects:
        for entry in _dictionaries(one.value):
            for key, value in entry.items():
                if isinstance(value, Ref):
                    found.setdefault(value.number, set()).add(key)
    return found


def _check_stream(found: Object, plain: bytes, uses: set[str]) -> None:
    entry = found.entry
    kind = named(entry.get("Type"))
    if kind in ("ObjStm", "XRef"):
        return
    if "ShadingType" in entry or "HalftoneType" in entry:
        # Meshes and screens can paint any picture.
        raise Unwelcome("image")
    if kind == "Metadata":
        _check_description(plain)
    elif kind == "CMap" or b"begincmap" in plain:
        _check_map(plain)
    elif "FunctionType" in entry:
        _check_size(plain, MOST_SAMPLES_BYTES)
    elif uses & _MAPS:
        _check_size(plain, MOST_MAP_BYTES)
    elif uses & _FONTS:
        _check_font(plain)
    elif not _is_profile(plain):
        content.check(plain)


def _is_profile(plain: bytes) -> bool:
    """Whether it is an ICC colour profile, whole."""
    return plain[36:40] == b"acsp" and int.from_bytes(plain[:4], "big") == len(plain)


def _check_description(plain: bytes) -> None:
    """XMP; it can carry a small picture of the first page."""
    try:
        text = plain.decode("utf-8").lower()
    except UnicodeDecodeError:
        raise Unwelcome("broken") from None
    if not text.lstrip("\ufeff \t\r\n").startswith("<") or "\0" in text:
        raise Unwelcome("broken")
    if "thumbnail" in text or "xmpgimg" in text or "base64" in text:
        raise Unwelcome("image")


def _check_map(plain: bytes) -> None:
    if _TEXT.fullmatch(plain) is None:
        raise Unwelcome("broken")


def _check_size(plain: bytes, most: int) -> None:
    """Samples and tables have no form to check: only small ones pass."""
    if len(plain) > most:
        raise Unwelcome("image")


def _check_font(plain: bytes) -> None:
    if not plain.startswith(_FONT):
        raise Unwelcome("broken")
    if plain.startswith(_FONT[:3]):
        count = int.from_bytes(plain[4:6], "big")
        tables = {plain[12 + 16 * place : 16 + 16 * place] for place in range(count)}
        if tables & _PICTURE_TABLES:
            raise Unwelcome("image")


def _check_root(file: File) -> None:
    catalogs = {one.number for one in file.objects if named(one.entry.get("Type")) == "Catalog"}
    roots = [trailer["Root"] for trailer in file.trailers if "Root" in trailer]
    if not roots or any(not isinstance(r, Ref) or r.number not in catalogs for r in roots):
        raise Unwelcome("broken")
