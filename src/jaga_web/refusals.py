"""Pages for what cannot be shown, in the site's style and language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from jaga_web.channel import pages
from jaga_web.channel.door import is_apart


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400"""
    words = _("Permintaan ini tidak dapat dibaca. Kembali ke beranda dan coba lagi.")
    return _page(request, 400, _("Permintaan tidak terbaca"), words)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the sentence says which permission is missing."""
    words = str(exception) or _("Anda tidak dapat membuka halaman ini.")
    return _page(request, 403, _("Di luar peran Anda"), words)


def wrong_method(request: HttpRequest, allowed: str) -> HttpResponse:
    """405: an address for sending was opened, or the other way round."""
    words = _("Alamat ini tidak dapat dibuka dengan cara itu. Kembali ke beranda.")
    response = _page(request, 405, _("Cara yang tidak dikenal"), words)
    response.headers["Allow"] = allowed
    return response


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that did not come from this site, or that waited too long."""
    words = _("Formulir ini sudah kedaluwarsa. Muat ulang halamannya lalu kirim lagi.")
    return _page(request, 403, _("Formulir kedaluwarsa"), words)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: what does not exist and what lies outside one's scope look the same."""
    words = _("Halaman ini tidak ada, atau berada di luar organisasi dan wilayah Anda.")
    return _page(request, 404, _("Tidak ditemukan"), words)


def broken(request: HttpRequest) -> HttpResponse:
    """500: drawn without the database, which may be what is broken."""
    if is_apart(request):
        return pages.refusal(request, 500, _("Ada yang rusak di sisi kami. Coba lagi nanti."))
    words = _("Ada yang rusak di sisi kami. Coba lagi; bila terulang, hubungi administrator.")
    content = {"code": 500, "heading": _("Terjadi kesalahan"), "words": words}
    return HttpResponse(render_to_string("refusal.html", content), status=500)


def _page(request: HttpRequest, code: int, heading: str, words: str) -> HttpResponse:
    if is_apart(request):
        return pages.refusal(request, code)
    content = {"code": code, "heading": heading, "words": words}
    return render(request, "refusal.html", content, status=code)
