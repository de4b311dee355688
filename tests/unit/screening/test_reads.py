"""Which rows of `payments` a question can use, told from its SQL."""

from dataclasses import replace

import pytest

from jaga.screening.indicators import INDICATORS
from jaga.screening.reads import payments_read
from jaga.screening.sql import faults

ANY = INDICATORS["repeated_adverts"]


def _read(sql):
    return payments_read(replace(ANY, sql=sql))


def test_a_scan_says_what_it_demands_of_a_payment():
    found = _read("select debtor as account, t as moment from payments where mcc = 7311")
    assert found == "((p.mcc = 7311))"


def test_scans_are_told_of_together():
    found = _read("""
        select debtor as account, t as moment from payments where mcc = 7311
        union all select q.debtor as account, q.t as moment from payments as q where q.rail = 4
    """)
    assert found == "((p.mcc = 7311)) or ((p.rail = 4))"


def test_what_is_demanded_of_another_table_is_left_out():
    found = _read("""
        select p.debtor as account, p.t as moment from payments as p
        join holders as h on h.account = p.debtor
        where p.mcc = 7311 and h.holder_kind = 1 and p.t > h.opened_day
    """)
    assert found == "((p.mcc = 7311))"


@pytest.mark.parametrize(
    "sql",
    [
        "select debtor as account, t as moment from payments",
        "select p.debtor as account, p.t as moment from payments as p, holders as h where mcc = 1",
        """select h.account, p.t as moment from holders as h
            left join payments as p on p.debtor = h.account where p.mcc is null""",
        """select debtor as account, t as moment from payments where mcc = 7311
            union all select debtor as account, t as moment from payments""",
        """select debtor as account, t as moment from payments
            where debtor in (select account from holders)""",
    ],
)
def test_any_row_where_it_is_not_plain(sql):
    assert _read(sql) == ""


def test_every_condition_is_house_sql():
    found = [payments_read(one) for one in INDICATORS.values()]
    assert [faults(f"select p.t from payments as p where {one}") for one in found if one]
    assert not any(faults(f"select p.t from payments as p where {one}") for one in found if one)
