"""The strict PDF reader: text passes; pictures, files, programs and doubts do not."""

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.casework.pdfs import (
    CATALOG,
    FONT,
    PAGE,
    PAGES,
    RESOURCES,
    WORDS,
    laid_out,
    objects,
    pdf,
    stream,
    table,
    updated,
    with_object_stream,
)

from jaga.casework import documents
from jaga.casework.pdf import Unwelcome
from jaga.casework.pdf.packed import BUDGET_BYTES

IMAGE = stream(bytes(12), b"/Type /XObject /Subtype /Image /Width 2 /Height 2")
LAID = laid_out(objects())
BITMAP_FONT = b"\x00\x01\x00\x00\x00\x01" + bytes(6) + b"sbix" + bytes(12)


def reason(data: bytes) -> str:
    """Why a file is refused; empty when it is let through."""
    try:
        documents.check(data)
    except Unwelcome as refused:
        return refused.reason
    return ""


def content(extra: bytes) -> dict[int, bytes]:
    """The page's drawing, with more after its words."""
    return {4: stream(WORDS + b"\n" + extra)}


def catalog(extra: bytes) -> dict[int, bytes]:
    return {1: CATALOG[:-2] + extra + b" >>"}


def page(extra: bytes) -> dict[int, bytes]:
    return {3: PAGE[:-2] + extra + b" >>"}


GOOD = {
    "one page of text": pdf(),
    "text not packed": pdf({4: stream(WORDS, packed=False)}),
    "packed objects": with_object_stream({3: PAGE, 5: RESOURCES}),
    "a later revision": updated({4: stream(WORDS)}),
    "a text that says BI": pdf(content(b"BT (BI /W 1 ID x EI) Tj (a \\) BI (b)) Tj ET % BI")),
    "a jump within": pdf(page(b"/Annots [<< /Subtype /Link /A << /S /GoTo /D [3 0 R /Fit] >> >>]")),
    "a drawing within": pdf({7: stream(b"0 0 m 9 9 l S", b"/Type /XObject /Subtype /Form")}),
    "an indirect length": pdf({
        4: b"<< /Length 8 0 R >>\nstream\n" + WORDS + b"\nendstream",
        8: b"%d" % len(WORDS),
    }),
    "a table of letters": pdf({7: stream(b"1 begincmap endcmap", b"/Type /CMap")}),
    "a description": pdf({7: stream(b"<x:xmpmeta/>", b"/Type /Metadata /Subtype /XML")}),
    "hexadecimal letters": pdf({
        4: b"<< /Length 5 /Filter /ASCIIHexDecode >>\nstream\n7120>\nendstream"
    }),
}  # fmt: skip

