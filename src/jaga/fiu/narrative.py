"""The reason of an LTKM, in Indonesian, from stored facts alone.

Every number in it stands in the alert's reasons, or is a count, sum, date or key of its evidence.
No list is numbered and no law is cited, so that nothing else can look like a fact.
"""

from datetime import datetime, timedelta, timezone

from jaga.fiu.alerts import Alert, Payment, Reason
from jaga.fiu.decision import Decision

ROLES = {
    "payer": "pembayar",
    "receiver": "penerima",
    "facilitator": "perantara",
    "child_at_risk": "anak yang mungkin berisiko",
}
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
WIB = timezone(timedelta(hours=7))


def day(moment: datetime) -> str:
    """A day in WIB, such as `3 Oktober 2026`."""
    local = moment.astimezone(WIB)
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"


def rupiah(amount: int) -> str:
    """Whole rupiah, such as `Rp 1.250.000`."""
    return "Rp " + f"{amount:,}".replace(",", ".")


def reason_text(alert: Alert, decision: Decision, title: str = "") -> str:
    """Why this is reported. `title` is the typology's title, when the caller knows it."""
    parts = [
        f"Indikasi terkait eksploitasi seksual anak. Pola: {title or alert.typology}. "
        f"Rekening terlapor berperan sebagai {ROLES.get(alert.role, alert.role)}.",
        _evidence(alert),
        "Alasan:",
        *(f"– {one.id}" for one in _fired(alert)),
    ]
    # The age is answered by the decision: without a person's check there is no report.
    unknown = [one.id for one in alert.reasons if not one.fired and one.indicator != "holder_age"]
    if unknown:
        parts += ["Belum dapat dijawab:", *(f"– {text}" for text in unknown)]
    parts.append(
        f"Peringatan {alert.alert_id} dikonfirmasi oleh dua orang pada "
        f"{day(decision.approved_at)} setelah penjelasan wajar ditimbang; usia pemegang rekening "
        "telah diperiksa."
    )
    return "\n".join(parts)


def _fired(alert: Alert) -> list[Reason]:
    return sorted((one for one in alert.reasons if one.fired), key=lambda one: -one.weight)


def _evidence(alert: Alert) -> str:
    incoming = [p for p in alert.payments if p.creditor == alert.subject]
    outgoing = [p for p in alert.payments if p.debtor == alert.subject]
    others = {account for p in alert.payments for account in (p.debtor, p.creditor)}
    parts = [_flow(incoming, "masuk"), _flow(outgoing, "keluar")]
    return (
        f"Bukti: {len(alert.payments)} pembayaran dengan {len(others - {alert.subject})} rekening "
        f"lawan, {day(alert.payments[0].booked_at)} sampai {day(alert.payments[-1].booked_at)}"
        + "".join(f"; {part}" for part in parts if part)
        + "."
    )


def _flow(payments: list[Payment], way: str) -> str:
    if not payments:
        return ""
    total = sum(p.amount_idr for p in payments)
    return f"{len(payments)} {way} sejumlah {rupiah(total)}"
