"""Whatever is released of some people, one table after the other, gives no withheld count back.

The reader here is written from the published files alone: the rules, every JSON file so far, and
that all of them count the same people, of whom more may have come from one file to the next. It
shares no code with the product's own audit.
"""

import json
from datetime import date, timedelta
from itertools import product

import scipy.optimize
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.property.test_disclosure import shown_range
from tests.releasing import PlainVault, counted, draft

from jaga.evidence.linked import protect_together
from jaga.evidence.publishing import as_json
from jaga.evidence.release_audit import check
from jaga.evidence.releases import Ledger, Signed, publish

AGES, SEXES, PLACES = ("12", "13", "15", "17"), ("girl", "boy"), ("Utara", "Timur", "Barat")
FINE, COARSE = ("12-14", "15-17"), ("12-13", "14-15", "16-17")
CATEGORIES = {"fine": FINE, "coarse": COARSE, "sex": SEXES, "place": PLACES}
# The tables that may be released: names of dimensions; two ways to divide ages.
TABLES = [
    ("fine", "sex"), ("coarse", "sex"), ("fine", "place"), ("sex", "place"), ("coarse",),
    ("fine", "sex", "place"), ("coarse", "sex", "place"),
]  # fmt: skip
PEOPLE = list(product(AGES, SEXES, PLACES))
people = st.lists(
    st.sampled_from(PEOPLE + PEOPLE[:6] * 4), min_size=5, max_size=90
)  # some kinds of people are many, most are few


def band(age, bands):
    return next(one for one in bands if one.split("-")[0] <= age <= one.split("-")[1])


CLASSES = {
    "fine": lambda person: band(person[0], FINE),
    "coarse": lambda person: band(person[0], COARSE),
    "sex": lambda person: person[1],
    "place": lambda person: person[2],
}


def table(names, people):
    """Both ways to divide ages are called age, as readers would call them."""
    whole = counted("-".join(names), {one: CATEGORIES[one] for one in names}, people, CLASSES)
    renamed = tuple(
        type(one)("age" if one.id in ("fine", "coarse") else one.id, one.title, one.categories)
        for one in whole.dimensions
    )
    return type(whole)(whole.id, whole.title, renamed, whole.counts)


def reader(files):
    """The unknowns, what is known of them, and the withheld cells, from published JSON."""
    days = sorted({one["about"]["as_of"] for one in files})
    unknowns = list(product(PEOPLE, range(len(days))))
    rows, ends, hidden = [], [], []
    for file in files:
        arrived = days.index(file["about"]["as_of"])
        for published in file["tables"]:
            dimensions = published["dimensions"]
            keys = product(*([c["id"] for c in one["categories"]] for one in dimensions))
            for key, count in zip(keys, published["cells"], strict=True):
                row = [
                    1.0 if day <= arrived and matches(person, dimensions, key) else 0.0
                    for person, day in unknowns
                ]
                if count is None:
                    hidden.append(row)
                else:
                    rows.append(row)
                    ends.append(shown_range(count))
    return rows, ends, hidden


def matches(person, dimensions, key):
    own = {"sex": person[1], "place": person[2]}
    return all(
        (name in own and own[name] == part)
        or (name == "age" and part.split("-")[0] <= person[0] <= part.split("-")[1])
        for name, part in zip([one["id"] for one in dimensions], key, strict=True)
    )


def ends_of(row, rows, ends):
    known = [*rows, *([-x for x in one] for one in rows)]
    limits = [*(high for _, high in ends), *(-low for low, _ in ends)]
    for sign in (1.0, -1.0):
        found = scipy.optimize.linprog(
            [sign * x for x in row], A_ub=known or None, b_ub=limits or None, method="highs"
        )
        assert found.status in (0, 3), "what was published cannot all be true"
        yield None if found.status == 3 else sign * found.fun


def nothing_is_given_back(files):
    rows, ends, hidden = reader(files)
    for row in hidden:
        low, high = ends_of(row, rows, ends)
        if high is not None:
            assert high >= 5 - 1e-6, "the reader is certain of a count below five"
            assert high - low >= 5 - 1e-6, "the reader knows the count too closely"


def released(ledger):
    lines = zip(ledger.releases, ledger.lines, strict=True)
    files = [json.loads(as_json(one, "0" * 64)) for one, _ in lines]
    for file in files:  # a table that is withheld as a whole tells nothing, and promises nothing
        file["tables"] = [t for t in file["tables"] if set(t["cells"]) != {None}]
    return files


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people, st.lists(people, min_size=0, max_size=2), st.permutations(TABLES))
def test_a_sequence_of_releases_gives_no_withheld_count_back(people, arrivals, order):
    ledger, day = Ledger(), date(2026, 7, 1)
    for number, names in enumerate(order[:4]):
        if number % 2 and number // 2 < len(arrivals):
            people = people + arrivals[number // 2]
            day += timedelta(days=30)
        new = draft(table(names, people), as_of=day)
        if check(ledger, new, PlainVault()).safe:
            ledger = publish(ledger, new, Signed("a", "b", day), vault=PlainVault())
    nothing_is_given_back(released(ledger))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people, st.permutations(TABLES))
def test_linked_tables_published_together_give_no_withheld_count_back(people, order):
    new = draft(*(table(names, people) for names in order[:3]))
    ledger = publish(
        Ledger(), new, Signed("a", "b", date(2026, 7, 1)), vault=PlainVault()
    )  # fmt: skip
    nothing_is_given_back(released(ledger))


@settings(max_examples=8, deadline=None)
@given(people, st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4), st.sampled_from(TABLES))
def test_a_few_more_people_are_never_published(people, few, names):
    ledger = publish(
        Ledger(), draft(table(names, people)), Signed("a", "b", date(2026, 7, 1)),
        vault=PlainVault(),
    )  # fmt: skip
    later = draft(table(names, people + few), as_of=date(2026, 8, 1))
    answer = check(ledger, later, PlainVault())
    differences = [one for one in answer.findings if one.kind == "difference"]
    assert differences
    assert all(one.earlier == (1,) and not one.exceptable for one in differences)
    assert "1" in differences[0].words.id
    assert check(ledger, draft(table(names, people)), PlainVault()).safe, "the same again is safe"


@settings(max_examples=8, deadline=None)
@given(people)
def test_three_dimensions_show_rounded_counts_and_true_zeros_alone(people):
    raw = table(("fine", "sex", "place"), people)
    (published,) = protect_together([raw])
    for cell, count in zip(published.cells, raw.counts, strict=True):
        assert cell is None or (cell % 5 == 0 and abs(cell - count) <= 2)
        assert cell is None or count == 0 or count >= 5
