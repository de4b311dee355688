"""A report is built from what was pasted, read and taken along; each leaves its event."""

import json

from tests.web.reports import made

from jaga_web.audit.models import Event
from jaga_web.reports.actions import Order, build
from jaga_web.reports.models import AnnualReport
from jaga_web.yearly.queries import figures_of

ORDER = {"year": "2031", "language": "id", "facts": made.FACTS, "narrative": made.NARRATIVE}


def _events(verb):
    return Event.objects.filter(verb=verb).count()


def test_an_officer_builds_and_the_director_reads_it(signed_in):
    assert signed_in("programme_officer").post("/annual/build/", ORDER).status_code == 302
    report = AnnualReport.objects.get()
    assert (report.shown, report.withheld, _events("annual.built")) == (1, 1, 1)
    director = signed_in("director")
    page = director.get(f"/annual/{report.pk}/").content.decode()
    assert '<article class="page-set" lang="id">' in page
    assert ">327\N{NO-BREAK SPACE}peringatan</a> ditinjau" in page
    assert "[ditahan]" in page
    assert page.count("<h1>") == 1
    for name in ("report.pdf", "report.html", "report.docx", "numbers.json", "brief.pdf"):
        answer = director.get(f"/annual/{report.pk}/{name}")
        assert answer["Content-Disposition"].startswith(f'attachment; filename="2031-{name}"')
    told = json.loads(director.get(f"/annual/{report.pk}/numbers.json").content)
    assert "value" not in told["facts"][1]
    assert _events("annual.downloaded") == 6
    assert director.get(f"/annual/{report.pk}/secret.txt").status_code == 404


def test_building_again_replaces_and_gives_the_same_files(organisation):
    first = {one.name: bytes(one.content) for one in made.report(organisation).files.all()}
    again = made.report(organisation)
    assert AnnualReport.objects.count() == 1
    assert {one.name: bytes(one.content) for one in again.files.all()} == first
    made.report(organisation, language="en")
    assert AnnualReport.objects.count() == 2


def test_without_facts_the_years_own_numbers_are_taken(organisation):
    order = Order(2031, "id", "", '[[challenge]]\nid = "Belum ada."\nen = "None yet."\n')
    report = build(order=order, by=made.builder(organisation))
    held = figures_of(made.builder(organisation), 2031)
    told = json.loads(bytes(report.files.get(name="numbers.json").content))
    assert [one["id"] for one in told["facts"]] == [one.fact.id for one in held.told]


def test_what_cannot_be_used_is_said_and_stays_in_the_form(signed_in):
    client = signed_in("researcher")
    for wrong, said in (
        ({"facts": "a,b\n1,2\n"}, "Kolom tidak dikenal"),
        ({"narrative": '[[challenge]]\nid = "Ada 9 anak."\nen = "x"\n'}, "angka yang diketik"),
        ({"year": "31"}, "empat angka"),
        ({"year": "dua ribu"}, "empat angka"),
    ):
        page = client.post("/annual/build/", ORDER | wrong).content.decode()
        assert said in page
        assert 'name="facts"' in page
    assert AnnualReport.objects.count() == 0
    assert _events("annual.built") == 0


def test_words_of_a_fact_never_become_markup(signed_in):
    facts = made.FACTS.replace("alerts that people reviewed", "<script>alert(1)</script>")
    signed_in("researcher").post("/annual/build/", ORDER | {"facts": facts})
    page = signed_in("director").get(f"/annual/{AnnualReport.objects.get().pk}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
