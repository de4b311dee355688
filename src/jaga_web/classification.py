"""What each stored field tells about people. Every field of every app is listed here.

identity      names or finds a person: stored sealed, never in logs, addresses or the audit chain
case content  about a child, a party or a suspicion: only within organisation, region and role
operational   keeps the work going: staff accounts, states, times, numbers
public        may be known to anybody

The apps of APPS keep the classes of their own fields in their fields.py, in the same form.
"""

from importlib import import_module
from typing import Literal

APPS = (
    "cases",
    "channel",
    "clocks",
    "guide",
    "intake",
    "keeping",
    "legal",
    "national",
    "programmes",
    "referrals",
    "reports",
    "research",
    "registers",
    "releases",
    "wellbeing",
)
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
        " first_fired_at score rank in_budget reasons climb region",
        "operational": "id organisation run version state assigned_to snoozed_until"
        " state_before_snooze new_evidence_at",
    },
    "alerts.EvidencePayment": {
        "case content": "alert payment_key booked_at debtor creditor amount_idr amount_minor"
        " currency rail debtor_country creditor_country remark_class",
        "operational": "id",
    },
    "alerts.MoneyNetwork": {
        "case content": "alert since until left_out modularity",
        "operational": "id run hops hop_hours max_nodes hub_ties",
    },
    "alerts.MoneyParty": {
        # Tokens are keyed on the way in, as everywhere; a child's account has no flow.
        "case content": "network number token kind before after end_point hub protected"
        " more_before more_after came_idr passed_idr kept_idr open_idr group community",
        "operational": "id",
    },
    "alerts.MoneyTie": {
        "case content": "network debtor creditor hop payments amount_idr first_at last_at",
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
    "filings.Filing": {
        # The file itself names people; a number of PPATK's would tell that a report exists.
        "identity": "consent content fiu_reference",
        "case content": "alert kind state known_at sha256",
        "operational": "id organisation drafted_by drafted_at edited_by approved_by approved_at"
        " handed_over_by handed_over_at",
    },
    "filings.PartyFacts": {
        "identity": "facts",
        "case content": "filing account",
        "operational": "id by at",
    },
    "filings.Sender": {"identity": "facts", "operational": "id organisation by at"},
    # Django's own tables. Sessions hold numbers and times only; groups stay empty.
    "sessions.Session": {"operational": "session_key session_data expire_date"},
    "auth.Permission": {"operational": "id name content_type codename"},
    "auth.Group": {"operational": "id name permissions"},
    "contenttypes.ContentType": {"operational": "id app_label model"},
}

for _app in APPS:
    FIELDS |= import_module(f"jaga_web.{_app}.fields").FIELDS


def classes() -> dict[str, Class]:
    """Each field as "app.Model.field", with its class."""
    return {
        f"{model}.{field}": kind
        for model, parts in FIELDS.items()
        for kind, fields in parts.items()
        for field in fields.split()
    }
