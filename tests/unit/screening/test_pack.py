"""Parameter packs: other numbers, the same questions, and every mistake named."""

import json
import re
from pathlib import Path

import pytest

from jaga.errors import BadInput
from jaga.screening.pack import DEFAULT, read_manifest_pack, read_pack
from jaga.screening.pack_entries import INDICATOR_KEYS
from jaga.screening.pack_schema import schema

HOW_TO = Path(__file__).parents[3] / "docs" / "how-to"
SEVERAL = "[indicators.payer_several_receivers]"
TERM = "[typologies.payer_many_receivers.terms.payer_several_receivers]"


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
        ("[typologies.payer_many_receivers]\nrole = 1", "role"),
        ("[typologies]\npayer_many_receivers = 5", "payer_many_receivers"),
        ("indicators = 3", "indicators"),
        ("typologies = [1]", "typologies"),
        ("[indicators.payer_several_receivers]\nwindow_days = 99999999999999999999", "window_days"),
        ("[thresholds]\nx = 1", "thresholds"),
        ("indicators = [", "TOML"),
        ("[indicators.payer_several_receivers]\nwindow_days = 4000", "window_days"),
        ("[indicators.payer_several_receivers]\nbands = 3", "bands"),
        ("[indicators.payer_several_receivers]\nbands = []", "bands"),
        ("[indicators.payer_several_receivers]\nbands = [3]", "bands"),
        (f"{SEVERAL}\nbands = [{{at_least = 3}}]", "bands.weight"),
        (f"{SEVERAL}\nbands = [{{at_least = 0, weight = 5}}]", "bands.at_least"),
        (f"{SEVERAL}\nbands = [{{at_least = 2, weight = 0}}]", "bands.weight"),
        (f"{SEVERAL}\nbands = [{{at_least = 2, weight = 1, words = 'x'}}]", "bands.words"),
        (
            f"{SEVERAL}\nbands = [{{at_least = 3, weight = 5}}, {{at_least = 3, weight = 9}}]",
            "bands",
        ),
        ("[indicators.payer_several_receivers]\nenabled = 1", "enabled"),
        ("[indicators.payer_several_receivers]\nreason = 1", "reason"),
        ('[indicators.payer_several_receivers]\nreason = "a\\nb"', "reason"),
        ("[typologies.payer_many_receivers]\nthreshold = 1001", "threshold"),
        ("[typologies.payer_many_receivers]\nterms = 1", "terms"),
        ("[typologies.payer_many_receivers.terms.nobody]\npercent = 1", "terms.nobody"),
        (f"{TERM}\npercent = 0", "percent"),
        (f"{TERM}\nrequired = 1", "required"),
        (f"{TERM}\nrequired = false", "required"),
        (f"{TERM}\nenabled = false", "required"),
        (f"{TERM}\nthreshold = 3", "threshold"),
        ("[source]\npublisher = 'x'\ndocument = 'y'", "source.date"),
        ("[source]\npublisher = 'x'\ndocument = 'y'\ndate = 'soon'", "source.date"),
        ("[source]\npublisher = 3\ndocument = 'y'\ndate = 2026-01-01", "source.publisher"),
        ("[source]\nauthor = 'x'", "source.author"),
        ("source = 3", "source"),
        ("name = 3", "name"),
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
        one = DEFAULT.indicators[name]
        steps = [f"{{at_least = {b.at_least}, weight = {b.weight}}}" for b in one.bands]
        said = {**one.values, "bands": f"[{', '.join(steps)}]", "enabled": "true", "reason": '"r"'}
        assert set(said) == set(part["properties"])
        lines += [f"[indicators.{name}]", *(f"{key} = {value}" for key, value in said.items())]
    for name, part in parts["typologies"]["properties"].items():
        lines += [f"[typologies.{name}]", f"threshold = {DEFAULT.typologies[name].threshold}"]
        assert set(part["properties"]) == {"threshold", "terms", "enabled", "reason"}
        for term in DEFAULT.typologies[name].terms:
            said = {"percent": term.percent, "required": str(term.required).lower()}
            lines.append(f"[typologies.{name}.terms.{term.indicator}]")
            lines += [f"{key} = {value}" for key, value in said.items()]
    assert read_pack(write("\n".join(lines))).numbers() == DEFAULT.numbers()
    assert set(parts) == {"name", "source", "indicators", "typologies"}


def test_no_parameter_bears_the_name_of_a_key_of_the_pack():
    for one in DEFAULT.indicators.values():
        assert not set(one.values) & {*INDICATOR_KEYS, "version", "sha256"}


