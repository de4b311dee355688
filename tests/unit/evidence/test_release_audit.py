"""What the audit of releases refuses, with its reason, and what it lets pass. All is invented."""

from datetime import date

import pytest
from tests.releasing import PlainVault, cube, draft

from jaga.errors import BadInput, Refused
from jaga.evidence.release_audit import audit, check
from jaga.evidence.releases import (
    Ledger,
    Signed,
    Waiver,
    publish,
    read_ledger,
    true_counts,
    withdraw,
)

VAULT = PlainVault()
AGES = ("12-14", "15-17", "18-20")
DAY = date(2026, 7, 1)


def released(*drafts, ledger=None):
    ledger = ledger or Ledger()
    for one in drafts:
        ledger = publish(ledger, one, Signed("Ani", "Budi", DAY), vault=VAULT)
    return ledger


def by_age(*counts, name="umur", ages=AGES, **more):
    return draft(cube(name, {"age": ages}, counts), **more)


def kinds(ledger, new):
    return {one.kind for one in check(ledger, new, VAULT).findings}


def test_the_same_table_a_month_later_with_two_more_is_refused_by_the_name_of_the_earlier():
    ledger = released(by_age(20, 30, 40))
    answer = check(ledger, by_age(22, 30, 40, as_of=date(2026, 8, 1)), VAULT)
    with pytest.raises(Refused, match="Release 1 .* leaves one to four") as refused:
        answer.refuse_unless()
    assert "Terbitan 1" in refused.value.say("id")
    assert refused.value.exit_code == 5


@pytest.mark.parametrize("grown", [20, 25, 60])
def test_the_same_or_five_more_is_published(grown):
    ledger = released(by_age(20, 30, 40))
    assert not kinds(ledger, by_age(grown, 30, 40, as_of=date(2026, 8, 1)))


def test_ages_cut_elsewhere_are_subtracted_all_the_same():
    ledger = released(by_age(20, 30, 40))
    wider = by_age(53, 37, ages=("12-17", "18-20"))
    assert kinds(ledger, wider) == {"difference"}
    assert not kinds(ledger, by_age(50, 40, ages=("12-17", "18-20")))


def test_a_longer_period_with_few_more_is_refused():
    ledger = released(by_age(20, 30, 40))
    assert kinds(ledger, by_age(20, 33, 40, last=date(2026, 7, 31))) == {"difference"}
    assert not kinds(ledger, by_age(20, 33, 40, first=date(2026, 7, 1), last=date(2026, 7, 31)))


def test_other_people_are_not_compared():
    ledger = released(by_age(20, 30, 40))
    answer = check(ledger, by_age(22, 30, 40, population="unit lain rekaan"), VAULT)
    assert answer.safe
    assert answer.compared == ()


def test_words_that_differ_in_case_and_spaces_name_the_same_people():
    ledger = released(by_age(20, 30, 40))
    assert kinds(ledger, by_age(22, 30, 40, population="Unit  Rekaan")) == {"difference"}


def test_a_partner_published_later_is_known_too_closely_and_may_be_excepted():
    ledger = released(by_age(3, 9, 30))
    later = draft(cube("tempat", {"age": ("15-17",), "place": ("Utara",)}, [9]))
    answer = check(ledger, later, VAULT)
    assert [(one.kind, one.exceptable) for one in answer.findings] == [("narrow", True)]
    answer.refuse_unless(one.id for one in answer.findings)
    with pytest.raises(Refused):
        answer.refuse_unless()


def test_what_tells_of_few_children_is_never_excepted_and_what_tells_of_things_may_be():
    children = check(released(by_age(20, 30, 40)), by_age(22, 30, 40), VAULT)
    with pytest.raises(Refused):
        children.refuse_unless(one.id for one in children.findings)
    things = check(
        released(by_age(20, 30, 40, unit="schools")), by_age(22, 30, 40, unit="schools"), VAULT
    )
    things.refuse_unless(one.id for one in things.findings)
    # Children released before do not become things by a word in the second form.
    mixed = check(released(by_age(20, 30, 40)), by_age(22, 30, 40, unit="schools"), VAULT)
    with pytest.raises(Refused):
        mixed.refuse_unless(one.id for one in mixed.findings)


def test_a_ledger_is_attacked_without_its_key():
    first = by_age(3, 9, 30)
    second = draft(cube("tempat", {"age": ("15-17",), "place": ("Utara",)}, [9]))
    assert audit(released(first)).safe
    answer = audit(released(first, second))
    assert [one.kind for one in answer.findings] == ["narrow"]


def test_without_the_key_nothing_is_published():
    class Lost(PlainVault):
        def unseal(self, sealed, purpose):
            raise ValueError

    ledger = released(by_age(20, 30, 40))
    found = check(ledger, by_age(20, 30, 40), Lost()).findings
    assert [one.kind for one in found] == ["unreadable"]


def test_a_withdrawn_release_still_counts():
    ledger = withdraw(released(by_age(20, 30, 40)), 1, "Salah hitung.", by="Ani", on=DAY)
    assert kinds(ledger, by_age(22, 30, 40)) == {"difference"}
    assert read_ledger(ledger.lines) == ledger


def test_the_ledger_reads_back_and_tells_no_small_count():
    waiver = Waiver("narrow-1", "alasan rekaan", "risiko rekaan")
    ledger = publish(
        Ledger(), by_age(3, 9, 30), Signed("Ani", "Budi", DAY), vault=VAULT,
        exceptions=[waiver],
    )  # fmt: skip
    assert read_ledger(ledger.text().splitlines()) == ledger
    assert '"cells":[null,null,30]' in ledger.text()
    assert true_counts(ledger, ledger.releases[0], VAULT) == ((3, 9, 30),)


@pytest.mark.parametrize("spoil", [
    lambda lines: lines[1:],
    lambda lines: [lines[1], lines[0]],
    lambda lines: [lines[0].replace("30", "35"), *lines[1:]],
    lambda lines: ["not json", *lines[1:]],
])  # fmt: skip
def test_a_ledger_that_was_touched_is_not_used(spoil):
    lines = list(released(by_age(20, 30, 40), by_age(50, 60, 70, measure="reports")).lines)
    with pytest.raises(BadInput, match="ledger"):
        read_ledger(spoil(lines))


@pytest.mark.parametrize("second", ["", "ani", " Ani "])
def test_one_person_is_not_two(second):
    with pytest.raises(BadInput, match="two different people"):
        publish(Ledger(), by_age(20, 30, 40), Signed("Ani", second, DAY), vault=VAULT)
