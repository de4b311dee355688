"""The file without the children: groups only, of those who agreed, and every file is logged."""

import csv
import io
import zipfile

from tests.web.national import fabricate

from jaga_web.audit.models import Event
from jaga_web.cases.models import Conflict


def many(organisation, count, **fields):
    return [fabricate.case(organisation, **fields) for _n in range(count)]


def lines(client, form="csv"):
    answer = client.post("/national/export/", {"form": form})
    assert answer.status_code == 200
    return list(csv.reader(io.StringIO(answer.content.decode())))


def texts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def test_no_identifier_passes_into_either_file(organisation, signed_in):
    many(organisation, 9, identity={}, codes={"form": ["sexual"]})
    client = signed_in("registrar")
    told = "\n".join(",".join(line) for line in lines(client))
    told += texts(client.post("/national/export/", {"form": "xlsx"}).content)
    assert "Jawa Tengah" in told
    for value in [*fabricate.IDENTITY.values(), "UJI-0"]:
        assert value not in told
    for word in ("Ratih", "Rekaan", "Sumarni", "Contohsari", "SDN"):
        assert word not in told


def test_only_children_who_agreed_are_counted(organisation, signed_in):
    many(organisation, 10)
    many(organisation, 10, consent_reporting=False)
    many(organisation, 10, consent_reporting=None)
    assert [line[-1] for line in lines(signed_in("registrar"))[1:]] == ["10"]


def test_other_organisations_and_conflicts_stay_out(
    organisation, other_organisation, person, signed_in
):
    ours = many(organisation, 12)
    many(other_organisation, 40)
    by = person("registrar")
    for case in ours[:6]:
        Conflict.objects.create(case=case, person=by, reason_code="relative", by=by)
    assert [line[-1] for line in lines(signed_in("registrar"))[1:]] == ["5"]


def test_a_child_alone_in_a_province_is_not_in_the_file(organisation, signed_in):
    many(organisation, 20)
    fabricate.case(organisation, region="91")
    told = repr(lines(signed_in("registrar")))
    assert "Papua" not in told


def test_too_few_cases_are_said_in_words(organisation, signed_in):
    many(organisation, 4)
    answer = signed_in("registrar").post("/national/export/", {"form": "csv"}, follow=True)
    assert "kurang dari 5" in answer.content.decode()
    assert not Event.objects.filter(verb="national.exported").exists()


def test_a_file_leaves_its_event_with_counts_only(organisation, signed_in):
    many(organisation, 8)
    signed_in("supervisor").post("/national/export/", {"form": "xlsx"})
    event = Event.objects.get(verb="national.exported")
    assert event.detail == {"kind": "xlsx", "rows": 1}


def test_an_unknown_form_is_refused_with_a_sentence(organisation, signed_in):
    many(organisation, 8)
    answer = signed_in("registrar").post("/national/export/", {"form": "xml"}, follow=True)
    assert "Pilih bentuk berkasnya" in answer.content.decode()
