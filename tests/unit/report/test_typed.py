"""What may stand as typed in a report's prose, rule by rule; and our own sentences keep to it."""

import ast
from pathlib import Path

import pytest

import jaga.report
from jaga.report.typed import ALLOWED, typed_numbers

SOURCES = sorted(Path(jaga.report.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("rule", ALLOWED, ids=lambda rule: rule.name)
def test_each_rule_lets_its_examples_pass_and_stops_the_others(rule):
    assert rule.passes
    assert rule.stops
    for text in rule.passes:
        assert typed_numbers(f"Kami mulai {text}, lalu selesai.") == []
    for text in rule.stops:
        assert typed_numbers(f"Kami mulai {text}, lalu selesai.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sebanyak 64,52% setuju.", ["Sebanyak 64,52% setuju."]),
        ("1.168 anak dan Rp114 miliar", 2),
        ("Menurut Pasal 41, 3 anak", 1),
        ("tanpa angka sama sekali", 0),
        ("sejak 2019 sampai 2000 anak", 1),
    ],
)
def test_numbers_are_found_beside_what_is_allowed(text, found):
    seen = typed_numbers(text)
    assert seen == found if isinstance(found, list) else len(seen) == found


def _texts(source: Path):
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def test_no_sentence_of_the_chapters_holds_a_typed_number():
    chapters = [one for one in SOURCES if one.parent.name == "chapters"]
    assert len(chapters) > 5
    said = [text for source in chapters for text in _texts(source)]
    assert len(said) > 60
    assert [text for text in said if typed_numbers(text)] == []
