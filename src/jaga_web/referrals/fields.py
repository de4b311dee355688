"""What the stored fields of referrals tell about people; see jaga_web/classification.py.

What was asked, agreed and disclosed; text is under the case's key.
"""

FIELDS: dict[str, dict[str, str]] = {
    "referrals.Consent": {
        "identity": "explained words reason",
        "case content": "case purpose partner fields age_band capacity caregiver basis assent rule"
        " outcome caregiver_answer language withdrawn_for",
        "operational": "id reference explained_by decided_by decided_at confirmed_by confirmed_at"
        " valid_until withdrawn_at withdrawn_by",
    },
    "referrals.Agreement": {
        "identity": "reference",
        "operational": "id organisation partner purpose fields partner_as starts_on ends_on"
        " drafted_by drafted_at signed_by signed_at partner_signed_by partner_signed_at ended_at"
        " ended_by",
    },
    "referrals.Referral": {
        "identity": "note safe_contact disclosed",
        "case content": "case partner consent service subtype planned_service urgency fields"
        " reason_code",
        # A pseudonym is keyed with the partner's number and leads nobody else to the case.
        "operational": "id agreement pseudonym state expires_on drafted_by drafted_at sent_by"
        " sent_at moved_at",
    },
    "referrals.Move": {
        "identity": "note",
        "case content": "referral reason_code",
        "operational": "id state by at",
    },
    "referrals.Abroad": {
        "identity": "organisation_name channel note",
        "case content": "case direction country consent",
        "operational": "id state noted_by noted_at answered_at",
    },
    "referrals.CounselDecision": {
        "identity": "decision counsel",
        "operational": "id organisation question decided_on review_on recorded_by recorded_at",
    },
}
