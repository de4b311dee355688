"""Cases, and what they tell the apps below them."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Tells the clocks what a case is, and which cases do not exist for whom."""

    name = "jaga_web.cases"

    def ready(self) -> None:
        """Register the subject `case`."""
        from jaga_web.cases import subjects
        from jaga_web.clocks.subjects import Kind, register

        register("case", Kind(known=subjects.known, hidden=subjects.hidden))
