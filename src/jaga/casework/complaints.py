"""Complaints about how police or a service treated a child: their codes and their states.

A complaint is about the service and its treatment. It never asks for the child's name.
"""

from dataclasses import dataclass

from jaga.errors import BadInput
from jaga.words import Text

SERVICES: dict[str, Text] = {
    "police": Text("Kepolisian", "Police"),
    "prosecution": Text("Kejaksaan", "Prosecution"),
    "court": Text("Pengadilan", "Court"),
    "health": Text("Layanan kesehatan", "Health service"),
    "school": Text("Sekolah atau satuan pendidikan", "School"),
    "protection_unit": Text("UPTD PPA atau unit perlindungan", "Protection unit"),
    "shelter": Text("Rumah aman atau penampungan", "Shelter"),
    "civil_registry": Text("Layanan kependudukan", "Civil registry"),
    "immigration": Text("Imigrasi", "Immigration"),
    "village": Text("Pemerintah desa atau kelurahan", "Village government"),
    "media": Text("Media", "Media"),
    "us": Text("Lembaga kita sendiri", "Our own organisation"),
    "other": Text("Layanan lain", "Another service"),
}
TREATMENTS: dict[str, Text] = {
    "refused": Text("Ditolak atau tidak dilayani", "Turned away"),
    "delayed": Text("Dibiarkan menunggu tanpa penjelasan", "Left waiting without a word"),
    "blamed": Text("Disalahkan atau dipermalukan", "Blamed or shamed"),
    "suspected": Text("Diperlakukan sebagai tersangka", "Treated as a suspect"),
    "identity_told": Text("Identitas anak dibuka kepada orang lain", "Identity told to others"),
    "repeated_questions": Text("Diminta bercerita berulang kali", "Made to tell again and again"),
    "no_companion": Text("Pendamping tidak diperbolehkan", "A companion was not allowed"),
    "no_adjustment": Text(
        "Bahasa, disabilitas, atau usia tidak disesuaikan",
        "Language, disability or age was not provided for",
    ),
    "pressed_to_settle": Text("Ditekan untuk berdamai", "Pressed to settle"),
    "asked_to_pay": Text("Diminta membayar", "Asked to pay"),
    "papers_required": Text("Disyaratkan menunjukkan dokumen", "Papers were made a condition"),
    "unequal": Text(
        "Dibedakan karena siapa dirinya atau asalnya",
        "Treated differently for who they are or where they come from",
    ),
}
REMEDIES: dict[str, Text] = {
    "service": Text("Layanan diberikan", "The service is given"),
    "another_officer": Text("Ditangani petugas lain", "Another officer takes over"),
    "correction": Text("Catatan diperbaiki", "The record is corrected"),
    "answer": Text("Jawaban tertulis", "A written answer"),
    "apology": Text("Permintaan maaf", "An apology"),
    "change": Text("Cara kerja diubah", "The way of working changes"),
}

RECEIVED, CHECKED, RAISED = "received", "checked", "raised"
ANSWERED, CLOSED = "answered", "closed"
STATES: dict[str, Text] = {
    RECEIVED: Text("Diterima", "Received"),
    CHECKED: Text("Diperiksa", "Checked"),
    RAISED: Text("Diajukan ke layanan", "Raised with the service"),
    ANSWERED: Text("Dijawab layanan", "Answered by the service"),
    CLOSED: Text("Ditutup", "Closed"),
}
SHORTEST_REASON = 20


@dataclass(frozen=True)
class Transition:
    """One allowed step: from where, to where, and what the reason has to say."""

    source: str
    target: str
    asks: Text


TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        RECEIVED,
        CHECKED,
        Text("Apa yang diperiksa dan hasilnya.", "What was checked, and what was found."),
    ),
    Transition(
        RECEIVED,
        CLOSED,
        Text("Mengapa tidak diteruskan.", "Why it is not carried on."),
    ),
    Transition(
        CHECKED,
        RAISED,
        Text("Kepada siapa dan dengan cara apa diajukan.", "With whom it was raised, and how."),
    ),
    Transition(
        CHECKED,
        CLOSED,
        Text("Mengapa tidak diteruskan.", "Why it is not carried on."),
    ),
    Transition(
        RAISED,
        ANSWERED,
        Text("Apa jawaban layanan itu.", "What the service answered."),
    ),
    Transition(
        RAISED,
        CLOSED,
        Text(
            "Mengapa ditutup tanpa jawaban layanan.",
            "Why it is closed without an answer of the service.",
        ),
    ),
    Transition(
        ANSWERED,
        RAISED,
        Text("Apa yang belum dijawab.", "What was left unanswered."),
    ),
    Transition(
        ANSWERED,
        CLOSED,
        Text(
            "Apakah pemulihan yang diminta tercapai.",
            "Whether the remedy that was asked for was reached.",
        ),
    ),
    Transition(
        CLOSED,
        CHECKED,
        Text("Apa yang baru sehingga dibuka lagi.", "What is new, so that it opens again."),
    ),
)


def next_steps(state: str) -> tuple[Transition, ...]:
    """The steps that lead on from `state`, in the order of the table."""
    return tuple(one for one in TRANSITIONS if one.source == state)


def step(state: str, target: str, reason: str) -> Transition:
    """The step from `state` to `target`; BadInput when the table has none or the reason is short.

    >>> step("received", "checked", "Petugas menghubungi layanan itu.").target
    'checked'
    """
    for one in next_steps(state):
        if one.target == target:
            break
    else:
        raise BadInput(
            Text(
                "Langkah ini tidak ada dari keadaan sekarang. Muat ulang halamannya.",
                "There is no such step from the present state. Load the page again.",
            )
        )
    if len(reason.strip()) < SHORTEST_REASON:
        raise BadInput(
            Text(
                f"Tuliskan alasannya, sekurangnya {SHORTEST_REASON} huruf: {one.asks.id}",
                f"Write the reason, in at least {SHORTEST_REASON} letters: {one.asks.en}",
            )
        )
    return one
