"""From the first page to the six words. What was typed travels sealed in the page until "send"."""

import secrets
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from jaga.casework import help_wanted, safe_contact
from jaga.casework.promises import PROMISES
from jaga.casework.receipt import WORDS_IN_RECEIPT, canonical
from jaga.errors import BadInput
from jaga_web.channel import queries, receipts, words
from jaga_web.channel import reporter_actions as actions
from jaga_web.channel.models import Report
from jaga_web.channel.pages import Visit, page
from jaga_web.channel.returning import draw_status, found
from jaga_web.channel.told import Told

ASKED_BACK = 2


@page("GET")
def first(visit: Visit) -> HttpResponse:
    """Are you safe now? Numbers to call; two ways on; the way back with six words."""
    return _first(visit)


@page("GET")
def promises(visit: Visit) -> HttpResponse:
    """What we promise whoever writes here, sentence by sentence."""
    return visit.draw("promises", {"promises": PROMISES})


@page("POST")
def begin(visit: Visit) -> HttpResponse:
    """What we must do and cannot undo, before anything is written."""
    visit.form("first")
    state = {
        "path": visit.one("path"),
        "safe": _among(visit.one("safe_now"), Report.SAFETY, "unsure"),
        "age": _among(visit.one("age"), Report.AGE_BANDS, "unknown"),
    }
    if state["path"] not in dict(Report.PATHS):
        return _first(visit, _("Pilih: tentang aku, atau tentang teman."))
    return visit.draw("before", _reader(state), form=("before", state))


@page("POST")
def write(visit: Visit) -> HttpResponse:
    """What kind of help, and a few words if one likes."""
    return _write(visit, visit.form("before").state)


@page("POST")
def contact(visit: Visit) -> HttpResponse:
    """How an answer reaches whoever writes without danger."""
    state = visit.form("write").state
    state |= {
        "help": visit.all("help_wanted"),
        "words": visit.one("words"),
        "address": visit.one("address"),
        "friend": _among(visit.one("friends_age"), Report.AGE_BANDS, "unknown"),
    }
    try:
        _told(state, visit).check()
    except BadInput as refused:
        return _write(visit, state, refused.say(visit.language))
    content = _reader(state) | {"rules": safe_contact.RULES}
    return visit.draw("contact", content, form=("contact", state))


@page("POST")
def send(visit: Visit) -> HttpResponse:
    """Store the report and show its six words, once."""
    form, receiver = visit.form("contact"), queries.receiver()
    visit.limited(form, "send")
    if receiver is None:
        return _first(visit)
    told = _told(form.state, visit)
    arrived = actions.arrive(told=told, organisation=receiver, form=form.nonce)
    if arrived is None:
        return visit.tell(_("Sudah terkirim"), _("Tulisanmu sudah kami terima sebelumnya."))
    report, drawn = arrived
    ask = sorted(secrets.SystemRandom().sample(range(WORDS_IN_RECEIPT), ASKED_BACK))
    return _receipt(visit, {"report": report.pk, "words": drawn, "ask": ask})


@page("POST")
def confirm(visit: Visit) -> HttpResponse:
    """Two of the words asked back; then the report is open."""
    form = visit.form("receipt")
    visit.limited(form, "code")
    drawn, ask = form.state["words"], form.state["ask"]
    typed = [canonical(visit.one(f"word{place}")) for place in ask]
    if typed != [drawn[place] for place in ask]:
        return _receipt(visit, form.state, _("Belum sama. Lihat lagi kata-katanya."))
    mark = receipts.mark_of(" ".join(drawn))
    report = found(form.state["report"], mark)
    actions.confirm(report=report)
    note = _("Bagus, kata-katamu benar. Simpan baik-baik.")
    return draw_status(visit, report, mark, note)


@page("POST")
def no_code(visit: Visit) -> HttpResponse:
    """No words to keep: a number and a time to be called instead."""
    form = visit.form("receipt")
    visit.limited(form, "act")
    report = found(form.state["report"], receipts.mark_of(" ".join(form.state["words"])))
    try:
        actions.ask_for_call(report=report, reach=visit.one("reach"), window=visit.one("window"))
    except BadInput as refused:
        return _receipt(visit, form.state, refused.say(visit.language))
    said = _("Kami menelepon pada waktu yang kamu pilih. Enam kata tadi tidak berlaku lagi.")
    return visit.tell(_("Sudah kami catat"), said)


def _first(visit: Visit, error: str = "") -> HttpResponse:
    content = {
        "ages": words.AGES,
        "safety": Report.SAFETY,
        "error": error,
        "closed": queries.receiver() is None,
    }
    return visit.draw("first", content, form=("first", {}), status=400 if error else 200)


def _write(visit: Visit, state: dict[str, Any], error: str = "") -> HttpResponse:
    content = _reader(state) | {
        "kinds": help_wanted.KINDS,
        "friends_ages": words.FRIENDS_AGES,
        "typed": state,
        "error": error,
    }
    kept = {name: state[name] for name in ("path", "safe", "age")}
    return visit.draw("write", content, form=("write", kept), status=400 if error else 200)


def _receipt(visit: Visit, state: dict[str, Any], error: str = "") -> HttpResponse:
    content = {
        "drawn": state["words"],
        "ask": [(place, place + 1) for place in state["ask"]],
        "error": error,
    }
    return visit.draw("receipt", content, form=("receipt", state), status=400 if error else 200)


def _reader(state: dict[str, Any]) -> dict[str, Any]:
    """For whom a page is written."""
    return {
        "friend": state["path"] == Report.FRIEND,
        "young": state["age"] in words.YOUNG,
        "unsafe": state["safe"] == "no",
    }


def _told(state: dict[str, Any], visit: Visit) -> Told:
    return Told(
        path=state["path"],
        safe_now=state["safe"],
        language=visit.language,
        age_band=state["friend"] if state["path"] == Report.FRIEND else state["age"],
        help_wanted=state["help"],
        words=state["words"],
        address=state["address"],
        safe_contact={rule.name: visit.one(rule.name) for rule in safe_contact.RULES},
    )


def _among(value: str, known: list[tuple[str, Any]], otherwise: str) -> str:
    return value if value in dict(known) else otherwise
