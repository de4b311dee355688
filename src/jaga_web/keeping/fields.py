"""What the stored fields of keeping tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {}
