"""Takes a screening run into the queue. The same run twice adds nothing."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from jaga_web import keys
from jaga_web.alerts import intake, tokens, words
from jaga_web.alerts.models import Alert, EvidencePayment, Run, Snooze
from jaga_web.alerts.money_intake import follow_money
from jaga_web.alerts.queries import active_snoozes
from jaga_web.alerts.snoozing import settle, wake
from jaga_web.audit.actions import record
from jaga_web.people.models import Organisation, User

CHUNK = 500
# What a later run may say anew about an alert that nobody has decided yet.
RENEWED = (
    "version", "role", "outcome", "window_start", "window_end", "first_fired_at", "score",
    "rank", "in_budget", "reasons", "climb", "region",
)  # fmt: skip


def key_token(token: str) -> str:
    """`token` in keyed form, under this installation's own key if it came as a plain value."""
    return tokens.keyed(token, keys.read(settings.JAGA_DATA_DIR, "tokens"))


def take_in(*, run_dir: Path, organisation: Organisation, by: User | None) -> Run:
    """Put the run's alerts into the queue of `organisation`, then follow their money.

    The queue is not kept waiting for the second: it is there when the first is done.
    """
    run = _take_in(run_dir=run_dir, organisation=organisation, by=by)
    follow_money(run=run, run_dir=run_dir, by=by)
    return run


@transaction.atomic
def _take_in(*, run_dir: Path, organisation: Organisation, by: User | None) -> Run:
    """Put the run's alerts into the queue of `organisation`.

    New alerts are added (as snoozed where a snooze holds); a later run renews score, reasons
    and evidence of alerts that are not decided; a decided alert gets only the note that there
    is new evidence. Raises BadInput for a folder that is not a whole run.
    """
    run_id = str(intake.read_manifest(run_dir)["run_id"])
    # One run at a time: two at once could each hold what the other waits for.
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    known = Run.objects.filter(organisation=organisation, run_id=run_id).first()
    if known is not None:
        return known
    key = keys.read(settings.JAGA_DATA_DIR, "tokens")
    # One account stands in many payments; its token is keyed once.
    files = intake.read_run(run_dir, cache(lambda token: tokens.keyed(token, key)))
    run = Run.objects.create(
        organisation=organisation,
        run_id=files.run_id,
        manifest=files.manifest,
        active_accounts=files.manifest.get("active_accounts"),
        finished_at=files.finished_at,
        taken_in_by=by,
    )
    _lock_known(organisation, [row["alert_id"] for row in files.alerts])
    for start in range(0, len(files.alerts), CHUNK):
        _take_in_chunk(run, files, files.alerts[start : start + CHUNK])
    run.save(update_fields=["added", "updated"])
    record(
        by=by,
        verb="alerts.run_taken_in",
        subject=f"run:{run.pk}",
        organisation=organisation.pk,
        detail={"added": run.added, "updated": run.updated},
    )
    return run


def _lock_known(organisation: Organisation, ids: list[str]) -> None:
    """Lock every alert the run may renew, lowest number first, before the first audit event.

    People's acts lock alerts in the same order and the audit chain's head last; a run that took
    the head between two alerts would stand against them.
    """
    rows = Alert.objects.filter(organisation=organisation)
    chunks = [ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)]
    known = sorted(
        pk for some in chunks for pk in rows.filter(alert_id__in=some).values_list("pk", flat=True)
    )
    for start in range(0, len(known), CHUNK):
        held = Alert.objects.select_for_update().filter(pk__in=known[start : start + CHUNK])
        list(held.order_by("pk").values_list("pk", flat=True))


def _take_in_chunk(run: Run, files: intake.RunFiles, rows: tuple[intake.Row, ...]) -> None:
    existing = {
        alert.alert_id: alert
        for alert in Alert.objects.select_for_update()
        .filter(organisation=run.organisation, alert_id__in=[row["alert_id"] for row in rows])
        .select_related("run")
    }
    snoozes = active_snoozes(run.organisation, [row["subject"] for row in rows])
    fresh = [_built(run, row) for row in rows if row["alert_id"] not in existing]
    for alert in fresh:
        settle(alert, snoozes)
    Alert.objects.bulk_create(fresh)
    _add_evidence(fresh, files)
    run.added += len(fresh)
    for row in rows:
        held = existing.get(row["alert_id"])
        if held is not None:
            run.updated += _renew(held, run, row, files.evidence.get(held.alert_id, []), snoozes)


def _built(run: Run, row: intake.Row) -> Alert:
    return Alert(
        organisation=run.organisation,
        run=run,
        alert_id=row["alert_id"],
        typology=row["typology"],
        subject=row["subject"],
        **{name: row[name] for name in RENEWED},
    )


def _renew(
    alert: Alert, run: Run, row: intake.Row, evidence: list[intake.Row], snoozes: list[Snooze]
) -> bool:
    """Bring an alert up to date; True when something changed. An older run changes nothing."""
    if run.finished_at < alert.run.finished_at:
        return False
    stored = set(alert.evidence.values_list("payment_key", flat=True))
    grown = bool({item["payment_key"] for item in evidence} - stored)
    if alert.state in words.DECIDED_STATES:
        if grown:
            _note_new_evidence(alert, run)
        return grown
    changed = grown or any(getattr(alert, name) != row[name] for name in RENEWED)
    if not changed:
        return False
    for name in RENEWED:
        setattr(alert, name, row[name])
    alert.run = run
    if alert.state == words.DECIDED_PENDING:
        # Somebody's proposal waits for its answer: a snooze must not hide it.
        alert.new_evidence_at = timezone.now() if grown else alert.new_evidence_at
    elif not settle(alert, snoozes):
        wake(alert)
    alert.save()
    alert.evidence.all().delete()
    _add_evidence([alert], intake.RunFiles({}, (), {alert.alert_id: evidence}))
    _trace(alert, run, "alerts.renewed")
    return True


def _note_new_evidence(alert: Alert, run: Run) -> None:
    alert.new_evidence_at = timezone.now()
    alert.save(update_fields=["new_evidence_at"])
    _trace(alert, run, "alerts.new_evidence_noted")


def _trace(alert: Alert, run: Run, verb: str) -> None:
    record(
        by=run.taken_in_by,
        verb=verb,
        subject=f"alert:{alert.pk}",
        organisation=alert.organisation_id,
        detail={"run": run.pk},
    )


def _add_evidence(alerts: Iterable[Alert], files: intake.RunFiles) -> None:
    """One plain INSERT: a run brings tens of thousands of rows; objects take ten times as long."""
    names = ("alert_id", *(name for name in intake.EVIDENCE_COLUMNS if name != "alert_id"))
    quote, moment = connection.ops.quote_name, connection.ops.adapt_datetimefield_value
    rows = [
        [
            alert.pk,
            *(moment(row[name]) if name == "booked_at" else row[name] for name in names[1:]),
        ]
        for alert in alerts
        for row in files.evidence.get(alert.alert_id, [])
    ]
    if not rows:
        return
    table = quote(EvidencePayment._meta.db_table)
    columns, places = ", ".join(map(quote, names)), ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)
