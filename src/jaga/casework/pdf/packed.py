"""Streams unpacked (ISO 32000-1 §7.4): Flate and the two ASCII filters, within a budget."""

import base64
import binascii
import re
import zlib

from jaga.casework.pdf.lexer import Dict, Name, Value
from jaga.casework.pdf.refusing import Unwelcome

# What the streams of one file may unpack to, all together.
BUDGET_BYTES = 24 * 1024 * 1024
MOST_FILTERS = 3
_ROOM_AFTER_BYTES = 4


class Budget:
    """How many bytes the streams of one file may still unpack to."""

    def __init__(self, left: int = BUDGET_BYTES) -> None:
        self.left = left

    def spend(self, size: int) -> None:
        """Take `size` bytes away. Raises Unwelcome("bomb") when there are too few."""
        self.left -= size
        if self.left < 0:
            raise Unwelcome("bomb")


def unpack(raw: bytes, entry: Dict, budget: Budget) -> bytes:
    """What a stream holds, its filters undone one after the other."""
    filters = _listed(entry.get("Filter"))
    parameters = _listed(entry.get("DecodeParms"))
    if len(filters) > MOST_FILTERS or len(parameters) > len(filters):
        raise Unwelcome("filter")
    for place, name in enumerate(filters):
        given = parameters[place] if place < len(parameters) else None
        if not (given is None or isinstance(given, dict)):
            raise Unwelcome("filter")
        raw = _undo(name, raw, given or {}, budget)
    if not filters:
        budget.spend(len(raw))
    return raw


def _listed(value: Value) -> list[Value]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _undo(name: Value, raw: bytes, parameters: Dict, budget: Budget) -> bytes:
    if not isinstance(name, Name):
        raise Unwelcome("filter")
    match str(name):
        case "FlateDecode":
            return _predicted(_inflate(raw, budget), parameters)
        case "ASCIIHexDecode" if not parameters:
            return _from_hex(raw, budget)
        case "ASCII85Decode" if not parameters:
            return _from_85(raw, budget)
        case _:
            raise Unwelcome("filter")


def _inflate(raw: bytes, budget: Budget) -> bytes:
    box = zlib.decompressobj()
    try:
        plain = box.decompress(raw, budget.left + 1)
    except zlib.error:
        raise Unwelcome("filter") from None
    budget.spend(len(plain))
    # Bytes after the end could be anything; a line end is what writers leave there.
    if not box.eof or len(box.unused_data) > _ROOM_AFTER_BYTES or box.unused_data.strip(b"\r\n"):
        raise Unwelcome("filter")
    return plain


def _from_hex(raw: bytes, budget: Budget) -> bytes:
    match = re.fullmatch(rb"([0-9A-Fa-f\s]*+)>\s*", raw)
    if match is None:
        raise Unwelcome("filter")
    digits = re.sub(rb"\s+", b"", match[1])
    plain = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    budget.spend(len(plain))
    return plain


def _from_85(raw: bytes, budget: Budget) -> bytes:
    body = raw.strip()
    if not body.endswith(b"~>") or b"~" in body[:-2]:
        raise Unwelcome("filter")
    try:
        plain = base64.a85decode(body[:-2])
    except (ValueError, binascii.Error):
        raise Unwelcome("filter") from None
    budget.spend(len(plain))
    return plain


def _predicted(plain: bytes, parameters: Dict) -> bytes:
    predictor = parameters.get("Predictor", 1)
    if predictor == 1:
        return plain
    columns, colours = parameters.get("Columns", 1), parameters.get("Colors", 1)
    if (
        not isinstance(predictor, int)
        or not isinstance(columns, int)
        or not 10 <= predictor <= 15
        or not 1 <= columns <= 4096
        or colours != 1
        or parameters.get("BitsPerComponent", 8) != 8
        or len(plain) % (columns + 1)
    ):
        raise Unwelcome("filter")
    above, rows = bytes(columns), []
    for start in range(0, len(plain), columns + 1):
        above = _row(plain[start], plain[start + 1 : start + 1 + columns], above)
        rows.append(above)
    return b"".join(rows)


def _row(kind: int, packed: bytes, above: bytes) -> bytes:
    """One row of a PNG prediction (RFC 2083 §6), one byte a column."""
    if kind == 0:
        return packed
    if kind == 2:
        return bytes((one + up) & 255 for one, up in zip(packed, above, strict=True))
    if kind not in (1, 3, 4):
        raise Unwelcome("filter")
    row, left, corner = bytearray(), 0, 0
    for one, up in zip(packed, above, strict=True):
        guess = left if kind == 1 else (left + up) // 2 if kind == 3 else _paeth(left, up, corner)
        left, corner = (one + guess) & 255, up
        row.append(left)
    return bytes(row)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda one: abs(guess - one))
