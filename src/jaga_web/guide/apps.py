"""The guide beside each step of a case."""

from django.apps import AppConfig


class GuideConfig(AppConfig):
    """Puts what a step asks into the case page."""

    name = "jaga_web.guide"

    def ready(self) -> None:
        """Fill the slot that the case page leaves open for each step."""
        from jaga_web.cases.panels import fill_slot

        fill_slot("guide", "guide/_step.html")
