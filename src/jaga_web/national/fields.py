"""What the stored fields of national tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {
    "national.SimfoniRecord": {
        # With these numbers the ministry's system names the child.
        "identity": "number ticket",
        "operational": "id case mapping_version by at",
    },
    "national.Counterpart": {
        # Not identity, and sealed all the same: with it names can be tried against tokens.
        "operational": "id organisation name shared_key added_by added_at",
    },
    "national.Comparison": {
        "case content": "ours theirs",
        "operational": "id counterpart by at",
    },
    "national.Suggestion": {
        "case content": "case theirs level reasons differs",
        "operational": "id counterpart rules current made_at",
    },
    "national.Decision": {
        "case content": "verdict",
        "operational": "id suggestion by at",
    },
}
