"""The guide beside each step of a case, and the summaries on paper."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuideConfig(AppConfig):
    """Puts what a step asks, and what can be printed, into the case page."""

    name = "jaga_web.guide"

    def ready(self) -> None:
        """Fill the slot that the case page leaves open, and hang the panel."""
        from jaga_web.cases.models import Case
        from jaga_web.cases.panels import Panel, fill_slot, register
        from jaga_web.cases.permissions import may_edit
        from jaga_web.guide import queries
        from jaga_web.people.models import User

        def content(user: User, case: Case) -> dict[str, Any] | None:
            if not may_edit(user, case):
                return None
            return {"referrals": queries.printable(user, case)}

        fill_slot("guide", "guide/_step.html")
        register(
            Panel("summaries", _("Ringkasan untuk dicetak"), "guide/_summaries.html", content, 70)
        )
