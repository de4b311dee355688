"""What the stored fields of clocks tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {
    "clocks.Clock": {
        "identity": "evidence",
        "case content": "subject rule",
        "operational": "id organisation zone length key_id started_at due_at holidays_known owner"
        " ended_at noted_at ended_by",
    },
    "clocks.Pause": {
        "identity": "note",
        "case content": "reason",
        "operational": "id clock began_at ended_at by",
    },
    "clocks.Escalation": {"operational": "id clock to by at"},
    "clocks.Standard": {"operational": "id organisation rule length by at"},
    "clocks.Breach": {
        "identity": "what remedy authority",
        "operational": "id organisation key_id found_at notified_at opened_by",
    },
}
