"""What a column of an XLSForm sheet means: its name in one spelling, and its language.

Aliases are pyxform's own (`pyxform.aliases`), so that both read the same form.
"""

import re
from functools import lru_cache

# Columns that exist once for each language.
TRANSLATED = (
    "label", "hint", "guidance_hint", "constraint_message", "required_message", "image", "audio",
    "video", "big-image",
)  # fmt: skip
# pyxform's inner names, and ours.
_PLAIN = {
    "jr:constraintmsg": "constraint_message",
    "jr:requiredmsg": "required_message",
    "jr:count": "repeat_count",
    "calculate": "calculation",
    "readonly": "read_only",
    "list name": "list_name",
    "id_string": "form_id",
    "title": "form_title",
}


@lru_cache(maxsize=4096)
def meaning(header: str) -> tuple[str, str]:
    """(column, language) of a header: `label::English (en)` is ("label", "English (en)")."""
    written = re.sub(r"\s+", " ", header.strip())
    whole = _one_spelling(written)
    if whole != written.lower():
        return whole, ""
    parts = [part.strip() for part in re.split(r"::|(?<!jr):(?!:)", written)]
    if len(parts) > 1 and parts[0].lower() in ("bind", "media", "control", "body", "instance"):
        parts = parts[1:]
    name = _one_spelling(parts[0])
    return (name, "::".join(parts[1:])) if name in TRANSLATED else (name, "")


def _one_spelling(name: str) -> str:
    from pyxform import aliases

    lower = name.lower()
    found: object = lower
    for table in (aliases.survey_header, aliases.settings_header, aliases.list_header):
        if lower in table:
            found = table[lower]
            break
    inner = found[-1] if isinstance(found, tuple) else found
    plain = str(inner).lower()
    return _PLAIN.get(plain, plain)
