"""Where one sitting stands, carried sealed in the page: the server keeps nothing until the end.

A respondent who stops leaves no trace, because there is none: no row, no session, no cookie holds
an answer. The sealed state is bound to one collector and one collection, and lasts three hours.
"""

import base64
import binascii
import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from jaga.errors import NotInstalledRight
from jaga.surveys import interview
from jaga.surveys.forms import Form, Node, said
from jaga.surveys.interview import Answers, Screen
from jaga.surveys.lint.topics import gives_help, is_consent, refusals
from jaga.words import Language
from jaga_web import sealing
from jaga_web.people.models import User
from jaga_web.research.models import Collection

PURPOSE = "research.sitting"
LASTS_SECONDS = 3 * 3600
# Question names may hold dots; this prefix keeps them apart from the page's own fields.
FIELD = "q."
SKIP = ".skip"


@dataclass(frozen=True)
class State:
    """Answers so far, the row where this screen begins, and where those before it began."""

    given: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    at: int = 0
    trail: tuple[int, ...] = ()
    # Makes one sitting one row, however often its last page is sent.
    once: str = field(default_factory=lambda: secrets.token_hex(16))

    def answers(self) -> Answers:
        """For the core."""
        return Answers(self.given, self.skipped, timezone.localdate())

    def screen(self, form: Form) -> Screen:
        """What is on the page now."""
        return interview.screen(form, self.answers(), self.at)


def sealed(state: State, collection: Collection, by: User) -> str:
    """The state in letters that a hidden field can carry."""
    content = {
        "c": collection.pk,
        "u": by.pk,
        "t": int(time.time()),
        "g": dict(state.given),
        "s": sorted(state.skipped),
        "a": state.at,
        "b": state.trail,
        "o": state.once,
    }
    plain = json.dumps(content, ensure_ascii=False)
    return base64.urlsafe_b64encode(sealing.seal(plain, PURPOSE)).decode()


def opened(token: str, collection: Collection, by: User) -> State | None:
    """The state of this collector's sitting; None for another's, an old one, or none at all."""
    try:
        plain = sealing.unseal(base64.b64decode(token, altchars=b"-_", validate=True), PURPOSE)
        found: dict[str, Any] = json.loads(plain)
    except (NotInstalledRight, ValueError, binascii.Error):
        return None
    is_ours = (found["c"], found["u"]) == (collection.pk, by.pk)
    if not is_ours or time.time() - found["t"] > LASTS_SECONDS:
        return None
    return State(found["g"], frozenset(found["s"]), found["a"], tuple(found["b"]), found["o"])


def filled(state: State, form: Form, sent: QueryDict) -> State:
    """The state with what was typed on this screen. Other questions are not looked for."""
    given, skipped = dict(state.given), set(state.skipped)
    for node in state.screen(form).nodes:
        if not node.asks:
            continue
        name = FIELD + node.name
        given[node.name] = interview.tidied(node, sent.getlist(name))
        if sent.get(name + SKIP) and may_skip(form, node):
            skipped.add(node.name)
            given[node.name] = ""
        else:
            skipped.discard(node.name)
    return replace(state, given=given, skipped=frozenset(skipped))


def faults(state: State, form: Form, language: Language) -> dict[str, str]:
    """By question, why an answer of this screen is not accepted."""
    answers = state.answers()
    found = {
        node.name: interview.refusal(form, node, answers, language)
        for node in state.screen(form).nodes
    }
    return {name: words for name, words in found.items() if words}


def forward(state: State, form: Form) -> State:
    """On to the next screen."""
    return replace(state, at=state.screen(form).after, trail=(*state.trail, state.at))


def back(state: State) -> State:
    """To the screen before, with what was answered there."""
    if not state.trail:
        return state
    return replace(state, at=state.trail[-1], trail=state.trail[:-1])


def may_skip(form: Form, node: Node) -> bool:
    """Every question may be passed over but the consent: that is given or it is not.

    Where the form has a choice of its own for it, that one serves.
    """
    first = next((each.name for each in form.questions), "")
    has_own = any(refusals(form, node))
    return node.name != first and not is_consent(node) and not has_own


def support(form: Form, language: Language) -> list[str]:
    """The form's own words on where to turn."""
    return [form.say(node, language) for node in form.nodes if gives_help(node)]


def has_said_anything(state: State, form: Form) -> bool:
    """Whether more than the consent question was asked: a "no" to it leaves nothing to keep."""
    kept = interview.kept(form, state.answers())
    return len(kept.given) + len(kept.skipped) > 1


def asks(
    state: State, form: Form, language: Language, wrong: Mapping[str, str]
) -> list[dict[str, Any]]:
    """What `research/_ask.html` draws for each question of this screen."""
    return [
        _ask(state, form, node, language, wrong.get(node.name, ""))
        for node in state.screen(form).nodes
    ]


def _ask(state: State, form: Form, node: Node, language: Language, error: str) -> dict[str, Any]:
    answers, value = state.answers(), state.given.get(node.name, "")
    ticked = value.split() if node.kind == "select_multiple" else [value]
    options = [
        {"name": one.name, "label": said(one.labels, language) or one.name,
         "checked": one.name in ticked}
        for one in interview.choices(form, node, answers)
    ]  # fmt: skip
    if node.kind == "acknowledge":
        options = [{"name": "OK", "label": "OK", "checked": value == "OK"}]
    return {
        "kind": node.kind,
        "field": FIELD + node.name,
        "label": interview.words(form, node, "label", answers, language) or node.name,
        "hint": interview.words(form, node, "hint", answers, language),
        "choices": options,
        "value": value,
        "error": error,
        "may_skip": may_skip(form, node),
        "skipped": node.name in state.skipped,
    }
