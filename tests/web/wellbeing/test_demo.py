"""The demonstration has months to show, and nothing is invented anywhere else."""

import pytest

from jaga.errors import Refused
from jaga_web.people import demo as staff
from jaga_web.wellbeing import demo, queries
from jaga_web.wellbeing.models import Exposure


def test_the_demonstration_shows_finished_months(settings, db):
    settings.JAGA_DEMO = True
    people = staff.seed()
    demo.seed(people)
    months = [figures for _first, figures in queries.summary(people["direktur"])]
    assert months[0] is not None
    assert queries.seen_by_supervisor(people["pekerja-kasus"]) is not None
    assert queries.seen_by_supervisor(people["konselor"]) in (None, "rest")


def test_nothing_is_invented_outside_a_demonstration(settings, person):
    with pytest.raises(Refused):
        demo.seed({"pekerja-kasus": person("caseworker"), "penyelia": person("supervisor")})
    assert not Exposure.objects.exists()
