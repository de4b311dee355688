"""What the stored fields of intake tell about people; see jaga_web/classification.py."""

FIELDS: dict[str, dict[str, str]] = {
    "intake.Handling": {"identity": "note", "operational": "id report to by at"},
    "intake.IncomingReferral": {
        "identity": "sender reference",
        "case content": "sender_kind country child_knows",
        "operational": "id report",
    },
    "intake.Agreement": {"identity": "how", "operational": "id report by at withdrawn_at"},
    "intake.Bridge": {
        # A report and its case meet here and nowhere else; marks are made with their own keys.
        "identity": "link reason safe_contact",
        "case content": "ground",
        "operational": "id organisation report_mark case_mark made_on",
    },
    "intake.LinkRequest": {
        "identity": "why decision review",
        "operational": "id organisation side mark asked_by asked_at state decided_by decided_at"
        " open_until reviewed_by reviewed_at in_order",
    },
    "intake.LinkLook": {"operational": "id request by at"},
    "intake.MonitoringEntry": {
        # The address of a page often spells a headline, and a headline may name a child.
        "identity": "source",
        "case content": "title_code kind place same_event",
        "public": "outlet published_on",
        "operational": "id organisation noted_by noted_at",
    },
    "intake.Activity": {
        # Counts of few people stay inside; outside they pass through disclosure control.
        "case content": "participants",
        "operational": "id organisation kind starts_on ends_on place setting partner sessions"
        " version by at",
    },
    "intake.Complaint": {
        "identity": "words contact",
        "case content": "door service treatments remedies place happened_on",
        "operational": "id organisation key_id state taken_in_by received_at",
    },
    "intake.ComplaintStep": {
        "identity": "reason",
        "operational": "id complaint source target by at",
    },
}
