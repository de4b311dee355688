"""What the stored fields of keeping tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {
    "keeping.Attachment": {
        "identity": "title content",
        "case content": "case kind size_bytes",
        "operational": "id by at",
    },
    "keeping.Hold": {
        "identity": "note",
        "case content": "case reason until",
        "operational": "id placed_by placed_at reviewed_by reviewed_at lifted_by lifted_at",
    },
    "keeping.Postponement": {
        "identity": "reason",
        "case content": "case until",
        "operational": "id by at",
    },
    "keeping.Erasure": {
        "identity": "words note",
        "case content": "case why not_before",
        "operational": "id asked_by asked_at state decided_by decided_at",
    },
    "keeping.Tombstone": {
        # A number and days; of the case itself nothing is left.
        "operational": "id case_number case_row organisation opened_on closed_on why rule rule_days"
        " asked_by approved_by approved_at erased_at rows",
    },
    "keeping.Destruction": {"operational": "id tombstone key_id done_at"},
}
