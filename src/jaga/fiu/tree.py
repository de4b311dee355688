"""A tree of named texts, and its XML with the children in the order a schema wants them."""

from collections.abc import Iterable
from typing import Any, Union

from lxml import etree

from jaga.errors import Refused
from jaga.fiu.refusing import refused
from jaga.fiu.schema import Schema

Node = tuple[str, Union[str, "Nodes"]]
Nodes = list[Node]
# Told where a schema has a place for them; a schema without one is still a goAML schema.
_DISPENSABLE = frozenset(
    {
        "from_is_suspected", "to_is_suspected", "is_suspected", "comments", "entity_reference",
        "from_funds_comment", "to_funds_comment", "funds_comment", "schema_version",
    }
)  # fmt: skip


def leaves(pairs: Iterable[tuple[str, str]]) -> Nodes:
    """The pairs that hold a text."""
    return [(name, text) for name, text in pairs if text]


def write(schema: Schema, nodes: Nodes) -> bytes:
    """The report as XML: UTF-8, indented, the same bytes for the same tree."""
    root = etree.Element("report")
    _fill(schema, root, schema.report, nodes)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _fill(schema: Schema, element: Any, declaration: Any, nodes: Nodes) -> None:
    declared = schema.children(declaration)
    order = {name: place for place, name in enumerate(declared)}
    for name, _content in nodes:
        if name not in order and name not in _DISPENSABLE:
            raise unknown(element.tag, name)
    for name, content in sorted(
        (node for node in nodes if node[0] in order), key=lambda node: order[node[0]]
    ):
        child = etree.SubElement(element, name)
        if isinstance(content, str):
            child.text = content
        else:
            _fill(schema, child, declared[name], content)


def unknown(inside: str, name: str) -> Refused:
    """The schema has no place for something the report must say."""
    return refused(
        f"Skema ini tidak mengenal {name} di dalam {inside}. Pakai skema goAML yang berlaku.",
        f"This schema has no {name} inside {inside}. Use the goAML schema in force.",
    )
