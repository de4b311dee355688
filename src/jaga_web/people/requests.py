"""The request a guarded view receives."""

from django.http import HttpRequest

from jaga_web.people.models import User


class SignedInRequest(HttpRequest):
    """A request behind `access.page`: the user is a person, never anonymous."""

    user: User
