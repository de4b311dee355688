"""The facts of a year from every room, with the verdict on each."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models.functions import ExtractYear
from django.utils import timezone

from jaga.evidence import consistency
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.queries import alerts as alert_facts
from jaga.evidence.queries.asking import Answer, Held, together
from jaga.evidence.withholding import Verdict, verdict
from jaga.programmes import figures, register_figures
from jaga_web.alerts.charts import WIB
from jaga_web.alerts.models import Alert, EvidencePayment
from jaga_web.people.models import Organisation, User
from jaga_web.programmes.queries import for_figures as activities_of
from jaga_web.registers.queries import for_figures as register_of
from jaga_web.yearly import cases


@dataclass(frozen=True)
class Told:
    """One fact and what is said of it. A withheld fact comes without its findings: they could
    give it away."""

    fact: Fact
    verdict: Verdict
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Year:
    """The figures of a year: each with its verdict, and those that no query may tell."""

    told: tuple[Told, ...]
    held: tuple[Held, ...]

    @property
    def shown(self) -> tuple[Fact, ...]:
        """The facts that may leave."""
        return tuple(one.fact for one in self.told if one.verdict.shown)


def years(user: User) -> list[int]:
    """The years in which something was done or seen, newest first; this year at least."""
    found = {one.starts_on.year for one in activities_of(user.organisation)}
    found |= {row.source_date.year for row in register_of(user.organisation)}
    rows = Alert.objects.filter(organisation=user.organisation)
    fired = rows.annotate(year=ExtractYear("first_fired_at", tzinfo=WIB)).values_list(
        "year", flat=True
    )
    found |= set(fired.order_by().distinct())
    return sorted(found or {timezone.localdate().year}, reverse=True)


def figures_of(user: User, year: int) -> Year:
    """Every fact of `year` that this person's organisation can compute."""
    answer = together(
        (
            figures.facts(activities_of(user.organisation), year),
            register_figures.facts(register_of(user.organisation), year),
            _alerts(user.organisation, year),
            cases.answer(user, year),
        )
    )
    return _judged(answer)


def _judged(answer: Answer) -> Year:
    verdicts = {fact.id: verdict(fact, answer.facts) for fact in answer.facts}
    open_ = tuple(fact for fact in answer.facts if verdicts[fact.id].shown)
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in consistency.check(open_):
        findings[finding.fact_id].append(finding)
    return Year(
        told=tuple(
            Told(fact, verdicts[fact.id], tuple(findings[fact.id])) for fact in answer.facts
        ),
        held=answer.held,
    )


def _alerts(organisation: Organisation, year: int) -> Answer:
    """The alerts of the organisation as the core counts them, with the rails of their evidence."""
    rows = Alert.objects.filter(organisation=organisation)
    evidence = EvidencePayment.objects.filter(alert__organisation=organisation)
    rails: dict[int, set[str]] = defaultdict(set)
    for alert, rail in evidence.order_by().values_list("alert_id", "rail").distinct():
        rails[alert].add(rail)
    found = [
        alert_facts.Alert(
            str(pk), outcome, fired.astimezone(alert_facts.WIB).year, frozenset(rails[pk])
        )
        for pk, outcome, fired in rows.values_list("pk", "outcome", "first_fired_at")
    ]
    return alert_facts.facts(found, year)
