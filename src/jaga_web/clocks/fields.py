"""What the stored fields of clocks tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {}
