"""Files that others open: typed keys, no formulas, no zeros for what nobody knows."""

import csv
import io

from lxml import etree
from tests.unit.screening.network.made import fan, network, pays

from jaga.screening.network.draw import svg
from jaga.screening.network.files import edges_csv, graphml, nodes_csv
from jaga.screening.network.follow import nearest
from jaga.screening.network.model import Holder

KEY = "{http://graphml.graphdrawing.org/xmlns}key"


def test_a_token_that_looks_like_a_formula_is_text_in_the_tables():
    found = network(pays("0 =1+1 s\n0 @sum s\n1 s -2\n1 s +x"), "s")
    for made in (nodes_csv(found), edges_csv(found)):
        for row in csv.reader(io.StringIO(made.decode())):
            assert not any(cell[:1] in set("=+-@\t\r") for cell in row if cell)
    assert "'=1+1" in nodes_csv(found).decode()


def test_the_graph_declares_types_and_leaves_out_what_nobody_knows():
    found = network(pays("0 s child\n0 s b\n1 b c"), "s", holders={"child": Holder("person", 1965)})
    root = etree.fromstring(graphml(found))
    types = {key.get("attr.name"): key.get("attr.type") for key in root.iter(KEY)}
    assert (types["account"], types["amount_idr"], types["hub"]) == ("string", "long", "boolean")
    numbers = {name: t for name, t in types.items() if name.endswith(("idr", "number"))}
    assert set(numbers.values()) == {"long"}
    child = next(n for n in root.iter("{*}node") if "child" in "".join(n.itertext()))
    assert not [d for d in child if d.get("key") == "n_came_idr"]


def test_characters_that_xml_cannot_hold_do_not_break_the_file():
    found = network(pays("0 a\x01b\ufffe s"), "s")
    for made in (graphml(found), svg(found, "id").encode()):
        assert "a\ufffdb\ufffd" in "".join(etree.fromstring(made).itertext())


def test_a_smaller_network_keeps_the_numbers_and_tokens_of_the_whole():
    whole = network(fan(10), "s")
    rows = {
        (row["from_number"], row["to_number"]): (row["from_account"], row["to_account"])
        for row in csv.DictReader(io.StringIO(edges_csv(whole).decode()))
    }
    small = csv.DictReader(io.StringIO(edges_csv(nearest(whole, 1, 7)).decode()))
    kept = [(rows[row["from_number"], row["to_number"]], row) for row in small]
    assert len(kept) == 6
    assert all(ends == (row["from_account"], row["to_account"]) for ends, row in kept)
