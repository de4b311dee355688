"""Reading people, within the reader's own organisation."""

from django.shortcuts import get_object_or_404

from jaga_web.people.models import User
from jaga_web.people.scope import within


def colleagues(user: User) -> list[User]:
    """Everybody in one's organisation, active first, by name. Names are sealed, so this sorts."""
    rows = within(user, User.objects.select_related("organisation", "second_factor"))
    return sorted(rows, key=lambda person: (not person.is_active, person.display_name.lower()))


def colleague(user: User, number: int) -> User:
    """One person of one's own organisation, else 404."""
    return get_object_or_404(within(user, User.objects.all()), pk=number)
