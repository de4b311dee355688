"""Exports and estimates: what is kept apart, what the design makes of it, and what never leaves."""

import io
import json
import zipfile

import numpy as np
import pytest
from tests.web.research import targets

from jaga.errors import BadInput
from jaga.surveys.design import Drawing, draw
from jaga.surveys.estimate import Asked, Named, estimate
from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.research import actions, collecting_actions, invented, reading, table_actions
from jaga_web.research.estimating import Chosen
from jaga_web.research.models import Export, Table


@pytest.fixture
def researcher(organisation):
    return targets.somebody(organisation, "researcher")


def lines_of(table, group="Semua"):
    return {
        line["category"]["id"]: line
        for line in table.results["lines"]
        if line["group"]["id"] == group
    }


def test_not_asked_empty_and_refused_stay_apart(organisation):
    export = targets.export(organisation)
    responses = reading.responses_of_export(export, reading.answers_of(export))
    rows = invented.rows()
    willing = [row for row in rows if row["setuju"] == "ya"]
    online = [row for row in willing if row["internet"] == "ya"]
    found = responses.counts("tak_nyaman")
    assert found["not_asked"] == len(rows) - len(online)
    assert found["refused"] == sum(row["tak_nyaman"] == "lewat" for row in online)
    assert responses.counts("jam")["empty"] == sum(row["jam"] == "" for row in online)
    assert responses.counts("jam")["not_asked"] == len(rows) - len(online)
    assert "bobot" in responses.columns


def test_the_page_shows_bases_and_takes_a_design(signed_in, organisation):
    client, export = signed_in("researcher"), targets.export(organisation)
    address = f"/research/exports/{export.pk}/"
    page = client.get(address).content.decode()
    assert "Tidak ditanya" in page
    assert 'value="bobot"' in page
    # Who interviewed is no group to publish by.
    assert page.count('value="_submitted_by"') < page.count('value="wilayah"')
    response = client.post(address, targets.DESIGN)
    shown = client.get(response.url).content.decode()
    assert "Perempuan" in shown
    assert "deff" in shown
    chart = client.get(f"{response.url}chart.svg")
    assert b"<svg" in chart.content
    refused = client.post(address, {**targets.DESIGN, "weight": "jk"})
    assert refused.status_code == 400


def test_an_estimate_equals_the_core_on_the_same_rows(organisation):
    table = targets.table(organisation)
    rows = [row for row in invented.rows() if row["setuju"] == "ya"]
    design = draw(
        Drawing(
            rows=len(rows),
            weights=np.array([float(row["bobot"]) for row in rows]),
            strata=[row["wilayah"] for row in rows],
            units=([row["desa"] for row in rows],),
            populations=(np.array([float(row["banyak_desa"]) for row in rows]),),
        )
    )
    hit = np.array([row["tahu"] == "ya" for row in rows], dtype=float)
    asked = Asked("proportion", "drop", "korn-graubard")
    own = estimate(design, hit, asked, None, Named("tahu"))
    line = lines_of(table)["Ya"]
    assert (line["value"], line["se"], line["low"], line["high"], line["n"]) == pytest.approx(
        (own.value, own.se, own.low, own.high, own.n)
    )
    assert line["deff"] > 1
    assert line["df"] == 37


def with_few(count: int) -> bytes:
    """The export with `count` people of one sex in all, so that a group is small."""
    lines = invented.export_csv().decode().splitlines()
    head, body = lines[0], [line.split(",") for line in lines[1:]]
    place = head.split(",").index("jk")
    willing = [cells for cells in body if cells[0] == "ya"]
    for number, cells in enumerate(willing):
        cells[place] = "l" if number < count else "p"
    return "\n".join([head, *(",".join(cells) for cells in body)]).encode()


@pytest.mark.parametrize("count", [1, 4])
def test_what_few_people_said_is_not_stored(organisation, researcher, count):
    export = actions.add_export(
        questionnaire=targets.questionnaire(organisation), data=with_few(count),
        keep_until=targets.soon(), by=researcher,
    )  # fmt: skip
    by_sex = table_actions.estimate_export(
        export=export, chosen=Chosen(**targets.DESIGN), by=researcher
    )
    few = lines_of(by_sex, "Laki-laki")
    assert all(line["withheld"] and "n" not in line for line in few.values())
    sex = table_actions.estimate_export(export=export, chosen=Chosen(measure="jk"), by=researcher)
    # Of two answers, one told alone would tell the other.
    assert all(line["withheld"] for line in lines_of(sex).values())
    stored = json.dumps([by_sex.results, sex.results])
    assert '"value"' not in json.dumps(sex.results)
    assert f'"n": {count}' not in stored


