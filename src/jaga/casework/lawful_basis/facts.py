"""What the table is asked with, what it answers, and the words for both."""

from dataclasses import dataclass, field
from typing import Literal

from jaga.errors import BadInput
from jaga.words import Text

Outcome = Literal["allowed", "with_supervisor", "refused"]
Evidence = Literal["primary", "secondary", "own knowledge", "own rule"]

AGES: dict[str, Text] = {
    "0-5": Text("0 sampai 5 tahun", "0 to 5"),
    "6-11": Text("6 sampai 11 tahun", "6 to 11"),
    "12-14": Text("12 sampai 14 tahun", "12 to 14"),
    "15-17": Text("15 sampai 17 tahun", "15 to 17"),
    "18+": Text("18 tahun ke atas", "18 and over"),
}
# An adult survivor is served too, and decides alone; the rest of the table is about children.
CHILD_AGES = ("0-5", "6-11", "12-14", "15-17")
CAPACITIES: dict[str, Text] = {
    "yes": Text("Dapat memahami dan memutuskan", "Can understand and decide"),
    "unknown": Text("Belum dapat dipastikan", "Cannot be told yet"),
    "not_now": Text("Belum dapat saat ini", "Not now"),
}
# From the safest to the least safe: the order is part of what the table promises.
CAREGIVERS: dict[str, Text] = {
    "safe": Text("Pengasuh aman", "The caregiver is safe"),
    "absent": Text("Tidak ada pengasuh yang dapat ditanya", "No caregiver can be asked"),
    "unknown": Text("Belum diketahui apakah aman", "Not known whether safe"),
    "unsafe": Text("Pengasuh tidak aman", "The caregiver is unsafe"),
}
PURPOSES: dict[str, Text] = {
    "service": Text("Layanan kita sendiri", "Our own service"),
    "referral": Text("Rujukan ke lembaga lain", "Referral to another organisation"),
    "ppatk": Text("Informasi kepada PPATK", "Information to PPATK"),
    "watchlist": Text("Nomor pada daftar pantau", "Numbers on a watchlist"),
    "aggregate": Text("Angka tanpa identitas", "Figures without identity"),
    "research": Text("Penelitian", "Research"),
}
BASES: dict[str, Text] = {
    "caregiver": Text(
        "Persetujuan pengasuh dan kesediaan anak", "The caregiver's consent and the child's assent"
    ),
    "own": Text(
        "Kesediaan anak sendiri, dengan penyelia", "The child's own assent, with a supervisor"
    ),
    "legal_duty": Text("Kewajiban hukum", "Legal duty"),
    "vital_interest": Text("Kepentingan vital anak", "The child's vital interest"),
}
# On these the child's "no" is the end of it.
CONSENT_BASES = ("caregiver", "own")
ASSENTS: dict[str, Text] = {
    "yes": Text("Bersedia", "Said yes"),
    "no": Text("Tidak bersedia", "Said no"),
    "not_asked": Text("Belum dapat ditanya", "Could not be asked"),
}
OUTCOMES: dict[str, Text] = {
    "allowed": Text("Boleh", "Allowed"),
    "with_supervisor": Text("Boleh setelah disahkan penyelia", "Allowed once a supervisor agrees"),
    "refused": Text("Tidak boleh", "Refused"),
}
# Who is asked, who confirms, and who must not come to know of it.
PEOPLE: dict[str, Text] = {
    "child": Text("Anak itu sendiri", "The child"),
    "caregiver": Text("Pengasuhnya", "The caregiver"),
    "trusted_adult": Text(
        "Orang dewasa yang dipilih anak untuk menemani", "An adult the child chooses to be there"
    ),
    "specialist": Text(
        "Psikolog atau pendamping disabilitas", "A psychologist or disability companion"
    ),
    "supervisor": Text("Penyelia, orang lain dari yang mengusulkan", "A supervisor, someone else"),
    "legal_officer": Text("Petugas hukum", "The legal officer"),
    "alleged": Text("Terduga pelaku dan orang dekatnya", "The person alleged and those close"),
    "caregiver_unless_agreed": Text(
        "Pengasuh, kecuali anak mengizinkan", "The caregiver, unless the child agrees"
    ),
}


