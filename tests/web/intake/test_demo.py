"""The demonstration fills every list of intake, in the demonstration alone."""

import pytest

from jaga.errors import Refused
from jaga_web.channel.models import Report
from jaga_web.intake import demo, queries, record_queries
from jaga_web.intake.models import Bridge, LinkLook, LinkRequest
from jaga_web.people import demo as staff

pytestmark = pytest.mark.django_db


def test_every_list_has_something_to_show_and_twice_changes_nothing(settings):
    settings.JAGA_DEMO = True
    people = staff.seed()
    for _time in range(2):
        demo.seed(people)
    officer, counsellor = people["penerimaan"], people["konselor"]
    found = list(queries.inbox(officer, queries.OPEN))
    assert len(found) == len(demo.REPORTS) + 2
    assert found[0].safe_now == "no"
    assert all("UJI" in one.words or not one.words for one in Report.objects.all())
    assert record_queries.news_counts(officer) == {"entries": 4, "events": 3}
    assert record_queries.activities(counsellor).count() == len(demo.GROUPS)
    assert record_queries.complaints(officer).count() == len(demo.COMPLAINTS)
    assert (Bridge.objects.count(), LinkRequest.objects.count(), LinkLook.objects.count()) == (
        1, 2, 1,
    )  # fmt: skip


def test_nothing_is_invented_outside_a_demonstration(settings, person):
    settings.JAGA_DEMO = False
    with pytest.raises(Refused):
        demo.seed({"penerimaan": person("intake_officer")})
    assert not Report.objects.exists()
