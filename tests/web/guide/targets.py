"""Objects the permission matrix asks for."""

from jaga_web.cases import actions
from jaga_web.people.models import User


def a_case(organisation):
    """A case that nobody of the matrix holds."""
    opener, _ = User.objects.get_or_create(
        username=f"pembuka-{organisation.pk}",
        defaults={"display_name": "Pembuka", "organisation": organisation, "roles": ["registrar"]},
    )
    return {"number": actions.open_case(organisation=organisation, source="direct", by=opener).pk}
