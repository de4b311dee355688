"""The legal road of a case as one table: what may follow what, with which evidence and law.

Each row is one step of one kind. Nothing here is ordered by Jaga: people do these things outside,
and write down that they happened. Marks: "P" read in the law, "S" secondary (have counsel check),
"own" our own word for an ordinary step.
"""

from dataclasses import dataclass
from typing import Literal

from jaga.words import Text

Mark = Literal["P", "S", "own"]
BEGINNING = ""

TPKS = "UU 12/2022 TPKS"
RESTITUTION_LAW = f"{TPKS} art. 30-38; PP 29/2025"

KINDS: dict[str, Text] = {
    "police_report": Text("Laporan polisi", "Police report"),
    "temporary_protection": Text("Pelindungan sementara", "Temporary protection"),
    "lpsk": Text("Pelindungan LPSK", "Protection by LPSK"),
    "court": Text("Sidang", "Court hearing"),
    "verdict": Text("Putusan", "Verdict"),
    "restitution": Text("Restitusi", "Restitution"),
}

STATES: dict[str, Text] = {
    "made": Text("dibuat", "made"),
    "to_prosecutor": Text("diserahkan kepada penuntut umum", "handed to the prosecutor"),
    "stopped": Text("dihentikan", "stopped"),
    "asked": Text("dimohonkan", "asked"),
    "granted": Text("diberikan", "granted"),
    "refused": Text("ditolak", "refused"),
    "ended": Text("berakhir", "ended"),
    "assessed": Text("dihitung", "assessed"),
    "set": Text("ditetapkan", "set"),
    "moved": Text("ditunda", "put off"),
    "held": Text("berlangsung", "held"),
    "given": Text("dijatuhkan", "given"),
    "appealed": Text("dibanding", "appealed"),
    "final": Text("berkekuatan tetap", "final"),
    "paid_part": Text("dibayar sebagian", "paid in part"),
    "paid": Text("dibayar penuh", "paid in full"),
    "not_paid": Text("tidak dibayar", "not paid"),
}


@dataclass(frozen=True)
class Row:
    """One step of one kind: from one state to another.

    `amount`: a sum in whole rupiah belongs to it. `ends` and `starts` name deadlines
    (jaga.casework.deadline_rows) that this step ends or starts.
    """

    kind: str
    before: str
    after: str
    evidence: Text
    law: str
    mark: Mark
    amount: bool = False
    ends: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()


_RECEIPT = Text("Nomor tanda terima laporan polisi", "The number of the police's receipt")
_LETTER = Text("Nomor surat", "The number of the letter")
_REQUEST = Text("Nomor permohonan", "The number of the request")
_DECISION = Text("Nomor keputusan", "The number of the decision")
_SHEET = Text("Nomor panggilan atau jadwal sidang", "The number of the summons or the court list")
_VERDICT = Text("Nomor putusan", "The number of the verdict")
_PAYMENT = Text("Bukti pembayaran", "The proof of payment")

_POLICE = (
    Row("police_report", BEGINNING, "made", _RECEIPT, f"{TPKS} art. 41(2)-(3)", "P",
        ends=("police_report_tpks41",), starts=("temporary_protection_tpks42",)),
    Row("police_report", "made", "to_prosecutor", _LETTER, "KUHAP", "own"),
    Row("police_report", "made", "stopped", _LETTER, "KUHAP", "own"),
)  # fmt: skip
_PROTECTION = (
    Row("temporary_protection", BEGINNING, "asked", _REQUEST, f"{TPKS} art. 42", "P"),
    Row("temporary_protection", "asked", "granted", _LETTER, f"{TPKS} art. 42", "P",
        ends=("temporary_protection_tpks42",)),
    Row("temporary_protection", "asked", "refused", _LETTER, f"{TPKS} art. 42", "P",
        ends=("temporary_protection_tpks42",)),
    Row("temporary_protection", "granted", "ended", _LETTER, f"{TPKS} art. 42", "P"),
    Row("lpsk", BEGINNING, "asked", _REQUEST, "UU 31/2014; PP 29/2025", "S"),
    Row("lpsk", "asked", "granted", _DECISION, "UU 31/2014; PP 29/2025", "S"),
    Row("lpsk", "asked", "refused", _DECISION, "UU 31/2014; PP 29/2025", "S"),
    Row("lpsk", "granted", "ended", _DECISION, "UU 31/2014; PP 29/2025", "S"),
)  # fmt: skip
_COURT = (
    Row("court", BEGINNING, "set", _SHEET, "KUHAP", "own"),
    Row("court", "set", "moved", _SHEET, "KUHAP", "own"),
    Row("court", "set", "held", _SHEET, "KUHAP", "own"),
    Row("court", "moved", "moved", _SHEET, "KUHAP", "own"),
    Row("court", "moved", "held", _SHEET, "KUHAP", "own"),
    Row("verdict", BEGINNING, "given", _VERDICT, "KUHAP", "own"),
    Row("verdict", "given", "appealed", _VERDICT, "KUHAP", "own"),
    Row("verdict", "given", "final", _VERDICT, "KUHAP", "own"),
    Row("verdict", "appealed", "final", _VERDICT, "KUHAP", "own"),
)
_RESTITUTION = (
    Row("restitution", BEGINNING, "asked", _REQUEST, RESTITUTION_LAW, "S"),
    Row("restitution", "asked", "assessed", _DECISION, RESTITUTION_LAW, "S", amount=True),
    Row("restitution", "asked", "granted", _VERDICT, RESTITUTION_LAW, "S", amount=True),
    Row("restitution", "asked", "refused", _VERDICT, RESTITUTION_LAW, "S"),
    Row("restitution", "assessed", "granted", _VERDICT, RESTITUTION_LAW, "S", amount=True),
    Row("restitution", "assessed", "refused", _VERDICT, RESTITUTION_LAW, "S"),
    Row("restitution", "granted", "paid_part", _PAYMENT, RESTITUTION_LAW, "S", amount=True),
    Row("restitution", "granted", "paid", _PAYMENT, RESTITUTION_LAW, "S", amount=True),
    Row("restitution", "granted", "not_paid", _LETTER, RESTITUTION_LAW, "S"),
    Row("restitution", "paid_part", "paid_part", _PAYMENT, RESTITUTION_LAW, "S", amount=True),
    Row("restitution", "paid_part", "paid", _PAYMENT, RESTITUTION_LAW, "S", amount=True),
    Row("restitution", "paid_part", "not_paid", _LETTER, RESTITUTION_LAW, "S"),
    Row("restitution", "not_paid", "paid_part", _PAYMENT, RESTITUTION_LAW, "S", amount=True),
    Row("restitution", "not_paid", "paid", _PAYMENT, RESTITUTION_LAW, "S", amount=True),
)

ROWS: tuple[Row, ...] = (*_POLICE, *_PROTECTION, *_COURT, *_RESTITUTION)
_BY_STEP = {(row.kind, row.before, row.after): row for row in ROWS}


def step(kind: str, before: str, after: str) -> Row | None:
    """The row from `before` to `after`, or None where that is not a step."""
    return _BY_STEP.get((kind, before, after))


def next_of(kind: str, before: str) -> tuple[Row, ...]:
    """What may follow `before`, in the order of the table."""
    return tuple(row for row in ROWS if (row.kind, row.before) == (kind, before))
