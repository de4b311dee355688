"""The goAML schema a report is checked against: opened without network, entities or includes.

It answers three questions for the writer: in which order an element's children stand, which
codes a list knows, and what is wrong with a finished report. Answers name elements, never values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree

from jaga.errors import JagaError
from jaga.fiu.refusing import bad, refused
from jaga.words import Text

XS = "{http://www.w3.org/2001/XMLSchema}"
LARGEST_BYTES = 5_000_000
MOST_FAULTS = 12
_REACHES_OUT = tuple(XS + name for name in ("include", "import", "redefine", "override"))
_EXPECTED = re.compile(r"Expected is (?:one of )?\( ([\w, .:{}-]+?)(?:, \.\.\.)? \)")


def safe_parser() -> Any:
    """A parser that expands no entity, loads no DTD and opens no other file or address."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip


def parse_safely(content: bytes) -> Any:
    """The root element; ValueError for what is not plain XML (a document type included)."""
    try:
        root = etree.fromstring(content, safe_parser())
    except etree.XMLSyntaxError as wrong:
        raise ValueError("not XML") from wrong
    info = root.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise ValueError("a document type has no place here")
    return root


@dataclass(frozen=True)
class Schema:
    """A goAML schema, ready to validate and to be asked about."""

    root: Any
    validator: Any

    @cached_property
    def _types(self) -> dict[str, Any]:
        kinds = (XS + "complexType", XS + "simpleType")
        return {node.get("name"): node for node in self.root if node.tag in kinds}

    @cached_property
    def _known(self) -> dict[str, dict[str, Any]]:
        """Children by type name, as they are asked for."""
        return {}

    @cached_property
    def report(self) -> Any:
        """The declaration of the root element."""
        return next(e for e in self.root if e.tag == XS + "element" and e.get("name") == "report")

    def children(self, declaration: Any) -> dict[str, Any]:
        """Declarations of the child elements of an element, in the order the schema wants."""
        inline, name = declaration.find(XS + "complexType"), declaration.get("type")
        if inline is not None:
            return dict(self._walk(inline))
        if name not in self._known:
            kind = self._types.get(name)
            self._known[name] = {} if kind is None else dict(self._walk(kind))
        return self._known[name]

    def _walk(self, node: Any) -> Iterator[tuple[str, Any]]:
        for child in node:
            if child.tag == XS + "element":
                yield child.get("name"), child
            elif child.tag == XS + "extension" and child.get("base") in self._types:
                yield from self._walk(self._types[child.get("base")])
                yield from self._walk(child)
            elif child.tag in (XS + n for n in ("sequence", "choice", "all", "complexContent")):
                yield from self._walk(child)

    def codes(self, type_name: str) -> frozenset[str] | None:
        """The codes of an enumerated type; None when the type is open or unknown."""
        node = self._types.get(type_name)
        found = [] if node is None else [e.get("value") for e in node.iter(XS + "enumeration")]
        return frozenset(found) or None

    def faults(self, content: bytes) -> list[Text]:
        """What is wrong with a report, as sentences; empty when it is valid."""
        if self.validator.validate(etree.fromstring(content, safe_parser())):
            return []
        found = {_sentence(error).id: _sentence(error) for error in self.validator.error_log}
        return list(found.values())[:MOST_FAULTS]


def read_schema(path: Path) -> Schema:
    """The schema in a file; Refused, in words, for anything but a plain goAML schema."""
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST_BYTES else None
    except OSError:
        raise bad(
            "Berkas skema (--xsd) tidak dapat dibuka. Unduh skema goAML dari PPATK.",
            "The schema file (--xsd) cannot be opened. Download the goAML schema from PPATK.",
        ) from None
    if content is None:
        raise refused(
            "Berkas skema terlalu besar untuk sebuah skema goAML. Periksa berkasnya.",
            "The schema file is too large to be a goAML schema. Check the file.",
        )
    return schema_from(content)


def schema_from(content: bytes) -> Schema:
    """A schema from its bytes; see `read_schema`."""
    try:
        root = parse_safely(content)
    except ValueError:
        raise _not_goaml() from None
    if any(node.tag in _REACHES_OUT for node in root.iter()):
        raise refused(
            "Skema ini menarik berkas lain (include atau import) dan tidak dibuka. Pakai skema "
            "goAML satu berkas dari PPATK.",
            "This schema pulls in other files (include or import) and is not opened. Use the "
            "one-file goAML schema from PPATK.",
        )
    reports = [e for e in root if e.tag == XS + "element" and e.get("name") == "report"]
    if root.tag != XS + "schema" or not reports:
        raise _not_goaml()
    try:
        return Schema(root, etree.XMLSchema(root.getroottree()))
    except etree.XMLSchemaParseError:
        raise _not_goaml() from None


def _not_goaml() -> JagaError:
    return refused(
        "Berkas --xsd bukan skema goAML (tidak ada elemen report). Pakai skema dari PPATK.",
        "The --xsd file is no goAML schema (it has no element report). Use the one from PPATK.",
    )


def _sentence(error: Any) -> Text:
    """One fault in words. lxml's own message may quote a value, so only names are taken from it."""
    place = " / ".join(re.sub(r"\[\d+\]", "", error.path or "").strip("/").split("/")[-3:])
    expected = _EXPECTED.search(error.message or "")
    kind = error.type_name.removeprefix("SCHEMAV_")
    if kind == "ELEMENT_CONTENT" and "Missing child" in error.message:
        names = expected.group(1) if expected else "?"
        return Text(f"{place}: kurang {names}.", f"{place}: {names} is missing.")
    if kind == "ELEMENT_CONTENT":
        names = expected.group(1) if expected else "-"
        return Text(
            f"{place}: skema mengharapkan {names} sebelum ini.",
            f"{place}: the schema expects {names} before it.",
        )
    said = _FACETS.get(kind, _OTHER)
    return Text(f"{place}: {said.id}.", f"{place}: {said.en}.")


_OTHER = Text("isinya tidak sesuai jenis datanya", "its content does not fit its data type")
_FACETS = {
    "CVC_PATTERN_VALID": Text(
        "memuat huruf yang tidak diterima skema", "holds letters that the schema does not accept"
    ),
    "CVC_MINLENGTH_VALID": Text("masih kosong atau terlalu pendek", "is empty or too short"),
    "CVC_MAXLENGTH_VALID": Text("terlalu panjang", "is too long"),
    "CVC_LENGTH_VALID": Text("panjangnya tidak tepat", "has the wrong length"),
    "CVC_ENUMERATION_VALID": Text(
        "kodenya tidak ada di daftar skema", "its code is not in the schema's list"
    ),
    "CVC_MININCLUSIVE_VALID": Text("nilainya terlalu kecil", "its value is too small"),
    "CVC_MAXINCLUSIVE_VALID": Text("nilainya terlalu besar", "its value is too large"),
    "CVC_FRACTIONDIGITS_VALID": Text("desimalnya terlalu banyak", "has too many decimals"),
}  # fmt: skip
