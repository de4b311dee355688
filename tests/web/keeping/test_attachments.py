"""Documents of a case: two kinds, one door, sealed, and every look is written down."""

import io
import os
import tempfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from tests.unit.casework.pdfs import pdf, stream

from jaga.casework.documents import MOST_BYTES
from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.cases import actions as cases
from jaga_web.keeping import actions
from jaga_web.keeping.models import Attachment

WORDS = "Surat pengantar rekaan untuk UJI."
IMAGE = pdf({7: stream(bytes(3), b"/Subtype /Image")})


def send(client, case, data: bytes, title: str = "Surat pengantar", name: str = "nama-anak.txt"):
    form = {"title": title, "document": SimpleUploadedFile(name, data)}
    return client.post(reverse("keeping:attach", args=[case.pk]), form)


@pytest.fixture
def client_of(case, signed_in):
    return signed_in("caseworker", name="pekerja")


@pytest.mark.parametrize("data", [WORDS.encode(), pdf()], ids=["text", "pdf"])
def test_a_document_comes_back_byte_for_byte_and_never_opens_in_the_browser(case, client_of, data):
    assert send(client_of, case, data).status_code == 302
    row = Attachment.objects.get()
    answer = client_of.post(reverse("keeping:attachment", args=[row.pk]))
    assert answer.content == data
    assert answer["Content-Disposition"].startswith('attachment; filename="lampiran-')
    assert "nama-anak" not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store"


def test_every_look_is_written_down(case, client_of):
    send(client_of, case, WORDS.encode())
    address = reverse("keeping:attachment", args=[Attachment.objects.get().pk])
    for _ in range(3):
        client_of.post(address)
    assert Event.objects.filter(verb="keeping.attachment_opened").count() == 3


def test_neither_words_nor_the_files_name_are_stored_in_plain(case, client_of):
    send(client_of, case, WORDS.encode(), title="Surat rekaan")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM keeping_attachment")
        stored = b"".join(bytes(v) for v in cursor.fetchone() if isinstance(v, bytes | memoryview))
    for plain in (WORDS, "Surat rekaan", "nama-anak"):
        assert plain.encode() not in stored


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (IMAGE, "memuat gambar"),
        (b"\x89PNG\r\n\x1a\n", "Hanya teks biasa"),
        (b"PK\x03\x04", "Hanya teks biasa"),
        (b"", "Pilih berkasnya"),
        (b"x" * (MOST_BYTES + 1), "terlalu besar"),
        (b"kata " * 300_000, "terlalu besar"),
    ],
    ids=["image in a PDF", "image", "archive", "nothing", "too large", "too much text"],
)
def test_all_else_is_refused_with_a_sentence_whatever_its_name(case, client_of, data, words):
    answer = send(client_of, case, data, name="surat.pdf")
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert not Attachment.objects.exists()


def test_no_byte_of_a_file_touches_the_disk(case, client_of, monkeypatch, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    opened = []
    real = os.open
    monkeypatch.setattr(os, "open", lambda p, *a, **k: opened.append(str(p)) or real(p, *a, **k))
    for name in ("NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, lambda *a, **k: pytest.fail("a temporary file"))
    assert send(client_of, case, pdf({7: b"(" + b"x" * 60_000 + b")"})).status_code == 302
    assert not list(tmp_path.iterdir())
    assert not [path for path in opened if path.startswith(tempfile.gettempdir() + os.sep + "tmp")]


def test_a_far_too_large_form_is_not_even_read(case, client_of):
    class Endless(io.RawIOBase):
        def read(self, _size=-1):
            raise AssertionError("the body was read")

    address = reverse("keeping:attach", args=[case.pk])
    answer = client_of.generic(
        "POST",
        address,
        b"",
        content_type="multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": str(10**9), "wsgi.input": Endless()},
    )
    assert answer.status_code == 400


def test_two_files_or_another_field_are_refused(case, client_of):
    address = reverse("keeping:attach", args=[case.pk])
    one, two = (SimpleUploadedFile(f"{n}.txt", b"surat") for n in "ab")
    assert client_of.post(address, {"document": [one, two], "title": "x"}).status_code == 400
    other = SimpleUploadedFile("c.txt", b"surat")
    assert client_of.post(address, {"photo": other, "title": "x"}).status_code == 400
    assert not Attachment.objects.exists()


def test_the_door_is_open_at_its_own_address_alone(case, client_of):
    form = {"document": SimpleUploadedFile("a.txt", b"surat")}
    for name in ("keeping:request", "keeping:postpone", "cases:assign"):
        assert client_of.post(reverse(name, args=[case.pk]), form).status_code == 400


def test_a_person_without_the_permission_sends_into_the_void(case, signed_in, client):
    for someone in (client, signed_in("director")):
        answer = send(someone, case, WORDS.encode())
        assert answer.status_code in (302, 403)
    assert not Attachment.objects.exists()


def test_the_limits_of_a_case(case, client_of, worker, supervisor, monkeypatch):
    monkeypatch.setattr(actions, "MOST_ATTACHMENTS", 1)
    assert send(client_of, case, b"surat", title=" ").status_code == 400
    assert send(client_of, case, b"surat").status_code == 302
    assert b"sudah memiliki" in send(client_of, case, b"surat").content
    cases.Case.objects.filter(pk=case.pk).update(status="closed")
    assert b"sudah ditutup" in send(client_of, case, b"surat").content


def test_after_the_key_is_gone_it_says_so(case, client_of):
    send(client_of, case, WORDS.encode())
    row = Attachment.objects.get()
    vault.destroy(case.key_id)
    page = client_of.get(reverse("keeping:case", args=[case.pk]))
    assert page.status_code == 200
    assert vault.ERASED in page.content.decode()
    answer = client_of.post(reverse("keeping:attachment", args=[row.pk]), follow=True)
    assert "sudah dihapus untuk selamanya" in answer.content.decode()
    assert send(client_of, case, WORDS.encode()).status_code == 400
