"""The alert pages: what they show and what they never show."""

import csv
import io
import re

import pytest
from django.urls import reverse
from django.utils.html import escape
from tests.web.alerts import fabricate

from jaga.lookalikes import LOOK_ALIKES
from jaga_web.alerts import queries
from jaga_web.alerts.models import Alert, Decision, LookAlikeCheck, Snooze
from jaga_web.audit.models import Event


@pytest.fixture
def analyst(signed_in):
    return signed_in("finance_analyst")


def queue(client, **query):
    response = client.get(reverse("alerts:queue"), query)
    assert response.status_code == 200
    return response.context["found"].object_list, response.content.decode()


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 12),
        ({"outcome": "protection"}, 2),
        ({"role": "payer"}, 4),
        ({"typology": "facilitator_gather_split"}, 3),
        ({"month": "2026-09"}, 4),
        ({"month": "not a month"}, 12),
        ({"state": "confirmed"}, 0),
        ({"mine": "1"}, 0),
        ({"text": fabricate.token("akun 3").upper()}, 1),
        ({"text": "no such"}, 0),
    ],
)
def test_filters(analyst, taken_in, query, count):
    taken_in(fabricate.many(12))
    assert len(queue(analyst, **query)[0]) == count


def test_ranking_and_other_orders(analyst, taken_in):
    taken_in(fabricate.many(12))
    assert [a.rank for a in queue(analyst)[0]] == list(range(1, 13))
    scores = [a.score for a in queue(analyst, sort="score")[0]]
    assert scores == sorted(scores, reverse=True)


def test_counts_on_the_page_are_only_of_what_one_may_see(analyst, taken_in, other_organisation):
    taken_in([fabricate.alert()])
    taken_in(fabricate.many(7), organisation=other_organisation)
    page = queue(analyst)[1]
    assert "Semua (1)" in page
    assert "(7)" not in page
    assert "facilitator_gather_split" not in page


def test_a_plain_account_number_is_found_and_never_stands_in_an_address(analyst, taken_in):
    taken_in([fabricate.alert(subject="0011223344", keyed=False)])
    response = analyst.post(reverse("alerts:find"), {"text": "0011-2233-44"})
    assert "0011" not in response["Location"]
    assert len(analyst.get(response["Location"]).context["found"].object_list) == 1


@pytest.mark.parametrize("text", ["", "  ", "-- --"])
def test_a_search_for_nothing_shows_the_queue(analyst, alert, text):
    response = analyst.post(reverse("alerts:find"), {"text": text})
    assert response["Location"] == "/alerts/?"
    assert len(analyst.get(response["Location"]).context["found"].object_list) == 1


def test_an_alert_is_found_by_the_start_of_its_number(analyst, alert):
    response = analyst.post(reverse("alerts:find"), {"text": alert.alert_id[:8]})
    assert alert.alert_id[:8] in response["Location"]


def test_export_has_the_filters_and_only_keyed_tokens(analyst, taken_in):
    taken_in(fabricate.many(11) + [fabricate.alert(subject="0011223344", keyed=False)])
    Alert.objects.filter(rank=12).update(subject="0011223344")
    response = analyst.get(reverse("alerts:export"), {"role": "payer"})
    rows = list(csv.DictReader(io.StringIO(response.content.decode())))
    payers = queries.queue(response.wsgi_request.user, queries.Wanted(role="payer"))
    assert len(rows) == payers.count() > 1
    assert all(re.fullmatch(r"v1:[a-z2-7]{26}", row["subject"]) for row in rows[:-1])
    assert rows[-1]["subject"] == ""
    event = Event.objects.get(verb="alerts.exported")
    assert event.detail == {"rows": len(rows)}


def test_page_tells_reasons_in_the_readers_language(signed_in, alert):
    address = reverse("alerts:page", args=[alert.pk])
    page = signed_in("finance_analyst").get(address).content.decode()
    assert "Terukur 5 kali dalam 30 hari." in page
    assert "Riwayat akun terlalu pendek." in page.split("Yang belum dapat dijawab")[1]
    around = page.split("Yang menurunkan urutannya")[1]
    assert "Kebanyakan pembayaran terjadi siang." in around
    assert "(−6)" in around
    english = signed_in("supervisor", language="en").get(address).content.decode()
    assert "Measured 5 times in 30 days." in english
    assert "could not be told" in english


def test_page_shows_short_tokens_and_the_whole_one_on_hover(analyst, alert):
    page = analyst.get(reverse("alerts:page", args=[alert.pk])).content.decode()
    other = alert.evidence.first().creditor
    assert f'title="{other}">{other[:7]}…{other[-4:]}<' in page


def test_pictures_carry_words_and_no_style_attribute(analyst, alert):
    page = analyst.get(reverse("alerts:page", args=[alert.pk])).content.decode()
    drawing = re.search(r"<svg class=\"network network-wide.*?</svg>", page, re.S)[0]
    assert "style=" not in drawing
    assert 'role="img" aria-label="0 akun mengirim' in drawing
    assert drawing.count("tie-out") == 6
    assert re.search(r'<img class="timeline"[^>]+alt="Garis waktu: 0 pembayaran masuk dan 12', page)


