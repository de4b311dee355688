"""What an NGO may give PPATK: information, never an LTKM, and never about a child.

An NGO is no reporting party (UU 8/2010 names who is). It may still tell PPATK what it knows:
the paying side's accounts, what was seen, when, and how to reach the NGO.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from jaga.fiu.alerts import Alert, Reason, check_money
from jaga.fiu.decision import PROTECTION, Decision, check_decided
from jaga.fiu.parties import key
from jaga.fiu.refusing import bad, refused

SHORTEST_CONSENT = 3


@dataclass(frozen=True)
class Giver:
    """The NGO: how PPATK reaches it."""

    name: str
    address: str
    contact: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Subject:
    """One account of the paying or collecting side, with what was seen of it."""

    account: str
    role: str
    typology: str
    since: datetime
    until: datetime
    payments: int
    total_idr: int
    counterparties: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Information:
    """Everything the document says. `tokens` came from survivors, with their consent."""

    reference: str
    on: date
    giver: Giver
    consent: str
    subjects: tuple[Subject, ...]
    tokens: tuple[str, ...] = ()


@dataclass(frozen=True)
class Request:
    """What an NGO wants to tell: confirmed alerts, tokens it may share, and on what consent."""

    alerts: Sequence[Alert]
    decisions: Mapping[str, Decision]
    giver: Giver
    consent: str
    on: date
    tokens: Sequence[str] = ()
    protected: frozenset[str] = frozenset()


def read_giver(path: Path) -> Giver:
    """The organisation file: TOML with the names of `Giver`."""
    try:
        return giver_from(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise bad(
            "Berkas lembaga tidak dapat dibaca sebagai TOML. Periksa nama dan isinya.",
            "The organisation file cannot be read as TOML. Check its name and content.",
        ) from None


def giver_from(values: Mapping[str, object]) -> Giver:
    """A checked NGO; Refused naming what is missing."""
    known = [field.name for field in fields(Giver)]
    texts = {name: str(value).strip() for name, value in values.items() if name in known}
    missing = [name for name in ("name", "address", "contact") if not texts.get(name)]
    if not (texts.get("email") or texts.get("phone")):
        missing.append("email")
    if missing or set(values) - set(known):
        raise refused(
            f"Data lembaga: isi {', '.join(missing) or 'hanya ' + ', '.join(known)}.",
            f"Organisation: give {', '.join(missing) or 'only ' + ', '.join(known)}.",
        )
    return Giver(**texts)


def information(request: Request) -> Information:
    """The document's content; Refused in words when it would name a child or lacks consent."""
    if len(request.consent.strip()) < SHORTEST_CONSENT:
        raise refused(
            "Sebutkan rujukan persetujuan (--consent): nomor catatan persetujuan yang mendasari "
            "pemberian informasi ini.",
            "Give the consent reference (--consent): the number of the recorded consent this "
            "information rests on.",
        )
    if not (request.alerts or request.tokens):
        raise refused(
            "Tidak ada yang diberitahukan: beri nomor peringatan atau --token.",
            "There is nothing to tell: give an alert number or --token.",
        )
    for alert in request.alerts:
        _check(alert, request)
    if any(key(token) in request.protected for token in request.tokens):
        raise _child()
    return Information(
        reference=_reference(request),
        on=request.on,
        giver=request.giver,
        consent=request.consent.strip(),
        subjects=tuple(_subject(alert) for alert in request.alerts),
        tokens=tuple(sorted(set(request.tokens))),
    )


def _check(alert: Alert, request: Request) -> None:
    if alert.outcome == PROTECTION or key(alert.subject) in request.protected:
        raise _child()
    check_decided(alert, request.decisions.get(alert.alert_id))
    check_money(alert)


def _child() -> Exception:
    return refused(
        "Rekening ini mungkin milik anak: nomornya tidak pernah keluar. Buka kasus perlindungan; "
        "untuk sisi pembayar pakai peringatannya sendiri.",
        "This account may be a child's: its number never leaves. Open a protection case; for the "
        "paying side use an alert of its own.",
    )


def _subject(alert: Alert) -> Subject:
    others = {account for p in alert.payments for account in (p.debtor, p.creditor)}
    return Subject(
        account=alert.subject,
        role=alert.role,
        typology=alert.typology,
        since=alert.payments[0].booked_at,
        until=alert.payments[-1].booked_at,
        payments=len(alert.payments),
        total_idr=sum(p.amount_idr for p in alert.payments),
        counterparties=len(others - {alert.subject}),
        reasons=tuple(one for one in alert.reasons if one.fired),
    )


def _reference(request: Request) -> str:
    parts = [*sorted(alert.key for alert in request.alerts), *sorted(set(request.tokens))]
    text = "|".join([request.giver.name, request.consent.strip(), *parts])
    return f"INFO-{sha256(text.encode()).hexdigest()[:20]}"
