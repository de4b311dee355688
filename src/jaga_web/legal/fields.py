"""What the stored fields of legal tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {
    "legal.Milestone": {
        "identity": "reference",
        "case content": "case kind track place state at amount_idr",
        "operational": "id zone by noted_at",
    },
    "legal.LabelDecision": {
        "identity": "reason",
        "case content": "case scheme code decision",
        "operational": "id by at",
    },
    "legal.Lead": {
        "identity": "value told",
        # A keyed token of a suspect's number, never a child's.
        "case content": "case consent kind token told_band",
        "operational": "id added_on expires_on released_on withdrawn_on withdrawn_by by",
    },
}