def test_a_regulators_list_is_read_whole():
    pack = read_pack(HOW_TO / "regulator-list.toml")
    assert pack.source is not None
    assert pack.source.publisher.startswith("Lembaga Pengawas Contoh")
    assert pack.source.date == "2026-01-15"
    asked = pack.indicators["payer_several_receivers"]
    assert [(b.at_least, b.weight) for b in asked.bands] == [(4, 14), (6, 24), (9, 40)]
    assert "payer_rail_switch" not in pack.indicators
    assert "prolific_small_payer" not in pack.typologies
    many = pack.typologies["payer_many_receivers"]
    terms = {term.indicator: term.percent for term in many.terms}
    assert (many.threshold, terms["payer_night_payments"]) == (70, 50)
    assert not {"payer_round_amounts", "payer_rail_switch"} & set(terms)
    assert pack.reasons["typologies.payer_many_receivers"] == "butir B-1"


def test_every_pack_shown_in_the_docs_is_read(write):
    shown = [
        block
        for page in sorted(HOW_TO.parent.rglob("*.md"))
        for block in re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        if "[indicators." in block or "[typologies." in block
    ]
    assert shown
    for block in shown:
        assert read_pack(write(block)).sha256() != DEFAULT.sha256()


def test_a_manifest_makes_the_same_pack_again():
    pack = read_pack(HOW_TO / "regulator-list.toml")
    told = json.loads(json.dumps(pack.told()))
    again = read_manifest_pack(told)
    assert again == pack
    assert again.content_sha256() == told["content_sha256"]
    assert read_manifest_pack(json.loads(json.dumps(DEFAULT.told()))).sha256() == DEFAULT.sha256()


def test_a_manifest_without_a_pack_says_so():
    with pytest.raises(BadInput):
        read_manifest_pack({"name": "default"})


def test_a_longer_window_looks_further_back_and_shows_what_it_saw(write):
    whole = DEFAULT.indicators["payer_rail_switch"]
    days, hours = whole.values["window_days"], whole.values["switch_days"]
    pack = read_pack(
        write(
            f"[indicators.payer_rail_switch]\nwindow_days = {days + 30}\nswitch_days = {hours + 5}"
        )
    )
    longer = pack.indicators["payer_rail_switch"]
    assert longer.lookback_days == whole.lookback_days + 35
    assert longer.evidence.days == whole.evidence.days + 35
    hours = DEFAULT.indicators["fast_cash_out"]
    pack = read_pack(write("[indicators.fast_cash_out]\nwithin_hours = 49"))
    assert pack.indicators["fast_cash_out"].lookback_days == hours.lookback_days + 2


PROTECTS = [t.id for t in DEFAULT.typologies.values() if t.outcome == "protection"]


@pytest.mark.parametrize("name", PROTECTS)
@pytest.mark.parametrize("key", ["outcome", "role", "cross_border_percent"])
def test_protection_stays_protection_and_no_country_weighs_more(write, name, key):
    with pytest.raises(BadInput) as caught:
        read_pack(write(f'[typologies.{name}]\n{key} = "suspicion"'))
    assert f"typologies.{name}.{key}" in caught.value.text.id
    assert "protection stays protection" in caught.value.text.en


def test_a_pack_never_adds_a_term(write):
    some = "[typologies.payer_many_receivers.terms.gather_split]\npercent = 100"
    with pytest.raises(BadInput) as caught:
        read_pack(write(some))
    assert "gather_split" in caught.value.text.en


def test_one_family_alone_is_refused_and_says_what_to_do(write):
    typology = DEFAULT.typologies["child_receiving"]
    family = DEFAULT.indicators["child_many_senders"].family
    off = [
        f"[typologies.child_receiving.terms.{term.indicator}]\nenabled = false"
        for term in typology.terms
        if DEFAULT.indicators[term.indicator].family != family
    ]
    with pytest.raises(BadInput) as caught:
        read_pack(write("\n".join(off)))
    assert "typologies.child_receiving" in caught.value.text.id
    assert "two families" in caught.value.text.en


def test_an_indicator_that_a_typology_needs_goes_only_with_the_typology(write):
    off = "[indicators.gather_split]\nenabled = false\n"
    with pytest.raises(BadInput) as caught:
        read_pack(write(off))
    assert "typologies.facilitator_gather_split" in caught.value.text.en
    needing = [
        t.id
        for t in DEFAULT.typologies.values()
        if any(term.indicator == "gather_split" and term.required for term in t.terms)
    ]
    both = off + "\n".join(f"[typologies.{name}]\nenabled = false" for name in needing)
    assert set(read_pack(write(both)).typologies) == set(DEFAULT.typologies) - set(needing)


def test_a_pack_that_switches_everything_off_is_refused(write):
    off = "\n".join(f"[typologies.{name}]\nenabled = false" for name in DEFAULT.typologies)
    with pytest.raises(BadInput):
        read_pack(write(off))
