"""Codes of referrals as words for the page; the words themselves stand in the core."""

from collections.abc import Iterable

from jaga.casework import referral, services
from jaga.casework.lawful_basis import facts
from jaga.casework.lawful_basis.questions import QUESTIONS
from jaga.casework.referral_services import SUBTYPES
from jaga.words import Text
from jaga_web.speaking import reader_language

LISTS: dict[str, dict[str, Text]] = {
    "age": facts.AGES,
    "capacity": facts.CAPACITIES,
    "caregiver": facts.CAREGIVERS,
    "purpose": facts.PURPOSES,
    "basis": facts.BASES,
    "assent": facts.ASSENTS,
    "outcome": facts.OUTCOMES,
    "people": facts.PEOPLE,
    "state": referral.STATES,
    "urgency": referral.URGENCIES,
    "reason": {**referral.REJECTIONS, **referral.REVOCATIONS},
    "field": {code: one.words for code, one in referral.FIELDS.items()},
    "partner_as": referral.PARTNER_AS,
    "withdrawn_for": referral.WITHDRAWN_FOR,
    "abroad": referral.ABROAD_STATES,
    "direction": referral.DIRECTIONS,
    "question": {code: one.title for code, one in QUESTIONS.items()},
}


def say(text: Text) -> str:
    """The words in the language of the page."""
    return text.say(reader_language())


def of_code(name: str, code: str) -> str:
    """The words for a code of one list; a code of an older list stands for itself."""
    found = LISTS[name].get(code)
    return say(found) if found else code


def choices(codes: dict[str, Text] | Iterable[tuple[str, Text]]) -> list[tuple[str, str]]:
    """Code and words, for a select."""
    pairs = codes.items() if isinstance(codes, dict) else codes
    return [(code, say(words)) for code, words in pairs]


def of_service(service: str, subtype: str) -> str:
    """A service with its subtype, such as "Layanan hukum: Nasihat hukum"."""
    found = SUBTYPES.get(service, {}).get(subtype)
    title = say(services.title(service))
    return f"{title}: {say(found)}" if found else title
