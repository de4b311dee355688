"""What the stored fields of national tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {}
