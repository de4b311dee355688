"""Uploading questionnaires: what is found, what is refused, and what is never kept."""

import io
import zipfile

import pytest
from django.urls import reverse
from tests.web.research import targets

from jaga.spreadsheet import as_xlsx
from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.research import actions, files
from jaga_web.research.models import Questionnaire

ADD = "/research/add/"


def uploaded(client, data: bytes, name: str = "formulir.xlsx"):
    return client.post(ADD, {"document": targets.sent(data, name), "title": ""})


def packed(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def with_part(name: str) -> bytes:
    """The questionnaire with one more part inside."""
    buffer = io.BytesIO(targets.FORM)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, b"x")
    return buffer.getvalue()


def test_an_upload_is_read_and_its_findings_are_shown(signed_in):
    client = signed_in("researcher")
    faulty = as_xlsx(
        {
            "survey": [
                ("type", "name", "label", "relevant"),
                ("select_one yt", "setuju", "Bersedia?", ""),
                ("text", "a", "Warna?", "${setuju} = 'yes'"),
            ],
            "choices": [("list_name", "name", "label"), ("yt", "ya", "Ya"), ("yt", "tidak", "Tdk")],
            "settings": [("form_id", "version"), ("rekaan", "1")],
        }
    )
    response = uploaded(client, faulty)
    made = Questionnaire.objects.get()
    assert response.url == reverse("research:page", args=[made.pk])
    page = client.get(response.url).content.decode()
    assert "survey, baris 3, relevant" in page
    assert "&#x27;yes&#x27;" in page
    assert "temuan harus dibereskan" in page


def test_the_file_is_sealed_and_its_name_is_not_kept(signed_in):
    uploaded(signed_in("researcher"), targets.FORM, "penelitian-rahasia.xlsx")
    made = Questionnaire.objects.get()
    assert made.title == "Rasa aman di internet (rekaan)"
    stored = [str(value) for value in Questionnaire.objects.values_list().get()]
    assert not any("penelitian-rahasia" in value for value in stored)
    assert "research.questionnaire_added" in Event.objects.values_list("verb", flat=True)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n" + b"0" * 100,
        b"\xff\xd8\xff\xe0JFIF",
        b"%PDF-1.7\n",
        b"<svg onload=alert(1)>,</svg>",
        b"setuju,umur\nya,16\n",
        packed("a.csv", b"a,b\n1,2\n"),
        packed("a.jpg", b"\xff\xd8"),
        with_part("xl/media/image1.png"),
        with_part("xl/vbaProject.bin"),
        with_part("xl/embeddings/oleObject1.bin"),
        b"PK\x03\x04broken",
        b"x" * (files.MOST_BYTES + 1),
    ],
    ids=range(13),
)
def test_whatever_is_no_questionnaire_is_refused_with_words_and_nothing_is_kept(signed_in, data):
    keys = set(vault.names())
    response = uploaded(signed_in("researcher"), data)
    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()
    assert not Questionnaire.objects.exists()
    assert set(vault.names()) == keys


def test_other_roles_cannot_make_the_site_read_a_file(signed_in):
    assert uploaded(signed_in("caseworker"), targets.FORM).status_code == 403
    assert not Questionnaire.objects.exists()


def test_removing_destroys_the_key(organisation, django_capture_on_commit_callbacks):
    made = targets.questionnaire(organisation)
    by = targets.somebody(organisation, "researcher")
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_questionnaire(questionnaire=made, by=by)
    assert not vault.has_key(made.key_id)


def test_the_planner_answers_in_the_readers_numbers(signed_in):
    client = signed_in("researcher")
    typed = {"icc": "0,05", "per_cluster": "12,8", "clusters": "40", "response": "100"}
    page = client.get("/research/planner/", typed).content.decode()
    assert "512" in page
    assert "1,59" in page
    wrong = client.get("/research/planner/", {"icc": "banyak"})
    assert "Tulis ICC sebagai angka" in wrong.content.decode()
