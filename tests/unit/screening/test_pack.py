"""Parameter packs: other numbers, the same questions, and every mistake named."""

from pathlib import Path

import pytest

from jaga.errors import BadInput
from jaga.screening.pack import DEFAULT, read_pack, schema


@pytest.fixture
def write(tmp_path: Path):
    def written(text: str) -> Path:
        file = tmp_path / "pack.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return written


def test_a_pack_changes_the_number_and_the_hash(write):
    pack = read_pack(
        write(
            'name = "contoh"\n[indicators.payer_several_receivers]\nwindow_days = 60\n'
            "[typologies.payer_many_receivers]\nthreshold = 90\n"
        )
    )
    assert pack.name == "contoh"
    assert pack.indicators["payer_several_receivers"].values["window_days"] == 60
    assert pack.typologies["payer_many_receivers"].threshold == 90
    assert pack.sha256() != DEFAULT.sha256()


def test_an_empty_pack_is_the_default(write):
    assert read_pack(write("")).sha256() == DEFAULT.sha256()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[indicators.nobody]\nwindow_days = 1", "nobody"),
        ("[indicators.payer_several_receivers]\nwindow = 1", "window"),
        ("[indicators.payer_several_receivers]\nwindow_days = 1.5", "window_days"),
        ("[indicators.payer_several_receivers]\nwindow_days = -1", "window_days"),
        ("[indicators.payer_several_receivers]\nwindow_days = true", "window_days"),
        ("[typologies.payer_many_receivers]\nthreshold = 0", "threshold"),
        ("[typologies.payer_many_receivers]\nrole = 1", "threshold"),
        ("[typologies]\npayer_many_receivers = 5", "payer_many_receivers"),
        ("indicators = 3", "indicators"),
        ("typologies = [1]", "typologies"),
        ("[indicators.payer_several_receivers]\nwindow_days = 99999999999999999999", "window_days"),
        ("[thresholds]\nx = 1", "thresholds"),
        ("indicators = [", "TOML"),
    ],
)
def test_a_mistake_is_named_in_both_languages(write, text, named):
    with pytest.raises(BadInput) as caught:
        read_pack(write(text))
    assert named in caught.value.text.id
    assert named in caught.value.text.en


def test_a_missing_pack_says_so(tmp_path):
    with pytest.raises(BadInput):
        read_pack(tmp_path / "none.toml")


def test_a_pack_of_everything_in_the_schema_is_read(write):
    """The schema names what a pack may name: filled with the defaults, it changes nothing."""
    parts = schema()["properties"]
    lines = []
    for name, part in parts["indicators"]["properties"].items():
        lines.append(f"[indicators.{name}]")
        lines += [f"{p} = {DEFAULT.indicators[name].values[p]}" for p in part["properties"]]
    for name, part in parts["typologies"]["properties"].items():
        lines.append(f"[typologies.{name}]")
        lines += [f"{p} = {DEFAULT.typologies[name].threshold}" for p in part["properties"]]
    assert read_pack(write("\n".join(lines))).sha256() == DEFAULT.sha256()
    assert set(parts) == {"name", "indicators", "typologies"}
