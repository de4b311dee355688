"""Reports in the words of somebody who had not read the lint, and the classes that they taught."""

import pytest
from tests.report_scores import NOTHING, score
from tests.stranger_reports import stranger_report

from jaga.evidence.consistency.model import invented
from jaga.evidence.numbers import numbers
from jaga.evidence.prose import check_report, paragraphs
from jaga.evidence.prose.ratios import RATIOS, ratios

FACTS = (
    invented(id="A1", value="65.1", unit="percent", n=63, kind="proportion", base="teachers",
             base_id="guru", measure="teachers who know the hotline", programme="Jejak Aman",
             measure_id="guru yang mengetahui saluran bantuan"),
    invented(id="A2", value="2400000000", unit="IDR", kind="amount", programme="Jejak Aman",
             measure="programme spending", measure_id="belanja kegiatan"),
    invented(id="A3", value="1168", unit="persons", kind="count", programme="Jejak Aman",
             measure="village officials trained on referral",
             measure_id="aparat desa yang dilatih tentang rujukan"),
    invented(id="A4", value="43", unit="hours", kind="duration", programme="Jejak Aman",
             measure="response time to a complaint", measure_id="waktu tanggap aduan"),
    invented(id="A5", value="39", unit="vehicles", kind="count", programme="Jejak Aman",
             measure="city buses with the hotline sticker"),
)  # fmt: skip


def found(text):
    """The findings on a text about these facts, sums that agree among them."""
    before = {(one.fact_id, one.kind) for one in check_report(FACTS, [])}
    every = [(one.fact_id, one.kind) for one in check_report(FACTS, [paragraphs(text)])]
    return sorted(one for one in every if one not in before)


@pytest.mark.parametrize("ratio", RATIOS, ids=lambda one: one.examples[0])
def test_each_share_in_words_has_its_own_bounds(ratio):
    assert ratio.low < ratio.high
    for words in ratio.examples:
        assert [one for _, _, one in ratios(f"Ada {words} guru")] == [ratio], words


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("Dua pertiga guru mengetahui saluran bantuan.", []),
        ("Nyaris semua guru mengetahui saluran bantuan.", [("A1", "contradiction")]),
        ("Of 63 teachers, a quarter know the hotline.", [("A1", "contradiction")]),
        ("Half of life is spent online, teachers who know the hotline say.", []),
        ("Dari 63 guru, 41 guru (65,1%) mengetahui saluran bantuan.", []),
        ("41 out of 63 teachers (65.1%) know the hotline.", []),
        ("Guru yang mengetahui saluran bantuan: 65,1% (dari total 96 guru).",
         [("A1", "contradiction")]),
        ("Belanja kegiatan Rp2,4 miliar.", []),
        ("Belanja kegiatan Rp2,4 juta.", [("A2", "contradiction")]),
        ("We trained 1 168 village officials on referral.", []),
        ("Village officials trained on referral: 1,186.", [("A3", "contradiction")]),
        ("Waktu tanggap aduan 43 hari.", [("A4", "contradiction")]),
        ("The hotline sticker is on 39 city buses.", []),
        ("Kami menerima 58 surat: 21 lewat pos, 20 lewat kurir, dan 17 diantar.",
         [("", "sum_ok")] + [("", "untied_number")] * 4),
        ("Kami menerima 59 surat: 21 lewat pos, 20 lewat kurir, dan 17 diantar.",
         [("", "sum_wrong")] + [("", "untied_number")] * 4),
        ("Di 3 desa: 21 di Rekaan, 20 di Contoh, dan 17 di Misal.", [("", "untied_number")] * 4),
        ("| Desa | Surat |\n|---|---:|\n| Rekaan | 21 |\n| Contoh | 20 |\n| Jumlah | 42 |",
         [("", "sum_wrong")] + [("", "untied_number")] * 3),
        ("| Desa | Surat |\n|---|---:|\n| Rekaan | 21 |\n| Contoh | |\n| Jumlah | 42 |",
         [("", "untied_number")] * 2),
        ("Aduan dibuka pukul 08.00–16.30, SK No. 188.45/212/2031, ISO 9001:2015, polisi 110.", []),
    ],
)  # fmt: skip
def test_what_such_sentences_show(text, findings):
    assert found(text) == sorted(findings)


def test_a_space_parts_thousands_but_no_year_from_a_count():
    assert [one.value for one in numbers("4 167 murid pada 2031 150 guru", "id")] == [
        "4167",
        "2031",
        "150",
    ]


def test_a_share_with_no_base_at_all_is_said_and_stops_nothing():
    bare = (invented(unit="percent", value="78.8", kind="proportion", measure="visitors"),)
    assert [one.kind for one in check_report(bare, [])] == ["no_base"]


def test_a_share_of_school_guards_is_of_people():
    guards = invented(unit="percent", value="1.1", kind="proportion", n=188, base="school guards",
                      measure="school guards without a number")  # fmt: skip
    assert "disclosive" in {one.kind for one in check_report((guards,), [])}


# Floors, below what was measured on other seeds (docs/reference/generated/prose-lint.md).
@pytest.mark.parametrize(("letter", "recall", "precision"), [
    ("a", 0.95, 0.95), ("b", 0.95, 0.95), ("c", 0.88, 0.7), ("d", 0.88, 0.68),
])  # fmt: skip
def test_planted_faults_in_a_strangers_words_are_found(letter, recall, precision):
    total = NOTHING
    for seed in range(700, 706):
        made = stranger_report(seed, letter, ("id", "en")[seed % 2])
        total += score(made, check_report(tuple(made.facts), [paragraphs(made.text)]))
    assert total.recall >= recall
    assert total.precision >= precision
