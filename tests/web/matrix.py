"""Who may open what: one Row for each address and method of the site.

Every address in the resolver must be listed; test_permission_matrix.py walks each Row with a
person of every role, from our organisation, and with a visitor who has not signed in:

- a role in `roles` must get `status`, and `shows` must be in the page (for a redirect: in the
  address it leads to; for a download: in its bytes);
- a role not in `roles` must get `refused` (403), and must not see `shows`;
- a role in `hidden` holds the permission, but this object is not theirs to know of: 404;
- a visitor must be sent to the sign-in page, or, with `visitor_sees`, must find that in the page;
- with `target`, the same address for an object of the other organisation must give 404 to the
  roles in `roles`, and `refused` to the others;
- a method with no Row for that address must give 405 to a person who may use another.

To add an address: write its Row in the rows.py of its app (tests/web/<app>/rows.py).
`target` is a function that takes an Organisation, makes
an object of it in the database and returns the arguments of the address; `data` is what a POST
sends, or a function from those arguments to it; `before` may prepare the client.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from jaga_web.people.models import Organisation
from jaga_web.people.roles import ROLES

Arguments = dict[str, Any]
Target = Callable[[Organisation], Arguments]

ALL = frozenset(ROLES)


@dataclass(frozen=True)
class Row:
    url: str
    shows: str
    roles: frozenset[str] = ALL
    method: str = "GET"
    status: int = 200
    refused: int = 403
    hidden: frozenset[str] = frozenset()
    target: Target | None = None
    data: Mapping[str, Any] | Callable[[Arguments], Mapping[str, Any]] = field(default_factory=dict)
    visitor_sees: str = ""
    before: Callable[[Client], None] | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.url}"


def roles(*names: str) -> frozenset[str]:
    """These roles, spelt right."""
    assert set(names) <= ALL, set(names) - ALL
    return frozenset(names)
