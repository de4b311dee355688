"""House SQL: each allowed node answers as written down here, and everything else is refused.

The table stands for every engine: one that answers differently is not one that Jaga runs on.
"""

import pytest
import sqlglot

from jaga.screening import sql as house
from jaga.screening.engines.duckdb import DuckDBEngine

PAYMENTS = [
    # payment, t, debtor, amount; an amount of None is unknown
    (1, 100, 7, 10),
    (2, 200, 7, None),
    (3, 300, 7, 30),
    (4, 300, 7, 5),
    (5, 400, 8, -7),
]
ACCOUNTS = [(7, 2009), (8, None)]
BIG = 9_223_372_036_854_775_807

ANSWERED = {
    # name: (house SQL, its answer in order)
    "columns and a table": ("select payment, amount from p where debtor = 8", [(5, -7)]),
    "star": ("select * from a where account = 7", [(7, 2009)]),
    "an alias and a subquery": (
        "select s.twice from (select amount * 2 as twice from p) as s where s.twice > 20", [(60,)],
    ),
    "a table by its step": (
        "with s as (select debtor from p where amount < 0) select debtor from s", [(8,)],
    ),
    "whole numbers to the largest": (f"select {BIG} as n", [(BIG,)]),
    "a number below zero": ("select -payment as n from p where payment = 3", [(-3,)]),
    "true, false and neither": (
        "select case when true then 1 else 0 end as yes, case when false then 1 else 0 end as no, "
        "case when null then 1 else 0 end as neither", [(1, 0, 0)],
    ),
    "plus, minus, times": ("select (2 + 3) * 4 - 1 as n", [(19,)]),
    "what is left keeps the sign of the first": (
        "select 7 % 3 as a, -7 % 3 as b, 7 % -3 as c", [(1, -1, 1)],
    ),
    "division without rest": (
        "select payment, cast((t - t % 300) / 300 as bigint) as n from p where debtor = 7",
        [(1, 0), (2, 0), (3, 1), (4, 1)],
    ),
    "arithmetic with the unknown is unknown": (
        "select amount + 1 as a, amount * 0 as b, -amount as c from p where payment = 2",
        [(None, None, None)],
    ),
    "comparisons": (
        "select payment from p where amount = 10 or amount >= 30 or amount < 0", [(1,), (3,), (5,)],
    ),
    "comparisons the other way": (
        "select payment from p where amount <> 10 and amount <= 30 and amount > 0", [(3,), (4,)],
    ),
    "the unknown is not unequal": ("select payment from p where amount <> 10 and debtor = 7",
                                   [(3,), (4,)]),
    "not of the unknown is unknown": ("select payment from p where not amount > 6",
                                      [(4,), (5,)]),
    "or sees past the unknown": ("select payment from p where amount > 99 or t = 200", [(2,)]),
    "between holds both ends": ("select payment from p where amount between 5 and 10",
                                [(1,), (4,)]),
    "in a list": ("select payment from p where amount in (10, 30)", [(1,), (3,)]),
    "in an answer": (
        "select payment from p where debtor in (select account from a where year is null)", [(5,)],
    ),
    "not in a list leaves the unknown out": (
        "select payment from p where amount not in (10, 30)", [(4,), (5,)],
    ),
    "is null and is not null": (
        "select payment, case when amount is not null then 1 else 0 end as told from p "
        "where amount is null or payment = 1", [(1, 1), (2, 0)],
    ),
    "the first case that fits": (
        "select payment, case when amount > 20 then 2 when amount > 6 then 1 else 0 end as band "
        "from p", [(1, 1), (2, 0), (3, 2), (4, 0), (5, 0)],
    ),
    "no case and no else is unknown": ("select case when 1 = 2 then 1 end as n", [(None,)]),
    "the first that is known": (
        "select payment, coalesce(amount, -1) as n from p where t = 200", [(2, -1)],
    ),
    "count of rows, of values, of different values": (
        "select count(*) as a, count(amount) as b, count(distinct debtor) as c from p",
        [(5, 4, 2)],
    ),
    "sum, least and most leave the unknown out": (
        "select sum(amount) as a, min(amount) as b, max(amount) as c from p", [(38, -7, 30)],
    ),
    "nothing counts zero and sums to unknown": (
        "select count(*) as a, sum(amount) as b from p where 1 = 2", [(0, None)],
    ),
    "sum of the unknown alone is unknown": ("select sum(amount) as n from p where payment = 2",
                                            [(None,)]),
    "groups and having": (
        "select debtor, count(*) as n from p group by debtor having count(*) > 1", [(7, 4)],
    ),
    "the unknown is one group": ("select year, count(*) as n from a group by year",
                                 [(2009, 1), (None, 1)]),
    "distinct rows": ("select distinct t from p where t = 300", [(300,)]),
    "union all keeps all": ("select 1 as n union all select 1 as n", [(1,), (1,)]),
    "union keeps one": ("select 1 as n union select 1 as n", [(1,)]),
    "inner join": (
        "select p.payment, a.year from p join a on a.account = p.debtor where p.t < 150",
        [(1, 2009)],
    ),
    "left join leaves the other side unknown": (
        "select p.payment, a.year from p left join a on a.account = p.debtor + 1 where p.t >= 300",
        [(3, None), (4, None), (5, None)],
    ),
    "the unknown joins nothing": ("select x.account from a as x join a as y on x.year = y.year",
                                  [(7,)]),
    "row numbers, ties broken by a second column": (
        "select payment, row_number() over (partition by debtor order by t, payment desc) as n "
        "from p", [(1, 1), (2, 2), (3, 4), (4, 3), (5, 1)],
    ),
    "the row before and the row after": (
        "select payment, lag(t) over (partition by debtor order by t, payment) as a, "
        "lead(t, 2) over (partition by debtor order by t, payment) as b from p",
        [(1, None, 300), (2, 100, 300), (3, 200, None), (4, 300, None), (5, None, None)],
    ),
    "a frame of rows": (
        "select payment, sum(t) over (partition by debtor order by t, payment "
        "rows between 1 preceding and current row) as n from p",
        [(1, 100), (2, 300), (3, 500), (4, 600), (5, 400)],
    ),
    "a frame of rows that looks ahead": (
        "select payment, count(*) over (partition by debtor order by t, payment "
        "rows between 1 following and unbounded following) as n from p",
        [(1, 3), (2, 2), (3, 1), (4, 0), (5, 0)],
    ),
    "a frame of values takes in equal ones": (
        "select payment, count(*) over (partition by debtor order by t "
        "range between 100 preceding and current row) as n from p",
        [(1, 1), (2, 2), (3, 3), (4, 3), (5, 1)],
    ),
    "a frame of values leaves its own moment out": (
        "select payment, count(amount) over (partition by debtor order by t "
        "range between 200 preceding and 1 preceding) as n from p",
        [(1, 0), (2, 1), (3, 1), (4, 1), (5, 0)],
    ),
    "sums past 32 bits": ("select 4000000000 * 2 as n", [(8_000_000_000,)]),
}  # fmt: skip

