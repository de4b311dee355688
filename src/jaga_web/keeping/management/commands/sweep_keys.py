"""python -m jaga_web.manage sweep_keys: keys that no row names, left by an act that was undone."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from jaga_web.keeping import actions

HOURS = 24.0


class Command(BaseCommand):
    """Only counts, unless told to destroy.

    Never destroy after restoring an older database: its newer keys look forgotten then.
    """

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How old a key must be, and whether it goes."""
        parser.add_argument("--hours", type=float, default=HOURS)
        parser.add_argument("--destroy", action="store_true")

    def handle(self, *_: Any, **options: Any) -> None:
        """Print counts only."""
        found = actions.sweep(older_than_hours=options["hours"], destroy=options["destroy"])
        self.stdout.write(f"{'destroyed' if options['destroy'] else 'found'} {found}")
