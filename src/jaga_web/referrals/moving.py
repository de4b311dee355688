"""One step of a referral, as every action takes it, and what comes back into the plan."""

from django.utils import timezone

from jaga.casework import referral as rules
from jaga.errors import BadInput
from jaga.words import Text
from jaga_web.cases.models import Service
from jaga_web.people.models import User
from jaga_web.referrals import queries
from jaga_web.referrals.models import Move, Referral

# What a partner's step makes of the service that stands in the plan.
PLAN: dict[str, str] = {
    rules.IN_SERVICE: Service.UNDER_WAY,
    rules.DONE: Service.DONE,
}


def move(
    referral: Referral, state: str, *, by: User | None, reason_code: str = "", note: str = ""
) -> None:
    """Write the new state with its trace in the row's history, and tell the plan."""
    referral.state, referral.reason_code = state, reason_code
    referral.moved_at = timezone.now()
    referral.save(update_fields=["state", "reason_code", "moved_at"])
    Move.objects.create(
        referral=referral, state=state, reason_code=reason_code, note=note.strip(), by=by
    )
    _tell_plan(referral)


def _tell_plan(referral: Referral) -> None:
    """The returned decision changes the service it was asked for."""
    state = PLAN.get(referral.state)
    service = queries.planned_service(referral)
    if state is None or service is None or service.state == Service.DONE:
        return
    service.state = state
    if state == Service.DONE:
        service.ended_on = timezone.localdate()
    service.save(update_fields=["state", "ended_on"])


def changed() -> BadInput:
    """For a form that was drawn before somebody else acted, or that is sent a second time."""
    return BadInput(
        Text(
            "Keadaannya sudah berubah. Muat ulang halamannya.",
            "The state has changed. Load the page again.",
        )
    )


def unknown_partner() -> BadInput:
    """For an organisation where nobody can answer."""
    return BadInput(
        Text(
            "Lembaga ini tidak dikenal sebagai mitra: belum ada petugas yang menjawab rujukan. "
            "Minta administrator mendaftarkannya.",
            "This organisation is not known as a partner: nobody there answers referrals yet. "
            "Ask the administrator to enrol somebody.",
        )
    )
