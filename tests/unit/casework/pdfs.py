"""Small PDF files, laid out byte by byte for the tests. All of them are invented."""

import zlib
from collections.abc import Mapping

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 5 0 R >>"
WORDS = b"BT /F1 12 Tf 72 770 Td (Surat rekaan \\(UJI\\) 1/2) Tj [(a) -20 <4142>] TJ ET"
RESOURCES = b"<< /Font << /F1 6 0 R >> >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def stream(plain: bytes, extra: bytes = b"", *, packed: bool = True) -> bytes:
    """A stream object's body; Flate unless told otherwise."""
    raw = zlib.compress(plain) if packed else plain
    filters = b" /Filter /FlateDecode" if packed else b""
    head = b"<< /Length %d%s %s >>" % (len(raw), filters, extra)
    return head + b"\nstream\n" + raw + b"\nendstream"


def objects(changed: Mapping[int, bytes] | None = None) -> dict[int, bytes]:
    """One page of text as numbered objects, some of them replaced or added."""
    plain = {1: CATALOG, 2: PAGES, 3: PAGE, 4: stream(WORDS), 5: RESOURCES, 6: FONT}
    return {**plain, **(changed or {})}


def laid_out(parts: Mapping[int, bytes], *, start: bytes = b"") -> tuple[bytes, dict[int, int]]:
    """Header and objects one after the other, and where each begins."""
    data, places = start or b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
    for number, body in parts.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return data, places


def table(data: bytes, places: Mapping[int, int], extra: bytes = b"") -> bytes:
    """`data` with its table, trailer and end."""
    start = len(data)
    rows = b"xref\n0 1\n0000000000 65535 f \n" + b"".join(
        b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items()
    )
    size = max(places) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (size, extra)
    return data + rows + trailer + b"startxref\n%d\n%%%%EOF\n" % start


def pdf(changed: Mapping[int, bytes] | None = None, *, trailer: bytes = b"") -> bytes:
    """A whole file: one page of text, with some objects replaced or added."""
    return table(*laid_out(objects(changed)), trailer)


def with_object_stream(packed: Mapping[int, bytes], *, at: int = 20) -> bytes:
    """A file in the form since PDF 1.5: some objects packed, and the table a stream."""
    bodies, head, place = list(packed.values()), b"", 0
    for number, body in packed.items():
        head += b"%d %d " % (number, place)
        place += len(body) + 1
    inner = head + b"\n".join(bodies)
    parts = {n: body for n, body in objects().items() if n not in packed}
    extra = b"/Type /ObjStm /N %d /First %d" % (len(packed), len(head))
    data, places = laid_out({**parts, at: stream(inner, extra)})
    start, rows = len(data), {}
    for number, where in places.items():
        rows[number] = b"\x01" + where.to_bytes(4, "big") + b"\x00"
    for index, number in enumerate(packed):
        rows[number] = b"\x02" + at.to_bytes(4, "big") + bytes([index])
    rows[at + 1] = b"\x01" + start.to_bytes(4, "big") + b"\x00"
    index = b" ".join(b"%d 1" % number for number in sorted(rows))
    body = stream(
        b"".join(rows[number] for number in sorted(rows)),
        b"/Type /XRef /W [1 4 1] /Size %d /Root 1 0 R /Index [%s]" % (at + 2, index),
    )
    data += b"%d 0 obj\n%s\nendobj\n" % (at + 1, body)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def updated(changed: Mapping[int, bytes], first: bytes = b"") -> bytes:
    """A whole file with a later revision behind it that replaces some objects."""
    first = first or pdf()
    before = first.rindex(b"xref\n0 1")
    data, places = laid_out(changed, start=first)
    return table(data, places, b"/Prev %d" % before)
