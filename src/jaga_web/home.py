"""The first page: each person lands where their work is."""

from django.http import HttpResponse
from django.shortcuts import redirect

from jaga_web.access import page
from jaga_web.navigation import entries_for
from jaga_web.people.requests import SignedInRequest


@page()
def home(request: SignedInRequest) -> HttpResponse:
    """To the first entry of the top bar, or to one's own profile."""
    entries = entries_for(request.user)
    return redirect(entries[0].address if entries else "people:profile")
