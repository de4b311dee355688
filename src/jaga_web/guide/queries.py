"""What a printed summary reads. The case or referral was found by its own visible() before."""

from django.db.models import QuerySet

from jaga.casework import referral as rules
from jaga_web.access import REFERRALS_SEND
from jaga_web.cases.models import Case, Goal, Service
from jaga_web.people.models import User
from jaga_web.referrals import queries as referrals
from jaga_web.referrals.models import Referral


def goals(case: Case) -> QuerySet[Goal]:
    """What the plan still wants to reach."""
    return Goal.objects.filter(case=case).exclude(state="dropped")


def services(case: Case) -> QuerySet[Service]:
    """The services of the plan, soonest first."""
    return Service.objects.filter(case=case).order_by("due_on", "pk")


def sent(user: User) -> QuerySet[Referral]:
    """Referrals this person may see, which a partner may still look at."""
    open_states = (rules.SENT, rules.ACCEPTED, rules.IN_SERVICE)
    return referrals.sent(user).filter(state__in=open_states)


def printable(user: User, case: Case) -> list[Referral]:
    """The referrals of a case that can be handed to the partner on paper."""
    if not user.may(REFERRALS_SEND):
        return []
    return [one for one in sent(user).filter(case=case) if referrals.is_reachable(one)]
