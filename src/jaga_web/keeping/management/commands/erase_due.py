"""python -m jaga_web.manage erase_due: carry out approved erasures, finish interrupted ones."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jaga_web.keeping import actions, erasing


class Command(BaseCommand):
    """Run it every night. It erases nothing that nobody approved, and may run twice."""

    help = __doc__ or ""

    def handle(self, *_: Any, **__: Any) -> None:
        """Print counts only; exit with an error while keys are left."""
        erased, waiting = actions.run_due()
        left = erasing.finish()
        self.stdout.write(f"erased {erased}, waiting {waiting}, keys left {left}")
        if left:
            raise CommandError("some keys could not be destroyed: free the disk and run it again")
