"""What the stored fields of wellbeing tell about people; see jaga_web/classification.py.

About staff, not about children. The ledger is the person's own all the same.
"""

FIELDS: dict[str, dict[str, str]] = {
    "wellbeing.Policy": {
        "operational": "id organisation mode break_after break_minutes high_per_week"
        " caseload_warning caseload_limit by at",
    },
    "wellbeing.Exposure": {
        "operational": "id person day kind weight mark seconds weighted_seconds"
    },
    "wellbeing.Sitting": {
        "operational": "id person kind weight mark seen_at counted_until weighted_seconds"
        " quiet_until on_break_until",
    },
    "wellbeing.Break": {"operational": "id person at day kind reason"},
    "wellbeing.Sharing": {"operational": "id person shares"},
    "wellbeing.CriticalEvent": {"operational": "id person code at answer answered_at"},
    "wellbeing.Supervision": {
        # Free text could name somebody: sealed, though it is refused when it holds a number.
        "identity": "note",
        "operational": "id organisation supervisor person on topic next_step at",
    },
}
