"""Hangs what this room knows into the rooms below: panels of the case page, subjects of clocks."""

from typing import Any

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class LegalConfig(AppConfig):
    """The legal side of a case."""

    name = "jaga_web.legal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register panels and subjects; models can only be imported now."""
        from jaga_web.cases.panels import Panel, register
        from jaga_web.clocks import subjects
        from jaga_web.legal import panels

        register(
            Panel("clocks", _("Tenggat"), "clocks/_panel.html", panels.clocks, 10, panels.any_runs)
        )
        register(Panel("legal", _("Langkah hukum"), "legal/_panel.html", panels.legal, 30))
        register(Panel("leads", _("Nomor untuk dipantau"), "legal/_leads.html", panels.leads, 31))
        subjects.register("breach", subjects.Kind(_known_breaches, lambda _user: set()))


def _known_breaches(user: Any, numbers: set[int]) -> dict[int, Any]:
    from jaga_web.clocks.queries import breaches
    from jaga_web.clocks.subjects import Known

    return {
        one.pk: Known(str(_("Kegagalan data")), reverse("clocks:breach", args=[one.pk]))
        for one in breaches(user).filter(pk__in=numbers)
    }
