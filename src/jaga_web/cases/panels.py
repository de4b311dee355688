"""Where higher apps hang their part of the case page, without this app knowing them.

In the `ready()` of its AppConfig an app calls `register(Panel(...))` once. For each panel the case
page asks `content(user, case)`: a dictionary for `template` (with `case` and `panel` added), or
None when this person has nothing to see there; `content` itself asks the permissions. Panels
stand below the sections of the case, by `order`: CLOCKS 10, REFERRALS 20, LEGAL 30, KEEPING 40,
INTAKE 50, others from 60. A template begins with its own <h2>-less body: the page draws the
heading from `title` inside a closed <details>, open when `opened(user, case)` says so.

`SLOTS` are places for one template each inside the page: `guide` is drawn once per step, with
`step` (the id of a step of jaga.casework.steps) and `case`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from jaga_web.cases.models import Case
from jaga_web.people.models import User

Content = Callable[[User, Case], dict[str, Any] | None]


def _closed(_user: User, _case: Case) -> bool:
    return False


@dataclass(frozen=True)
class Panel:
    """One part of the case page. `id` becomes its anchor: letters, digits and dashes."""

    id: str
    title: Promise | str
    template: str
    content: Content
    order: int = 100
    opened: Callable[[User, Case], bool] = _closed


PANELS: list[Panel] = []
SLOTS: dict[str, str] = {}


def register(panel: Panel) -> None:
    """Hang a panel; hanging the same id again replaces it, so that tests may load apps twice."""
    PANELS[:] = sorted(
        [*(one for one in PANELS if one.id != panel.id), panel], key=lambda one: one.order
    )


def fill_slot(name: str, template: str) -> None:
    """Put a template into a slot of the page."""
    SLOTS[name] = template


def drawn(user: User, case: Case) -> list[dict[str, Any]]:
    """The panels this person sees on the page of `case`, each with its content."""
    shown = ((panel, panel.content(user, case)) for panel in PANELS)
    return [
        {"panel": panel, "case": case, "opened": panel.opened(user, case), **content}
        for panel, content in shown
        if content is not None
    ]
