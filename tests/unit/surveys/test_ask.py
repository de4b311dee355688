"""From a file to estimates, tables and charts. All answers are invented."""

import json
import warnings
from dataclasses import replace

import pytest

from jaga.charts_bars import Bar, Bars, bars_svg
from jaga.errors import BadInput, WrongUsage
from jaga.spreadsheet import as_xlsx
from jaga.surveys import tables, thin
from jaga.surveys.ask import Plan, Question, answer, compare, sizes_of
from jaga.surveys.charting import chart
from jaga.surveys.columns import read_columns
from jaga.surveys.intervals import Base, interval

HEAD = "village,region,weight,people,agrees,hours,group,knows"


def row(village, person):
    drawn = (village * village * 5 + village * person * 3 + person * 11) % 17
    agrees = drawn < 9
    knows = agrees if person % 3 else not agrees and village % 4 == 0
    group = "" if person == 3 else "abc"[(village + person) % 3]
    return (
        f"v{village},r{village % 2},{2 + village % 3},{40 if village % 2 else 60},"
        f"{'ya' if agrees else 'tidak'},{village + person * 0.5},{group},{int(knows)}"
    )


ROWS = [row(village, person) for village in range(12) for person in range(6)]
PLAN = Plan(weight="weight", strata="region", psu=("village",))


@pytest.fixture
def columns():
    return read_columns("\n".join([HEAD, *ROWS]).encode())


def asked(measure, **more):
    return Question(measure, more.pop("missing", "drop"), **more)


def test_a_share_of_each_answer_and_of_one(columns):
    every = answer(columns, PLAN, asked("agrees")).estimates
    assert [one.category for one in every] == ["tidak", "ya"]
    assert sum(one.value for one in every) == pytest.approx(1)
    (one,) = answer(columns, PLAN, asked("agrees=ya")).estimates
    assert one == every[1]
    assert (one.kind, one.interval, one.n, one.df) == ("proportion", "logit", 72, 10)


def test_numbers_are_means_unless_said_otherwise(columns):
    assert answer(columns, PLAN, asked("hours")).estimates[0].kind == "mean"
    total = answer(columns, PLAN, asked("agrees=ya", kind="total")).estimates[0]
    share = answer(columns, PLAN, asked("agrees=ya")).estimates[0]
    weights = columns.numbers("weight", "--weight").sum()
    assert total.value == pytest.approx(share.value * weights)


def test_groups_are_named_and_rows_without_one_counted(columns):
    found = answer(columns, PLAN, asked("hours", domain="group"))
    assert [one.domain for one in found.estimates] == ["a", "b", "c"]
    assert "12" in found.notes[0].say("en")
    assert sum(one.n for one in found.estimates) == 60


