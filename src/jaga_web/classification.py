"""What each stored field tells about people. Every field of every app is listed here.

identity      names or finds a person: stored sealed, never in logs, addresses or the audit chain
case content  about a child, a party or a suspicion: only within organisation, region and role
operational   keeps the work going: staff accounts, states, times, numbers
public        may be known to anybody
"""

from typing import Literal

Class = Literal["identity", "case content", "operational", "public"]

FIELDS: dict[str, dict[Class, str]] = {
    "people.Organisation": {"public": "id name kind region"},
    "people.User": {
        "identity": "display_name",
        # A user name is an account's name, chosen by the administrator; it need not be a person's.
        "operational": "id password last_login username language organisation roles regions"
        " is_active is_demo enrolment_ends_at",
    },
    "people.SecondFactor": {
        # Not identity, and sealed all the same: whoever reads it can sign in.
        "operational": "id user secret confirmed_at last_step",
    },
    "people.Throttle": {"operational": "id mark attempts locked_until touched_at"},
    "audit.Event": {
        "operational": "seq at actor_id actor_role organisation_id verb subject detail previous"
        " hash",
    },
    "audit.Head": {"operational": "id seq hash"},
    "alerts.Run": {
        "operational": "id organisation run_id manifest active_accounts finished_at taken_in_at"
        " taken_in_by added updated",
    },
    "alerts.Alert": {
        # Parties are keyed tokens, never account numbers or names.
        "case content": "alert_id typology subject role outcome window_start window_end"
        " first_fired_at score rank in_budget reasons region",
        "operational": "id organisation run version state assigned_to snoozed_until"
        " state_before_snooze new_evidence_at",
    },
    "alerts.EvidencePayment": {
        "case content": "alert payment_key booked_at debtor creditor amount_idr amount_minor"
        " currency rail debtor_country creditor_country remark_class",
        "operational": "id",
    },
    "alerts.Decision": {
        # People write free text, and free text may name somebody: sealed as identity.
        "identity": "reasons safeguarding age_how checker_note",
        "case content": "outcome age_checked",
        "operational": "id alert maker made_at checker checked_at state",
    },
    "alerts.LookAlikeCheck": {
        "identity": "note",
        "case content": "look_alike verdict",
        "operational": "id alert by at",
    },
    "alerts.Snooze": {
        "identity": "reason",
        "case content": "subject kind name",
        "operational": "id organisation expires_on by made_at ended_at",
    },
    "cases.Case": {
        "identity": "closing_reason",
        "case content": "kind opened_from",
        "operational": "id number organisation status owner opened_by opened_at closed_at",
    },
    "cases.CaseCounter": {"operational": "year last"},
    # Django's own tables. Sessions hold numbers and times only; groups stay empty.
    "sessions.Session": {"operational": "session_key session_data expire_date"},
    "auth.Permission": {"operational": "id name content_type codename"},
    "auth.Group": {"operational": "id name permissions"},
    "contenttypes.ContentType": {"operational": "id app_label model"},
}


def classes() -> dict[str, Class]:
    """Each field as "app.Model.field", with its class."""
    return {
        f"{model}.{field}": kind
        for model, parts in FIELDS.items()
        for kind, fields in parts.items()
        for field in fields.split()
    }
