"""The picture: nothing on top of anything, the same each time, and no colour alone."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from tests.unit.screening.network.made import fan, network, pays

from jaga.screening.network.draw import svg
from jaga.screening.network.layout import arrange
from jaga.screening.network.model import Holder, Limits

SIZES = [
    (fan(5), Limits()),
    (fan(99), Limits(hub_ties=200)),
    (fan(25, hops=4), Limits(hops=4)),
    (fan(500), Limits(hub_ties=1000)),
    (fan(250, hops=2), Limits(hub_ties=1000, max_nodes=200)),
]


@pytest.mark.parametrize(("payments", "limits"), SIZES)
def test_no_node_and_no_label_overlaps_another(payments, limits):
    found = network(payments, "s", limits)
    layout = arrange(found)
    boxes = [*layout.nodes.values(), *(label.box for label in layout.labels.values())]
    assert len(layout.nodes) == len(found.parties) <= 200
    assert [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])] == []
    assert all(box.inside(layout.width, layout.height) for box in boxes)


def test_two_hundred_fit_the_width_of_a_small_laptop_and_about_a_screen_of_height():
    layout = arrange(network(fan(500), "s", Limits(hub_ties=1000)))
    assert layout.width <= 1256
    assert layout.height <= 1400


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_same_network_is_drawn_alike_and_reads_as_xml(language):
    payments = fan(40, hops=2)
    first = svg(network(payments, "s"), language)
    assert svg(network(payments[::-1], "s"), language) == first
    root = ET.fromstring(first)
    assert root.find("{*}title").text
    assert root.find("{*}desc").text


def test_letters_are_no_smaller_than_eleven_and_nothing_is_styled_in_line():
    drawn = svg(network(fan(20, hops=3), "s", Limits(hops=3)), "en")
    assert min(map(float, re.findall(r'font-size="([\d.]+)"', drawn))) >= 11
    assert "style" not in drawn
    assert "<script" not in drawn


def test_each_role_has_a_shape_of_its_own():
    payments = pays("0 s shop\n0 s child\n0 s m\n1 m x\n0 s plain\n300 z z2")
    holders = {"shop": Holder("business"), "child": Holder("person", 1965)}
    root = ET.fromstring(svg(network(payments, "s", holders=holders), "id"))
    shapes = {}
    for group in root.findall("{*}g"):
        title = group.find("{*}title").text
        shape = next(e for e in group if not e.tag.endswith(("title", "text")))
        shapes[title.split(": ")[1].split(",")[0]] = (
            shape.tag.split("}")[1], shape.get("rx"), shape.get("stroke-dasharray"),
        )  # fmt: skip
    kinds = [shapes[name] for name in ("s", "shop", "child", "m", "plain")]
    assert len(set(kinds)) == 5


def test_arrows_follow_the_amount_but_never_at_a_childs_account():
    payments = pays("0 s child 900\n0 s big 900\n0 s small 9")
    holders = {"child": Holder("person", None, has_guardian=True)}
    drawn = svg(network(payments, "s", holders=holders), "id")
    widths = re.findall(r'class="paths-out" d="[^"]+" fill="none" stroke="#\w+" '
                        r'stroke-width="([\d.]+)"', drawn)  # fmt: skip
    assert sorted(map(float, widths)) == [1.0, 1.5, 6.0]
    title = re.search(r"<title>(\d+: child[^<]*)</title>", drawn).group(1)
    assert "Rp" not in title


def test_what_it_draws_is_escaped():
    drawn = svg(network(pays('0 <b>"& s'), "s"), "id")
    assert "<b>" not in drawn
    ET.fromstring(drawn)


def test_a_full_picture_names_only_those_who_matter():
    layout = arrange(network(fan(99), "s", Limits(hub_ties=200)))
    assert 1 in layout.labels
    assert len(layout.labels) <= 13
