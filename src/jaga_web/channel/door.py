"""The public door stands apart: no session, no cookie, no user, its own headers and refusals."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]
PREFIX = "/lapor"
CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)


def is_apart(request: HttpRequest) -> bool:
    """Whether this request came to the public door."""
    return request.path == PREFIX or request.path.startswith(PREFIX + "/")


def apart(get_response: Answer) -> Answer:
    """Middleware: at the public door no cookie comes in, and none goes out.

    Cookies are dropped before anything reads them, so a member of staff who looks at the page is
    nobody there, and no answer depends on one (`Vary`).
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if not is_apart(request):
            return get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        response = get_response(request)
        response.cookies.clear()
        response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        return response

    return answer
