"""The queue as CSV: codes, numbers and keyed tokens; no names, remarks or plain accounts."""

import csv
import io

from django.db import transaction
from django.db.models import QuerySet

from jaga_web.alerts.charts import WIB
from jaga_web.alerts.models import Alert
from jaga_web.alerts.tokens import is_keyed
from jaga_web.audit.actions import record
from jaga_web.people.models import User

COLUMNS = (
    "alert_id", "rank", "typology", "version", "subject", "role", "outcome", "month",
    "first_fired_at", "score", "state",
)  # fmt: skip


@transaction.atomic
def queue_as_csv(rows: QuerySet[Alert], *, by: User) -> str:
    """`rows` as CSV text, with an audit event that says how many lines left."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    count = 0
    for alert in rows.iterator():
        writer.writerow([_harmless(cell) for cell in _line(alert)])
        count += 1
    record(
        by=by,
        verb="alerts.exported",
        subject=f"organisation:{by.organisation_id}",
        organisation=by.organisation_id,
        detail={"rows": count},
    )
    return buffer.getvalue()


def _harmless(cell: str | int) -> str | int:
    """A cell that a spreadsheet takes for text: the codes come from a run somebody else made."""
    starts = isinstance(cell, str) and cell[:1] in tuple("=+-@\t\r")
    return f"'{cell}" if starts else cell


def _line(alert: Alert) -> list[str | int]:
    return [
        alert.alert_id,
        alert.rank,
        alert.typology,
        alert.version,
        # Intake keys every token; this second look makes a mistake there harmless here.
        alert.subject if is_keyed(alert.subject) else "",
        alert.role,
        alert.outcome,
        alert.first_fired_at.astimezone(WIB).strftime("%Y-%m"),
        alert.first_fired_at.astimezone(WIB).isoformat(),
        alert.score,
        getattr(alert, "shown_state", alert.state),
    ]
