"""The board on what the work did: services, sums, safety plans, and what children say of it."""

from datetime import timedelta

from django.utils import timezone
from tests.web.national import fabricate
from tests.web.national.test_board import figure, many, row

from jaga_web.cases.models import Service
from jaga_web.national import board


def service(case, state, **fields):
    return Service.objects.create(case=case, code="legal", state=state, by=case.opened_by, **fields)


def test_time_to_first_service_is_counted_to_the_first_that_began(organisation, person):
    reader, now = person("registrar"), timezone.now()
    day = timezone.localdate(now)
    opened = now - timedelta(days=40)
    for case in many(organisation, 10, opened_at=opened):
        service(case, "under_way", begun_on=day - timedelta(days=20))
        service(case, "done", begun_on=day - timedelta(days=35), ended_on=day)
        service(case, "planned")
    for case in many(organisation, 5, opened_at=opened):
        service(case, "not_given", ended_on=day)
    for case in many(organisation, 5, opened_at=opened):
        service(case, "under_way")
        service(case, "planned")
    many(organisation, 5)
    [table] = figure(board.about_work(reader), "first_service").tables
    found = row(table, table.rows.index("high"))
    assert (found["7d"], found["30d"], found["not_yet"]) == (10, 0, 5)
    assert table.grand_total == 15
