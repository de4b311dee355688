"""`jaga facts check` as a process: findings in words and as JSON, a mistake as a sentence."""

import json

import pytest
from tests.process import jaga

from jaga.evidence.consistency.model import invented
from jaga.evidence.facts import write_facts

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path):
    facts = [
        invented(value="64.52", n=179, unit="percent", kind="proportion", base="children",
                 measure="children who agree", programme="Jejak Aman"),
    ]  # fmt: skip
    (tmp_path / "facts.csv").write_text(write_facts(facts), encoding="utf-8")
    (tmp_path / "a.md").write_text("Jejak Aman bertanya kepada 57 guru.", encoding="utf-8")
    return tmp_path


def test_findings_are_told_in_words_and_as_json(folder):
    ended = jaga("facts", "check", "facts.csv", "--text", "a.md", folder=folder)
    assert ended.code == 0, ended.complained
    assert "31, 62, 93, 124, 155" in ended.said
    assert "57 guru" in ended.said
    ended = jaga("facts", "check", "facts.csv", "--text", "a.md", "--json", folder=folder)
    findings = json.loads(ended.said)["findings"]
    assert [(one["fact_id"], one["kind"]) for one in findings] == [
        ("F1", "impossible"), ("", "untied_number"),
    ]  # fmt: skip
    assert "64,52 % dari 179 tidak mungkin" in findings[0]["words"]["id"]
    assert findings[0]["suggestion"]["en"]


def test_a_mistake_is_a_sentence(folder):
    (folder / "facts.csv").write_text("name\n1\n")
    ended = jaga("facts", "check", "facts.csv", folder=folder)
    assert ended.code == 3
    assert "fact_id" in ended.complained
    assert jaga("facts", "check", "none.csv", folder=folder).code in (2, 3)
