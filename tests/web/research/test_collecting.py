"""The collector's mode: two people open it, one respondent at a time, and nothing is shown back."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from tests.web.research import targets

from jaga.errors import BadInput
from jaga.spreadsheet import as_xlsx
from jaga_web import vault
from jaga_web.research import actions, collecting_actions, queries
from jaga_web.research.models import Answer, Collection


class Sitting:
    """One respondent with a collector, as a browser without scripts sends it."""

    def __init__(self, client, collection):
        self.client, self.address = client, f"/research/collect/{collection.pk}/"
        self.page = client.get(self.address).content.decode()
        self.status = 200

    @property
    def asked(self) -> list[str]:
        return list(dict.fromkeys(re.findall(r'name="q\.([\w]+)"', self.page)))

    def answer(self, go="next", skip=(), **given):
        state = re.search(r'name="state" value="([^"]*)"', self.page)[1]
        data = {"state": state, "go": go} | {f"q.{name}": text for name, text in given.items()}
        response = self.client.post(
            self.address, data | {f"q.{name}.skip": "1" for name in skip}, follow=True
        )
        self.status, self.page = response.status_code, response.content.decode()
        return self


@pytest.fixture
def sitting(signed_in, organisation):
    return Sitting(signed_in("young_researcher"), targets.opened(organisation))


def begun(sitting, internet):
    sitting.answer(setuju="ya").answer(wilayah="kota")
    return sitting.answer(desa="kota_03", umur="16", jk="p", internet=internet)


def walked(sitting):
    """To the last page, with answers on the way."""
    begun(sitting, "ya")
    while "Semua sudah ditanyakan" not in sitting.page:
        sitting.answer(tahu="tidak", cerita=["teman"], tak_nyaman="lewat", skip=["jam"])
    return sitting


def test_consent_comes_first_and_cannot_be_passed_over(sitting):
    assert sitting.asked == ["setuju"]
    assert "q.setuju.skip" not in sitting.page
    assert sitting.answer(skip=["setuju"]).status == 400
    assert sitting.asked == ["setuju"]


def test_without_consent_nothing_is_kept_and_support_is_named(sitting):
    sitting.answer(setuju="tidak")
    assert "Tidak ada yang disimpan" in sitting.page
    assert "129" in sitting.page
    assert not Answer.objects.exists()


def test_whoever_stops_leaves_nothing_and_is_told_where_to_turn(sitting):
    sitting.answer(setuju="ya").answer(wilayah="kota").answer(go="stop")
    assert "Tidak ada yang disimpan" in sitting.page
    assert "SAPA 129. Gratis" in sitting.page
    assert not Answer.objects.exists()


def test_conditions_filters_and_constraints_hold_on_the_server(sitting):
    sitting.answer(setuju="ya").answer(wilayah="kota")
    assert "kota_03" in sitting.page
    assert "pinggir_01" not in sitting.page
    assert sitting.answer(desa="pinggir_01", umur="14", jk="x", internet="").status == 400
    assert "Hanya untuk umur 15 sampai 24." in sitting.page
    assert sitting.page.count('class="error"') == 4
    sitting.answer(desa="kota_03", umur="16", jk="p", internet="tidak")
    assert "tahu" in sitting.asked
    assert "jam" not in sitting.asked
    assert "tak_nyaman" not in sitting.asked


def test_what_was_sent_is_sealed_and_shown_to_nobody(sitting):
    walked(sitting)
    assert "Semua sudah ditanyakan" in sitting.page
    last = sitting.page
    sitting.answer()
    assert "Terima kasih" in sitting.page
    assert "kota_03" not in sitting.page
    assert '"skipped": ["jam"]' in Answer.objects.get().content
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM research_answer")
        assert b"kota_03" not in bytes(cursor.fetchone()[0])
    # The last page again, by the back button: still one row.
    sitting.page = last
    sitting.answer()
    assert Answer.objects.count() == 1


def test_going_back_and_changing_ones_mind_drops_what_no_longer_applies(sitting):
    begun(sitting, "ya").answer(jam="3").answer(go="back").answer(go="back")
    assert 'value="16"' in sitting.page
    sitting.answer(desa="kota_03", umur="16", jk="p", internet="tidak")
    while not Answer.objects.exists():
        sitting.answer()
    assert '"jam"' not in Answer.objects.get().content


def test_a_page_of_another_collector_is_worth_nothing(sitting, signed_in):
    walked(sitting)
    sitting.client = signed_in("young_researcher", name="another")
    sitting.answer()
    assert sitting.asked == ["setuju"]
    assert not Answer.objects.exists()


@pytest.mark.parametrize(("count", "told"), [(0, None), (4, None), (5, 5), (12, 10), (13, 15)])
def test_collectors_see_a_count_that_points_at_nobody(organisation, count, told):
    assert queries.sent(targets.filled(organisation, count)) == told


def test_whoever_asks_does_not_publish(organisation):
    collection = targets.asked(organisation)
    by = targets.somebody(organisation, "researcher")
    by.roles = ["researcher", "data_protection_officer"]
    by.save()
    with pytest.raises(PermissionDenied):
        collecting_actions.publish(collection=collection, by=by)


def made_of(organisation, *rows):
    """A questionnaire of these rows: type, name, label, relevant, required."""
    form = as_xlsx(
        {
            "survey": [("type", "name", "label", "relevant", "required"), *rows],
            "choices": [("list_name", "name", "label"), ("yt", "ya", "Ya"), ("yt", "tidak", "Tdk")],
            "settings": [("form_id", "version"), ("rekaan", "1")],
        }
    )
    by = targets.somebody(organisation, "researcher")
    return actions.add_questionnaire(title="", data=form, by=by), by


def test_a_form_that_does_not_protect_children_is_not_opened(organisation):
    made, by = made_of(organisation, ("text", "a", "Warna?", "", ""))
    with pytest.raises(BadInput, match="consent"):
        collecting_actions.ask(questionnaire=made, keep_until=targets.soon(), by=by)


@pytest.mark.parametrize("kind", ["image", "audio", "video", "file", "geopoint"])
def test_no_recording_is_ever_asked_for(organisation, kind):
    made, by = made_of(
        organisation,
        ("select_one yt", "setuju", "Apakah kamu bersedia?", "", "yes"),
        (kind, "a", "Sesuatu", "${setuju} = 'ya'", ""),
    )
    with pytest.raises(BadInput):
        collecting_actions.ask(questionnaire=made, keep_until=targets.soon(), by=by)


def test_erasing_destroys_the_answers_and_their_key(
    organisation, django_capture_on_commit_callbacks
):
    collection = targets.closed(organisation, 6)
    key = collection.key_id
    with django_capture_on_commit_callbacks(execute=True):
        collecting_actions.erase(
            collection=collection, by=targets.somebody(organisation, "researcher")
        )
    assert not Answer.objects.exists()
    assert not vault.has_key(key)
    assert Collection.objects.get().erased_at is not None


def test_answers_whose_day_has_come_are_erased_by_night(organisation):
    collection = targets.filled(organisation, 6)
    assert collecting_actions.erase_due(targets.soon()) == 0
    Collection.objects.update(keep_until="2020-01-01")
    assert collecting_actions.erase_due(targets.soon()) == 1
    assert not Answer.objects.exists()
    assert Collection.objects.get(pk=collection.pk).state == Collection.CLOSED
