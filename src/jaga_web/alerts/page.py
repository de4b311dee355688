"""Everything the page of one alert shows, gathered for its template. Writes nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jaga.screening.model import Source
from jaga_web.access import ALERTS_DECIDE, CASES_VIEW
from jaga_web.alerts import knowledge, money_page, queries, snoozing, words
from jaga_web.alerts.actions import listed_look_alikes, required_look_alikes
from jaga_web.alerts.charts import ChartWords, Mark, timeline_svg
from jaga_web.alerts.models import Alert, Decision, EvidencePayment
from jaga_web.alerts.network import Neighbours, NetworkWords, neighbours, network_svg
from jaga_web.alerts.templatetags.alert_words import month, rupiah, wib
from jaga_web.alerts.tokens import short
from jaga_web.audit.verbs import VERBS
from jaga_web.people.models import User
from jaga_web.speaking import reader_language


@dataclass(frozen=True)
class ReasonShown:
    """One reason in the reader's language, with where the question was published."""

    sentence: str
    indicator: str
    family: str
    weight: int
    at: datetime | None
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class LookAlikeShown:
    """One innocent explanation, and what a person found."""

    name: str
    required: bool
    words: str
    check: str
    verdict: str
    note: str
    by: str
    at: datetime | None


def content(alert: Alert, user: User) -> dict[str, Any]:
    """The template's content for `alert` as `user` may see it."""
    payments = list(alert.evidence.all())
    around = neighbours(alert.subject, payments)
    state = alert.state_on(queries.today())
    proposal = queries.open_proposal(alert)
    look_alikes = _look_alikes(alert)
    decisions = list(alert.decisions.select_related("maker", "checker"))
    return {
        "alert": alert,
        "state": state,
        "headline": headline(alert),
        "threshold": _threshold(alert),
        "fired": _reasons(alert, "fired"),
        "could_not_tell": _reasons(alert, "could_not_tell"),
        "circumstances": _reasons(alert, "circumstance"),
        "payments": payments,
        "around": around,
        "timeline_words": timeline_words(alert, payments),
        "network_words": _network_sentence(around),
        "money": money_page.summary(alert, user),
        "networks": [network(alert, around, narrow=narrow) for narrow in (False, True)],
        "look_alikes": look_alikes,
        "more_look_alikes": sum(not item.required for item in look_alikes),
        "decisions": [d for d in decisions if d.state != Decision.PROPOSED],
        "proposal": proposal,
        "is_maker": proposal is not None and proposal.maker_id == user.pk,
        "can_work": state in (words.NEW, words.IN_REVIEW),
        "colleagues": queries.colleagues(user, ALERTS_DECIDE),
        "history": _history(alert),
        "others": queries.others_of_subject(user, alert),
        "verdicts": words.LOOK_ALIKE_VERDICTS,
        "outcomes": words.DECISION_OUTCOMES,
        "sees_cases": user.may(CASES_VIEW),
        **_snooze(alert, state),
    }  # fmt: skip


def files_as(alert: Alert, user: User) -> str:
    """What this alert may become for the financial intelligence unit; empty when nothing."""
    ready = alert.state in (words.CONFIRMED, words.HANDED_OVER) and not alert.is_protection
    return user.organisation.reports_as if ready else ""


def headline(alert: Alert) -> str:
    """One sentence that says what this alert is about, without blame."""
    title = knowledge.typology_title(alert.typology, reader_language())
    filled = {
        "role": words.words_for(words.ROLES, alert.role),
        "token": short(alert.subject),
        "title": title,
        "month": month(alert.first_fired_at),
    }
    if alert.is_protection:
        text = _("Akun %(token)s mungkin milik anak yang perlu dilindungi: %(title)s, %(month)s.")
    else:
        text = _("%(role)s %(token)s: %(title)s, %(month)s.")
    return text % filled


def timeline(alert: Alert, *, narrow: bool, dark: bool = False) -> str:
    """The timeline picture of `alert` as SVG text."""
    marks = [
        Mark(payment.booked_at, payment.amount_idr, payment.creditor == alert.subject)
        for payment in alert.evidence.all()
    ]
    say = ChartWords(
        language=reader_language(),
        incoming=_("masuk"),
        outgoing=_("keluar"),
        amount=_("Nilai"),
        thousand=_("rb"),
        million=_("jt"),
        billion=_("M"),
    )
    return timeline_svg(marks, say, narrow=narrow, dark=dark)


