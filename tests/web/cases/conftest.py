"""What the tests of cases share."""

from tests.web.alerts.conftest import alert, taken_in  # noqa: F401
from tests.web.cases.carrying import carries, people  # noqa: F401