@dataclass(frozen=True)
class Facts:
    """The six facts, each one of the codes above; BadInput for any other."""

    age: str
    capacity: str
    caregiver: str
    purpose: str
    basis: str
    assent: str

    def __post_init__(self) -> None:
        known = {
            "age": AGES,
            "capacity": CAPACITIES,
            "caregiver": CAREGIVERS,
            "purpose": PURPOSES,
            "basis": BASES,
            "assent": ASSENTS,
        }
        for name, codes in known.items():
            if getattr(self, name) not in codes:
                raise BadInput(MISSING[name])


MISSING: dict[str, Text] = {
    "age": Text(
        "Catat dahulu kelompok umur anak. Bila ragu antara dua, pilih yang lebih muda.",
        "Record the child's age band first. Between two, choose the younger.",
    ),
    "capacity": Text(
        "Catat apakah anak dapat memahami pertanyaannya saat ini.",
        "Record whether the child can understand the question now.",
    ),
    "caregiver": Text(
        "Catat apakah pengasuhnya aman. Bila belum tahu, pilih belum diketahui.",
        "Record whether the caregiver is safe. If you do not know, say so.",
    ),
    "purpose": Text("Pilih untuk apa persetujuan ini.", "Choose what this consent is for."),
    "basis": Text("Pilih dasar yang dipakai.", "Choose the basis."),
    "assent": Text(
        "Catat jawaban anak, atau bahwa ia belum dapat ditanya.",
        "Record the child's answer, or that the child could not be asked.",
    ),
}


@dataclass(frozen=True)
class Example:
    """A worked example: the facts, as "age capacity caregiver purpose basis assent"."""

    facts: str
    why: str

    @property
    def asked(self) -> Facts:
        """The same facts, to ask the table with."""
        return Facts(*self.facts.split())


@dataclass(frozen=True)
class Row:
    """One row of the table. An empty tuple matches anything; the first row that matches answers.

    `ask` names whom to ask; `decide` strikes a caregiver who is not safe from it in any case.
    """

    id: str
    outcome: Outcome
    reason: Text
    source: str
    evidence: Evidence
    examples: tuple[Example, ...]
    instead: Text | None = None
    ask: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    capacities: tuple[str, ...] = ()
    caregivers: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    assents: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.outcome == "refused" and self.instead is None:
            raise ValueError(f"{self.id}: a refusal says what to do instead")

    def matches(self, facts: Facts) -> bool:
        """Whether every column that this row names holds the fact."""
        pairs = (
            (self.ages, facts.age),
            (self.capacities, facts.capacity),
            (self.caregivers, facts.caregiver),
            (self.purposes, facts.purpose),
            (self.bases, facts.basis),
            (self.assents, facts.assent),
        )
        return all(not column or value in column for column, value in pairs)


@dataclass(frozen=True)
class Decision:
    """What the table answers. `permission` is 0 (refused), 1 (with a supervisor), 2 (allowed)."""

    row: Row
    outcome: Outcome
    whom_to_ask: tuple[str, ...]
    not_told: tuple[str, ...]
    explain: Text
    questions: tuple[str, ...] = field(default=())

    @property
    def permission(self) -> int:
        """The outcome as a number that grows with what is permitted."""
        return {"refused": 0, "with_supervisor": 1, "allowed": 2}[self.outcome]


# How long a decision holds at most, in days, before it is asked again. Own rule: half a year for
# a consent, a quarter for a duty, two weeks for a danger, which either passes or needs another
# basis.
LONGEST_DAYS: dict[str, int] = {
    "caregiver": 180,
    "own": 180,
    "legal_duty": 90,
    "vital_interest": 14,
}
