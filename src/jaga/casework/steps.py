"""The six inter-agency steps of a child's case, as one table of what leads from where to where.

The steps and their order are those of the inter-agency guidelines for case management and child
protection (Global Protection Cluster, 2014; named `CM` in the glossary); the evidence each asks
for is our reading of them and of the service chain of local UPTD standards. `closed` is not a
step but the end. What is not in `ROWS` is not allowed.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from jaga.words import Text

CLOSED = "closed"
GUIDELINES = "Inter-agency guidelines for case management and child protection (2014)"
UPTD = "Local UPTD standards (SIPPN 8202366), read second-hand"
JAGA = "Jaga's own rule: nobody decides about a child alone"

# Who may take a row: whoever holds the case (or leads those who do); a second person, who neither
# holds it nor asked; or anybody who approves.
Who = Literal["holder", "another", "approver"]
OWN, ASSIGN, APPROVE = "cases.own", "cases.assign", "cases.approve"


@dataclass(frozen=True)
class Step:
    """One step, with what it is for."""

    id: str
    title: Text
    purpose: Text


@dataclass(frozen=True)
class Evidence:
    """Something that must be there first; `lacking` says what to do when it is not."""

    id: str
    lacking: Text


@dataclass(frozen=True)
class Row:
    """One allowed transition."""

    id: str
    before: str
    after: str
    who: Who
    permission: str
    evidence: tuple[str, ...]
    title: Text
    sentence: Text
    source: str

    @property
    def forward(self) -> bool:
        """Whether this is the ordinary way on."""
        return self.id in ORDINARY


@dataclass(frozen=True)
class Actor:
    """Whoever asks: permissions, and how they stand to this case."""

    permissions: frozenset[str]
    holds: bool = False
    asked: bool = False


STEPS: dict[str, Step] = {
    step.id: step
    for step in (
        Step(
            "identification",
            Text("Identifikasi dan registrasi", "Identification and registration"),
            Text(
                "Memastikan anak aman sekarang, mencatat seperlunya, dan menilai risikonya.",
                "See that the child is safe now, record what is needed, and judge the risk.",
            ),
        ),
        Step(
            "assessment",
            Text("Asesmen", "Assessment"),
            Text(
                "Memahami kebutuhan, kekuatan, dan keinginan anak.",
                "Understand what the child needs, has and wants.",
            ),
        ),
        Step(
            "plan",
            Text("Rencana kasus", "Case plan"),
            Text(
                "Menyepakati tujuan dan layanan bersama anak, dengan tanggal dan penanggung jawab.",
                "Agree goals and services with the child, with dates and who answers for them.",
            ),
        ),
        Step(
            "implementation",
            Text("Pelaksanaan rencana", "Implementation"),
            Text(
                "Memberi layanan dan rujukan sesuai rencana.",
                "Give services and referrals as planned.",
            ),
        ),
        Step(
            "follow_up",
            Text("Tindak lanjut dan tinjauan", "Follow-up and review"),
            Text(
                "Memeriksa apakah layanan diterima, anak aman, dan rencana masih tepat.",
                "See whether services arrive, the child is safe and the plan still fits.",
            ),
        ),
        Step(
            "closure",
            Text("Penutupan", "Closure"),
            Text(
                "Mengakhiri kasus bersama anak, dengan pengesahan orang lain.",
                "End the case together with the child, approved by another person.",
            ),
        ),
    )
}

EVIDENCE: dict[str, Evidence] = {
    one.id: one
    for one in (
        Evidence(
            "identity_or_reason",
            Text(
                "Isi nama anak, atau alasan mengapa belum diketahui.",
                "Fill in the child's name, or why it is not known.",
            ),
        ),
        Evidence(
            "registration_answered",
            Text("Jawab isian registrasi.", "Answer the questions of the registration."),
        ),
        Evidence(
            "safe_contact_asked",
            Text(
                "Tanyakan cara menghubungi yang aman.",
                "Ask how contact is safe.",
            ),
        ),
        Evidence("risk_set", Text("Nilai risikonya.", "Judge the risk.")),
        Evidence(
            "assessment_answered",
            Text("Jawab isian asesmen.", "Answer the questions of the assessment."),
        ),
        Evidence(
            "wishes_asked",
            Text(
                "Tanyakan bantuan yang diinginkan anak.",
                "Ask the child what help they want.",
            ),
        ),
        Evidence("goal_set", Text("Tuliskan sekurangnya satu tujuan.", "Write at least one goal.")),
        Evidence(
            "service_named",
            Text(
                "Rencanakan sekurangnya satu layanan, dengan siapa dan kapan.",
                "Plan at least one service, with by whom and when.",
            ),
        ),
        Evidence(
            "plan_approved",
            Text(
                "Mintakan pengesahan rencana kepada orang lain.",
                "Have the plan approved by another person.",
            ),
        ),
        Evidence(
            "service_begun",
            Text("Mulai sekurangnya satu layanan.", "Begin at least one service."),
        ),
        Evidence(
            "services_settled",
            Text(
                "Selesaikan setiap layanan, atau jelaskan mengapa tidak diberikan.",
                "Finish every service, or explain why it was not given.",
            ),
        ),
        Evidence(
            "follow_up_held",
            Text("Catat sekurangnya satu tindak lanjut.", "Record at least one follow-up."),
        ),
        Evidence(
            "closure_answered",
            Text("Jawab isian penutupan.", "Answer the questions of the closure."),
        ),
        Evidence(
            "closure_asked",
            Text(
                "Ajukan penutupan dengan alasannya.",
                "Ask for the closure, with its reason.",
            ),
        ),
        Evidence(
            "closure_approved",
            Text(
                "Penutupan disahkan penyelia yang bukan pemegang kasus.",
                "The closure is approved by a supervisor who does not hold the case.",
            ),
        ),
        Evidence("reason_given", Text("Tuliskan alasannya.", "Write the reason.")),
    )
}

_REGISTERED = ("identity_or_reason", "registration_answered", "safe_contact_asked", "risk_set")
_ENDING = ("services_settled", "closure_answered", "closure_asked")


def _early(before: str) -> Row:
    return Row(
        f"ended_in_{before}", before, "closure", "holder", OWN, _ENDING,
        Text("Ajukan penutupan lebih awal", "Ask for an early closure"),
        Text(
            "Kasus berakhir lebih awal: anak tidak menginginkannya lagi, pindah, atau dilayani "
            "lembaga lain.",
            "The case ends early: the child no longer wants it, moved, or is served elsewhere.",
        ),
        GUIDELINES,
    )  # fmt: skip


def _back(id_: str, before: str, after: str, title: Text, sentence: Text) -> Row:
    return Row(
        id_, before, after, "holder", OWN, ("reason_given",), title, sentence, GUIDELINES
    )  # fmt: skip


ROWS: tuple[Row, ...] = (
    Row(
        "registered", "identification", "assessment", "holder", OWN, _REGISTERED,
        Text("Mulai asesmen", "Begin the assessment"),
        Text(
            "Anak terdaftar, cara kontak yang aman diketahui, dan risikonya dinilai.",
            "The child is registered, safe contact is known and the risk is judged.",
        ),
        GUIDELINES,
    ),
    Row(
        "assessed", "assessment", "plan", "holder", OWN,
        ("assessment_answered", "wishes_asked", "risk_set"),
        Text("Susun rencana", "Make the plan"),
        Text(
            "Kebutuhan dan keinginan anak diketahui.",
            "The child's needs and wishes are known.",
        ),
        GUIDELINES,
    ),
    Row(
        "planned", "plan", "implementation", "holder", OWN,
        ("goal_set", "service_named", "plan_approved"),
        Text("Mulai pelaksanaan", "Begin the implementation"),
        Text(
            "Rencana disepakati dengan anak dan disahkan orang lain.",
            "The plan is agreed with the child and approved by another person.",
        ),
        UPTD,
    ),
    Row(
        "begun", "implementation", "follow_up", "holder", OWN, ("service_begun",),
        Text("Mulai tindak lanjut", "Begin the follow-up"),
        Text(
            "Layanan berjalan; sekarang diperiksa apakah anak menerimanya.",
            "Services run; now see whether the child receives them.",
        ),
        GUIDELINES,
    ),
    Row(
        "ended", "follow_up", "closure", "holder", OWN, ("follow_up_held", *_ENDING),
        Text("Ajukan penutupan", "Ask for the closure"),
        Text(
            "Semua layanan selesai atau dijelaskan, dan anak sudah ditemui lagi.",
            "All services are done or explained, and the child was seen again.",
        ),
        GUIDELINES,
    ),
    Row(
        "closed", "closure", CLOSED, "another", APPROVE, ("closure_asked", "closure_approved"),
        Text("Tutup kasus", "Close the case"),
        Text(
            "Penyelia yang bukan pemegang kasus mengesahkan penutupan.",
            "A supervisor who does not hold the case approves the closure.",
        ),
        JAGA,
    ),
    Row(
        "closure_returned", "closure", "follow_up", "another", APPROVE, ("reason_given",),
        Text("Kembalikan ke tindak lanjut", "Return to the follow-up"),
        Text(
            "Penyelia melihat masih ada yang perlu dikerjakan.",
            "The supervisor sees that work remains.",
        ),
        JAGA,
    ),
    Row(
        "reopened", CLOSED, "assessment", "approver", APPROVE, ("reason_given",),
        Text("Buka kembali", "Reopen"),
        Text(
            "Anak membutuhkan bantuan lagi; asesmennya diperbarui.",
            "The child needs help again; the assessment is renewed.",
        ),
        GUIDELINES,
    ),
    _early("identification"),
    _early("assessment"),
    _early("plan"),
    _early("implementation"),
    _back(
        "reassessed", "plan", "assessment",
        Text("Kembali ke asesmen", "Back to the assessment"),
        Text("Ada hal penting yang belum diketahui.", "Something important is not known yet."),
    ),
    _back(
        "replanned", "implementation", "plan",
        Text("Ubah rencana", "Change the plan"),
        Text("Rencana tidak cocok lagi.", "The plan no longer fits."),
    ),
    _back(
        "reviewed", "follow_up", "plan",
        Text("Ubah rencana setelah tinjauan", "Change the plan after review"),
        Text(
            "Tinjauan menunjukkan kebutuhan baru.", "The review shows new needs."
        ),
    ),
    _back(
        "worsened", "follow_up", "assessment",
        Text("Asesmen ulang", "Assess again"),
        Text("Keadaan anak berubah.", "The child's situation changed."),
    ),
)  # fmt: skip

ORDINARY = ("registered", "assessed", "planned", "begun", "ended", "closed")
TABLE: dict[tuple[str, str], Row] = {(row.before, row.after): row for row in ROWS}

_NO_WAY = Text(
    "Dari langkah ini kasus tidak dapat langsung ke langkah itu. Ikuti urutannya.",
    "From this step the case cannot go straight to that one. Follow the order.",
)
_NOT_YOURS: dict[Who, Text] = {
    "holder": Text(
        "Langkah ini diambil pemegang kasus atau penyelianya.",
        "This step is taken by whoever holds the case, or their supervisor.",
    ),
    "another": Text(
        "Langkah ini diambil orang kedua: bukan pemegang kasus dan bukan yang mengajukan.",
        "This step is taken by a second person: not the holder, nor whoever asked.",
    ),
    "approver": Text(
        "Langkah ini diambil orang yang berwenang mengesahkan.",
        "This step is taken by somebody who may approve.",
    ),
}


def rows_from(before: str) -> tuple[Row, ...]:
    """The rows that lead on from a step, the ordinary way first."""
    return tuple(sorted((row for row in ROWS if row.before == before), key=lambda r: not r.forward))


def allows(row: Row, actor: Actor) -> bool:
    """Whether this person may take the row at all, whatever the evidence."""
    if row.permission not in actor.permissions:
        return False
    if row.who == "holder":
        return actor.holds or ASSIGN in actor.permissions
    if row.who == "another":
        return not actor.holds and not actor.asked
    return True


def lacking(row: Row, shown: Collection[str]) -> tuple[Text, ...]:
    """What the row still asks for, as sentences that say what to do."""
    return tuple(EVIDENCE[name].lacking for name in row.evidence if name not in shown)


def refusals(before: str, after: str, actor: Actor, shown: Collection[str]) -> tuple[Text, ...]:
    """Why this person may not go from `before` to `after` now; empty when they may.

    `shown` holds the ids of the evidence that is there. A transition that is not in the table is
    refused for everybody.
    """
    row = TABLE.get((before, after))
    if row is None:
        return (_NO_WAY,)
    if not allows(row, actor):
        return (_NOT_YOURS[row.who],)
    return lacking(row, shown)
