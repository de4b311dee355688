"""Who may do what with surveys. Each function is one rule; its message is what people read."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga_web.access import RESEARCH_COLLECT, RESEARCH_KEEP, RESEARCH_PUBLISH, require
from jaga_web.people.models import User
from jaga_web.research.models import Collection, Questionnaire


def check_own(user: User, questionnaire: Questionnaire) -> None:
    """A survey never leaves its organisation."""
    if user.organisation_id != questionnaire.organisation_id:
        raise PermissionDenied(_("Ini di luar organisasi Anda."))


def check_keep(user: User, questionnaire: Questionnaire) -> None:
    """Researchers of the organisation look after its surveys."""
    check_own(user, questionnaire)
    require(user, RESEARCH_KEEP)


def check_publish(user: User, collection: Collection) -> None:
    """Whoever asks does not publish; a second person reads the questionnaire first."""
    check_own(user, collection.questionnaire)
    require(user, RESEARCH_PUBLISH)
    if user.pk == collection.asked_by_id:
        raise PermissionDenied(_("Anda yang meminta; orang lain yang menerbitkan."))


def check_collect(user: User, collection: Collection) -> None:
    """Collectors send answers of their organisation's open questionnaires."""
    check_own(user, collection.questionnaire)
    require(user, RESEARCH_COLLECT)
