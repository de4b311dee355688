"""What kind of value stood in a cell, in one word that gives nothing of it away."""

import re

_CLASSES = (
    ("digits", re.compile(r"[0-9]+")),
    ("number", re.compile(r"[-+]?[0-9][0-9.,' ]*")),
    ("date", re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([T ].*)?")),
    ("letters", re.compile(r"[^\W\d_]+")),
)


def value_class(value: str | None) -> str:
    """empty, digits, number, date, letters, long text or text."""
    if value is None or not value.strip():
        return "empty"
    text = value.strip()
    if len(text) > 256:
        return "long text"
    for name, pattern in _CLASSES:
        if pattern.fullmatch(text):
            if name == "number" and _CLASSES[2][1].fullmatch(text):
                return "date"
            return name
    return "text"
