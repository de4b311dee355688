"""Walks role × address × whose object over the whole site; see permission_matrix.py."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.web.matrix import Row
from tests.web.permission_matrix import ROWS

from jaga_web.people.models import Organisation
from jaga_web.people.roles import ROLES

METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH")


def names(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """The name of every address of the site, with its namespace."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}"
        else:
            yield from names(
                pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space
            )


def ask(client: Client, row: Row, organisation: Organisation):
    arguments = row.target(organisation) if row.target else {}
    address = reverse(row.url, kwargs=arguments)
    if row.method != "POST":
        return client.generic(row.method, address)
    return client.post(address, row.data(arguments) if callable(row.data) else row.data)


def seen(response) -> str:
    """What the answer holds: its page, its bytes, or where it leads."""
    if response.status_code in (301, 302, 303):
        return response["Location"]
    content = b"".join(response) if response.streaming else response.content
    return content.decode("utf-8", "replace")


def rows() -> list:
    return [pytest.param(row, id=str(row)) for row in ROWS]


def test_every_address_is_listed():
    assert {row.url for row in ROWS} == set(names(get_resolver()))


def test_every_address_lets_somebody_in():
    shut = {row.url for row in ROWS} - {
        row.url for row in ROWS if (row.roles or row.visitor_sees) and row.shows
    }
    assert shut == set()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("row", rows())
def test_our_own(row: Row, role: str, signed_in, organisation):
    response = ask(signed_in(role), row, organisation)
    if role in row.hidden:
        assert response.status_code == 404
    elif role in row.roles:
        assert (response.status_code, row.shows in seen(response)) == (row.status, True)
    else:
        assert response.status_code == row.refused
        assert row.status != 200 or row.shows not in seen(response)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("row", [one for one in rows() if one.values[0].target])
def test_theirs(row: Row, role: str, signed_in, other_organisation):
    response = ask(signed_in(role), row, other_organisation)
    assert response.status_code == (404 if role in row.roles | row.hidden else row.refused)
    assert row.status != 200 or row.shows not in seen(response)


@pytest.mark.parametrize("row", rows())
def test_a_visitor(row: Row, organisation):
    client = Client()
    if row.before:
        row.before(client)
    response = ask(client, row, organisation)
    if row.visitor_sees:
        assert row.visitor_sees in seen(response)
    else:
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("people:sign_in"))


@pytest.mark.parametrize("url", sorted({row.url for row in ROWS}))
def test_other_methods(url: str, signed_in, organisation):
    row = next(row for row in ROWS if row.url == url)
    listed = {one.method for one in ROWS if one.url == url}
    client = signed_in(*sorted(row.roles)[:1])
    address = reverse(url, kwargs=row.target(organisation) if row.target else {})
    answers = {
        method: client.generic(method, address).status_code
        for method in METHODS
        if method not in listed
    }
    assert answers == dict.fromkeys(answers, 405)


@pytest.mark.parametrize("row", [one for one in rows() if one.values[0].method == "POST"])
def test_a_form_from_elsewhere_is_refused(row: Row, person, organisation):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person(*sorted(row.roles)[:1]))
    assert ask(client, row, organisation).status_code == 403
