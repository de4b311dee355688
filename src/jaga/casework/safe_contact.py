"""How somebody may be answered without danger: the rules a child sets, and we keep.

Nobody is told by default, a parent least of all: the person at home may be the one a child fears.
The grown-up to be told is whom the child names, or nobody.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from jaga.words import Text

LONGEST = 200


@dataclass(frozen=True)
class Rule:
    """One rule: its name in the record, the question, and an example of an answer."""

    name: str
    question: Text
    example: Text


RULES = (
    Rule(
        "when",
        Text("Kapan aman untukmu?", "When is it safe for you?"),
        Text("Misalnya: sore, sesudah sekolah", "For example: afternoons, after school"),
    ),
    Rule(
        "where",
        Text("Di mana aman untukmu?", "Where is it safe for you?"),
        Text("Misalnya: di sekolah, di rumah bibi", "For example: at school, at my aunt's"),
    ),
    Rule(
        "device",
        Text("HP atau komputer siapa yang kamu pakai?", "Whose phone or computer do you use?"),
        Text("Misalnya: HP kakakku, dia bisa melihat", "For example: my sister's, she can see it"),
    ),
    Rule(
        "name_to_use",
        Text("Kami memanggilmu apa?", "What shall we call you?"),
        Text("Nama apa saja, tidak harus namamu", "Any name; it need not be yours"),
    ),
    Rule(
        "must_not_know",
        Text("Siapa yang tidak boleh tahu?", "Who must not know?"),
        Text("Misalnya: orang di rumah", "For example: people at home"),
    ),
    Rule(
        "code_word",
        Text(
            "Kata rahasia, supaya kamu tahu itu benar kami",
            "A secret word, so that you know it is really us",
        ),
        Text("Misalnya: layang-layang", "For example: kite"),
    ),
    Rule(
        "trusted_adult",
        Text(
            "Adakah orang dewasa yang kamu percaya? Kami tidak memberi tahu siapa pun tanpa kamu.",
            "Is there a grown-up you trust? We tell nobody without you.",
        ),
        Text("Misalnya: guru olahraga. Boleh kosong.", "For example: a teacher. May be empty."),
    ),
)


def kept(typed: Mapping[str, str]) -> str:
    """The answers as JSON: only the rules known here, cut to LONGEST; "" when none was given."""
    answers = {rule.name: typed.get(rule.name, "").strip()[:LONGEST] for rule in RULES}
    answers = {name: words for name, words in answers.items() if words}
    return json.dumps(answers, ensure_ascii=False) if answers else ""


def read(stored: str) -> dict[str, str]:
    """The answers that `kept` wrote; none for "" and for what was erased."""
    if not stored.startswith("{"):
        return {}
    answers: dict[str, str] = json.loads(stored)
    return answers
