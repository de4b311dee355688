"""A network as files: network.svg, network.graphml, nodes.csv, edges.csv, manifest.json.

The same network gives the same bytes; nothing here knows what time it is. A folder with a
manifest is finished: it is written last.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from lxml import etree

from jaga import __version__
from jaga.screening.export import write_whole
from jaga.screening.months import iso
from jaga.screening.network.draw import svg
from jaga.screening.network.layout import xml_text
from jaga.screening.network.model import Flow, Network, Party, Tie
from jaga.screening.network.subject import RunFolder
from jaga.words import Language

FLOW_COLUMNS = (
    "came_idr", "passed_on_idr", "kept_idr", "still_open_idr", "passed_on_percent", "kept_percent",
)  # fmt: skip
NODE_COLUMNS = (
    "number", "account", "role", "kind", "hops_before", "hops_after", "end_point", "hub",
    "protected", "alerts", "payers", "payees", "received_idr", "sent_idr",
    *FLOW_COLUMNS, "group", "community", "ties_not_shown",
)  # fmt: skip
EDGE_COLUMNS = (
    "from_number", "to_number", "from_account", "to_account", "hop", "payments", "amount_idr",
    "first_at", "last_at",
)  # fmt: skip

Value = str | int | bool | None


def node_row(party: Party) -> dict[str, Value]:
    """One row of nodes.csv. An empty flow means: not asked of this account, or not to be told."""
    return {
        "number": party.number,
        "account": party.token,
        "role": _role(party),
        "kind": party.kind,
        "hops_before": party.before,
        "hops_after": party.after,
        "end_point": party.end_point,
        "hub": party.hub,
        "protected": party.protected,
        "alerts": party.alerts,
        "payers": party.payers,
        "payees": party.payees,
        "received_idr": party.received_idr,
        "sent_idr": party.sent_idr,
        **_flow_fields(party.flow),
        "group": party.group,
        "community": party.community,
        "ties_not_shown": party.more_before + party.more_after,
    }


def _flow_fields(flow: Flow | None) -> dict[str, Value]:
    names = FLOW_COLUMNS
    if flow is None:
        return dict.fromkeys(names)
    values = (flow.came_idr, flow.passed_idr, flow.kept_idr, flow.open_idr)
    return dict(zip(names, (*values, flow.passed_percent, flow.kept_percent), strict=True))


def _role(party: Party) -> str:
    if party.subject:
        return "subject"
    if party.protected:
        return "protected"
    if party.end_point:
        return "end_point"
    return "passes_on" if party.passes_on else "account"


def edge_row(tie: Tie, tokens: Mapping[int, str]) -> dict[str, Value]:
    """One row of edges.csv; `tokens` by the numbers of their parties."""
    return {
        "from_number": tie.debtor,
        "to_number": tie.creditor,
        "from_account": tokens[tie.debtor],
        "to_account": tokens[tie.creditor],
        "hop": tie.hop,
        "payments": tie.payments,
        "amount_idr": tie.amount_idr,
        "first_at": iso(tie.first),
        "last_at": iso(tie.last),
    }


def edge_rows(network: Network) -> list[dict[str, Value]]:
    """Every tie with the tokens of its ends."""
    tokens = {party.number: party.token for party in network.parties}
    return [edge_row(tie, tokens) for tie in network.ties]


def harmless(cell: Value) -> Value:
    """A cell that no spreadsheet takes for a formula; the same guard as everywhere in Jaga."""
    starts = isinstance(cell, str) and cell[:1] in tuple("=+-@\t\r\n")
    return f"'{cell}" if starts else cell


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _word(harmless(value)) for name, value in row.items()})
    return text.getvalue().encode()


def _word(value: Value) -> Value:
    return str(value).lower() if isinstance(value, bool) else value


def nodes_csv(network: Network) -> bytes:
    """Every party with its measures."""
    return _csv(NODE_COLUMNS, map(node_row, network.parties))


def edges_csv(network: Network) -> bytes:
    """Every tie with its sums."""
    return _csv(EDGE_COLUMNS, edge_rows(network))


_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_TYPES: dict[type, str] = {bool: "boolean", int: "long", str: "string"}


def graphml(network: Network) -> bytes:
    """The graph with typed keys, as Gephi, Cytoscape and igraph read it.

    A value nobody knows is left out rather than written as a zero.
    """
    root = etree.Element(f"{{{_GRAPHML}}}graphml", nsmap={None: _GRAPHML})
    nodes = [node_row(party) for party in network.parties]
    edges = edge_rows(network)
    node_keys = _keys(root, "node", NODE_COLUMNS, nodes)
    edge_keys = _keys(root, "edge", EDGE_COLUMNS[4:], edges)
    graph = etree.SubElement(root, f"{{{_GRAPHML}}}graph", id="paths", edgedefault="directed")
    for row in nodes:
        _data(etree.SubElement(graph, f"{{{_GRAPHML}}}node", id=f"n{row['number']}"),
              node_keys, row)  # fmt: skip
    for row in edges:
        ends = {"source": f"n{row['from_number']}", "target": f"n{row['to_number']}"}
        _data(etree.SubElement(graph, f"{{{_GRAPHML}}}edge", ends), edge_keys, row)
    written = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return bytes(written)


def _keys(
    root: Any, domain: str, columns: Sequence[str], rows: Sequence[Mapping[str, Value]]
) -> dict[str, str]:
    """Declare each column with its type; the key ids by column."""
    keys = {}
    for name in columns:
        kinds = {type(row[name]) for row in rows if row[name] is not None}
        kind = kinds.pop() if len(kinds) == 1 else int
        keys[name] = f"{domain[0]}_{name}"
        etree.SubElement(
            root, f"{{{_GRAPHML}}}key",
            {"id": keys[name], "for": domain, "attr.name": name, "attr.type": _TYPES[kind]},
        )  # fmt: skip
    return keys


def _data(element: Any, keys: Mapping[str, str], row: Mapping[str, Value]) -> None:
    for name, key in keys.items():
        value = row[name]
        if value is not None:
            data = etree.SubElement(element, f"{{{_GRAPHML}}}data", key=key)
            data.text = xml_text(str(_word(value)))


def contents(network: Network, language: Language) -> dict[str, bytes]:
    """Name → bytes of every file but the manifest."""
    return {
        "network.svg": svg(network, language).encode(),
        "network.graphml": graphml(network),
        "nodes.csv": nodes_csv(network),
        "edges.csv": edges_csv(network),
    }


def manifest(network: Network, run: RunFolder, made: Mapping[str, bytes]) -> dict[str, Any]:
    """What the files were drawn from, how far it was followed, and what was left out."""
    held = run.ledger.manifest
    return {
        "code_version": __version__,
        "run_id": run.manifest.get("run_id"),
        "sources": {
            "alerts.parquet": sha256((run.path / "alerts.parquet").read_bytes()).hexdigest(),
            "days": {day: entry["sha256"] for day, entry in sorted(held["days"].items())
                     if iso(network.since)[:10] <= day <= iso(network.until)[:10]},
            "accounts": held["accounts"] and held["accounts"]["sha256"],
        },
        "subject": network.subject,
        "since": iso(network.since),
        "until": iso(network.until),
        "parameters": asdict(network.limits),
        "counts": {
            "nodes": len(network.parties),
            "edges": len(network.ties),
            "hubs": network.hubs,
            "ties_not_shown": network.left_out,
        },
        "modularity": network.modularity,
        "files": {name: sha256(content).hexdigest() for name, content in made.items()},
    }  # fmt: skip


def write(out: Path, network: Network, run: RunFolder, language: Language) -> None:
    """Write the five files into `out`, the manifest last."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "manifest.json").unlink(missing_ok=True)
    made = contents(network, language)
    for name, content in made.items():
        write_whole(out / name, content)
    told = json.dumps(manifest(network, run, made), indent=2, ensure_ascii=False, sort_keys=True)
    write_whole(out / "manifest.json", told.encode() + b"\n")
