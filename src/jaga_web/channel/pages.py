"""Drawing the pages of /lapor, and refusing kindly: no request goes into a template."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from jaga.casework import elsewhere
from jaga.casework.opening import Opening
from jaga.words import Language
from jaga_web.channel import arriving, form_tokens, limits

WORK = "work"


@dataclass(frozen=True)
class Visit:
    """What a view knows of whoever sent a form: its language and fields, and nothing else."""

    path: str
    language: Language
    sent: Mapping[str, list[str]]

    def one(self, name: str) -> str:
        """The field's last value; "" when it was not sent."""
        return (self.sent.get(name) or [""])[-1]

    def all(self, name: str) -> list[str]:
        """Every value of a field."""
        return list(self.sent.get(name) or [])

    def form(self, *kinds: str) -> form_tokens.Form:
        """The form this came from. Raises Forged or Stale."""
        return form_tokens.opened(self.one(arriving.TOKEN), *kinds)

    def limited(self, form: form_tokens.Form, kind: str) -> None:
        """Raises Busy when too much is coming in."""
        limits.take(kind, form.nonce, self.one(WORK))

    def draw(
        self,
        name: str,
        content: Mapping[str, Any] | None = None,
        *,
        form: tuple[str, Mapping[str, Any]] | None = None,
        status: int = 200,
    ) -> HttpResponse:
        """channel/`name`.html; with `form`, a kind and a state, its forms carry a token."""
        token, nonce = form_tokens.issue(form[0], dict(form[1])) if form else ("", "")
        return HttpResponse(
            render_to_string(
                f"channel/{name}.html",
                {
                    "language": self.language,
                    "query": "?lang=en" if self.language == "en" else "",
                    "numbers": elsewhere.NUMBERS,
                    "places": elsewhere.PLACES,
                    "form": token,
                    "nonce": nonce,
                    "bits": settings.JAGA_PROOF_OF_WORK,
                    "hours": _hours(),
                    "days": settings.JAGA_REPORT_DAYS,
                    **(content or {}),
                },
            ),
            status=status,
        )

    def tell(self, heading: str, words: str, status: int = 200) -> HttpResponse:
        """A page that says one thing."""
        return self.draw("told", {"heading": heading, "words": words}, status=status)


View = Callable[[Visit], HttpResponse]


def page(*methods: str) -> Callable[[View], Callable[[HttpRequest], HttpResponse]]:
    """A view of /lapor for these methods, which gets a Visit instead of a request.

    Exempt from the site's cookie against forged forms, because there is no cookie: each POST must
    carry a sealed token of ours, see form_tokens.
    """

    def decorate(view: View) -> Callable[[HttpRequest], HttpResponse]:
        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest) -> HttpResponse:
            language = language_of(request)
            with translation.override(language):
                response = _answer(request, view, methods, language)
            response.headers["Content-Language"] = language
            return response

        return guarded

    return decorate


def language_of(request: HttpRequest) -> Language:
    """English when the address asks for it. No cookie, and the browser is not asked."""
    return "en" if request.GET.get("lang") == "en" else "id"


def refusal(request: HttpRequest, code: int, words: str = "") -> HttpResponse:
    """What the site cannot show, in the door's own look."""
    language = language_of(request)
    with translation.override(language):
        heading = _("Halaman ini tidak bisa dibuka")
        said = words or _("Mulai lagi dari halaman pertama.")
        return Visit(request.path, language, {}).tell(heading, said, code)


def _answer(
    request: HttpRequest, view: View, methods: tuple[str, ...], language: Language
) -> HttpResponse:
    blank = Visit(request.path, language, {})
    if request.method not in methods and not (request.method == "HEAD" and "GET" in methods):
        words = _("Halaman ini sudah lewat. Mulai lagi dari halaman pertama.")
        response = blank.tell(_("Halaman ini tidak bisa dibuka"), words, 405)
        response.headers["Allow"] = ", ".join(methods)
        return response
    visit = blank
    try:
        sent = arriving.read(request) if request.method == "POST" else {}
        visit = Visit(request.path, language, sent)
        return view(visit)
    except arriving.FileSent as file:
        return blank.draw("no_file", {"kind": file.kind}, status=415)
    except arriving.TooMuch:
        words = _("Tulisan ini terlalu panjang. Kembali, pendekkan, lalu kirim lagi.")
        return blank.tell(_("Terlalu panjang"), words, 413)
    except arriving.Unreadable:
        return blank.tell(_("Tidak terbaca"), _("Mulai lagi dari halaman pertama."), 400)
    except form_tokens.Forged:
        words = _("Formulir ini bukan dari halaman kami. Mulai lagi dari halaman pertama.")
        return blank.tell(_("Halaman ini tidak bisa dibuka"), words, 403)
    except form_tokens.Stale:
        return blank.draw("stale", {"typed": visit.one("words") or visit.one("body")}, status=403)
    except limits.Busy:
        response = blank.draw("busy", {"again": _again(visit), "path": visit.path}, status=429)
        response.headers["Retry-After"] = "60"
        return response


def _again(visit: Visit) -> list[tuple[str, str]]:
    """What was sent, to be sent again as it is."""
    return [(name, value) for name in visit.sent if name != WORK for value in visit.all(name)]


def _hours() -> dict[str, Any]:
    opening, now = Opening.parse(settings.JAGA_CHANNEL_HOURS), timezone.now()
    return {"when": opening.hours(), "open": opening.is_open(now), "next": opening.next_words(now)}
