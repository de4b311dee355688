"""What the stored fields of cases tell about people; see jaga_web/classification.py.

One key each seals all that is written about a child; codes stay plain.
"""

FIELDS: dict[str, dict[str, str]] = {
    "cases.Case": {
        "identity": "closing_reason",
        "case content": "kind opened_from risk source age_band sex region consent_reporting"
        " verified closing_code",
        "operational": "id number key_id organisation status step owner opened_by opened_at"
        " next_review_on closed_at closed_by",
    },
    "cases.CaseCounter": {"operational": "year last"},
    "cases.Coded": {"case content": "list code", "operational": "id case by at"},
    "cases.Identity": {
        "identity": "name nickname birth_date nik address village school caregivers phone"
        " contact_language",
        # Keyed fingerprints tell nothing without the key of the installation.
        "case content": "unknown_because name_mark nik_mark birth_mark",
        "operational": "id case",
    },
    "cases.Entry": {
        "identity": "value",
        "case content": "section name",
        "operational": "id case version by at",
    },
    "cases.Judgement": {
        "identity": "reason",
        "case content": "level",
        "operational": "id case by at",
    },
    "cases.Goal": {
        "identity": "words",
        "case content": "area state",
        "operational": "id case by at",
    },
    "cases.Service": {
        "identity": "provider explanation",
        "case content": "code state",
        "operational": "id case goal person due_on begun_on ended_on by at",
    },
    "cases.FollowUp": {
        "identity": "words child_view",
        "case content": "manner outcome helped",
        "operational": "id case held_on next_review_on by at",
    },
    "cases.Conference": {
        "identity": "child_view decisions dissent",
        "case content": "participants child_heard",
        "operational": "id case held_on by at",
    },
    "cases.Approval": {
        "identity": "words note",
        "case content": "reason_code",
        "operational": "id case what state owner by at decided_by decided_at",
    },
    "cases.Transition": {
        "identity": "reason",
        "case content": "before after reason_code",
        "operational": "id case by at",
    },
    "cases.Conflict": {
        "case content": "reason_code",
        "operational": "id case person by at",
    },
    "cases.Look": {
        "identity": "reason",
        "case content": "reason_code",
        "operational": "id case on by at",
    },
}
