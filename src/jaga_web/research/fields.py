"""What the stored fields of research tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {
    "research.Questionnaire": {
        # No person stands in it; sealed all the same, because a questionnaire in work is private.
        "identity": "source",
        "operational": "id organisation key_id title form_id version added_by added_at",
    },
    "research.Collection": {
        # Free text of a colleague, which may name somebody.
        "identity": "reason",
        "operational": "id questionnaire key_id state keep_until asked_by asked_at decided_by"
        " decided_at closed_at erased_at",
    },
    "research.Answer": {"identity": "content", "operational": "id collection"},
    "research.Export": {
        "identity": "content",
        "operational": "id questionnaire key_id kind size_bytes rows keep_until added_by added_at",
    },
    "research.Table": {
        # Estimates about groups, small ones withheld before they are stored.
        "operational": "id questionnaire export collection design results by at",
    },
}
