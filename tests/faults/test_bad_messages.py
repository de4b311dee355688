"""Hostile and damaged XML: a sentence or a report; no entity expanded, no file or host reached."""

import gzip
import os
import random
import re
import socket
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from lxml import etree
from tests.unit.ledger.messages import (
    INVENTED,
    NAMESPACE,
    ORACLES,
    credit_transfers,
    payment_rows,
    read_xml,
    transfer,
    write_xml,
)
from tests.unit.ledger.payments import rejects

from jaga.errors import BadInput, JagaError
from jaga.ledger.canonical import Validator
from jaga.ledger.options import ReadOptions
from jaga.ledger.readers import open_file
from jaga.ledger.readers.iso20022 import stream
from jaga.ledger.staging import stage
from jaga.ledger.tables import PAYMENTS

SOURCE = Path(__file__).parents[2] / "src"
MARKER = "PLANTEDMARKER7"
VALUES = [
    "",
    " ",
    "-1",
    "1e309",
    "NaN",
    "9" * 400,
    "2025-99-99T00:00:00+07:00",
    "2025-03-10",
    "2025-03-10T09:00:00",
    "\u202e",
    "'; DROP TABLE x; --",
    "${x}",
    "\t\n",
    "NOTPROVIDED",
    "CRDT",
    "true",
    "RJCT",
]
BYTES = [b"<", b">", b"&", b"\0", b"\xff", b"]]>", b"<!--", b"<?x", b"&#0;", b"&x;", b'"', b"/>"]


def originals() -> list[bytes]:
    files = sorted(INVENTED.glob("*.xml"))
    files += sorted(ORACLES.glob("*.xml")) if ORACLES.is_dir() else []
    return [path.read_bytes() for path in files]


def bent(content: bytes, chance: random.Random) -> bytes:
    """The same message with elements removed, doubled, moved, renamed or given other texts."""
    root = etree.fromstring(content)
    for _ in range(chance.choice((1, 2, 5, 15))):
        elements = [one for one in root.iter(etree.Element) if one is not root]
        if not elements:
            break
        chosen, other = chance.choice(elements), chance.choice(elements)
        kind = chance.randrange(7)
        if kind == 0:
            chosen.getparent().remove(chosen)
        elif kind == 1:
            chosen.addnext(etree.fromstring(etree.tostring(chosen)))
        elif kind == 2 and other not in list(chosen.iter()):
            other.append(chosen)
        elif kind == 3:
            chosen.tag = chance.choice((other.tag, "Astray", "{urn:example:x}Dbtr"))
        elif kind == 4:
            chosen.append(etree.Comment("x"))
        elif kind == 5:
            chosen.attrib.clear()
        else:
            chosen.text = chance.choice(VALUES)
    return etree.tostring(root, xml_declaration=chance.random() < 0.5, encoding="UTF-8")


def with_entity(content: bytes, chance: random.Random, planted: str) -> bytes:
    """The same message with an external entity declared, and used in one of its texts."""
    declared = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{planted}">]>'.encode()
    start = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
    spots = [at for at in range(start, len(content)) if content[at : at + 2] == b"</"]
    at = chance.choice(spots)
    return content[:start] + declared + content[start:at] + b"&x;" + content[at:]


