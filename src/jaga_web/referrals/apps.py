"""Hangs consents and referrals onto the case page."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """The room of referrals."""

    name = "jaga_web.referrals"

    def ready(self) -> None:
        """Once, when the site starts."""
        from jaga_web.referrals import holders, panels

        panels.hang()
        panels.tell_looks()
        holders.register_referrals()
