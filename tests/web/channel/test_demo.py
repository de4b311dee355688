"""The invented reports of the demonstration."""

import pytest
from tests.web.channel.visitor import Visitor

from jaga.casework.receipt import word_list
from jaga.errors import Refused
from jaga_web.channel import demo
from jaga_web.channel.models import Message, Report
from jaga_web.clocks.models import Clock


def test_invented_reports_say_so_and_are_made_once(person, settings):
    settings.JAGA_DEMO = True
    staff = person("intake_officer")
    made = demo.seed(by=staff)
    assert demo.seed(by=staff) == made
    assert len(made) == len(demo.INVENTED) == Report.objects.count()
    texts = [r.words for r in Report.objects.all()] + [m.body for m in Message.objects.all()]
    assert all(text.startswith("(rekaan)") for text in texts if text)
    assert {r.door for r in made} == {"lapor", "phone", "letter"}
    assert Clock.objects.count() == 1
    assert "Halo Bulan" in Visitor().come_back(demo.CODE).text
    assert set(demo.CODE.split()) <= set(word_list())


def test_no_report_is_invented_outside_a_demonstration(person):
    with pytest.raises(Refused):
        demo.seed(by=person("intake_officer"))
    assert not Report.objects.exists()
