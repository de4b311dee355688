"""The door takes no file, in whatever clothing it comes."""

import base64
import logging
import random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.channel.visitor import Visitor

from jaga_web.channel.models import Report

NOISE = random.Random(5).randbytes(3000)
FILES = {
    "png": (b"\x89PNG\r\n\x1a\n" + NOISE, "gambar"),
    "jpeg": (b"\xff\xd8\xff\xe0" + NOISE, "gambar"),
    "gif": (b"GIF89a" + NOISE, "gambar"),
    "webp": (b"RIFF\x00\x00\x00\x00WEBP" + NOISE, "gambar"),
    "heic": (b"\x00\x00\x00\x18ftypheic" + NOISE, "gambar"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'></svg>" * 9, "gambar"),
    "mp4": (b"\x00\x00\x00\x18ftypisom" + NOISE, "video"),
    "webm": (b"\x1aE\xdf\xa3" + NOISE, "video"),
    "mp3": (b"ID3\x04\x00\x00" + NOISE, "suara"),
    "ogg": (b"OggS\x00" + NOISE, "suara"),
    "zip or office": (b"PK\x03\x04" + NOISE, "dokumen atau arsip"),
    "rar": (b"Rar!\x1a\x07\x00" + NOISE, "dokumen atau arsip"),
    "7z": (b"7z\xbc\xaf'\x1c" + NOISE, "dokumen atau arsip"),
    "gzip": (b"\x1f\x8b\x08" + NOISE, "dokumen atau arsip"),
    "old office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, "dokumen atau arsip"),
    "pdf": (b"%PDF-1.7\n" + NOISE, "dokumen atau arsip"),
    "unknown": (NOISE, "berkas"),
}


@pytest.fixture
def writing(organisation, settings, tmp_path):
    """Somebody on the writing page; files would land in `tmp_path`."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    return Visitor().to_writing()


def refused(visitor: Visitor, kind: str) -> None:
    assert visitor.page.status_code == 415
    assert f"Yang kamu kirim adalah {kind}." in visitor.text
    assert "Kamu tidak salah" in visitor.text
    assert "report.iwf.org.uk/id" in visitor.text
    assert 'href="https://report' not in visitor.text
    assert not Report.objects.exists()


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_refused_by_what_it_is_whatever_it_is_called(writing, tmp_path, caplog, name):
    caplog.set_level(logging.DEBUG)
    content, kind = FILES[name]
    sent = SimpleUploadedFile("catatan-uji.txt", content, content_type="text/plain")
    writing.send("kabar", words="Halo", foto=sent)
    refused(writing, kind)
    assert not any(tmp_path.iterdir())
    assert "catatan-uji" not in caplog.text


@pytest.mark.parametrize("name", ["png", "mp4", "pdf", "zip or office", "mp3"])
@pytest.mark.parametrize("field", ["words", "address"])
def test_a_file_pasted_as_text_is_refused(writing, name, field):
    content, kind = FILES[name]
    packed = base64.b64encode(content).decode()
    for text in (packed, base64.encodebytes(content).decode(), content.hex()):
        token = writing.token
        writing.page = writing.client.post("/lapor/kabar/", {"form": token, field: f"ini {text}"})
        refused(writing, kind)
        writing.to_writing()


def test_a_data_address_and_pasted_binary_are_refused(writing):
    writing.send("kabar", words="lihat data:image/png;base64,iVBORw0KGgo= ya, ini dari aku")
    refused(writing, "gambar")
    writing.to_writing().send("kabar", words=NOISE.decode("latin-1"))
    refused(writing, "berkas")


def test_a_bare_picture_without_a_form_is_refused(writing):
    writing.page = writing.client.post(
        "/lapor/kabar/", data=FILES["jpeg"][0], content_type="image/jpeg"
    )
    refused(writing, "gambar")


def test_a_large_file_is_broken_off_at_its_beginning(writing, tmp_path):
    big = SimpleUploadedFile("a.bin", b"\xff\xd8\xff\xe0" + b"0" * 5_000_000)
    writing.send("kabar", foto=big)
    refused(writing, "gambar")
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words",
    [
        "Aku takut pulang ke rumah. Tolong aku, aku tidak tahu harus bagaimana lagi. " * 20,
        "wkwk" * 300,
        "hu" * 400,
        "PK itu singkatan sekolahku, BM nama grup, MZ juga. Tolong ya, aku bingung sekali.",
        "https://contoh.invalid/" + "a1B2c3" * 30,
        "😢😢😢 tolong 😢",
        "0812 0000 0000 " * 30,
        "سلام، ini UJI dengan huruf lain, cukup panjang supaya ikut diperiksa di sini.",
    ],
)
def test_what_people_write_is_no_file(writing, words):
    writing.send("kabar", words=words, help_wanted=["listen"])
    assert writing.page.status_code == 200