def network(alert: Alert, around: Neighbours, *, narrow: bool) -> SafeString:
    """The network picture; every value in it is escaped where it is drawn."""
    say = NetworkWords(
        senders=_("Mengirim ke akun ini"),
        receivers=_("Menerima dari akun ini"),
        subject=_("Akun ini"),
        others=_("+ {count} lainnya"),
        billion=_("M"),
        million=_("jt"),
        thousand=_("rb"),
        decimal="," if reader_language() == "id" else ".",
    )
    if narrow:
        say = NetworkWords(**{**vars(say), "senders": _("Pengirim"), "receivers": _("Penerima")})
    label = _network_sentence(around)
    return mark_safe(network_svg(alert.subject, around, say, narrow=narrow, label=label))


def timeline_words(alert: Alert, payments: list[EvidencePayment]) -> str:
    """What the timeline shows, for whoever does not see it."""
    if not payments:
        return _("Tidak ada pembayaran bukti.")
    amounts = [payment.amount_idr for payment in payments]
    incoming = sum(payment.creditor == alert.subject for payment in payments)
    return _(
        "Garis waktu: %(incoming)s pembayaran masuk dan %(outgoing)s keluar, "
        "%(first)s sampai %(last)s, masing-masing %(least)s sampai %(most)s."
    ) % {
        "incoming": incoming,
        "outgoing": len(payments) - incoming,
        "first": wib(payments[0].booked_at, "d MMM yyyy"),
        "last": wib(payments[-1].booked_at, "d MMM yyyy"),
        "least": rupiah(min(amounts)),
        "most": rupiah(max(amounts)),
    }


def _network_sentence(around: Neighbours) -> str:
    return _(
        "%(senders)s akun mengirim %(received)s ke akun ini; "
        "akun ini mengirim %(sent)s ke %(receivers)s akun."
    ) % {
        "senders": len(around.senders),
        "received": rupiah(sum(tie.amount_idr for tie in around.senders)),
        "receivers": len(around.receivers),
        "sent": rupiah(sum(tie.amount_idr for tie in around.receivers)),
    }


def _history(alert: Alert) -> list[dict[str, Any]]:
    """What was done, oldest first; the same act by one person in a row is one line."""
    lines: list[dict[str, Any]] = []
    for event, name in queries.history(alert):
        if lines and (lines[-1]["verb"], lines[-1]["name"]) == (event.verb, name):
            lines[-1]["times"] += 1
            continue
        words_of = VERBS.get(event.verb, event.verb)
        lines.append(
            {"verb": event.verb, "at": event.at, "name": name, "words": words_of, "times": 1}
        )
    return lines


def _threshold(alert: Alert) -> int | None:
    """The threshold of the alert's own run, which a parameter pack may have set."""
    try:
        rule = alert.run.manifest["parameters"]["typologies"][alert.typology]
        return int(rule["threshold"])
    except (KeyError, TypeError, ValueError):
        known = knowledge.typology(alert.typology)
        return known.threshold if known and known.version == alert.version else None


def _reasons(alert: Alert, answer: str) -> list[ReasonShown]:
    language = reader_language()
    shown = []
    for reason in alert.reasons:
        if reason["answer"] != answer:
            continue
        known = knowledge.indicator(reason["indicator"])
        shown.append(
            ReasonShown(
                sentence=reason[language],
                indicator=knowledge.indicator_title(reason["indicator"], language),
                family=words.words_for(words.FAMILIES, reason["family"]),
                weight=reason["weight"],
                at=datetime.fromisoformat(reason["at"]) if reason.get("at") else None,
                sources=known.sources if known else (),
            )
        )
    return sorted(shown, key=lambda reason: -reason.weight)


def _look_alikes(alert: Alert) -> list[LookAlikeShown]:
    checks = {check.look_alike: check for check in alert.look_alike_checks.select_related("by")}
    shown, required = [], set(required_look_alikes(alert))
    for name, known in listed_look_alikes(alert).items():
        check = checks.get(name)
        shown.append(
            LookAlikeShown(
                name,
                name in required,
                known.words.say(reader_language()),
                known.check.say(reader_language()),
                check.verdict if check else "",
                check.note if check else "",
                check.by.display_name if check else "",
                check.at if check else None,
            )
        )
    return shown


def _snooze(alert: Alert, state: str) -> dict[str, Any]:
    language, today = reader_language(), queries.today()
    longest = snoozing.LONGEST_DAYS_PROTECTION if alert.is_protection else snoozing.LONGEST_DAYS
    choices = [(f"typology:{alert.typology}", knowledge.typology_title(alert.typology, language))]
    choices += [
        (f"indicator:{name}", knowledge.indicator_title(name, language))
        for name in snoozing.snoozable(alert)["indicator"]
    ]
    return {
        "snooze_choices": choices,
        "snooze_first": today + timedelta(days=1),
        "snooze_last": today + timedelta(days=longest),
        "snooze_suggested": today + timedelta(days=min(30, longest)),
        "snooze_days": longest,
        "snoozes": queries.active_snoozes(alert.organisation, [alert.subject]),
        "is_snoozed": state == words.SNOOZED,
    }
