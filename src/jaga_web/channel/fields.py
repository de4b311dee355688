"""What the stored fields of channel tell about people; see jaga_web/classification.py.

What a child wrote names people, so every free text counts as identity.
"""

FIELDS: dict[str, dict[str, str]] = {
    "channel.Report": {
        "identity": "words address safe_contact callback identity",
        "case content": "door path language age_band safe_now help_wanted status"
        " identity_given_at child_agreed_at case_opened_at held_at",
        "operational": "id organisation key_id received_at receipt_mark receipt_confirmed_at"
        " form_mark taken_in_by last_activity_at expires_at deleted_at ending",
    },
    "channel.Message": {
        "identity": "body",
        "case content": "report from_reporter at read_at",
        "operational": "id by",
    },
    "channel.Bucket": {"operational": "id mark left filled_at"},
}
