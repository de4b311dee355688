"""What the stored fields of releases tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {
    "releases.Proposal": {
        # Free text, which may name somebody.
        "identity": "reason",
        # True counts, sealed although they name nobody: one of them may be about one child.
        "case content": "counts draft",
        "operational": "id organisation state source proposed_by proposed_at decided_by decided_at"
        " number",
    },
    # What was published, with its true counts sealed within the text.
    "releases.LedgerLine": {"public": "id organisation number text"},
}
