"""What the pages of referrals show, put together from rows and rules."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, QueryDict

from jaga.casework import referral as rules
from jaga.casework import services
from jaga.casework.referral_services import SUBTYPES
from jaga.words import Text
from jaga_web import vault
from jaga_web.people.models import User
from jaga_web.referrals import disclosure, queries, words
from jaga_web.referrals.models import Consent, Move, Referral


def is_draft(referral: Referral) -> bool:
    """Whether nothing has left yet."""
    return referral.state == rules.DRAFT


def line(referral: Referral) -> dict[str, Any]:
    """One referral in a list: its state, what is late, and whether the partner can open it."""
    late = queries.reminder(referral)
    at_work = referral.state in rules.OPEN
    return {
        "referral": referral,
        "late": words.say(late.words) if late else "",
        "open": at_work and queries.is_reachable(referral),
        "shut": at_work and not queries.is_reachable(referral),
        "badge": BADGES.get(referral.state, "info"),
    }


BADGES: dict[str, str] = {
    rules.DRAFT: "",
    rules.SENT: "info",
    rules.ACCEPTED: "info",
    rules.REJECTED: "bad",
    rules.IN_SERVICE: "info",
    rules.DONE: "good",
    rules.REVOKED: "warn",
}


def shown(referral: Referral) -> list[tuple[str, str]]:
    """Label and value of each field, as the partner sees them."""
    return [
        (words.of_code("field", code), disclosure.in_words(code, value))
        for code, value in disclosure.shown(referral)
    ]


def shown_to_sender(referral: Referral, user: User) -> list[tuple[str, str]]:
    """The same for the sender; who the child is only after a look that is logged."""
    looked = queries.looked_today(user, referral.case)
    return [
        (
            words.of_code("field", code),
            disclosure.in_words(code, value)
            if looked or rules.FIELDS[code].kind != "identity"
            else words.say(SEALED),
        )
        for code, value in disclosure.shown(referral)
    ]


SEALED = Text(
    "(tersegel; mitra melihatnya, Anda melihatnya setelah membuka identitas di halaman kasus)",
    "(sealed; the partner sees it, you see it after opening the identity on the case page)",
)


def revocations(referral: Referral) -> list[tuple[str, str]]:
    """The reasons to choose from, where the sender may take it back."""
    if rules.REVOKED not in rules.next_states(referral.state, "sender"):
        return []
    own = {code: one for code, one in rules.REVOCATIONS.items() if code != "withdrawn"}
    return words.choices(own)


def planned(referral: Referral, title: Callable[[str], Text]) -> str:
    """The service of the plan this asks for, in words."""
    found = queries.planned_service(referral)
    return f"{words.say(title(found.code))} ({found.get_state_display()})" if found else ""


def form(
    consent: Consent, typed: QueryDict | None, referral: Referral | None = None
) -> dict[str, Any]:
    """The lists and values of a draft: only fields that consent and agreement both allow."""
    agreement = None
    if consent.partner_id is not None:
        organisation = consent.case.organisation_id
        agreement = queries.agreement_in_force(organisation, consent.partner_id, "referral")
    allowed = rules.tellable(agreement.fields, consent.fields) if agreement else ()
    values = _values(typed, referral, consent)
    return {
        "agreement": agreement,
        "services": _services(values["service"]),
        "urgencies": _marked(words.choices(rules.URGENCIES), values["urgency"]),
        "fields": [
            (code, words.of_code("field", code), rules.FIELDS[code].kind, code in values["fields"])
            for code in allowed
        ],
        "planned": [
            (str(one.pk), words.say(services.title(one.code)), str(one.pk) == values["planned"])
            for one in queries.planned(consent.case)
        ],
        "note": values["note"],
        "safe_contact": values["safe_contact"],
    }


def _values(
    typed: QueryDict | None, referral: Referral | None, consent: Consent
) -> Mapping[str, Any]:
    if typed is not None:
        return {
            "service": typed.get("service", ""),
            "urgency": typed.get("urgency", "normal"),
            "fields": typed.getlist("fields"),
            "planned": typed.get("planned_service", ""),
            "note": typed.get("note", ""),
            "safe_contact": typed.get("safe_contact", ""),
        }
    if referral is not None:
        return {
            "service": f"{referral.service}:{referral.subtype}",
            "urgency": referral.urgency,
            "fields": referral.fields,
            "planned": str(referral.planned_service or ""),
            "note": referral.note,
            "safe_contact": referral.safe_contact,
        }
    urgent = consent.basis == "vital_interest"
    return {
        "service": "",
        "urgency": "urgent" if urgent else "normal",
        "fields": [],
        "planned": "",
        "note": "",
        "safe_contact": "",
    }


def _services(chosen: str) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """Services as groups of a select, each with its subtypes and "not chosen yet"."""
    groups = []
    for service, subtypes in SUBTYPES.items():
        options = [(f"{service}:{code}", words.say(text)) for code, text in subtypes.items()]
        options.append((f"{service}:", words.say(NOT_CHOSEN)))
        groups.append((words.say(services.title(service)), _marked(options, chosen)))
    return groups


NOT_CHOSEN = Text("jenisnya belum dipilih", "kind not chosen yet")


def _marked(options: list[tuple[str, str]], chosen: str) -> list[tuple[str, str, bool]]:
    return [(code, label, code == chosen) for code, label in options]


def must_open(referral: Referral) -> None:
    """404 where the case was erased: what the partner saw does not open any more."""
    if not vault.has_key(referral.case.key_id):
        raise Http404


def told(referral: Referral) -> list[tuple[str, str]]:
    """All a partner's file holds: the service asked for, then the fields."""
    service = words.of_service(referral.service, referral.subtype)
    return [(words.say(SERVICE), service), *shown(referral)]


SERVICE = Text("Layanan", "Service")


def partner_moves(referral: Referral) -> list[Move]:
    """The steps as the partner sees them: from the sending on; people by organisation only."""
    return list(referral.moves.exclude(state=rules.DRAFT).select_related("by__organisation"))
