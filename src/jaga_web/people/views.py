"""Sign-in, profile and staff pages."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from jaga_web.access import PEOPLE_MANAGE, PERMISSIONS, page
from jaga_web.people import actions, demo, entry, queries, second_factor
from jaga_web.people.forms import CodeForm, PasswordForm, PersonForm, SignInForm
from jaga_web.people.requests import SignedInRequest
from jaga_web.people.roles import ROLES

READ_AND_SEND = ("GET", "HEAD", "POST")
NEXT = "next_page"
PEOPLE_PER_PAGE = 50


@require_http_methods(READ_AND_SEND)
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """First step: name and password."""
    if request.user.is_authenticated:
        return redirect("home")
    form = SignInForm(request.POST or None)
    if form.is_valid():
        try:
            user = actions.give_password(**form.cleaned_data)
        except actions.NotAccepted as refusal:
            form.add_error(None, str(refusal))
        else:
            entry.begin(request.session, user)
            request.session[NEXT] = _safe_next(request)
            return redirect(entry.next_step(user))
    content: dict[str, Any] = {"form": form}
    if settings.JAGA_DEMO:
        content |= {"roster": demo.roster(), "demo_password": demo.PASSWORD}
    return render(request, "people/sign_in.html", content)


@require_http_methods(READ_AND_SEND)
@sensitive_post_parameters("new", "again")
def choose_password(request: HttpRequest) -> HttpResponse:
    """On the first visit: a password of one's own."""
    user = entry.on_the_way(request.session)
    if user is None or entry.next_step(user) != "people:choose_password":
        return redirect("people:sign_in")
    form = PasswordForm(request.POST or None, user=user)
    if form.is_valid():
        actions.choose_password(by=user, password=form.cleaned_data["new"])
        entry.refresh(request.session, user)
        return redirect(entry.next_step(user))
    return render(request, "people/choose_password.html", {"form": form})


@require_http_methods(READ_AND_SEND)
def enrol(request: HttpRequest) -> HttpResponse:
    """On the first visit: teach one's phone to make codes."""
    user = entry.on_the_way(request.session)
    if user is None or entry.next_step(user) != "people:enrol":
        return redirect("people:sign_in")
    factor = actions.prepare_factor(user=user)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            actions.give_code(user=user, code=form.cleaned_data["code"])
        except actions.NotAccepted as refusal:
            form.add_error("code", str(refusal))
        else:
            actions.confirm_factor(user=user)
            return _come_in(request)
    width, dots = second_factor.picture(second_factor.address(factor.secret, user.username))
    secret = " ".join(factor.secret[i : i + 4] for i in range(0, len(factor.secret), 4))
    content = {"form": form, "secret": secret, "width": width, "dots": dots}
    return render(request, "people/enrol.html", content)


@require_http_methods(READ_AND_SEND)
def code(request: HttpRequest) -> HttpResponse:
    """Second step: the one-time code."""
    user = entry.on_the_way(request.session)
    if user is None or entry.next_step(user) != "people:code":
        return redirect("people:sign_in")
    shown = demo.current_code(user) if settings.JAGA_DEMO else None
    form = CodeForm(request.POST or None, initial={"code": shown} if shown else {})
    if form.is_valid():
        try:
            actions.give_code(user=user, code=form.cleaned_data["code"])
        except actions.NotAccepted as refusal:
            form.add_error("code", str(refusal))
        else:
            return _come_in(request)
    content = {"form": form, "shown": shown} if shown else {"form": form}
    return render(request, "people/code.html", content)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave, from any page."""
    if request.user.is_authenticated:
        actions.sign_out(request=request, by=request.user)
    return redirect("people:sign_in")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Indonesian or English, for this person or, before sign-in, for this browser."""
    chosen = request.POST.get("language", "")
    response = redirect(_safe_next(request) or "home")
    if chosen in dict(settings.LANGUAGES):
        if request.user.is_authenticated:
            actions.choose_language(by=request.user, language=chosen)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


@page()
def profile(request: SignedInRequest) -> HttpResponse:
    """Who one is here: roles and what they allow."""
    roles = [
        {
            "title": role.title,
            "sentence": role.sentence,
            "words": [PERMISSIONS[name] for name in role.permissions],
        }
        for role in request.user.role_list
    ]
    return render(request, "people/profile.html", {"person": request.user, "roles": roles})


@page(PEOPLE_MANAGE)
def staff(request: SignedInRequest) -> HttpResponse:
    """Everybody in the organisation, a page at a time."""
    rows = Paginator(queries.colleagues(request.user), PEOPLE_PER_PAGE)
    return render(request, "people/staff.html", {"found": rows.get_page(request.GET.get("page"))})


@page(PEOPLE_MANAGE, methods=READ_AND_SEND)
def add(request: SignedInRequest) -> HttpResponse:
    """Add a person; the enrolment password is shown once, in the answer itself."""
    form = PersonForm(request.POST or None)
    if form.is_valid():
        try:
            person, password = actions.add_person(by=request.user, **form.cleaned_data)
        except actions.NotAccepted as refusal:
            form.add_error(None, str(refusal))
        else:
            content = {"person": person, "password": password}
            return render(request, "people/handed_over.html", content)
    return render(request, "people/add.html", {"form": form, "roles": ROLES.values()})


@page(PEOPLE_MANAGE, methods=("POST",))
def set_active(request: SignedInRequest, number: int) -> HttpResponse:
    """Close or open an account."""
    person = queries.colleague(request.user, number)
    active = request.POST.get("active") == "1"
    try:
        actions.set_active(by=request.user, person=person, active=active)
        messages.success(request, _("Akses diaktifkan.") if active else _("Akses ditutup."))
    except actions.NotAccepted as refusal:
        messages.error(request, str(refusal))
    return redirect("people:staff")


@page(PEOPLE_MANAGE, methods=("POST",))
def reset(request: SignedInRequest, number: int) -> HttpResponse:
    """A new enrolment password, shown once."""
    person = queries.colleague(request.user, number)
    try:
        password = actions.reset_access(by=request.user, person=person)
    except actions.NotAccepted as refusal:
        messages.error(request, str(refusal))
        return redirect("people:staff")
    content = {"person": person, "password": password}
    return render(request, "people/handed_over.html", content)


def _come_in(request: HttpRequest) -> HttpResponse:
    user = entry.on_the_way(request.session)
    assert user is not None  # the caller has looked
    to = request.session.get(NEXT) or "home"
    actions.sign_in(request=request, user=user)
    return redirect(to)


def _safe_next(request: HttpRequest) -> str:
    """The page to go on to, if it is one of ours."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    # redirect() takes a bare word for the name of a view, so only a path is let through.
    return wanted if ours and wanted.startswith("/") else ""
