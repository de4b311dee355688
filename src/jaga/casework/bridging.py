"""On what ground a report may become a case.

The ordinary ground is the child's own confirmed step. Without it a supervisor names one of the
grounds below and writes why; none of them is consent, and the child's words stay in the report.
"""

from dataclasses import dataclass

from jaga.errors import BadInput
from jaga.words import Text

CHILD = "child"
SHORTEST_REASON = 20


@dataclass(frozen=True)
class Ground:
    """One lawful ground to open a case without the child's own step."""

    id: str
    title: Text
    source: str
    # "S": read in secondary sources; counsel has to check how it applies here.
    evidence: str


GROUNDS: tuple[Ground, ...] = (
    Ground(
        "vital_interest",
        Text(
            "Nyawa atau keselamatan anak terancam sekarang",
            "The child's life or safety is in danger now",
        ),
        "UU 27/2022 art. 20(2)",
        "S",
    ),
    Ground(
        "legal_duty",
        Text("Kewajiban hukum untuk bertindak", "A duty in law to act"),
        "UU 12/2022 art. 41; UU 27/2022 art. 20(2)",
        "S",
    ),
    Ground(
        "safe_caregiver",
        Text(
            "Pengasuh yang aman bagi anak telah menyetujui",
            "A caregiver who is safe for the child has agreed",
        ),
        "UU 27/2022 art. 25",
        "S",
    ),
)


def grounds() -> dict[str, Text]:
    """Every ground a supervisor may name, in words."""
    return {one.id: one.title for one in GROUNDS}


def check(ground: str, *, agreed: bool, reason: str) -> None:
    """Refuse (BadInput) unless the child agreed, or a listed ground comes with its reason.

    >>> check("child", agreed=True, reason="")
    """
    if ground == CHILD:
        if not agreed:
            raise BadInput(
                Text(
                    "Anak belum menyetujui menjadi kasus, atau sudah menariknya kembali.",
                    "The child has not agreed to a case, or has taken the agreement back.",
                )
            )
        return
    if ground not in grounds():
        raise BadInput(Text("Pilih dasar hukumnya.", "Choose the lawful ground."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise BadInput(
            Text(
                f"Tuliskan alasannya, sekurangnya {SHORTEST_REASON} huruf.",
                f"Write the reason, in at least {SHORTEST_REASON} letters.",
            )
        )


def words_go_along(ground: str, *, agreed: bool) -> bool:
    """Whether the child's own words may be read with the case: only while the child agrees."""
    return ground == CHILD and agreed
