"""Middleware: where an organisation holds its breaks, pages of cases wait for the end of one.

Nothing is held that a person sends, so that no act is lost; and a reason opens the page at once,
because a child in danger never waits for a break.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from jaga_web.wellbeing.prompts import held

# The pages on which heavy things are read, each calling `actions.note_exposure`.
HELD = frozenset({"cases:page", "intake:report", "intake:conversation"})

Answer = Callable[[HttpRequest], HttpResponse]


class Middleware:
    """Leads a reader of a held page to the page of the break."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _arguments: Any, _options: Any
    ) -> HttpResponse | None:
        """Only reading is held."""
        match = request.resolver_match
        if request.method != "GET" or match is None or match.view_name not in HELD:
            return None
        if not request.user.is_authenticated or not held(request.user):
            return None
        query = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('wellbeing:rest')}?{query}")
