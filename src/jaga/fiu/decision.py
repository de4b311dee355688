"""The decision a report rests on: two people confirmed the alert, and the age was checked.

The site exports it beside the alert (`jaga-decision/1`, JSON); a provider without the site
writes the same few lines. It records what people decided; it is not a proof against forgery,
and holds roles and times, never names.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jaga.fiu.alerts import Alert, moment, subjects
from jaga.fiu.parties import key
from jaga.fiu.refusing import bad, refused

FORMAT = "jaga-decision/1"
PROTECTION, CONFIRMED = "protection", "confirmed"


@dataclass(frozen=True)
class Decision:
    """Who (by role) decided what about one alert, and when. `evidence_sha256` may be empty."""

    alert_id: str
    outcome: str
    proposed_by: str
    approved_by: str
    approved_at: datetime
    age_checked: bool
    evidence_sha256: str = ""

    def fields(self) -> dict[str, Any]:
        """The decision as its file holds it."""
        return {
            "format": FORMAT,
            "alert_id": self.alert_id,
            "outcome": self.outcome,
            "proposed_by_role": self.proposed_by,
            "approved_by_role": self.approved_by,
            "approved_at": self.approved_at.isoformat(),
            "age_checked": self.age_checked,
            "evidence_sha256": self.evidence_sha256,
        }


def read_decision(path: Path) -> Decision:
    """The decision a file holds; BadInput when it is not one."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        if fields["format"] != FORMAT or not isinstance(fields["age_checked"], bool):
            raise ValueError("not a decision")
        return Decision(
            alert_id=str(fields["alert_id"]),
            outcome=str(fields["outcome"]),
            proposed_by=str(fields["proposed_by_role"]),
            approved_by=str(fields["approved_by_role"]),
            approved_at=moment(fields["approved_at"]),
            age_checked=fields["age_checked"],
            evidence_sha256=str(fields.get("evidence_sha256", "")),
        )
    except (ValueError, KeyError, TypeError, OSError):
        raise bad(
            "Berkas keputusan tidak terbaca. Unduh dari halaman peringatan (Ekspor keputusan).",
            "The decision file cannot be read. Download it from the alert's page (Export the "
            "decision).",
        ) from None


def protected_accounts(run_dir: Path) -> frozenset[str]:
    """The accounts of a run that may belong to children, by `key`: no report is about them."""
    return frozenset(key(one) for one, outcome in subjects(run_dir) if outcome == PROTECTION)


def check_decided(
    alert: Alert, decision: Decision | None, protected: frozenset[str] = frozenset()
) -> Decision:
    """The decision, when it allows a report about this alert's subject; else Refused.

    `protected` are accounts that some alert of protection is about (see `protected_accounts`).
    """
    if alert.outcome == PROTECTION or key(alert.subject) in protected:
        raise refused(
            "Rekening ini berjalur perlindungan: anak tidak pernah dilaporkan sebagai pihak "
            "yang dicurigai. Buka kasus perlindungan. Rekening pengumpul hanya dapat masuk LTKM "
            "bila peringatannya sendiri terkonfirmasi.",
            "This account's path is protection: a child is never reported as a suspect. Open a "
            "protection case. A collector's account goes into an LTKM only when an alert of its "
            "own is confirmed.",
        )
    if decision is None:
        raise refused(
            "Peringatan ini belum dikonfirmasi. Beri --decision dengan berkas keputusan dua orang.",
            "This alert is not confirmed. Give --decision with the file of two people's decision.",
        )
    if decision.alert_id != alert.alert_id:
        raise refused(
            "Berkas keputusan ini tentang peringatan lain. Beri keputusan atas peringatan ini.",
            "This decision file is about another alert. Give the decision on this alert.",
        )
    if decision.outcome != CONFIRMED or not (decision.proposed_by and decision.approved_by):
        raise refused(
            "Keputusannya bukan konfirmasi yang disahkan orang kedua. Selesaikan dulu keputusan "
            "atas peringatan ini.",
            "The decision is not a confirmation approved by a second person. First finish the "
            "decision on this alert.",
        )
    if decision.evidence_sha256 not in ("", alert.evidence_sha256):
        raise refused(
            "Bukti peringatan ini berubah sejak diputuskan. Putuskan ulang dengan bukti baru.",
            "The evidence of this alert has changed since it was decided. Decide again with the "
            "new evidence.",
        )
    if not decision.age_checked:
        raise refused(
            "Usia pemegang rekening belum diperiksa orang. Periksa dan catat dulu; bila mungkin "
            "di bawah 18 tahun, jalurnya perlindungan.",
            "No person has checked the age of the account's holder. Check and record it first; "
            "if they may be under 18, the path is protection.",
        )
    return decision
