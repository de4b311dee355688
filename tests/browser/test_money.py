"""Money paths in a real browser: the picture as drawn, at three sizes, and the page around it."""

import pytest
from django.urls import reverse
from tests.browser.test_walk import DESK, queue, staff, visit  # noqa: F401
from tests.unit.screening.network.made import fan, network

from jaga.screening.network.draw import svg
from jaga.screening.network.model import Limits
from jaga_web.alerts.models import Alert

pytestmark = pytest.mark.browser

MEASURED = """() => {
    const picture = document.querySelector('svg.paths');
    const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
    const texts = [...picture.querySelectorAll('text')];
    const small = Math.min(...texts.map(t => parseFloat(getComputedStyle(t).fontSize) * scale));
    const labels = [...picture.querySelectorAll('text.paths-label')];
    const nodes = [...picture.querySelectorAll('g')].map(
        group => [...group.children].find(part => part.tagName != 'title'));
    const boxes = [...labels, ...nodes].map(part => part.getBBox());
    let over = 0;
    boxes.forEach((a, i) => boxes.slice(0, i).forEach(b => {
        over += a.x < b.x + b.width && b.x < a.x + a.width
            && a.y < b.y + b.height && b.y < a.y + a.height;
    }));
    const outside = boxes.filter(a => a.x < 0 || a.x + a.width > picture.viewBox.baseVal.width);
    return {small, over, outside: outside.length, nodes: nodes.length, labels: labels.length,
            right: picture.getBoundingClientRect().right};
}"""


@pytest.mark.parametrize(
    ("payments", "limits", "nodes"),
    [
        (fan(10), Limits(), 21),
        (fan(100, hops=2), Limits(hub_ties=1000), 200),
        (fan(250, hops=2), Limits(hub_ties=1000), 200),
        (fan(25, hops=4), Limits(hops=4), 200),
    ],
)
def test_as_drawn_nothing_overlaps_and_letters_are_large_enough(
    browser, screenshots, payments, limits, nodes
):
    page = browser.new_page(viewport=DESK)
    drawn = svg(network(payments, "s", limits), "id")
    page.set_content(f"<body>{drawn}</body>")
    page.screenshot(path=screenshots / f"paths-{len(payments)}-{limits.hops}.png", full_page=True)
    found = page.evaluate(MEASURED)
    assert found["nodes"] == nodes
    assert (found["over"], found["outside"]) == (0, 0)
    assert found["small"] >= 11
    assert found["right"] <= DESK["width"]
    page.close()


@pytest.mark.django_db(transaction=True)
def test_the_page_reads_on_a_desk_and_a_telephone_light_and_dark(visit, staff, queue):  # noqa: F811
    alert = Alert.objects.filter(outcome="protection").first()
    # Two people, because a code works once in thirty seconds.
    for scheme, name in (("light", "ratna"), ("dark", "bagus")):
        window = visit(name, staff[name], scheme)
        window.page.goto(window.address + reverse("alerts:network", args=[alert.pk]))
        window.page.get_by_role("heading", name="Akun dalam gambar").wait_for()
        window.look(f"money-{scheme}")
        window.page.set_viewport_size(DESK)
        assert window.page.evaluate(MEASURED)["over"] == 0
        window.page.get_by_role("link", name="1 langkah").click()
        window.page.get_by_role("link", name="2 langkah").wait_for()
