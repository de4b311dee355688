"""What the stored fields of registers tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {
    # About applications and how they are misused; about nobody.
    "registers.Application": {"operational": "id organisation", "public": "code"},
    "registers.Entry": {
        "operational": "id application by at note",
        "public": "name ways means source source_date first_seen last_seen place state",
    },
}
