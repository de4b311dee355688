"""Code lists: every concept has its place in every scheme, on every day, or an explicit none."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaga.casework import codes
from jaga.errors import BadInput

# A busy machine is no fault of the code.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
LAST_DAY_OF_46_2023 = date(2026, 1, 8)
EVERY_CONCEPT = [f"{name}.{code}" for name in codes.lists() for code in codes.concepts(name)]


@CALM
@given(
    st.sampled_from(EVERY_CONCEPT),
    st.sampled_from(sorted(codes.schemes())),
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
)
def test_every_concept_has_a_place_or_an_explicit_none_in_every_scheme(name, scheme, day):
    found = codes.mapped(name, scheme, on=day)
    assert found
    for mapping in found:
        assert (mapping.code == "") == (mapping.exactness == "none")
    if len(found) > 1:
        assert all(mapping.code for mapping in found), "none stands alone"
        assert len({mapping.code for mapping in found}) == len(found)


@pytest.mark.parametrize("scheme", sorted(set(codes.schemes()) - {codes.OWN_SCHEME}))
def test_every_pair_is_written_down_and_not_left_to_chance(scheme):
    day = codes.schemes()[scheme].valid_from or date(2026, 6, 1)
    missing = [name for name in EVERY_CONCEPT if not codes.mapped(name, scheme, on=day)]
    assert missing == []


def test_mappings_name_only_what_exists():
    for row in codes.mappings():
        assert row.list in codes.lists(), row
        assert row.concept == codes.EVERY or row.concept in codes.concepts(row.list), row
        assert row.scheme in codes.schemes(), row
        assert not row.code or row.code in codes.scheme_codes(row.scheme), row
        assert row.exactness in get_args(codes.Exactness), row
        assert row.evidence in get_args(codes.Evidence), row


def test_days_of_one_mapping_do_not_overlap():
    spans = defaultdict(list)
    for row in codes.mappings():
        first = row.valid_from or date.min
        spans[row.list, row.concept, row.scheme, row.code].append((first, row.valid_to or date.max))
    for key, days in spans.items():
        for before, after in pairwise(sorted(days)):
            assert before[1] < after[0], key


def test_a_code_is_not_used_beyond_the_days_of_its_scheme():
    for row in codes.mappings():
        scheme = codes.schemes()[row.scheme]
        assert (row.valid_from or date.max) >= (scheme.valid_from or date.min), row
        assert (row.valid_to or date.min) <= (scheme.valid_to or date.max), row


def test_a_case_before_9_january_2026_keeps_the_code_of_46_2023():
    old, new = "permendikbudristek_46_2023", "permendikdasmen_6_2026"
    day = LAST_DAY_OF_46_2023
    [kept] = codes.mapped("form.sexual", old, on=day)
    assert (kept.code, kept.exactness) == ("sexual", "exact")
    [not_yet] = codes.mapped("form.physical", new, on=day)
    assert (not_yet.code, not_yet.note) == ("", codes.NOT_IN_FORCE)
    next_day = day + timedelta(days=1)
    [over] = codes.mapped("form.sexual", old, on=next_day)
    assert (over.code, over.note) == ("", codes.NOT_IN_FORCE)
    [begun] = codes.mapped("form.physical", new, on=next_day)
    assert (begun.code, begun.exactness) == ("physical_protection", "broader")


@pytest.mark.parametrize(
    ("name", "scheme", "code", "exactness"),
    [
        ("manifestation.online", "ecpat", "online", "exact"),
        ("manifestation.early_forced_marriage", "uu_tpks_4_1", "e", "broader"),
        ("place.online", "simfoni_place", "other", "broader"),
        ("age_band.6-11", "simfoni_age", "6-12", "broader"),
        # Twelve is in one band of the ministry's, thirteen in another: our band cannot tell.
        ("age_band.12-14", "simfoni_age", "", "none"),
        ("form.exploitation", "uu_tpks_4_1", "g", "narrower"),
        ("modus.grooming", "jaga", "grooming", "exact"),
        ("service.rehabilitation", "simfoni_service", "social_rehabilitation", "exact"),
        ("service.shelter", "simfoni_service", "", "none"),
        ("means.e_wallet", "simfoni_form", "", "none"),
    ],
)
def test_worked_mappings(name, scheme, code, exactness):
    [found] = codes.mapped(name, scheme, on=date(2026, 6, 1))
    assert (found.code, found.exactness) == (code, exactness)


@pytest.mark.parametrize(
    ("ask", "id_words", "en_words"),
    [
        (lambda: codes.concept("form.unheard"), "Pilih salah satu: physical", "has no code"),
        (lambda: codes.concepts("colour"), "Daftar kode colour", "Choose one of: manifestation"),
        (
            lambda: codes.mapped("form.other", "who", on=date(2026, 1, 1)),
            "Skema who",
            "There is no scheme",
        ),
        (lambda: codes.check("sex", ["f", "q"]), "Kode q tidak ada", "The list sex"),
    ],
)
def test_an_unknown_code_gives_a_sentence(ask, id_words, en_words):
    with pytest.raises(BadInput) as refused:
        ask()
    assert id_words in refused.value.say("id")
    assert en_words in refused.value.say("en")


def test_codes_are_named_once_and_in_the_order_chosen():
    assert codes.check("form", ["sexual", "neglect", "sexual"]) == ("sexual", "neglect")


def test_every_code_says_where_it_comes_from():
    ours = [code for name in codes.lists() for code in codes.concepts(name).values()]
    theirs = [code for name in codes.schemes() for code in codes.scheme_codes(name).values()]
    assert all(code.source and code.evidence in get_args(codes.Evidence) for code in ours + theirs)


def test_ecpat_has_five_manifestations_and_46_2023_its_six_forms_and_a_rest():
    assert len(codes.scheme_codes("ecpat")) == 5
    assert len(codes.scheme_codes("uu_tpks_4_1")) == 9
    assert len(codes.scheme_codes("uu_tpks_4_2")) == 10
    assert len(codes.scheme_codes("pp_78_2021")) == 15
    assert len(codes.scheme_codes("permendikbudristek_46_2023")) == 7