def test_csv_with_semicolons_and_xlsx_read_alike(columns):
    rows = [line.split(",") for line in (HEAD, *ROWS)]
    semicolons = read_columns("\r\n".join(";".join(row) for row in rows).encode("utf-8-sig"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sheet = read_columns(as_xlsx({"data": rows}))
    for other in (semicolons, sheet):
        assert answer(other, PLAN, asked("hours")) == answer(columns, PLAN, asked("hours"))


def test_post_strata_from_columns_or_another_file(columns):
    sizes = sizes_of(columns, "region", "people")
    assert sizes == {"r0": 60, "r1": 40}
    plan = replace(PLAN, post=("region", sizes))
    counted = answer(columns, plan, asked("region", kind="proportion")).estimates
    assert [one.value for one in counted] == pytest.approx([0.6, 0.4])
    with pytest.raises(BadInput):
        sizes_of(columns, "region", "hours")


@pytest.mark.parametrize(
    ("plan", "question"),
    [
        (PLAN, asked("nobody")),
        (PLAN, asked("agrees", kind="mean")),
        (PLAN, asked("agrees=Ya")),
        (PLAN, asked("group", missing="refuse")),
        (PLAN, asked("hours", domain="nobody")),
        (replace(PLAN, weight="agrees"), asked("hours")),
        (replace(PLAN, strata="group"), asked("hours")),
        (replace(PLAN, fpc=("weight",)), asked("hours")),
        (replace(PLAN, strata="village"), asked("hours")),
    ],
)
def test_what_the_file_cannot_tell_is_refused_without_quoting_it(columns, plan, question):
    with pytest.raises(BadInput) as refused:
        answer(columns, plan, question)
    said = refused.value.say("id") + refused.value.say("en")
    assert "tidak ada " in said or "v0" not in said


def test_a_group_of_one_cluster_has_no_jackknife():
    data = read_columns(b"v,g,h\n1,a,2\n1,a,3\n2,b,4\n3,b,5\n")
    with pytest.raises(BadInput):
        answer(data, Plan(psu=("v",)), asked("h", domain="g", error="jackknife"))


@pytest.mark.parametrize("question", [asked("hours", interval="logit"), asked("hours", level=1.0)])
def test_what_cannot_be_asked_is_wrong_usage(columns, question):
    with pytest.raises(WrongUsage):
        answer(columns, PLAN, question)


@pytest.mark.parametrize(
    "cell", ["1,5", "1.234,5", "12 orang", "1_000", "inf", "1e999", "0x10", "-"]
)
def test_a_number_in_another_form_is_refused_by_its_row(cell):
    data = f'a;b\n1;2\n"{cell}";3\n'.encode()
    with pytest.raises(BadInput, match="row 3"):
        read_columns(data).numbers("a", "--measure")


@pytest.mark.parametrize(
    "data", [b"", b"a,b\n", b"a,b\n1,2,3\n", b"\xff\xfe\x00a", b"PK\x03\x04 not a zip"]
)
def test_a_file_that_is_none_is_refused(data):
    with pytest.raises(BadInput):
        read_columns(data)


def test_two_columns_of_one_name_are_refused_when_named():
    twice = read_columns(b"a,a,b\n1,2,3\n")
    assert twice.numbers("b", "--measure").tolist() == [3]
    with pytest.raises(BadInput):
        twice.text("a", "--measure")


def test_missing_is_missing_and_zero_is_zero():
    found = read_columns(b"a,b\n0,x\nNA,x\n,x\n4,x\n").numbers("a", "--measure")
    assert [str(one) for one in found] == ["0.0", "nan", "nan", "4.0"]


def test_two_answers_that_go_together_and_two_that_do_not(columns):
    assert compare(columns, PLAN, "agrees", "knows").p < 0.001
    assert compare(columns, PLAN, "agrees", "region").p > 0.05
    with pytest.raises(BadInput):
        compare(read_columns(b"a,b\nx,1\nx,2\n"), Plan(), "a", "b")


@pytest.mark.parametrize("example", thin.EXAMPLES, ids=[str(one.n) for one in thin.EXAMPLES])
def test_thin_bases_are_marked(example):
    assert thin.marked(example.figure, example.n) == example.printed


@pytest.mark.parametrize(
    ("value", "decimals", "indonesian", "english"),
    [(0.125, 2, "0,13", "0.13"), (1234567.5, 0, "1.234.568", "1,234,568"),
     (-2.25, 1, "-2,3", "-2.3"), (64.25, 1, "64,3", "64.3"), (1e-9, 1, "0,0", "0.0")],
)  # fmt: skip
def test_numbers_are_written_as_the_language_does_halves_up(value, decimals, indonesian, english):
    assert tables.number(value, decimals, "id") == indonesian
    assert tables.number(value, decimals, "en") == english


def test_a_table_hides_thin_figures_and_claims_no_more_than_it_knows(columns):
    found = answer(columns, PLAN, asked("agrees", domain="group")).estimates
    head, *rows = tables.rows_of(found, "id")
    assert head[:3] == ["Ukuran", "Jawaban", "Kelompok"]
    assert all(row[3:7] == ["*"] * 4 for row in rows)
    whole = tables.rows_of(answer(columns, PLAN, asked("hours")).estimates, "en")
    assert len(whole[0]) == 7
    (share,) = answer(columns, PLAN, asked("agrees=ya")).estimates
    assert tables.rows_of([share], "id")[1][2] == tables.number(share.value * 100, 1, "id") + " %"


def test_the_chart_shows_bars_intervals_and_stars(columns):
    every = answer(columns, PLAN, asked("agrees")).estimates
    drawn = chart(every, "id")
    assert drawn.startswith("<svg")
    assert "Taksiran dan selang 95 %" in drawn
    thinner = chart([replace(every[0], n=10), replace(every[1], n=30)], "en")
    assert ">*<" in thinner
    assert "stroke-dasharray" in thinner
    assert ">*<" not in drawn


def test_a_name_on_a_bar_is_words_and_nothing_more():
    hostile = "a'] + alert('x') + ['<b>\\"
    drawn = bars_svg(Bars([Bar(hostile, 1.0)], "t", "x", "en"))
    assert "a'] + alert('x') + ['&lt;b&gt;\\" in drawn.replace("&#39;", "'")


def test_intervals_where_everybody_answered_alike():
    nobody, everybody = Base(0.0, 0.0, 10, 60), Base(1.0, 0.0, 10, 60)
    for kind in ("logit", "likelihood"):
        assert interval(kind, nobody) is None
    low, high = interval("korn-graubard", nobody)
    assert (low, interval("korn-graubard", everybody)[1]) == (0, 1)
    # Clopper-Pearson of 60 rows is 0 to 5.96 per cent; few clusters widen it.
    assert 0.0596 < high < 0.09
    assert interval("t", Base(0.5, 0.1, 0, 60)) is None


def test_an_answer_can_be_written_as_json(columns):
    from dataclasses import asdict

    found = answer(columns, PLAN, asked("hours")).estimates[0]
    assert json.loads(json.dumps(asdict(found)))["n"] == 72
