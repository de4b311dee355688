"""Reads of consents, agreements and referrals. Every one starts from what a person may know of."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from jaga.casework import referral as rules
from jaga_web.access import CASES_ASSIGN, REFERRALS_ANSWER
from jaga_web.audit.models import Event
from jaga_web.cases import queries as cases
from jaga_web.cases.models import Case, Look, Service
from jaga_web.people.models import Organisation, User
from jaga_web.referrals.models import Abroad, Agreement, Consent, CounselDecision, Referral

READ_BY_PARTNER = "referrals.read"


def in_force(on: date, prefix: str = "") -> Q:
    """Consents that hold on a day: answered with yes, confirmed where need be, not taken back."""

    def q(**conditions: object) -> Q:
        return Q(**{f"{prefix}{name}": value for name, value in conditions.items()})

    yes = q(outcome="allowed") | q(outcome="with_supervisor", confirmed_by__isnull=False)
    return yes & q(withdrawn_at=None, valid_until__gte=on)


def agreed(on: date, prefix: str = "") -> Q:
    """Agreements that hold on a day: signed by both, begun, not ended."""
    names = {
        "signed_by__isnull": False,
        "partner_signed_by__isnull": False,
        "ended_at": None,
        "starts_on__lte": on,
        "ends_on__gte": on,
    }
    return Q(**{f"{prefix}{name}": value for name, value in names.items()})


def today() -> date:
    """The day by which consents, agreements and referrals are measured (WIB)."""
    return timezone.localdate()


def held(user: User) -> QuerySet[Case]:
    """The cases this person holds, or all for whoever leads those who hold them."""
    rows = cases.visible(user)
    return rows if user.may(CASES_ASSIGN) else rows.filter(owner=user.pk)


def worked_on(user: User) -> QuerySet[Case]:
    """Those, and the cases in which this person gives a service; not those of the register."""
    rows = cases.visible(user)
    if user.may(CASES_ASSIGN):
        return rows
    serving = Service.objects.filter(person=user.pk).values("case")
    return rows.filter(Q(owner=user.pk) | Q(pk__in=serving))


def consents(user: User) -> QuerySet[Consent]:
    """The consents of the cases this person works on."""
    rows = Consent.objects.filter(case__in=worked_on(user))
    return rows.select_related("case", "partner", "decided_by", "confirmed_by", "explained_by")


def consents_of(user: User, case: Case) -> QuerySet[Consent]:
    """The consents of one case, newest first."""
    return consents(user).filter(case=case)


def valid_consents(case: Case, purpose: str, partner: Organisation | None) -> QuerySet[Consent]:
    """The consents of a case that hold today, for this purpose and partner."""
    return Consent.objects.filter(in_force(today()), case=case, purpose=purpose, partner=partner)


def holds(reference: str, *, purpose: str, organisation: int) -> bool:
    """Whether the consent called `reference` holds today; what a watchlist asks before it goes."""
    rows = Consent.objects.filter(
        in_force(today()),
        reference=reference,
        purpose=purpose,
        case__organisation_id=organisation,
    )
    return rows.exists()


def partners(user: User) -> list[Organisation]:
    """The other organisations that have somebody who answers referrals, by name."""
    return [
        one
        for one in Organisation.objects.exclude(pk=user.organisation_id).order_by("name")
        if is_known(one)
    ]


def is_known(partner: Organisation) -> bool:
    """Whether somebody there can answer a referral."""
    people = User.objects.filter(organisation=partner, is_active=True)
    return any(person.may(REFERRALS_ANSWER) for person in people)


def agreements(user: User) -> QuerySet[Agreement]:
    """The agreements of this person's own organisation with its partners."""
    rows = Agreement.objects.filter(organisation=user.organisation_id)
    return rows.select_related("partner", "drafted_by", "signed_by", "partner_signed_by")


def agreements_offered(user: User) -> QuerySet[Agreement]:
    """The agreements in which this person's organisation is the partner."""
    rows = Agreement.objects.filter(partner=user.organisation_id, signed_by__isnull=False)
    return rows.select_related("organisation", "signed_by", "partner_signed_by")


def agreement_in_force(organisation: int, partner: int, purpose: str) -> Agreement | None:
    """The agreement that holds today between two organisations for a purpose; None without one.

    Whatever leaves for a partner asks this first: without an agreement nothing leaves.
    """
    rows = Agreement.objects.filter(
        agreed(today()), organisation_id=organisation, partner_id=partner, purpose=purpose
    )
    return rows.order_by("-ends_on").first()


def sent(user: User) -> QuerySet[Referral]:
    """The referrals of the cases this person holds, drafts included."""
    rows = Referral.objects.filter(case__in=held(user))
    return rows.select_related("case", "partner", "consent", "agreement", "drafted_by")


def sent_of(user: User, case: Case) -> QuerySet[Referral]:
    """The referrals of one case."""
    return sent(user).filter(case=case)


def reachable() -> Q:
    """Referrals a partner may open now: at work, with case, consent and agreement still open."""
    on = today()
    still = Q(state__in=rules.OPEN, expires_on__gte=on, case__status=Case.OPEN)
    return still & in_force(on, "consent__") & agreed(on, "agreement__")


def received(user: User) -> QuerySet[Referral]:
    """The referrals that lie with this person's organisation and are open to it now."""
    if not user.may(REFERRALS_ANSWER):
        return Referral.objects.none()
    rows = Referral.objects.filter(reachable(), partner=user.organisation_id)
    return rows.select_related("case__organisation", "partner")


def is_reachable(referral: Referral) -> bool:
    """Whether the partner can open it now."""
    return Referral.objects.filter(reachable(), pk=referral.pk).exists()


def looks(referral: Referral) -> QuerySet[Event]:
    """Every look of the partner at this referral, newest first."""
    rows = Event.objects.filter(verb=READ_BY_PARTNER, subject=f"referral:{referral.pk}")
    return rows.order_by("-seq")


def looked_today(user: User, case: Case) -> bool:
    """Whether this person opened the child's identity today, with a reason."""
    return Look.objects.filter(case=case, by=user, on=today()).exists()


def reminder(referral: Referral) -> rules.Reminder | None:
    """What is late about a referral, if anything."""
    if referral.moved_at is None:
        return None
    return rules.overdue(referral.state, referral.urgency, referral.moved_at, timezone.now())


def planned(case: Case) -> QuerySet[Service]:
    """The services of the case's plan that a referral may ask for."""
    rows = Service.objects.filter(case=case, state__in=(Service.PLANNED, Service.UNDER_WAY))
    return rows.order_by("pk")


def planned_service(referral: Referral) -> Service | None:
    """The service of the plan a referral was drafted for, as it is now."""
    if referral.planned_service is None:
        return None
    return Service.objects.filter(pk=referral.planned_service, case=referral.case).first()


def abroad_of(user: User, case: Case) -> QuerySet[Abroad]:
    """The referrals across a border of one case."""
    return abroad(user).filter(case=case)


def abroad(user: User) -> QuerySet[Abroad]:
    """The referrals across a border of the cases this person holds."""
    return Abroad.objects.filter(case__in=held(user)).select_related("case", "consent")


def counsel(user: User) -> dict[str, CounselDecision]:
    """The newest decision of counsel on each question, in this person's organisation."""
    rows = CounselDecision.objects.filter(organisation=user.organisation_id).order_by("pk")
    return {row.question: row for row in rows.select_related("recorded_by")}
