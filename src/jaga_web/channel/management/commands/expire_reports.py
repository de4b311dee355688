"""python -m jaga_web.manage expire_reports: erase reports past their time. Run it once a day."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jaga_web.channel.reporter_actions import expire


class Command(BaseCommand):
    """Destroys the keys of expired reports, and of deleted ones the law no longer keeps."""

    help = __doc__ or ""

    def handle(self, *_: Any, **__: Any) -> None:
        """Print how many were erased."""
        self.stdout.write(str(expire(now=timezone.now())))
