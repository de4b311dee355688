"""Building a report, and handing out its files: each with its event."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from jaga.errors import BadInput
from jaga.evidence.consistency import check
from jaga.evidence.facts import Fact, parse_facts
from jaga.report.build import build as build_report
from jaga.report.build import build_brief, shown_sha256
from jaga.report.narrative import EMPTY, parse_narrative
from jaga.report.setting import make_setting
from jaga.words import Language, Text
from jaga_web.access import ANNUAL_BUILD, FIGURES_VIEW, require
from jaga_web.audit.actions import record
from jaga_web.people.models import User
from jaga_web.reports.models import AnnualFile, AnnualReport
from jaga_web.yearly.queries import figures_of

YEARS = range(1990, 2101)


@dataclass(frozen=True)
class Order:
    """What to build: the year, the language, the facts as CSV and the narrative as TOML text.

    Without facts, those that this site holds of the year are taken.
    """

    year: int
    language: Language
    facts: str = ""
    narrative: str = ""


@transaction.atomic
def build(*, order: Order, by: User) -> AnnualReport:
    """Build the report and the brief; they take the place of what was there for that year.

    Raises BadInput for a year, facts or texts that cannot be used, Refused for a typed number.
    """
    require(by, ANNUAL_BUILD)
    if order.year not in YEARS:
        raise BadInput(
            Text("Tulis tahun laporan dengan empat angka.", "Write the year in four digits.")
        )
    facts = _facts(order, by)
    ids = {fact.id for fact in facts}
    told = parse_narrative(order.narrative, ids) if order.narrative.strip() else EMPTY
    setting = make_setting(order.year, order.language, facts, check(facts), told)
    built = build_report(setting)
    report, _ = AnnualReport.objects.update_or_create(
        organisation=by.organisation,
        year=order.year,
        language=order.language,
        defaults={
            "facts_sha256": shown_sha256(setting),
            "shown": built.shown,
            "withheld": built.withheld,
            "built_by": by,
            "built_at": timezone.now(),
        },
    )
    report.files.all().delete()
    AnnualFile.objects.bulk_create(
        AnnualFile(report=report, name=name, content=content)
        for name, content in (*built.files, *build_brief(setting).files)
    )
    _trace(by, "annual.built", report)
    return report


def _facts(order: Order, by: User) -> tuple[Fact, ...]:
    if order.facts.strip():
        return parse_facts(order.facts)
    return tuple(one.fact for one in figures_of(by, order.year).told)


@transaction.atomic
def download(*, file: AnnualFile, by: User) -> bytes:
    """One file of a report that this person may read."""
    require(by, FIGURES_VIEW)
    _trace(by, "annual.downloaded", file.report)
    return bytes(file.content)


def _trace(by: User, verb: str, report: AnnualReport) -> None:
    subject = f"annual_report:{report.pk}"
    record(by=by, verb=verb, subject=subject, organisation=report.organisation_id)
