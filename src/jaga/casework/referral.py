"""What one organisation asks another to do for a child: states, fields, reasons, reminders.

The partner sees only what was chosen, and only while it works on it: `OPEN` holds the states in
which it may look. States and reasons follow what case systems exchange (draft, accepted,
rejected with a reason, in service, done); the hours of `REMINDERS` are rules of our own.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from jaga.words import Text

State = Literal["draft", "sent", "accepted", "rejected", "in_service", "done", "revoked"]
Actor = Literal["sender", "partner"]
DRAFT: State = "draft"
SENT: State = "sent"
ACCEPTED: State = "accepted"
REJECTED: State = "rejected"
IN_SERVICE: State = "in_service"
DONE: State = "done"
REVOKED: State = "revoked"
STATES: dict[str, Text] = {
    DRAFT: Text("Rancangan", "Draft"),
    SENT: Text("Menunggu jawaban", "Waiting for an answer"),
    ACCEPTED: Text("Diterima", "Accepted"),
    REJECTED: Text("Ditolak", "Rejected"),
    IN_SERVICE: Text("Sedang dilayani", "In service"),
    DONE: Text("Selesai", "Done"),
    REVOKED: Text("Ditarik kembali", "Revoked"),
}
# Where the partner may look; in every other state its page does not exist.
OPEN: tuple[State, ...] = (SENT, ACCEPTED, IN_SERVICE)


@dataclass(frozen=True)
class Transition:
    """One step a referral may take, whose it is, and whether it carries a reason code."""

    before: State
    after: State
    actor: Actor
    with_reason: bool = False


TRANSITIONS: tuple[Transition, ...] = (
    Transition(DRAFT, SENT, "sender"),
    Transition(DRAFT, REVOKED, "sender", with_reason=True),
    Transition(SENT, ACCEPTED, "partner"),
    Transition(SENT, REJECTED, "partner", with_reason=True),
    Transition(SENT, REVOKED, "sender", with_reason=True),
    Transition(ACCEPTED, IN_SERVICE, "partner"),
    Transition(ACCEPTED, REJECTED, "partner", with_reason=True),
    Transition(ACCEPTED, REVOKED, "sender", with_reason=True),
    Transition(IN_SERVICE, DONE, "partner"),
    Transition(IN_SERVICE, REVOKED, "sender", with_reason=True),
)


def step(before: str, after: str, actor: str) -> Transition | None:
    """The transition, or None where that actor may not take it."""
    found = (
        one for one in TRANSITIONS if (one.before, one.after, one.actor) == (before, after, actor)
    )
    return next(found, None)


def next_states(state: str, actor: str) -> tuple[State, ...]:
    """Where `actor` may take a referral from `state`."""
    return tuple(one.after for one in TRANSITIONS if (one.before, one.actor) == (state, actor))


REJECTIONS: dict[str, Text] = {
    "full": Text("Tidak ada tempat saat ini", "No place at present"),
    "outside_mandate": Text("Di luar tugas lembaga", "Outside the mandate"),
    "outside_area": Text("Di luar wilayah", "Outside the area"),
    "wrong_service": Text("Layanan lain lebih cocok", "Another service fits better"),
    "more_needed": Text("Keterangan belum cukup", "Too little was told"),
    "conflict": Text("Ada benturan kepentingan", "There is a conflict of interest"),
}
REVOCATIONS: dict[str, Text] = {
    "not_needed": Text("Tidak dibutuhkan lagi", "No longer needed"),
    "in_error": Text("Salah kirim", "Sent in error"),
    "child_moved": Text("Anak berpindah", "The child moved"),
    "unsafe": Text("Tidak aman bagi anak", "Unsafe for the child"),
    "withdrawn": Text("Persetujuan ditarik kembali", "The consent was taken back"),
    "case_closed": Text("Kasus ditutup", "The case was closed"),
}

URGENCIES: dict[str, Text] = {
    "normal": Text("Biasa", "Normal"),
    "urgent": Text("Mendesak", "Urgent"),
}


@dataclass(frozen=True)
class Reminder:
    """After this long in a state without a step, whoever has to move is reminded."""

    state: State
    urgency: str
    after: timedelta
    whose: Actor
    words: Text
    reason: str


_ANSWER = Text("Jawaban lembaga mitra terlambat.", "The partner's answer is late.")
_START = Text("Layanan belum dimulai.", "The service has not begun.")
_ASK_AGAIN = Text(
    "Tanyakan kabarnya: layanan sudah lama berjalan.",
    "Ask how it goes: the service has run for long.",
)
REMINDERS: tuple[Reminder, ...] = (
    Reminder(SENT, "urgent", timedelta(hours=6), "partner", _ANSWER, "own rule: within a shift"),
    Reminder(SENT, "normal", timedelta(hours=72), "partner", _ANSWER, "own rule: three days"),
    Reminder(ACCEPTED, "urgent", timedelta(hours=24), "partner", _START, "own rule: a day"),
    Reminder(ACCEPTED, "normal", timedelta(days=14), "partner", _START, "own rule: two weeks"),
    Reminder(IN_SERVICE, "urgent", timedelta(days=30), "sender", _ASK_AGAIN, "own rule: a month"),
    Reminder(IN_SERVICE, "normal", timedelta(days=90), "sender", _ASK_AGAIN, "own rule: a quarter"),
)


def overdue(state: str, urgency: str, moved_at: datetime, now: datetime) -> Reminder | None:
    """The reminder that is due, if the last step lies that far back."""
    found = (one for one in REMINDERS if (one.state, one.urgency) == (state, urgency))
    return next((one for one in found if now - moved_at > one.after), None)


@dataclass(frozen=True)
class Field:
    """Something that may be told about a child. `kind` says how near it comes to the child:
    "coded" (a band or a code), "written" (typed for this partner) or "identity"."""

    code: str
    words: Text
    kind: Literal["coded", "written", "identity"]


_FIELDS = (
    Field("age_band", Text("Kelompok umur", "Age band"), "coded"),
    Field("sex", Text("Jenis kelamin", "Sex"), "coded"),
    Field("region", Text("Provinsi (kode)", "Province (code)"), "coded"),
    Field("risk", Text("Tingkat risiko", "Risk"), "coded"),
    Field("note", Text("Yang perlu diketahui mitra", "What the partner needs to know"), "written"),
    Field(
        "safe_contact",
        Text("Cara menghubungi yang aman", "How to make contact safely"),
        "written",
    ),
    Field("nickname", Text("Nama panggilan", "Name used"), "identity"),
    Field("contact_language", Text("Bahasa", "Language"), "identity"),
    Field("name", Text("Nama lengkap", "Full name"), "identity"),
    Field("phone", Text("Nomor telepon", "Telephone number"), "identity"),
    Field("address", Text("Alamat", "Address"), "identity"),
)
# NIK, school, village and the caregivers' names are never told by referral (SPPA art. 19).
FIELDS: dict[str, Field] = {one.code: one for one in _FIELDS}


def tellable(agreed: Collection[str], consented: Collection[str]) -> tuple[str, ...]:
    """The fields both the agreement and the consent allow, in the order of FIELDS."""
    return tuple(code for code in FIELDS if code in agreed and code in consented)


PARTNER_AS: dict[str, Text] = {
    "controller": Text("Pengendali data sendiri", "Controller of its own"),
    "processor": Text("Pemroses atas nama kita", "Processor on our behalf"),
}
WITHDRAWN_FOR: dict[str, Text] = {
    "child": Text("Anak", "The child"),
    "caregiver": Text("Pengasuh", "The caregiver"),
    "supervisor": Text("Penyelia", "The supervisor"),
}
ABROAD_STATES: dict[str, Text] = {
    "prepared": Text("Disiapkan", "Prepared"),
    "handed_over": Text("Disampaikan lewat saluran aman", "Handed over by the safe channel"),
    "answered": Text("Dijawab", "Answered"),
    "ended": Text("Berakhir", "Ended"),
}
DIRECTIONS: dict[str, Text] = {
    "out": Text("Ke luar negeri", "To another country"),
    "in": Text("Dari luar negeri", "From another country"),
}
