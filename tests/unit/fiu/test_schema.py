"""Schemas from strangers: what reaches out or is no goAML is refused in a sentence."""

import zipfile
from io import BytesIO

import pytest
from tests.unit.fiu import invented

from jaga.errors import BadInput, Refused
from jaga.fiu.pack import read_pack
from jaga.fiu.package import zipped
from jaga.fiu.read_back import read_report
from jaga.fiu.schema import parse_safely, read_schema, schema_from

HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
REPORT = '<xs:element name="report" type="xs:string"/></xs:schema>'

HOSTILE = {
    "include": (HEAD + '<xs:include schemaLocation="http://contoh.invalid/a.xsd"/>' + REPORT,
                "pulls in other files"),
    "import": (HEAD + '<xs:import namespace="urn:x" schemaLocation="secret.xsd"/>' + REPORT,
               "pulls in other files"),
    "redefine": (HEAD + '<xs:redefine schemaLocation="file:///etc/passwd"/>' + REPORT,
                 "pulls in other files"),
    "entity": ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + HEAD
               + "<xs:annotation><xs:documentation>&e;</xs:documentation></xs:annotation>"
               + REPORT, "no goAML schema"),
    "no report": (HEAD + '<xs:element name="letter" type="xs:string"/></xs:schema>',
                  "no goAML schema"),
    "not XML": ("rows, not XML", "no goAML schema"),
    "broken": (HEAD + '<xs:element name="report" type="nowhere"/></xs:schema>', "no goAML schema"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_schema_is_refused(name):
    text, sentence = HOSTILE[name]
    with pytest.raises(Refused, match=sentence):
        schema_from(text.encode())


def test_a_missing_or_huge_schema(tmp_path):
    with pytest.raises(BadInput, match="cannot be opened"):
        read_schema(tmp_path / "nowhere.xsd")
    huge = tmp_path / "huge.xsd"
    huge.write_bytes(b" " * 5_000_001)
    with pytest.raises(Refused, match="too large"):
        read_schema(huge)


def test_a_report_with_a_document_type_is_not_read():
    with pytest.raises(ValueError, match="document type"):
        parse_safely(b'<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>')
    with pytest.raises(BadInput, match="not an LTKM that Jaga wrote"):
        read_report(b"<report/>", read_pack("ppatk"))


@pytest.mark.oracles
@pytest.mark.parametrize("name", ["golden_STR.xml", "golden_AIF.xml", "golden_SAR.xml"])
def test_the_public_golden_reports_are_valid(name):
    schema = read_schema(invented.XSD)
    assert schema.faults((invented.ORACLES / name).read_bytes()) == []


@pytest.mark.oracles
def test_the_order_and_the_codes_come_from_the_schema():
    schema = read_schema(invented.XSD)
    names = list(schema.children(schema.report))
    assert names.index("rentity_id") < names.index("report_code") < names.index("transaction")
    assert "E" in schema.codes("submission_type")
    assert schema.codes("comments_type") is None


def test_a_zip_is_the_same_whenever_it_is_packed_and_keeps_its_limits():
    pack = read_pack("ppatk")
    reports = {"b.xml": b"<b/>", "a.xml": b"<a/>"}
    assert zipped(reports, pack) == zipped(dict(reversed(reports.items())), pack)
    with zipfile.ZipFile(BytesIO(zipped(reports, pack))) as package:
        assert package.namelist() == ["a.xml", "b.xml"]
    with pytest.raises(Refused, match="over the size limit of a file"):
        zipped({"a.xml": b" " * 5_000_001}, pack)