REFUSED = {
    # name: (text, what the refusal names)
    "a date": ("select date '2025-01-01' as d", "no whole number"),
    "today": ("select current_date as d", "CurrentDate"),
    "now": ("select now() as d", "Anonymous"),
    "an interval": ("select interval 1 day as d", "Interval"),
    "an interval as frame": (
        "select max(a) over (order by t range between interval 1 hour preceding and current row) "
        "as n from p", "Interval"),
    "a string": ("select 'a' as s", "no whole number"),
    "a part of a number": ("select 1.5 as n", "no whole number"),
    "a number with an exponent": ("select 1e3 as n", "no whole number"),
    "a cast to text": ("select cast(a as varchar) as n from p", "type"),
    "a cast to a float": ("select a::double as n from p", "type"),
    "a cast that may fail in silence": ("select try_cast(a as bigint) as n from p", "TryCast"),
    "division of DuckDB's own": ("select a // 2 as n from p", "IntDiv"),
    "a power": ("select a ** 2 as n from p", "Pow"),
    "a list": ("select list(a) as n from p", "ArrayAgg"),
    "an array": ("select [1, 2] as n", "Array"),
    "a struct": ("select {'a': 1} as n", "Struct"),
    "a lambda": ("select list_filter(a, x -> x > 1) as n from p", ""),
    "a function nobody listed": ("select frobnicate(a) as n from p", "Anonymous"),
    "an environment variable": ("select getenv('HOME') as n", "Anonymous"),
    "chance": ("select random() as n", "Rand"),
    "whichever comes first": ("select first(a) as n from p", "First"),
    "a pattern": ("select regexp_matches(a, 'b') as n from p", "RegexpLike"),
    "like": ("select a like 'b%' as n from p", "Like"),
    "different values in a window": (
        "select count(distinct a) over (order by t) as n from p", "distinct inside"),
    "qualify": ("select a from p qualify row_number() over (order by t) = 1", "Qualify"),
    "a filter on a count": ("select count(*) filter (where a > 1) as n from p", "Filter"),
    "limit": ("select a from p order by a limit 1", "Limit"),
    "a sample": ("select a from p using sample 10", "TableSample"),
    "an ASOF join": ("select p.a from p asof join q on p.t >= q.t", "ASOF"),
    "a natural join": ("select a from p natural join q", "NATURAL"),
    "a positional join": ("select p.a from p positional join q", "POSITIONAL"),
    "a semi join": ("select p.a from p semi join q on p.a = q.a", "SEMI"),
    "an anti join": ("select p.a from p anti join q on p.a = q.a", "ANTI"),
    "a file as a table": ("select a from 'x.parquet'", "bare name"),
    "a quoted file as a table": ('select a from "x.parquet"', "bare name"),
    "a table of another database": ("select a from other.main.p", "bare name"),
    "the catalogue": ("select a from information_schema.tables", "bare name"),
    "a division with a rest": ("select a / 2 as n from p", "rest"),
    "a division rounded by a cast": ("select cast(a / 2 as bigint) as n from p", "rest"),
    "a division by something else": (
        "select cast((a - a % 3) / 2 as bigint) as n from p", "rest"),
    "the smaller of two": ("select min(a, 2) as n from p", "several"),
    "the larger of two": ("select max(a, 2) as n from p", "several"),
    "a star but one": ("select * exclude (a) from p", "star"),
    "a star changed": ("select * replace (1 as a) from p", "star"),
    "group by all": ("select a, count(*) as n from p group by all", "group by all"),
    "recursion": ("with recursive s as (select 1 as a) select a from s", "recursive"),
    "a kept step": ("with s as materialized (select a from p) select a from s", "kept"),
    "union by name": ("select a from p union all by name select a from q", "by name"),
    "between symmetric": ("select a from p where a between symmetric 2 and 1", "symmetric"),
    "a frame of groups": (
        "select sum(a) over (order by t groups 1 preceding) as n from p", "groups"),
    "a sum of different values": ("select sum(distinct a) as n from p", "distinct inside"),
    "a number past 64 bits": ("select 9223372036854775808 as n", "64 bits"),
    "an open quote": ("select 'a", "parse"),
    "two statements": ("select 1 as a; select 2 as a", "one SELECT"),
    "a table made": ("create table x as select 1 as a", "one SELECT"),
    "a table dropped": ("drop table p", "one SELECT"),
    "a row put in": ("insert into p values (1)", "one SELECT"),
    "rows changed": ("update p set a = 1", "one SELECT"),
    "rows deleted": ("delete from p", "one SELECT"),
    "a setting": ("set threads = 1", "one SELECT"),
    "another database": ("attach 'x.db'", "one SELECT"),
    "a Parquet file": ("select * from read_parquet('p.parquet')", "ReadParquet"),
    "a CSV file": ("select * from read_csv('p.csv')", "ReadCSV"),
    "a file written": ("copy p to 'x.csv'", "one SELECT"),
    "no SQL": ("select from from", "parse"),
}  # fmt: skip


