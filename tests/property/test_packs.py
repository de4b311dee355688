"""Whatever a pack's file says, it is a pack or a sentence; and a pack never loosens a rule."""

import tomllib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from jaga.errors import BadInput
from jaga.screening.pack import DEFAULT, Pack, from_content, read_manifest_pack

WORKED = tomllib.loads(
    (Path(__file__).parents[2] / "docs" / "how-to" / "regulator-list.toml").read_text()
)
odd = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(), st.text(max_size=4),
    st.just([]), st.just({}), st.just([{}]), st.dates(), st.just({"percent": 0}),
)  # fmt: skip
keys = st.sampled_from(
    ["name", "source", "date", "indicators", "typologies", "terms", "bands", "enabled", "reason",
     "threshold", "percent", "required", "outcome", "role", "window_days", "at_least", "weight",
     *DEFAULT.indicators, *DEFAULT.typologies]
)  # fmt: skip
tables = st.recursive(odd, lambda inner: st.dictionaries(keys, inner, max_size=4), max_leaves=12)


def _tried(content: dict) -> Pack | None:
    try:
        return from_content(content)
    except BadInput:
        return None


def _keeps_the_rules(pack: Pack) -> None:
    for name, one in pack.typologies.items():
        whole = DEFAULT.typologies[name]
        assert (one.outcome, one.role) == (whole.outcome, whole.role)
        assert one.cross_border_percent == whole.cross_border_percent
        assert {t.indicator for t in one.terms} <= {t.indicator for t in whole.terms}
        assert any(term.required for term in one.terms)
        assert len({pack.indicators[term.indicator].family for term in one.terms}) >= 2
    for name, one in pack.indicators.items():
        assert one.sql == DEFAULT.indicators[name].sql
        assert one.lookback_days >= DEFAULT.indicators[name].lookback_days


def _places(value: object, path: tuple = ()) -> list[tuple]:
    found = [path] if path else []
    if isinstance(value, dict):
        for key, part in value.items():
            found += _places(part, (*path, key))
    return found


def _with(content: dict, path: tuple, value: object) -> dict:
    head, *rest = path
    part = content[head]
    return {**content, head: _with(part, tuple(rest), value) if rest else value}


@given(st.dictionaries(keys, tables, max_size=4))
def test_any_table_is_a_pack_or_a_sentence(content):
    pack = _tried(content)
    if pack is not None:
        _keeps_the_rules(pack)


@settings(max_examples=300)
@given(st.sampled_from(_places(WORKED)), tables)
def test_a_real_list_with_one_thing_wrong_is_a_pack_or_a_sentence(path, value):
    pack = _tried(_with(WORKED, path, value))
    if pack is not None:
        _keeps_the_rules(pack)
        assert read_manifest_pack(pack.told()).numbers() == pack.numbers()
