"""Kinds of questions: every spelling of an XLSForm type as one of ours.

Source: xlsform.org, "Question types" and "Metadata"; old spellings from `pyxform.aliases`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

# What a person answers.
CHOOSING = frozenset({"select_one", "select_multiple", "rank"})
NUMBERS = frozenset({"integer", "decimal", "range"})
DAYS = frozenset({"date", "datetime"})
PLACES = frozenset({"geopoint", "geotrace", "geoshape"})
MEDIA = frozenset({"image", "audio", "video", "file"})
ASKED = (
    CHOOSING | NUMBERS | DAYS | PLACES | MEDIA | {"text", "time", "barcode", "acknowledge", "osm"}
)
# What the device or the form fills in.
DEVICE = frozenset({"deviceid", "phonenumber", "simserial", "subscriberid", "username", "email"})
SILENT_PLACES = frozenset({"start-geopoint", "background-geopoint"})
SILENT_MEDIA = frozenset({"background-audio"})
CONTAINERS = frozenset({"group", "repeat"})

_SPELLINGS = {
    "string": "text", "int": "integer", "photo": "image", "location": "geopoint", "gps": "geopoint",
    "datetime": "datetime", "date time": "datetime", "trigger": "acknowledge", "imei": "deviceid",
    "phone number": "text", "percentage": "integer", "device id": "deviceid", "sim id": "simserial",
    "subscriber id": "subscriberid", "start time": "start", "end time": "end",
}  # fmt: skip
_OTHER = re.compile(r"\s+(or[_ ]other|or specify other)$", re.IGNORECASE)
_CONTAINER = re.compile(
    r"^(begin|end)[\s_]+(group|lgroup|repeat|loop|looped group)\b", re.IGNORECASE
)
_FILE = re.compile(r"\.(csv|xml|geojson)$", re.IGNORECASE)


@dataclass(frozen=True)
class Kind:
    """One type cell: `name` is ours; `edge` is "begin" or "end" of a group or repeat, or ""."""

    name: str
    list_name: str = ""
    or_other: bool = False
    external: bool = False
    edge: str = ""


@lru_cache(maxsize=4096)
def kind(cell: str) -> Kind:
    """The kind that a cell of the type column names; an unknown one keeps its own name."""
    from pyxform import aliases

    written = re.sub(r"\s+", " ", cell.strip())
    container = _CONTAINER.match(written)
    if container:
        name = "group" if container[2].lower() == "group" else "repeat"
        return Kind(name, edge=container[1].lower())
    lower = written.lower()
    for spelling in sorted(aliases.select, key=len, reverse=True):
        if lower.startswith(f"{spelling} "):
            return _choosing(aliases.select[spelling], spelling, written[len(spelling) + 1 :])
    if lower.startswith("osm "):
        return Kind("osm", written[4:].strip(), external=True)
    plain = re.sub(r"^(q|get|uri:) ?|^add (?=.* prompt$)| prompt$", "", lower)
    return Kind(_SPELLINGS.get(plain, plain))


def _choosing(ours: str, spelling: str, rest: str) -> Kind:
    names = {"select one": "select_one", "select all that apply": "select_multiple"}
    listed = _OTHER.sub("", rest).strip()
    external = "external" in ours or "file" in spelling or bool(_FILE.search(listed))
    return Kind(
        names.get(ours.replace(" external", ""), ours),
        listed,
        or_other=listed != rest.strip(),
        external=external or listed.startswith("${"),
    )
