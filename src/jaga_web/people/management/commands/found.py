"""python -m jaga_web.manage found: the first organisation and its first administrator."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jaga_web.people.actions import NotAccepted, found
from jaga_web.people.models import Organisation


class Command(BaseCommand):
    """Only on an installation without people; afterwards administrators add staff in the web."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What an administrator is made of."""
        parser.add_argument("--organisation", required=True)
        parser.add_argument("--kind", required=True, choices=Organisation.Kind.values)
        parser.add_argument("--username", required=True)
        parser.add_argument("--name", required=True)

    def handle(self, *_: Any, **options: Any) -> None:
        """Print the enrolment password once."""
        try:
            user, password = found(
                organisation=options["organisation"],
                kind=options["kind"],
                username=options["username"],
                display_name=options["name"],
            )
        except NotAccepted as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{user.username}  {password}")
