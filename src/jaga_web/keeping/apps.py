"""What is kept of a case, and how it ends."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KeepingConfig(AppConfig):
    """Hangs the panel of what is kept into the case page."""

    name = "jaga_web.keeping"

    def ready(self) -> None:
        """The page itself asks the permissions again."""
        from jaga_web.access import CASES_VIEW
        from jaga_web.cases.models import Case
        from jaga_web.cases.panels import Panel, register
        from jaga_web.keeping import queries
        from jaga_web.people.models import User

        def content(user: User, case: Case) -> dict[str, Any] | None:
            if not user.may(CASES_VIEW):
                return None
            return {
                "attached": queries.attachments(case).count(),
                "holds": queries.holds(case),
                "erasure": queries.erasure_of(case),
            }

        def opened(_user: User, case: Case) -> bool:
            return bool(queries.holds(case)) or queries.erasure_of(case) is not None

        register(
            Panel(
                "keeping", _("Lampiran dan penyimpanan"), "keeping/_panel.html", content, 40, opened
            )
        )
