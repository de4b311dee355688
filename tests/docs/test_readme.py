"""The README speaks of the product that is there."""

import re

from jaga_cli.testing import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
WALK = README.split("## What you will see")[1].split("\n## ")[0]


def web_words():
    sources = [
        *(ROOT / "src" / "jaga_web").rglob("*.html"),
        *(ROOT / "src" / "jaga_web").rglob("*.py"),
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in sources)


def test_the_first_block_is_the_two_commands():
    block = re.search(r"```sh\n(.*?)```", README, re.DOTALL).group(1)
    assert [line.split("#")[0].strip() for line in block.splitlines()] == [
        "./jaga demo",
        "./jaga test",
    ]
    assert README.index("```sh") < 20


def test_every_word_to_click_is_on_a_page():
    said = web_words()
    walk = WALK.replace("\n", " ")
    italic = re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", walk)
    words = {re.sub(r"\s+", " ", word).strip() for word in italic} - {"ID", "EN"}
    assert len(words) > 10
    assert {word for word in words if word not in said} == set()


def test_the_people_to_sign_in_as_are_among_the_invented_staff():
    roster = (ROOT / "src" / "jaga_web" / "people" / "demo.py").read_text(encoding="utf-8")
    names = re.findall(r"\*\*([A-Z]\w+ [A-Z]\w+)\*\*", WALK)
    assert names
    assert {name for name in names if name not in roster} == set()


def test_it_says_that_all_data_are_invented():
    assert "All data here are invented" in README
