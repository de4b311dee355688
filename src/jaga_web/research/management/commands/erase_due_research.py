"""python -m jaga_web.manage erase_due_research: rows of surveys whose day has come."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jaga_web.research import actions, collecting_actions


class Command(BaseCommand):
    """Run it every night. Estimates stay; rows and their keys go. It may run twice."""

    help = __doc__ or ""

    def handle(self, *_: Any, **__: Any) -> None:
        """Print counts only."""
        today = timezone.localdate()
        exports, answers = actions.erase_due(today), collecting_actions.erase_due(today)
        self.stdout.write(f"exports {exports}, collections {answers}")