def test_timeline_is_drawn_in_both_languages_and_widths(signed_in, alert):
    address = reverse("alerts:timeline", args=[alert.pk])
    wide = signed_in("finance_analyst").get(address)
    narrow = signed_in("finance_analyst").get(address, {"size": "narrow"})
    english = signed_in("supervisor", language="en").get(address).content.decode()
    assert wide["Content-Type"] == "image/svg+xml"
    assert "Okt" in wide.content.decode()
    assert "Oct" in english

    def width(response):
        return int(re.search(r'width="(\d+)"', response.content.decode())[1])

    assert width(narrow) < 360 < width(wide)


def test_protection_page_tells_not_to_contact_and_names_no_suspect(analyst, child_alert):
    page = analyst.get(reverse("alerts:page", args=[child_alert.pk])).content.decode()
    assert "jangan menghubungi nasabah" in page
    assert "Langkah pengamanan anak" in page
    assert not re.search(r"tersangka|pelaku|mencurigakan|kecurigaan", page, re.I)


def test_a_refused_form_keeps_what_was_typed(analyst, alert):
    typed = {"outcome": "confirmed", "reasons": "Lima penerima, semua malam hari."}
    response = analyst.post(reverse("alerts:propose", args=[alert.pk]), typed)
    page = response.content.decode()
    assert response.status_code == 400
    assert "Jawab dulu semua penjelasan wajar" in page
    assert typed["reasons"] in page
    assert not Decision.objects.exists()


def test_the_checklist_saves_answers_and_leaves_the_rest(analyst, alert):
    address = reverse("alerts:look_alikes", args=[alert.pk])
    page = analyst.get(reverse("alerts:page", args=[alert.pk])).content.decode()
    name = re.search(r'name="look:([a-z_]+)"', page)[1]
    analyst.post(address, {f"look:{name}": "ruled_out"})
    analyst.post(address, {f"look:{name}": "ruled_out"})
    assert LookAlikeCheck.objects.get().look_alike == name
    assert Event.objects.filter(verb="alerts.look_alike_checked").count() == 1


def test_the_checklist_says_what_to_check_and_keeps_what_was_found(analyst, alert):
    page = analyst.get(reverse("alerts:page", args=[alert.pk])).content.decode()
    names = re.findall(r'name="look:([a-z_]+)"', page)
    asked = [name for name in dict.fromkeys(names) if name in LOOK_ALIKES]
    assert asked
    assert all(escape(LOOK_ALIKES[name].check.id) in page for name in asked)
    found = "Anggota tetap, undian tiap bulan."
    answers = {f"look:{asked[0]}": "unclear", f"note:{asked[0]}": found}
    analyst.post(reverse("alerts:look_alikes", args=[alert.pk]), answers)
    check = LookAlikeCheck.objects.get()
    assert (check.verdict, check.note) == ("unclear", found)
    page = analyst.get(reverse("alerts:page", args=[alert.pk])).content.decode()
    assert found in page
    assert check.by.display_name in page


def test_a_finding_without_an_answer_is_refused_and_a_long_one_too(analyst, alert):
    address = reverse("alerts:look_alikes", args=[alert.pk])
    page = analyst.get(reverse("alerts:page", args=[alert.pk])).content.decode()
    name = re.search(r'name="look:([a-z_]+)"', page)[1]
    assert analyst.post(address, {f"note:{name}": "tanpa jawaban"}).status_code == 400
    long = {f"look:{name}": "unclear", f"note:{name}": "a" * 501}
    assert analyst.post(address, long).status_code == 400
    assert not LookAlikeCheck.objects.exists()


def test_the_maker_sees_no_button_to_approve(signed_in, person, alert):
    supervisor = signed_in("supervisor")
    form = {"outcome": "refuted", "reasons": "Arisan keluarga yang sudah diperiksa."}
    supervisor.post(reverse("alerts:propose", args=[alert.pk]), form)
    page = supervisor.get(reverse("alerts:page", args=[alert.pk])).content.decode()
    assert 'value="approve"' not in page
    decision = Decision.objects.get()
    answer = {"decision": decision.pk, "answer": "approve"}
    refused = supervisor.post(reverse("alerts:answer", args=[alert.pk]), answer)
    assert refused.status_code == 403
    other = signed_in("supervisor", name="penyelia-dua")
    assert other.post(reverse("alerts:answer", args=[alert.pk]), answer).status_code == 302
    alert.refresh_from_db()
    assert alert.state == "refuted"


@pytest.mark.parametrize("until", ["", "besok", "2020-01-01", "9999-12-31"])
def test_a_snooze_with_a_bad_date_is_refused_in_words(analyst, alert, until):
    form = {"what": f"typology:{alert.typology}", "until": until, "reason": "arisan keluarga besar"}
    response = analyst.post(reverse("alerts:snooze", args=[alert.pk]), form)
    assert response.status_code == 400
    assert "Pilih tanggal berakhir" in response.content.decode()
    assert not Snooze.objects.exists()