def torn(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 2, 6))):
        at = chance.randrange(len(content) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            content = content[:at] + chance.choice(BYTES) + content[at:]
        elif kind == 1:
            content = content[:at] + content[at + chance.randrange(1, 40) :]
        elif kind == 2 and chance.random() < 0.3:
            content = content[:at]
        else:
            content = content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
    return content


def mutated(content: bytes, chance: random.Random, planted: str) -> bytes:
    made = bent(content, chance)
    if chance.random() < 0.15:
        made = with_entity(made, chance, planted)
    return torn(made, chance) if chance.random() < 0.3 else made


def test_a_thousand_mutated_messages(tmp_path):
    chance = random.Random(20022)
    planted = tmp_path / "planted.txt"
    planted.write_text(MARKER)
    validator = Validator(ReadOptions(keep_remarks=True))
    sources = originals()
    read = refused = kept = rejected = 0
    said: list[str] = []
    for number in range(1000):
        path = tmp_path / "message.xml"
        path.write_bytes(mutated(chance.choice(sources), chance, planted.as_uri()))
        try:
            raw = open_file(path, PAYMENTS, {}, {}, None)
            staged = stage(raw, number, validator, tmp_path, lambda *_: None)
        except JagaError as error:
            refused += 1
            said.append(error.text.id + error.text.en)
            continue
        read += 1
        kept += staged.kept
        files = [*staged.rows, *(one for one in (staged.rejects, staged.marks) if one)]
        tables = {file: pq.read_table(file) for file in files}
        lost = tables[staged.rejects].num_rows if staged.rejects else 0
        rejected += lost
        assert staged.rows_in == staged.kept + lost > 0
        assert MARKER not in str([table.to_pydict() for table in tables.values()])
        for file in files:
            file.unlink()
    validator.close()
    assert MARKER not in str(said)
    assert read > 500
    assert refused > 150
    assert kept > 500
    assert rejected > 500


def laughs() -> str:
    lines = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    return f'<!DOCTYPE d [<!ENTITY l0 "ha">{lines}]>'


@pytest.fixture
def listening():
    """A server on this machine that must never be called; its address."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.05)
    yield f"http://127.0.0.1:{server.getsockname()[1]}/x"
    with pytest.raises(TimeoutError):
        server.accept()
    server.close()


def hostile(kind: str, planted: str, host: str) -> bytes:
    body = credit_transfers(transfer(Dbtr="<Nm>&x;</Nm>"))
    made = {
        "file": f'<!DOCTYPE d [<!ENTITY x SYSTEM "{planted}">]>{body}',
        "host": f'<!DOCTYPE d [<!ENTITY x SYSTEM "{host}">]>{body}',
        "parameter": f'<!DOCTYPE d [<!ENTITY % p SYSTEM "{planted}"> %p;]>{body}',
        "outer dtd": f'<!DOCTYPE d SYSTEM "{host}">{body}',
        "laughs": laughs() + body.replace("&x;", "&l9;"),
        "in an attribute": laughs() + body.replace('Ccy="IDR"', 'Ccy="&l9;"'),
        "lower case": f'<!doctype d [<!ENTITY x SYSTEM "{planted}">]>{body}',
        "no doctype": body,
        "late": f'<!--{" " * (1 << 19)}--><!DOCTYPE d [<!ENTITY x "y">]>{body}',
    }
    if kind == "utf-16":
        return made["file"].encode("utf-16")
    return made[kind].encode()


@pytest.mark.parametrize(
    "kind",
    ["file", "host", "parameter", "outer dtd", "laughs", "in an attribute", "lower case",
     "no doctype", "late", "utf-16"],
)  # fmt: skip
@pytest.mark.parametrize("way", ["plain", "zipped", "past the first look"])
def test_entities_are_refused_and_reach_nothing(tmp_path, listening, monkeypatch, kind, way):
    if way == "past the first look":
        # What if the search for a DOCTYPE were fooled? The parser's own settings have to hold.
        monkeypatch.setattr(stream, "_DOCTYPE", re.compile(b"(?!)"))
    (tmp_path / "planted.txt").write_text(MARKER)
    content = hostile(kind, (tmp_path / "planted.txt").as_uri(), listening)
    path = write_xml(tmp_path, gzip.compress(content) if way == "zipped" else content, "one.xml")
    with pytest.raises(BadInput) as caught:
        read_xml(tmp_path, path)
    assert MARKER not in caught.value.text.en
    if kind not in ("no doctype", "lower case") and way != "past the first look":
        assert "DOCTYPE" in caught.value.text.en


def test_an_xinclude_is_an_element_like_any_other(tmp_path):
    (tmp_path / "planted.txt").write_text(MARKER)
    include = (
        '<i:include xmlns:i="http://www.w3.org/2001/XInclude" parse="text" '
        f'href="{(tmp_path / "planted.txt").as_uri()}"/>'
    )
    path = write_xml(tmp_path, credit_transfers(transfer(RmtInf=f"<Ustrd>{include}</Ustrd>")))
    ledger, report = read_xml(tmp_path, path, keep_remarks=True)
    assert report.kept == 1
    assert MARKER not in str(payment_rows(ledger))


LARGE = [
    "<a>" * 300 + "</a>" * 300,
    credit_transfers("<X>" * 300 + "</X>" * 300),
    credit_transfers(transfer(RmtInf=f"<Ustrd>{'x' * (11 << 20)}</Ustrd>")),
    credit_transfers("<X/>" * (2 << 20)),
    credit_transfers()[:-40],
    credit_transfers(transfer()).replace("</CdtrAcct>", ""),
    '<?xml version="1.0" encoding="UTF-8"?><a>\xff</a>'.encode("latin-1"),
    '<?xml version="1.0" encoding="no-such-encoding"?><a/>',
    "<" + "a" * 60_000 + "/>",
]


@pytest.mark.parametrize("number", range(len(LARGE)))
def test_what_is_too_deep_too_large_or_broken_is_a_sentence(tmp_path, number):
    with pytest.raises(BadInput, match="XML file"):
        read_xml(tmp_path, write_xml(tmp_path, LARGE[number]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings_that_the_declaration_names(tmp_path, encoding):
    content = f'<?xml version="1.0" encoding="{encoding}"?>' + credit_transfers(
        transfer(CdtrAcct="<Id><Othr><Id>Café-1</Id></Othr></Id>")
    )
    ledger, _ = read_xml(tmp_path, write_xml(tmp_path, content.encode(encoding)))
    assert payment_rows(ledger)["B1/TX-1"]["creditor"] == "Café-1"


def test_a_text_is_whole_across_comments_and_sections(tmp_path):
    content = credit_transfers(transfer(amount="1<!-- -->50<![CDATA[0]]><?p x?>00"))
    ledger, _ = read_xml(tmp_path, write_xml(tmp_path, content))
    assert payment_rows(ledger)["B1/TX-1"]["amount_minor"] == 15_000_000


def test_a_file_cut_into_small_pieces_gives_the_same(tmp_path, monkeypatch):
    whole, _ = read_xml(tmp_path / "whole", INVENTED)
    monkeypatch.setattr(stream, "CHUNK", 7)
    pieces, _ = read_xml(tmp_path / "pieces", INVENTED)
    assert whole.manifest == pieces.manifest


def test_lines_beyond_those_libxml2_keeps_are_still_right(tmp_path):
    many = [transfer(f"TX-{n}", "1" if n % 1000 else "bad") for n in range(1, 3001)]
    padded = "\n".join(one.replace("<PmtId>", "\n" * 30 + "<PmtId>") for one in many)
    text = credit_transfers(padded)
    ledger, _ = read_xml(tmp_path, write_xml(tmp_path, text))
    expected = [text[: text.index(f"<TxId>TX-{n}<")].count("\n") - 29 for n in (1000, 2000, 3000)]
    assert [int(one["line"]) for one in rejects(ledger)] == expected


def test_an_unmapped_message_of_any_size_is_one_reject(tmp_path):
    inner = f'<Document xmlns="{NAMESPACE}camt.056.001.08">{"<A><B/></A>" * (1 << 19)}</Document>'
    alone = write_xml(tmp_path, inner, "alone.xml")
    both = write_xml(tmp_path, f"<E>{inner}{credit_transfers(transfer())}</E>", "both.xml")
    _, report = read_xml(tmp_path, alone, both)
    assert (report.kept, report.rejected) == (1, {"unmapped_message": 2})


MEASURE = """
import re, sys
from pathlib import Path
from jaga.ledger.readers import open_file
from jaga.ledger.tables import PAYMENTS
rows = sum(b.table.num_rows for b in open_file(Path(sys.argv[1]), PAYMENTS, {}, {}, None).batches())
print(rows, re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


def large(shape: str, count: int) -> str:
    """A message of many transactions: in one batch entry, in many groups, or side by side."""
    if shape == "pacs.008":
        return credit_transfers(*(transfer(f"TX-{n}") for n in range(count)))
    text = (INVENTED / {"camt": "camt_053.xml", "pain": "pain_001.xml"}[shape]).read_text()
    start, end = {"camt": ("<TxDtls>", "</TxDtls>"), "pain": ("<PmtInf>", "</PmtInf>")}[shape]
    at = text.index(start, text.index("<Btch>") if shape == "camt" else 0)
    part = text[at : text.index(end, at) + len(end)]
    return text[:at] + part * count + text[at:]


@pytest.mark.parametrize("shape", ["pacs.008", "camt", "pain"])
def test_memory_does_not_grow_with_the_file(tmp_path, shape):
    peaks = []
    for count in (6_000, 18_000):
        path = write_xml(tmp_path, large(shape, count), f"{count}.xml")
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, str(path)],
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
            capture_output=True,
            text=True,
            check=True,
        )
        rows, peak = map(int, done.stdout.split())
        assert rows >= count
        peaks.append(peak)
    # Three times the file; its tree would take sixty megabytes more.
    assert peaks[1] - peaks[0] < 8 << 10
