"""A schema that knows PPATK's codes gets them; one that knows less is told of by name."""

import re

import pytest
from lxml import etree
from tests.unit.fiu import invented

from jaga.errors import Refused
from jaga.fiu.compose import compose
from jaga.fiu.goaml import write_report
from jaga.fiu.read_back import read_report
from jaga.fiu.schema import schema_from

pytestmark = pytest.mark.oracles

ADDED = {
    "report_type": ("LTKM",),
    "identifier_type": ("KTP", "PAS"),
    "party_role_type": ("PJS",),
    "funds_type": ("UT",),
    "contact_type": ("R", "K"),
}


def localised(text=None):
    """The public schema with PPATK's codes in its lists, as its own is said to have."""
    text = text or invented.XSD.read_text()
    for name, codes in ADDED.items():
        lines = "".join(f'<xs:enumeration value="{code}"/>' for code in codes)
        text, count = re.subn(
            rf'(<xs:simpleType name="{name}".*?<xs:restriction base="xs:string">)',
            rf"\1{lines}", text, count=1, flags=re.DOTALL,
        )  # fmt: skip
        assert count == 1, name
    return text


@pytest.mark.parametrize("shape", invented.SHAPES)
def test_ppatks_own_codes_are_used_where_the_schema_has_them(shape, tmp_path):
    dossier = invented.dossier(tmp_path / "run", shape)
    report = compose(dossier)
    written = write_report(report, dossier.pack, schema_from(localised().encode()))
    root = etree.fromstring(written.content)
    assert written.stand_ins == ()
    assert root.findtext("report_code") == "LTKM"
    assert {one.text for one in root.iterfind(".//identification/type")} == {"KTP"}
    assert read_report(written.content, dossier.pack) == report
    if shape == "counter":
        first = root.find("transaction/involved_parties/party")
        assert (first.findtext("role"), first.findtext("funds_code")) == ("PJS", "UT")


def test_an_older_schema_without_the_flag_of_suspicion_still_takes_the_report(tmp_path):
    text = localised()
    text = re.sub(r'<xs:element name="\w*is_suspected"[^>]*/>', "", text)
    dossier = invented.dossier(tmp_path / "run")
    written = write_report(compose(dossier), dossier.pack, schema_from(text.encode()))
    assert b"is_suspected" not in written.content


def test_a_schema_without_a_needed_element_is_refused_by_its_name(tmp_path):
    text = localised().replace('name="reporting_user_code"', 'name="reporting_clerk"')
    dossier = invented.dossier(tmp_path / "run")
    report = compose(dossier)
    schema = schema_from(text.encode())
    with pytest.raises(Refused, match="no reporting_user_code inside report"):
        write_report(report, dossier.pack, schema)


def test_a_schema_without_rupiah_is_refused(tmp_path):
    text = localised().replace('value="IDR"', 'value="RP"')
    dossier = invented.dossier(tmp_path / "run")
    report = compose(dossier)
    schema = schema_from(text.encode())
    with pytest.raises(Refused, match="not in the schema"):
        write_report(report, dossier.pack, schema)
