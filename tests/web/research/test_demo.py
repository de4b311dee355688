"""The demonstration's surveys: invented, whole, and what their pages need."""

import pytest

from jaga.errors import Refused
from jaga_web.people import demo as people
from jaga_web.research import demo
from jaga_web.research.models import Answer, Collection, Table


def test_the_demonstration_has_a_survey_of_every_kind(db, settings):
    settings.JAGA_DEMO = True
    demo.seed(people.seed())
    assert {row.state for row in Collection.objects.all()} == {"open", "asked"}
    assert Answer.objects.count() == demo.RESPONDENTS
    assert all("rekaan" in row.questionnaire.title for row in Table.objects.all())


def test_no_survey_is_invented_on_a_real_site(db):
    with pytest.raises(Refused):
        demo.seed({})
