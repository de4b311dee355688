"""What leaves about cases: no identifier, no group below five, nothing finer than agreed."""

import random
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaga.casework.sharing import (
    ALL,
    COLUMNS,
    MOST_LEFT_OUT,
    NAMES,
    SEVERAL,
    UNKNOWN,
    Shared,
    one_code,
    share,
)
from jaga.errors import Refused
from jaga.evidence.disclosure import PUBLISH_FROM, ROUND_TO

# A busy machine is no fault of the code.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
PERSONAL = {
    "name": "Ratih Rekaan",
    "mother": "Sumarni Rekaan",
    "caregivers": "Ibu Sumarni Rekaan",
    "school": "SDN Contoh 3",
    "village": "Desa Contoh",
    "phone": "081200000000",
    "address": "Jalan Rekaan 7",
    "nik": "3300000000000000",
    "number": "JGA-2026-000001",
}


def case(**changes):
    made = {
        "opened": "2026-03", "province": "33", "age_band": "12-14", "sex": "f",
        "manifestation": "online", "form": "sexual", "source": "report", "risk": "high",
        "status": "closed", "verified": "verified", "closing": "goals_reached",
    }  # fmt: skip
    return {**made, **PERSONAL, **changes}


def told(shared: Shared) -> str:
    return repr(shared.lines)


def test_no_identifier_passes_beside_the_columns_or_in_them():
    """SPPA art. 19: parents' names, school, village and telephone are identifiers too."""
    misplaced = [
        case(**{column: value}) for column in NAMES for value in PERSONAL.values() for _ in range(6)
    ]
    text = told(share(misplaced + [case()] * 40))
    for value in PERSONAL.values():
        for word in [value, *value.split()]:
            assert len(word) == 1 or word not in text


def test_nothing_is_finer_than_a_month_a_province_and_an_age_band():
    fine = [case(opened="2026-03-17", province="33.74", age_band="13")] * 8
    [(line, count)] = share(fine).lines
    assert dict(zip(NAMES, line, strict=True)) | {"n": count} == {
        "opened": UNKNOWN, "province": UNKNOWN, "age_band": UNKNOWN, "sex": "f",
        "manifestation": "online", "form": "sexual", "source": "report", "risk": "high",
        "status": "closed", "verified": "verified", "closing": "goals_reached", "n": 10,
    }  # fmt: skip


def test_too_few_cases_make_no_file():
    with pytest.raises(Refused, match="Fewer than 5"):
        share([case()] * (PUBLISH_FROM - 1))
    assert share([case()] * PUBLISH_FROM).lines


def test_a_lone_case_makes_its_column_coarser_or_leaves():
    shared = share([case()] * 8 + [case(province="91")] * 8 + [case(opened="2026-01")] * 2)
    months = {line[0] for line, _count in shared.lines}
    assert months == {"2026-Q1"}
    assert shared.coarse["opened"] == 1
    assert shared.coarse["province"] == 0


def test_one_code_of_a_list_and_several():
    assert one_code([]) == UNKNOWN
    assert one_code(["sexual", "sexual"]) == "sexual"
    assert one_code(["sexual", "neglect"]) == SEVERAL


CASES = st.builds(
    case,
    opened=st.sampled_from(["2026-01", "2026-02", "2026-07", "2027-01", "", "x"]),
    province=st.sampled_from(["31", "33", "73", ""]),
    age_band=st.sampled_from(["0-5", "6-11", "12-14", "15-17", "18+", "unknown"]),
    sex=st.sampled_from(["f", "m", "x", "unknown"]),
    form=st.sampled_from(["sexual", "neglect", SEVERAL]),
    risk=st.sampled_from(["low", "medium", "high", ""]),
)


@settings(CALM, max_examples=60)
@given(st.lists(CASES, min_size=PUBLISH_FROM, max_size=120))
def test_no_table_from_the_file_tells_of_one_to_four(cases):
    """Any crossing of any columns adds up groups that are all large enough."""
    shared = share(cases)
    assert shared.lines
    for width in (1, 2, len(NAMES)):
        for places in combinations(range(len(NAMES)), width):
            cells = Counter()
            for line, count in shared.lines:
                cells[tuple(line[place] for place in places)] += count
            assert all(cell >= ROUND_TO and cell % ROUND_TO == 0 for cell in cells.values())


@settings(CALM, max_examples=60)
@given(st.lists(CASES, min_size=PUBLISH_FROM, max_size=120))
def test_every_value_is_one_the_columns_know_at_their_coarseness(cases):
    shared = share(cases)
    for line, _count in shared.lines:
        for column, value in zip(COLUMNS, line, strict=True):
            if shared.coarse[column.id] == len(column.coarser):
                assert value == ALL
            elif shared.coarse[column.id] == 0:
                assert value == UNKNOWN or column.known(value)


def test_little_is_left_out_of_many():
    draw = random.Random(4)
    many = [
        case(
            opened=f"2026-{draw.randint(1, 12):02}",
            province=draw.choice(["31", "32", "33"]),
            sex=draw.choice("fm"),
        )
        for _ in range(600)
    ]
    shared = share(many)
    told_of = sum(count for _line, count in shared.lines)
    assert told_of >= 600 * (1 - MOST_LEFT_OUT) - 2.5 * len(shared.lines)


def test_the_order_of_the_cases_tells_nothing():
    cases = [case(sex=sex) for sex in "fm" for _ in range(9)]
    assert share(cases) == share(cases[::-1])
