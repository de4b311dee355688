"""What the stored fields of reports tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {
    "reports.AnnualReport": {
        "public": "year language shown withheld facts_sha256",
        "operational": "id organisation built_by built_at",
    },
    # Figures that passed their verdict, and texts written for everybody.
    "reports.AnnualFile": {"public": "name content", "operational": "id report"},
}
