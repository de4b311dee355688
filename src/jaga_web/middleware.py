"""Middleware of the site: headers, idle time and language."""

import time
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from jaga_web import refusals
from jaga_web.channel.door import is_apart

Answer = Callable[[HttpRequest], HttpResponse]

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
# A session lives this long however busy it is.
LONGEST_SESSION = timedelta(hours=12)
# The session row is written at most this often, so that reading pages stays cheap.
RENEW_AFTER_SECONDS = 60


def headers(get_response: Answer) -> Answer:
    """No page runs or loads anything from elsewhere, and none is kept by a cache."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"
        )
        if not request.path.startswith(settings.STATIC_URL):
            response.headers["Cache-Control"] = "no-store"
        return response

    return answer


def idle(get_response: Answer) -> Answer:
    """Renew the session while it is used; end it after LONGEST_SESSION in any case."""

    def answer(request: HttpRequest) -> HttpResponse:
        if is_apart(request):
            return get_response(request)
        if request.user.is_authenticated:
            now = int(time.time())
            started = request.session.setdefault("started", now)
            if now - started > LONGEST_SESSION.total_seconds():
                logout(request)
            elif now - request.session.get("seen", 0) > RENEW_AFTER_SECONDS:
                request.session["seen"] = now
        return get_response(request)

    return answer


def readable(get_response: Answer) -> Answer:
    """Refuse NUL, which no keyboard types and PostgreSQL does not store; draw bare 405s."""

    def answer(request: HttpRequest) -> HttpResponse:
        if is_apart(request):
            return get_response(request)
        sent = [request.GET, request.POST]
        values = (value for form in sent for pair in form.lists() for value in (pair[0], *pair[1]))
        if any("\0" in value for value in values):
            return refusals.bad_request(request, ValueError())
        response = get_response(request)
        if response.status_code == 405 and not response.content:
            return refusals.wrong_method(request, response.headers.get("Allow", ""))
        return response

    return answer


def language(get_response: Answer) -> Answer:
    """The person's own language, else the cookie's, else Indonesian. The browser is not asked."""

    def answer(request: HttpRequest) -> HttpResponse:
        if is_apart(request):
            return get_response(request)
        user = request.user
        chosen = (
            user.language
            if user.is_authenticated
            else request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        )
        with translation.override(chosen if chosen in dict(settings.LANGUAGES) else "id"):
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "id")
        return response

    return answer
