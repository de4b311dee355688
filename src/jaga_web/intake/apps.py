"""Intake hangs its part of the case page when Django has loaded."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    """The app, under its plain name."""

    name = "jaga_web.intake"

    def ready(self) -> None:
        """Hang the panel that tells of the report behind a case; looks through it are looks."""
        from jaga_web.cases.panels import Panel, register
        from jaga_web.cases.queries import LOOKS
        from jaga_web.intake import case_page, holders, subjects
        from jaga_web.intake.link_actions import LOOKED

        subjects.register_all()
        holders.register_reports()
        LOOKS[LOOKED] = _("membuka hubungan kasus ini dengan laporannya")
        register(
            Panel(
                id="intake",
                title=_("Laporan di balik kasus ini"),
                template="intake/_panel.html",
                content=case_page.panel,
                order=50,
                opened=case_page.opened,
            )
        )
