"""Ways of writing that the field uses every day; none is a fault."""

import pytest

from jaga.surveys import lint
from jaga.surveys.drawn import form

CHOICES = """
    list_name | name | label                | filter
    yt        | ya   | Ya                   |
    yt        | tidak| Tidak                |
    n         | 1    | Satu                 | x
    n         | 2    | Dua                  | y
    n         | 99   | Tidak ingin menjawab | x
"""
# Relevant of a last question, after all questions of the form below.
RELEVANT = [
    "${n} = 1", "${n} = '1'", "selected(${m}, 1)", "selected(${m}, '99') or ${n} >= 2",
    "not(selected(${m}, '99')) and count-selected(${m}) >= 2", "${a} = \"ya\"",
    "(${a} = 'ya') or(${a} = 'tidak')", "not (selected(${m}, '1'))", "${age}>=10 and ${age}<18",
    "${a} != '' and ${t} != ''", "string-length(${t}) > 0", "regex(${t}, '^[0-9]{3}$')",
    "${sum} > 10", "${dob} < today()", "(today() - ${dob}) div 365.25 >= 10",
    "int((today() - ${dob}) div 365.25) < 18", "${other} = 'other'",
    "selected(${several}, 'other')",
    "if(${age} > 12, ${a} = 'ya', false())", "coalesce(${t}, 'x') = 'x'", "true()", "${far} = 'x'",
    "instance('n')/list/item[name = current()/../n]/label = 'Satu'", "../n = 1", "${far} > 3",
    "jr:choice-name(${n}, '${n}') = 'Satu'", "position(..) = 1", "count(${house}) > 0",
    "sum(${rooms}) > 3", "indexed-repeat(${rooms}, ${house}, 1) > 1", "${clock} > '08:00'",
    "selected-at(${m}, 0) = '1'", "${last-saved#a} = 'ya'", "-1 < ${dec} and ${dec}<.5",
    "${age} mod 2 = 0", "${age}*2>30", "${n} = 1  and  ${a} = 'ya'",
    "pulldata('f', 'x', 'y', ${t}) = 1",
    "${a} = ${b}", "boolean(${t})", "${ok} = 'OK'", "weighted-checklist(1, 2, ${n}, 1)",
]  # fmt: skip
CONSTRAINT = [
    ("integer", ". >= 0 and . <= 120"), ("integer", ".>=0 and .<=${age}"), ("integer", ". != 5"),
    ("decimal", ". > 0 and . < 1"), ("text", "regex(., '^[a-z]+$')"), ("date", ". <= today()"),
    ("text", "string-length(.) <= 160"), ("date", ". >= date('2000-01-01')"),
    ("date", ". > '2000-01-01' and . < '2000-01-03'"), ("integer", ". mod 5 = 0"),
    ("select_multiple n", "not(selected(., '99') and count-selected(.) > 1)"),
    ("select_multiple n", "count-selected(.) <= 2"), ("select_one n", ". != 99 or ${age} > 12"),
    ("time", ". >= '06:00' and . <= '22:00'"), ("integer", ". = 98 or . <= 30"),
    ("datetime", ". >= '2026-01-01T00:00:00'"), ("text", ". != ${t}"),
    ("integer", "(. >= 1 and . <= 10) or . = 99"), ("range", ". > 2"),
]  # fmt: skip
SURVEY = """
    type                    | name    | label  | relevant | constraint | calculation | choice_filter
    select_one yt           | a       | A      |          |            |             |
    select_one yt           | b       | B      |          |            |             |
    integer                 | age     | Umur   |          | . >= 10 and . <= 24 |    |
    decimal                 | dec     | D      |          |            |             |
    select_one n            | n       | N      |          |            |             | filter = 'x'
    select_multiple n       | m       | M      |          |            |             |
    text                    | t       | T      |          |            |             |
    date                    | dob     | L      |          |            |             |
    time                    | clock   | C      |          |            |             |
    acknowledge             | ok      | O      |          |            |             |
    select_one yt or_other  | other   | Lain   |          |            |             |
    select_multiple yt or_other | several | Lain |        |            |             |
    select_one_from_file f.csv | far  | F      |          |            |             |
    calculate               | sum     |        |          |            | ${age} + 1  |
    begin repeat            | house   | Rumah  |          |            |             |
    integer                 | rooms   | Kamar  |          |            |             |
    end repeat              |         |        |          |            |             |
"""


def errors(line):
    found = lint.findings(form(f"{SURVEY.rstrip()}\n    {line}", CHOICES, "version\n1"))
    return [(one.rule, one.words.en) for one in found if one.severity == "error"]


@pytest.mark.parametrize("relevant", RELEVANT)
def test_a_condition_of_every_day_is_no_fault(relevant):
    assert errors(f"text | last | Z | {relevant} | | |") == [
        ("no_consent", "This form asks without asking for consent first.")
    ]


@pytest.mark.parametrize(("kind", "constraint"), CONSTRAINT)
def test_a_constraint_of_every_day_is_no_fault(kind, constraint):
    assert errors(f"{kind} | last | Z | | {constraint} | |") == [
        ("no_consent", "This form asks without asking for consent first.")
    ]
