"""The figures page: every count comes through the disclosure door."""

import csv
import io

import pytest
from tests.web.alerts import fabricate
from tests.web.alerts.conftest import taken_in  # noqa: F401

from jaga.evidence import disclosure
from jaga_web.alerts.models import Alert
from jaga_web.audit.models import Event
from jaga_web.releases import queries


def rows(count, typology="payer_many_receivers"):
    return [fabricate.alert(typology, f"akun {n}") for n in range(count)]


def test_small_counts_are_withheld_on_the_page_and_in_the_file(taken_in, signed_in):  # noqa: F811
    taken_in(rows(23) + rows(3, "child_extortion_burst"))
    client = signed_in("director")
    page = client.get("/figures/").content.decode()
    assert "ditahan" in page.split("Peringatan menurut tipologi dan jalur")[1]
    lines = list(csv.DictReader(io.StringIO(client.get("/figures/figures.csv").content.decode())))
    child = [line["count"] for line in lines if line["row"] == "child_extortion_burst"]
    assert child
    assert not {"1", "2", "3", "4", "23", "26"} & {line["count"] for line in lines}
    assert "ditahan" in child


def test_every_table_passes_the_door(taken_in, organisation, monkeypatch):  # noqa: F811
    taken_in(rows(12))
    passed = []

    def watched(table):
        passed.append(table.id)
        return disclosure.protect(table)

    monkeypatch.setattr(queries, "protect", watched)
    tables = queries.tables(organisation)
    assert passed == list(tables) == list(queries.TITLES)
    assert all(isinstance(table, disclosure.ProtectedTable) for table in tables.values())


def test_counts_are_of_one_organisation(taken_in, organisation, other_organisation):  # noqa: F811
    taken_in(rows(12))
    taken_in(rows(30), organisation=other_organisation)
    table = queries.tables(organisation)["alerts-by-outcome"]
    assert table.grand_total == 10


def test_a_proposal_is_not_a_decision_and_a_case_is_a_confirmed_alert(
    taken_in,  # noqa: F811
    organisation,
):
    taken_in(rows(30))
    numbers = list(Alert.objects.values_list("pk", flat=True))
    Alert.objects.filter(pk__in=numbers[:10]).update(state="decided_pending")
    Alert.objects.filter(pk__in=numbers[10:20]).update(state="handed_over")
    table = queries.tables(organisation)["alerts-by-decision"]
    assert dict(zip(table.columns, table.cells[0], strict=True)) == {
        "open": 20, "confirmed": 10, "refuted": 0, "inconclusive": 0,
    }  # fmt: skip


def test_months_are_months_in_wib_and_read_in_words(taken_in, signed_in):  # noqa: F811
    taken_in([fabricate.alert(subject=f"akun {n}", month=(2026, 8)) for n in range(8)])
    page = signed_in("director").get("/figures/").content.decode()
    assert "Agt 2026" in page or "Agu 2026" in page
    assert "Aug 2026" in signed_in("researcher", language="en").get("/figures/").content.decode()


def test_a_download_leaves_its_event(taken_in, signed_in):  # noqa: F811
    taken_in(rows(8))
    signed_in("researcher").get("/figures/figures.csv")
    assert Event.objects.filter(verb="figures.downloaded").count() == 1


def test_nothing_to_count_is_said_in_words(signed_in, organisation):
    page = signed_in("director").get("/figures/").content.decode()
    assert page.count("Belum ada peringatan yang dapat dihitung.") == 3


@pytest.mark.parametrize("role", ["director", "researcher", "programme_officer"])
def test_readers_of_figures_see_no_alert(taken_in, signed_in, role):  # noqa: F811
    run = taken_in(rows(8))
    assert signed_in(role).get(f"/alerts/{run.alerts.first().pk}/").status_code == 403
