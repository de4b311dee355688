"""Sign-in, profile and staff pages."""

from django.http import HttpRequest, HttpResponse

from jaga_web.access import PEOPLE_MANAGE, page


def sign_in(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def choose_password(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def enrol(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def code(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def sign_out(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def language(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@page()
def profile(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@page(PEOPLE_MANAGE)
def staff(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@page(PEOPLE_MANAGE, methods=("GET", "HEAD", "POST"))
def add(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@page(PEOPLE_MANAGE, methods=("POST",))
def set_active(request: HttpRequest, number: int) -> HttpResponse:
    return HttpResponse()


@page(PEOPLE_MANAGE, methods=("POST",))
def reset(request: HttpRequest, number: int) -> HttpResponse:
    return HttpResponse()