@pytest.fixture(scope="module")
def engine():
    engine = DuckDBEngine(threads=1)
    engine.put("p", ("payment", "t", "debtor", "amount"), PAYMENTS)
    engine.put("a", ("account", "year"), ACCOUNTS)
    yield engine
    engine.close()


def _ordered(rows):
    return sorted(rows, key=lambda row: [(cell is None, cell or 0) for cell in row])


@pytest.mark.parametrize("name", ANSWERED)
def test_the_answer_is_the_one_written_down(engine, name):
    text, expected = ANSWERED[name]
    assert house.faults(text) == []
    rows = engine.rows(text)
    assert _ordered(rows) == _ordered(expected)
    assert all(cell is None or type(cell) is int for row in rows for cell in row)


def test_every_allowed_node_is_answered_somewhere_above():
    used = set()
    for text, _ in ANSWERED.values():
        used |= {type(node).__name__ for node in sqlglot.parse_one(text, read="duckdb").walk()}
    assert used == house.HOUSE_NODES


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_listed_is_refused_by_name(name):
    text, named = REFUSED[name]
    found = house.faults(text)
    assert found
    assert any(named in fault for fault in found)
    with pytest.raises(house.HouseSqlError, match="docs/how-to/add-an-indicator"):
        house.check(text, "test")


def test_a_parameter_below_zero_keeps_its_sign():
    assert house.bind("select 1 -$days as n", {"days": -3}) == "select 1 -(-3) as n"


def test_a_parameter_without_a_value_is_named():
    with pytest.raises(house.HouseSqlError, match="days"):
        house.bind("select $days as n", {})
