"""Cases, and what they tell the apps below them."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Tells the clocks what a case is, and the staff's leaving what people hold here."""

    name = "jaga_web.cases"

    def ready(self) -> None:
        """Register the subject `case`, and the kinds of work with people/leaving.py."""
        from jaga_web.cases import subjects
        from jaga_web.cases.holders import register_all
        from jaga_web.clocks.subjects import Kind, register

        register("case", Kind(known=subjects.known, hidden=subjects.hidden))
        register_all()
