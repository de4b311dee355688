"""Objects the permission matrix asks for."""

from tests.web.referrals import made

from jaga_web.cases import actions
from jaga_web.people.models import Organisation, User


def a_case(organisation):
    """A case that nobody of the matrix holds."""
    opener, _ = User.objects.get_or_create(
        username=f"pembuka-{organisation.pk}",
        defaults={"display_name": "Pembuka", "organisation": organisation, "roles": ["registrar"]},
    )
    return {"number": actions.open_case(organisation=organisation, source="direct", by=opener).pk}


def a_sent_referral(organisation):
    """A referral that waits for its partner's answer."""
    partner, _ = Organisation.objects.get_or_create(name="UPTD PPA Contoh Dua", kind="uptd")
    return {"number": made.sent_to(partner, organisation).pk}
