"""What bytes are, by their first bytes: so that a file is refused whatever it is called.

Nothing is decoded, unpacked or looked at beyond its beginning. A text is searched for files that
were pasted into it: data: addresses, long runs of base64 or of hexadecimal digits, binary.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["", "image", "video", "audio", "archive", "document", "program", "other"]
ENOUGH_BYTES = 512


@dataclass(frozen=True)
class Beginning:
    """Bytes at a place, and the kind of file that has them there."""

    kind: Kind
    format: str
    magic: bytes
    at: int = 0


BEGINNINGS = (
    Beginning("image", "PNG", b"\x89PNG\r\n\x1a\n"),
    Beginning("image", "JPEG", b"\xff\xd8\xff"),
    Beginning("image", "GIF", b"GIF8"),
    Beginning("image", "WebP", b"WEBP", 8),
    Beginning("image", "BMP", b"BM"),
    Beginning("image", "TIFF", b"II*\x00"),
    Beginning("image", "TIFF", b"MM\x00*"),
    Beginning("image", "HEIC", b"ftyphei", 4),
    Beginning("image", "HEIF", b"ftypmif1", 4),
    Beginning("image", "AVIF", b"ftypavif", 4),
    Beginning("image", "icon", b"\x00\x00\x01\x00"),
    Beginning("image", "Photoshop", b"8BPS"),
    Beginning("image", "JPEG XL", b"\x00\x00\x00\x0cJXL "),
    Beginning("image", "JPEG 2000", b"\x00\x00\x00\x0cjP  "),
    Beginning("audio", "M4A", b"ftypM4A", 4),
    Beginning("video", "MP4", b"ftyp", 4),
    Beginning("video", "QuickTime", b"moov", 4),
    Beginning("video", "QuickTime", b"mdat", 4),
    Beginning("video", "Matroska or WebM", b"\x1aE\xdf\xa3"),
    Beginning("video", "AVI", b"AVI ", 8),
    Beginning("video", "Flash video", b"FLV\x01"),
    Beginning("video", "Windows media", b"0&\xb2u\x8ef\xcf\x11"),
    Beginning("video", "MPEG", b"\x00\x00\x01\xba"),
    Beginning("video", "MPEG", b"\x00\x00\x01\xb3"),
    Beginning("audio", "WAV", b"WAVE", 8),
    Beginning("audio", "MP3", b"ID3"),
    Beginning("audio", "MP3", b"\xff\xfb"),
    Beginning("audio", "MP3", b"\xff\xf3"),
    Beginning("audio", "AAC", b"\xff\xf1"),
    Beginning("audio", "AAC", b"\xff\xf9"),
    Beginning("audio", "Ogg", b"OggS"),
    Beginning("audio", "FLAC", b"fLaC"),
    Beginning("audio", "AMR", b"#!AMR"),
    Beginning("audio", "MIDI", b"MThd"),
    Beginning("archive", "ZIP, or an office file", b"PK\x03\x04"),
    Beginning("archive", "ZIP", b"PK\x05\x06"),
    Beginning("archive", "RAR", b"Rar!\x1a\x07"),
    Beginning("archive", "7z", b"7z\xbc\xaf'\x1c"),
    Beginning("archive", "gzip", b"\x1f\x8b"),
    Beginning("archive", "bzip2", b"BZh"),
    Beginning("archive", "xz", b"\xfd7zXZ\x00"),
    Beginning("archive", "zstd", b"(\xb5/\xfd"),
    Beginning("archive", "tar", b"ustar", 257),
    Beginning("archive", "cabinet", b"MSCF"),
    Beginning("document", "PDF", b"%PDF"),
    Beginning("document", "old office file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    Beginning("document", "RTF", b"{\\rtf"),
    Beginning("document", "PostScript", b"%!PS"),
    Beginning("program", "Windows", b"MZ"),
    Beginning("program", "ELF", b"\x7fELF"),
    Beginning("program", "Android or Java", b"\xca\xfe\xba\xbe"),
)
# Letters may begin a text by chance: with fewer bytes than these, the rest must be binary too.
LETTERS_ENOUGH = 4

DATA_ADDRESS = re.compile(r"data:\s*[a-z]+/[\w.+-]+[^,\s]{0,80},", re.IGNORECASE)
BASE64_RUN = re.compile(r"(?:[A-Za-z0-9+/_-]{20,}\s{0,2}){4,}={0,2}")
HEX_RUN = re.compile(r"(?:[0-9a-fA-F]{2}[\s:]{0,2}){60,}")
# Pasted binary arrives as replacement signs and control signs.
MOST_STRANGE_SHARE = 0.05
LONGEST_UNBROKEN = 400
# A laugh of 500 letters has five different ones; a packed file uses nearly all 64.
SIGNS_OF_BASE64 = 45
SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
MEDIA_WORDS: dict[str, Kind] = {"image": "image", "video": "video", "audio": "audio"}


def kind_of(content: bytes) -> Kind:
    """The kind of file that begins like this; "" for what may be a text."""
    head = content[:ENOUGH_BYTES]
    known = _known(head)
    if known:
        return known
    return "other" if _strange(head.decode("utf-8", "replace")) else ""


def _known(head: bytes) -> Kind:
    for one in BEGINNINGS:
        if head[one.at : one.at + len(one.magic)] == one.magic and _certain(one, head):
            return one.kind
    return "image" if SVG.search(head) else ""


def in_text(text: str) -> Kind:
    """The kind of file that was pasted into a text; "" when there is none."""
    address = DATA_ADDRESS.search(text)
    if address:
        family = address.group().split(":")[1].split("/")[0].strip().lower()
        return MEDIA_WORDS.get(family, "other")
    if SVG.search(text.encode("utf-8", "replace")):
        return "image"
    if _strange(text):
        return kind_of(text.encode("latin-1", "replace")) or "other"
    return _encoded(text)


def _encoded(text: str) -> Kind:
    for run in HEX_RUN.finditer(text):
        digits = re.sub(r"[^0-9a-fA-F]", "", run.group())
        kind = _known(bytes.fromhex(digits[: 2 * ENOUGH_BYTES]))
        if kind:
            return kind
    for run in BASE64_RUN.finditer(text):
        packed = re.sub(r"\s", "", run.group()).translate(str.maketrans("-_", "+/"))
        kind = _known(_unpacked(packed[:ENOUGH_BYTES]))
        if kind:
            return kind
        if len(packed) > LONGEST_UNBROKEN and len(set(packed)) >= SIGNS_OF_BASE64:
            return "other"
    return ""


def _unpacked(packed: str) -> bytes:
    whole = packed.rstrip("=")
    whole = whole[: len(whole) - len(whole) % 4]
    try:
        return base64.b64decode(whole, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _certain(one: Beginning, head: bytes) -> bool:
    """Short beginnings made of letters ("BM", "MZ", "ID3") need binary behind them."""
    if len(one.magic) >= LETTERS_ENOUGH or not one.magic.isascii() or b"\x1f" in one.magic:
        return True
    return any(byte < 9 or byte > 0xF4 for byte in head)


def _strange(text: str) -> bool:
    """Whether signs no keyboard types are many."""
    if not text:
        return False
    odd = sum(sign == "\ufffd" or (ord(sign) < 32 and sign not in "\t\n\r\f") for sign in text)
    return odd > max(2, len(text) * MOST_STRANGE_SHARE)