BAD = {
    # Pictures, in every place one could stand.
    "an image": ("image", pdf({7: IMAGE})),
    "an image with an escaped name": ("image", pdf({7: IMAGE.replace(b"Image", b"#49mage")})),
    "an image with an escaped key": ("image", pdf({7: IMAGE.replace(b"/Sub", b"/S#75b")})),
    "an image in a text": ("image", pdf(content(b"BI /W 1 /H 1 ID x EI"))),
    "an image after an odd string": ("image", pdf(content(b"(\\\\) Tj BI /W 1 ID (x) EI"))),
    "an image in a packed object": (
        "image", with_object_stream({3: PAGE, 30: b"<< /Subtype /#49#6dage >>"})),
    "an image in an older revision": ("image", updated({7: IMAGE})),
    "an image overwritten later": (
        "image", updated({7: b"null"}, pdf({7: IMAGE}))),
    "a drawing that holds an image": (
        "image", pdf({7: stream(b"BI ID EI", b"/Subtype /Form")})),
    "a small picture of the page": ("image", pdf(page(b"/Thumb 7 0 R"))),
    "a mesh": ("image", pdf({7: stream(bytes(9), b"/ShadingType 4")})),
    "samples as a picture": ("image", pdf({7: stream(bytes(99_999), b"/FunctionType 0")})),
    "a font of pictures": (
        "image", pdf({7: stream(BITMAP_FONT), 8: b"<< /FontFile2 7 0 R >>"})),
    "a description with a picture": (
        "image", pdf({7: stream(b"<a><xmp:Thumbnails/></a>", b"/Type /Metadata")})),
    "bytes nobody can name": ("broken", pdf({7: stream(b"\xff\xd8\xff\xe0 JFIF")})),
    "a font that is none": (
        "broken", pdf({7: stream(b"\xff\xd8\xff"), 8: b"<< /FontFile 7 0 R >>"})),
    "a PostScript object": ("broken", pdf({7: stream(b"q Q", b"/Subtype /PS")})),
    # Other files, films, programs and ways out.
    "an embedded file": ("embedded", pdf({7: stream(b"q Q", b"/Type /EmbeddedFile")})),
    "names of embedded files": ("embedded", pdf(catalog(b"/Names << /EmbeddedFiles 9 0 R >>"))),
    "an associated file": ("embedded", pdf(catalog(b"/AF [9 0 R]"))),
    "a file hung on the page": ("embedded", pdf(page(b"/Annots [<< /Subtype /FileAttachment >>]"))),
    "a collection": ("embedded", pdf(catalog(b"/Collection << >>"))),
    "a film": ("media", pdf(page(b"/Annots [<< /Subtype /Movie >>]"))),
    "rich media": ("media", pdf(page(b"/Annots [<< /Subtype /RichMedia >>]"))),
    "a 3D object": ("media", pdf(page(b"/Annots [<< /Subtype /3D >>]"))),
    "a program": ("script", pdf(catalog(b"/OpenAction << /S /JavaScript /JS (x) >>"))),
    "a program by name": ("script", pdf(catalog(b"/Names << /JavaScript 9 0 R >>"))),
    "a program with an escaped name": (
        "script", pdf(catalog(b"/OpenAction << /S /J#61vaScript >>"))),
    "a program to start": ("action", pdf(catalog(b"/OpenAction << /S /Launch >>"))),
    "a link": ("action", pdf(page(b"/Annots [<< /A << /S /URI >> >>]"))),
    "another document": ("action", pdf(catalog(b"/OpenAction << /S /GoToR >>"))),
    "a form to send": ("action", pdf(page(b"/Annots [<< /A << /S /SubmitForm >> >>]"))),
    "an action nobody knows": ("action", pdf(page(b"/Annots [<< /A << /S /Baru >> >>]"))),
    "acts on opening": ("action", pdf(catalog(b"/AA << >>"))),
    "an XFA form": ("form", pdf(catalog(b"/AcroForm << /XFA 9 0 R >>"))),
    "a locked file": ("encrypted", pdf(trailer=b"/Encrypt 9 0 R")),
    "a locked packed file": ("encrypted", with_object_stream({3: PAGE[:-2] + b"/Encrypt 1>>"})),
    # Packing that cannot be undone, or that goes on for ever.
    "a photograph's packing": (
        "filter", pdf({4: b"<< /Length 1 /Filter /DCTDecode >>\nstream\nx\nendstream"})),
    "an unknown packing": (
        "filter", pdf({4: b"<< /Length 1 /Filter [/Baru] >>\nstream\nx\nendstream"})),
    "broken packing": (
        "filter", pdf({4: b"<< /Length 2 /Filter /FlateDecode >>\nstream\nxx\nendstream"})),
    "something behind the packing": (
        "filter",
        pdf({4: b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % (len(zlib.compress(b"q")) + 9)
             + zlib.compress(b"q") + b"\xff\xd8\xff\xe0\x00\x10JFI\nendstream"})),
    "a bomb": ("bomb", pdf({4: stream(b" " * (BUDGET_BYTES + 1))})),
    "a bomb in a bomb": (
        "bomb",
        pdf({4: stream(zlib.compress(b" " * (BUDGET_BYTES + 1))).replace(
            b"/FlateDecode", b"[/FlateDecode /FlateDecode]")})),
    "ever more filters": (
        "filter", pdf({4: b"<< /Length 1 /Filter [" + b"/ASCIIHexDecode " * 9 + b"] >>\nstream\n>"
                       b"\nendstream"})),
    "a nest of lists": ("broken", pdf({7: b"[" * 99 + b"]" * 99})),
    "too long a string": ("broken", pdf({7: b"(" + b"x" * 70_000 + b")"})),
    "too many packed objects": (
        "bomb", pdf({7: stream(b"1 0 ", b"/Type /ObjStm /N 99999999 /First 4")})),
    # Files that are two things at once, or not whole.
    "something before": ("kind", b"GIF89a" + pdf()),
    "text before": ("kind", b"surat\n" + pdf()),
    "something behind": ("mixed", pdf() + b"PK\x03\x04 arsip"),
    "white space and more behind": ("mixed", pdf() + b"\n" * 200 + b"x"),
    "an archive inside": ("mixed", pdf({7: b"(PK\x05\x06)"})),
    "bytes between objects": ("mixed", pdf().replace(b"endobj\n2 0", b"endobj\n<html>2 0")),
    "a long comment": (
        "mixed", pdf().replace(b"endobj\n2 0", b"endobj\n%" + b"x" * 999 + b"\n2 0")),
    "many comments": (
        "mixed", pdf().replace(b"endobj\n2 0", b"endobj\n" + b"%xxxx\n" * 999 + b"2 0")),
    "no end": ("mixed", pdf()[:-8]),
    "an object beside the table": ("broken", pdf().replace(b"\n2 0 obj", b"\n\n2 0 obj")),
    "a pointer into a stream": (
        "broken",
        table(LAID[0], {**LAID[1], 4: LAID[1][4] + 40})),
    "a table elsewhere": ("broken", pdf().replace(b"startxref\n", b"startxref\n1")),
    "an earlier table that is none": ("broken", pdf(trailer=b"/Prev 7")),
    "two equal keys": ("broken", pdf(page(b"/Rotate 0 /Rotate 90"))),
    "an escape in two ways": ("broken", pdf(page(b"/Imag#zz 1"))),
    "a name with a zero": ("broken", pdf(page(b"/Imag#00 1"))),
    "a stream longer than it says": (
        "broken", pdf({4: stream(WORDS, packed=False).replace(b"/Length ", b"/Length 1")})),
    "a stream kept elsewhere": ("broken", pdf({4: stream(WORDS, b"/F (x)")})),
    "two lengths": (
        "broken",
        pdf({4: b"<< /Length 8 0 R >>\nstream\nq Q\nendstream",
             8: b"3", 9: b"(8 0 obj 9 endobj)"})),
    "no catalog": ("broken", pdf({1: PAGES})),
    "an unknown instruction": ("broken", pdf(content(b"Baru"))),
    "a text without end": ("broken", pdf(content(b"(BI"))),
    "hidden between packed objects": (
        "broken", with_object_stream({3: PAGE + b" << /Subtype /Image >>", 5: RESOURCES})),
    "a font for a page": ("broken", pdf({1: FONT})),
    "too large": ("too large", pdf({7: b"%x\n" * 2_000_000 + b"null"})),
    # Other formats, whatever their name.
    "a photograph": ("kind", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"),
    "a drawing": ("kind", b"\x89PNG\r\n\x1a\n\x00"),
    "a vector drawing": ("kind", b"<svg xmlns='x'/>"),
    "a page of the web": ("kind", b"\n <!DOCTYPE html><p>"),
    "an archive": ("kind", b"PK\x03\x04\x14\x00"),
    "an office file": ("kind", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "rich text": ("kind", b"{\\rtf1 x}"),
    "text in another code": ("kind", "é".encode("latin-1")),
    "UTF-16": ("kind", "surat".encode("utf-16")),
    "a picture in letters": ("encoded", b"lihat data:image/png;base64,iVBORw0KGgo"),
    "a long run of letters": ("encoded", b"QUJD" * 200),
    "lines of letters": ("encoded", (b"QUJD" * 19 + b"\n") * 12),
    "nothing": ("empty", b""),
    "too much text": ("too large", b"baris surat\n" * 99_999),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_text_is_let_through(name: str):
    assert reason(GOOD[name]) == ""
    assert documents.check(GOOD[name]) == "pdf"


@pytest.mark.parametrize("name", BAD)
def test_all_else_is_refused_with_its_reason(name: str):
    expected, data = BAD[name]
    assert reason(data) == expected


@pytest.mark.parametrize(
    "text",
    ["Surat rekaan.", "\ufeffBaris\r\nkedua\tdan ketiga", "x" * 300, "Ia berkata: é, 字, 😀"],
)
def test_plain_text_is_let_through(text: str):
    assert documents.check(text.encode()) == "text"


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_damaged_files_are_answered_and_never_fail_otherwise(data):
    whole = bytearray(data.draw(st.sampled_from(list(GOOD.values()))))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        match data.draw(st.sampled_from(("change", "cut", "double"))):
            case "change":
                whole[at] = data.draw(st.integers(0, 255))
            case "cut":
                del whole[at : at + data.draw(st.integers(1, 40))]
            case _:
                whole[at:at] = whole[at : at + data.draw(st.integers(1, 40))]
        whole = whole or bytearray(b"%")
    reason(bytes(whole))


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_bytes_after_a_header_never_fail_otherwise(tail: bytes):
    reason(b"%PDF-1.4\n" + tail)
    reason(pdf({4: stream(tail)}))


@given(st.text(alphabet="()\\<>[]/% BIDE01\n", max_size=200))
@settings(max_examples=300, deadline=None)
def test_an_image_among_the_words_is_never_missed(drawing: str):
    """Whatever stands before it, unless that swallows it into a text or comment, refuses it."""
    before = drawing.encode()
    assert reason(pdf(content(b"q Q\n" + before + b"\nBI ID EI"))) != "" or _swallows(before)


def _swallows(before: bytes) -> bool:
    """Whether a plain walk, byte by byte, ends inside a text, so that BI is only words."""
    depth, at = 0, 0
    while at < len(before):
        one = before[at : at + 1]
        if depth and one == b"\\":
            at += 1
        elif not depth and one == b"%":
            at = len(before) if b"\n" not in before[at:] else before.index(b"\n", at)
        elif one == b"(":
            depth += 1
        elif one == b")" and depth:
            depth -= 1
        at += 1
    return depth > 0
