"""What the case's side shows: the panel on its page, the conversation, and an opened seal."""

import json
from typing import Any

from django.utils import timezone

from jaga.casework import bridging, safe_contact
from jaga_web.access import CASES_OWN, REPORTS_ANSWER, REPORTS_VIEW
from jaga_web.cases.models import Case
from jaga_web.cases.queries import visible as visible_cases
from jaga_web.channel import queries as channel
from jaga_web.channel.models import Report
from jaga_web.intake import bridge_queries, queries, seals
from jaga_web.intake.models import Bridge, LinkRequest
from jaga_web.people.models import User
from jaga_web.speaking import reader_language


def panel(user: User, case: Case) -> dict[str, Any] | None:
    """The part of intake on the page of a case; None where no report is behind it."""
    bridge = bridge_queries.of_case(case)
    if bridge is None:
        return None
    report = bridge_queries.across(bridge)
    return {
        "bridge": bridge,
        "reason": seals.read_by_case(bridge.reason),
        "rules": rules(bridge, report),
        "alive": report is not None,
        "unread": _unread(report),
        "may_talk": user.may(CASES_OWN) and user.may(REPORTS_ANSWER),
        "may_ask": user.may(CASES_OWN),
        "looks": bridge_queries.looks(bridge),
        "requests": bridge_queries.requests_from(bridge.case_mark).filter(asked_by=user.pk),
        "now": timezone.now(),
    }


def opened(user: User, case: Case) -> bool:
    """The panel stands open while a word of the child waits."""
    bridge = bridge_queries.of_case(case)
    return bridge is not None and bool(_unread(bridge_queries.across(bridge)))


def _unread(report: Report | None) -> int:
    return report.messages.filter(from_reporter=True, read_at=None).count() if report else 0


def rules(bridge: Bridge, report: Report | None) -> list[tuple[str, str]]:
    """The safe-contact rules: the child's latest, or the case's copy once the report is gone."""
    if report is not None:
        return channel.rules_of(report, reader_language())
    answers = safe_contact.read(seals.read_by_case(bridge.safe_contact))
    return [
        (rule.question.say(reader_language()), answers[rule.name])
        for rule in safe_contact.RULES
        if rule.name in answers
    ]


def words_go_along(bridge: Bridge, report: Report) -> bool:
    """Whether the case may read the child's own words: only while the child agrees."""
    return bridging.words_go_along(bridge.ground, agreed=report.child_agreed_at is not None)


def conversation(case: Case, user: User) -> dict[str, Any]:
    """The talk as the case sees it: no code, no number, no door of the report."""
    bridge = bridge_queries.of_case(case)
    report = bridge_queries.across(bridge) if bridge else None
    if bridge is None or report is None:
        return {"case": case, "alive": False, "rules": rules(bridge, None) if bridge else []}
    messages = list(channel.messages_of(report))
    along = words_go_along(bridge, report)
    return {
        "case": case,
        "alive": True,
        "rules": rules(bridge, report),
        "along": along,
        "said": report.words if along else "",
        "address": report.address if along else "",
        "messages_of": messages,
        "talk": queries.talk(report, messages),
        "clocks": queries.clocks_of([report]).get(report.pk, []),
        "may_answer": user.may(REPORTS_ANSWER),
    }


def other_side(request: LinkRequest, bridge: Bridge, user: User) -> dict[str, Any]:
    """What an opened seal shows: the report to whoever asked from the case, and the reverse."""
    report = bridge_queries.across(bridge)
    case = bridge_queries.case_across(bridge)
    content: dict[str, Any] = {"asked": request, "error": ""}
    if request.side == LinkRequest.REPORT:
        seen = case is not None and visible_cases(user).filter(pk=case.pk).exists()
        return {**content, "case": case, "may_visit": seen}
    if report is None:
        return content
    said = json.loads(report.identity) if report.identity.startswith("{") else {}
    return {
        **content,
        "report": report,
        "identity": [said[name] for name in ("name", "place", "reach") if name in said],
        "may_visit": user.may(REPORTS_VIEW),
    }