def test_thin_groups_are_marked_as_the_field_does(organisation, researcher):
    collection = targets.closed(organisation, 40)
    table = table_actions.estimate_collection(
        collection=collection, chosen=Chosen(measure="tahu", domain="jk"), by=researcher
    )
    marks = {line["mark"] for line in table.results["lines"] if not line["withheld"]}
    assert "()" in marks
    assert all("value" not in line for line in table.results["lines"] if line.get("mark") == "*")


def test_answers_are_counted_only_once_no_more_can_come(organisation, researcher):
    collection = targets.filled(organisation, 30)
    with pytest.raises(BadInput, match="Close"):
        table_actions.estimate_collection(
            collection=collection, chosen=Chosen(measure="tahu"), by=researcher
        )


def test_a_collection_weighs_by_what_the_form_works_out(organisation, researcher):
    collection = targets.closed(organisation, 60)
    table = table_actions.estimate_collection(
        collection=collection, chosen=Chosen(measure="umur", weight="bobot"), by=researcher
    )
    line = table.results["lines"][0]
    assert 15 <= line["low"] <= line["value"] <= line["high"] <= 24


def test_the_page_of_a_collection_tells_no_exact_count(signed_in, organisation):
    collection = targets.closed(organisation, 33)
    page = signed_in("researcher").get(f"/research/collections/{collection.pk}/")
    text = page.content.decode()
    assert "33" not in text[text.index("<tbody>") : text.index("</tbody>")]
    assert "kota_0" not in text


def test_only_estimates_are_downloaded(signed_in, organisation):
    client, table = signed_in("researcher"), targets.table(organisation)
    address = f"/research/tables/{table.pk}/download/"
    csv = client.post(address, {"form": "csv"}).content.decode()
    assert csv.splitlines()[0].startswith("measure_id,measure")
    found = json.loads(client.post(address, {"form": "json"}).content)
    assert found["format"] == "jaga-estimates/1"
    for text in (csv, json.dumps(found)):
        assert "rekaan" not in text.replace(invented.FORM_ID, "")
        assert "kota_03" not in text
    verbs = list(Event.objects.values_list("verb", flat=True))
    assert verbs.count("research.table_downloaded") == 2


def test_rows_go_with_their_key_and_estimates_stay(
    organisation, researcher, django_capture_on_commit_callbacks
):
    table = targets.table(organisation)
    key = table.export.key_id
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase_export(export=table.export, by=researcher)
    assert not Export.objects.exists()
    assert not vault.has_key(key)
    kept = Table.objects.get()
    assert kept.export_id is None
    assert kept.results == table.results
    assert "research.export_erased" in Event.objects.values_list("verb", flat=True)


def test_rows_whose_day_has_come_are_erased_by_night(organisation):
    targets.export(organisation)
    assert actions.erase_due(targets.soon()) == 0
    Export.objects.update(keep_until="2020-01-01")
    assert actions.erase_due(targets.soon()) == 1
    assert not Export.objects.exists()


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("_dot_", "."), content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"nama,umur\nRekaan,16\n",
        b"KEY,SubmissionDate,FormVersion,setuju\nuuid:1,2026-10-01,versi-lain,ya\n",
        zipped(a_dot_csv=b"KEY,SubmissionDate\n", media_dot_jpg=b"\xff\xd8"),
        zipped(a_dot_csv=b"\xff\xd8\xff\xe0"),
        b"\x89PNG\r\n",
    ],
    ids=range(5),
)
def test_another_form_another_version_and_media_are_refused(signed_in, organisation, data):
    questionnaire = targets.questionnaire(organisation)
    keys = set(vault.names())
    response = signed_in("researcher").post(
        f"/research/{questionnaire.pk}/exports/add/",
        {"document": targets.sent(data, "ekspor.csv"), "keep_until": targets.soon().isoformat()},
    )
    assert response.status_code == 400
    assert not Export.objects.exists()
    assert set(vault.names()) == keys


def test_the_day_until_which_rows_are_kept_is_asked(signed_in, organisation):
    questionnaire = targets.questionnaire(organisation)
    response = signed_in("researcher").post(
        f"/research/{questionnaire.pk}/exports/add/",
        {"document": targets.sent(targets.EXPORT, "ekspor.csv")},
    )
    assert response.status_code == 400
    assert "sampai kapan" in response.content.decode()


def test_erasing_answers_keeps_the_estimates(organisation, researcher):
    collection = targets.closed(organisation, 30)
    table_actions.estimate_collection(
        collection=collection, chosen=Chosen(measure="tahu"), by=researcher
    )
    collecting_actions.erase(collection=collection, by=researcher)
    assert Table.objects.get().results["lines"]
    with pytest.raises(BadInput):
        table_actions.estimate_collection(
            collection=collection, chosen=Chosen(measure="tahu"), by=researcher
        )
