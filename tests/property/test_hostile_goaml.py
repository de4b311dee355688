"""Damaged schemas and reports end in a sentence or in sense, never in a crash or a leak."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.fiu import invented

from jaga.errors import JagaError
from jaga.fiu.compose import compose
from jaga.fiu.goaml import write_report
from jaga.fiu.pack import read_pack
from jaga.fiu.parties import parties_from_csv
from jaga.fiu.read_back import read_report
from jaga.fiu.schema import read_schema, schema_from

pytestmark = pytest.mark.oracles
QUIET = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PIECES = st.sampled_from(
    [b"", b"<", b">", b"&x;", b"\0", b"</xs:schema>", b"<!DOCTYPE r [<!ENTITY x SYSTEM 'a'>]>",
     b'<xs:include schemaLocation="http://contoh.invalid/x"/>', b"\xff", b'"', b"report"]
)  # fmt: skip


@pytest.fixture(scope="module")
def written():
    with tempfile.TemporaryDirectory() as folder:
        dossier = invented.dossier(Path(folder) / "run")
    schema = read_schema(invented.XSD)
    return write_report(compose(dossier), dossier.pack, schema).content


def damaged(content, places):
    for place, length, piece in places:
        at = place % len(content)
        content = content[:at] + piece + content[at + length :]
    return content


DAMAGE = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 40), PIECES), max_size=4)


def refusal(act):
    """What `act` was refused with; None when it went well. Anything else fails the test."""
    try:
        act()
    except JagaError as refused:
        return refused
    return None


@QUIET
@given(places=DAMAGE)
def test_a_damaged_schema_is_a_schema_or_a_sentence(places):
    content = damaged(invented.XSD.read_bytes(), places)
    refused = refusal(lambda: schema_from(content))
    assert refused is None or refused.exit_code == 5


@QUIET
@given(places=DAMAGE)
def test_a_damaged_report_reads_or_is_refused(places, written):
    content = damaged(written, places)
    refused = refusal(lambda: read_report(content, read_pack("ppatk")))
    assert refused is None or "not an LTKM that Jaga wrote" in refused.text.en


@QUIET
@given(text=st.text(max_size=200) | st.text(max_size=80).map(lambda t: f"account,npwp\n{t}"))
def test_any_text_as_parties_is_parties_or_a_sentence(text):
    refused = refusal(lambda: parties_from_csv(text))
    assert refused is None or refused.exit_code in (3, 5)
