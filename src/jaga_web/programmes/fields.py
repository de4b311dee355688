"""What the stored fields of programmes tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {
    "programmes.Activity": {"operational": "id organisation", "public": "code"},
    "programmes.Version": {
        "identity": "reason",
        # Participants are numbers alone; small ones are withheld before a figure leaves.
        "operational": "id activity number by at counts is_cancelled",
        "public": "title programme pillar starts_on ends_on partners places",
    },
}
