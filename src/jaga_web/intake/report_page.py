"""What the inbox and the page of one report show, gathered for their templates. Writes nothing."""

from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga.casework import help_wanted, phrases, safe_contact
from jaga.words import Language
from jaga_web.access import CASES_OPEN, REPORTS_ANSWER, REPORTS_BRIDGE, REPORTS_VIEW
from jaga_web.alerts.queries import colleagues
from jaga_web.channel import queries as channel
from jaga_web.channel.models import Report
from jaga_web.intake import bridge_queries, queries, seals, words
from jaga_web.people.models import User
from jaga_web.speaking import reader_language

HELP = {kind.code: kind for kind in help_wanted.KINDS}
CHOICES: tuple[tuple[str, Promise | str], ...] = (
    (queries.OPEN, _("perlu dikerjakan")),
    (queries.MINE, _("dipegang saya")),
    (queries.CASES, _("sudah menjadi kasus")),
    *Report.STATUSES,
    ("all", _("semua")),
)
SAFETY_BADGES = {"no": "bad", "unsure": "warn", "yes": "good"}


def lines(reports: list[Report]) -> list[dict[str, Any]]:
    """The rows of the inbox: codes and times, no text."""
    clocks, since = queries.clocks_of(reports), queries.waiting_since(reports)
    handlers = {user.pk: user for user in User.objects.filter(pk__in=_handlers(reports))}
    return [
        {
            "report": one,
            "badge": SAFETY_BADGES[one.safe_now],
            "urgent": one.safe_now == "no" and one.status != Report.CLOSED,
            "help": help_words(one),
            "clocks": [clock for clock in clocks.get(one.pk, []) if clock.ended_at is None],
            "since": since[one.pk],
            "referred": hasattr(one, "referred_in"),
            "handler": handlers.get(getattr(one, "handler", None) or 0),
        }
        for one in reports
    ]


def _handlers(reports: list[Report]) -> list[int]:
    return [number for one in reports if (number := getattr(one, "handler", None))]


def help_words(report: Report) -> str:
    """The help that was asked for, as the child or the friend said it."""
    said = [
        (HELP[code].mine if report.path == Report.ME else HELP[code].friends)
        for code in report.help_wanted
        if code in HELP
    ]
    return "; ".join(one.say(reader_language()) for one in said)


def content(report: Report, user: User, *, phrase: str) -> dict[str, Any]:
    """Everything the page shows. After the bridge its words are the case's, not the inbox's."""
    bridge = bridge_queries.of_report(report)
    shared = {
        "report": report,
        "badge": SAFETY_BADGES[report.safe_now],
        "wanted": help_words(report),
        "rules": channel.rules_of(report, reader_language()),
        "clocks": queries.clocks_of([report]).get(report.pk, []),
        "handler": queries.handler_of(report),
        "referral": getattr(report, "referred_in", None),
        "bridge": bridge,
        "may_answer": user.may(REPORTS_ANSWER),
        "age": timezone.now() - report.received_at,
    }
    if bridge is not None:
        asked = bridge_queries.requests_from(seals.report_mark(report)).filter(asked_by=user.pk)
        return {**shared, "requests": asked, "now": timezone.now()}
    messages = list(channel.messages_of(report))
    ready = phrases.by_id(phrase)
    language: Language = "en" if report.language == "en" else "id"
    return {
        **shared,
        "messages_of": messages,
        "talk": queries.talk(report, messages),
        "callback": report.callback.split("\n") if report.callback else [],
        "phrases": [
            (one.id, one.words(report.age_band).say(language))
            for one in phrases.for_status(report.status)
        ],
        "prefilled": ready.words(report.age_band).say(language) if ready else "",
        "statuses": [pair for pair in Report.STATUSES if pair[0] != Report.HANDED_OVER],
        "colleagues": colleagues(user, REPORTS_VIEW),
        "agreement": report.agreements.filter(withdrawn_at=None).first(),
        "spoke": report.door != Report.LAPOR,
        "may_open": user.may(CASES_OPEN) and user.may(REPORTS_ANSWER),
        "may_decide": user.may(REPORTS_BRIDGE),
        "grounds": words.options("ground")[1:],
    }


def read_aloud() -> list[tuple[str, str]]:
    """The honest words, for each way of speaking, with the ages they are for."""
    ages = {"young": "0–11", "teen": "12–17", "adult": "18+"}
    return [(ages[name], said.say(reader_language())) for name, said in phrases.READ_ALOUD.items()]


def form(typed: Any) -> dict[str, Any]:
    """The choices of the form for the other doors, and what was typed."""
    language = reader_language()
    return {
        "typed": typed,
        "aloud": read_aloud(),
        "doors": Report.DOORS[1:],
        "paths": Report.PATHS,
        "bands": Report.AGE_BANDS,
        "safety": Report.SAFETY,
        "helps": [(kind.code, kind.mine.say(language)) for kind in help_wanted.KINDS],
        "chosen": typed.getlist("help_wanted") if hasattr(typed, "getlist") else [],
        "rules": [
            (f"rule_{rule.name}", rule.question.say(language), rule.example.say(language),
             typed.get(f"rule_{rule.name}", ""))
            for rule in safe_contact.RULES
        ],
        "senders": words.options("sender"),
        "countries": words.options("country"),
        "knows": words.options("child_knows"),
    }  # fmt: skip
