"""How the two sides of a bridge are sealed together, and how each side finds it again.

Three locks, one inside the other: the report's key, the case's key, and the installation's key.
Destroying the key of either side erases the link without anybody having to think of it.
"""

import base64
import json

from jaga_web import vault
from jaga_web.cases.models import Case
from jaga_web.channel.models import Report

LINK = "intake.bridge.link.numbers"
KEPT = "intake.bridge.kept"
REPORT_SIDE, CASE_SIDE = "intake.bridge.report", "intake.bridge.case"


def report_mark(report: Report) -> str:
    """The mark by which a report finds its bridge; "" once its key is destroyed."""
    return vault.mark(report.key_id, REPORT_SIDE)


def case_mark(case: Case) -> str:
    """The mark by which a case finds its bridge; "" once its key is destroyed."""
    return vault.mark(case.key_id, CASE_SIDE) if case.key_id else ""


def closed(report: Report, case: Case) -> str:
    """The two numbers under both keys."""
    numbers = json.dumps([report.pk, case.pk]).encode()
    inner = vault.seal(numbers, report.key_id, LINK)
    return base64.b64encode(vault.seal(inner, case.key_id, LINK)).decode()


def opened(link: str) -> tuple[int, int] | None:
    """The numbers of report and case; None once either key is destroyed."""
    inner = vault.unseal(base64.b64decode(link), LINK)
    numbers = vault.unseal(inner, LINK) if inner is not None else None
    if numbers is None:
        return None
    report, case = json.loads(numbers)
    return report, case


def kept_by_case(text: str, case: Case) -> str:
    """Text that lives as long as the case's key."""
    if not text:
        return ""
    return base64.b64encode(vault.seal(text.encode(), case.key_id, KEPT)).decode()


def read_by_case(sealed: str) -> str:
    """What `kept_by_case` sealed; "" once the case's key is destroyed."""
    plain = vault.unseal(base64.b64decode(sealed), KEPT) if sealed else None
    return plain.decode() if plain is not None else ""
