"""What kind of help somebody may ask for, as codes: the channel asks this and never what happened.

Telling an event in detail belongs to a trained interviewer, once; children.md of our research and
the inter-agency guidelines both warn against asking for it at the door.
"""

from dataclasses import dataclass

from jaga.words import Text


@dataclass(frozen=True)
class Help:
    """One kind of help: its code, and how a child and a friend of a child would say it."""

    code: str
    mine: Text
    friends: Text


KINDS = (
    Help(
        "listen",
        Text("Aku ingin ada yang mendengarkan", "I want someone to listen"),
        Text("Temanku butuh didengarkan", "My friend needs someone to listen"),
    ),
    Help(
        "stop",
        Text("Aku ingin ada yang berhenti menggangguku", "I want someone to stop bothering me"),
        Text("Ada yang harus berhenti mengganggunya", "Someone must stop bothering my friend"),
    ),
    Help(
        "remove",
        Text("Aku ingin sesuatu hilang dari internet", "I want something gone from the internet"),
        Text("Ada yang harus hilang dari internet", "Something must go from the internet"),
    ),
    Help(
        "safe_place",
        Text("Aku butuh tempat yang aman", "I need a safe place"),
        Text("Temanku butuh tempat yang aman", "My friend needs a safe place"),
    ),
    Help(
        "health",
        Text("Aku butuh dokter atau perawat", "I need a doctor or a nurse"),
        Text("Temanku butuh dokter atau perawat", "My friend needs a doctor or a nurse"),
    ),
    Help(
        "law",
        Text("Aku ingin tahu hakku", "I want to know my rights"),
        Text("Aku ingin tahu hak temanku", "I want to know my friend's rights"),
    ),
    Help(
        "school",
        Text("Aku butuh bantuan di sekolah", "I need help at school"),
        Text("Temanku butuh bantuan di sekolah", "My friend needs help at school"),
    ),
    Help(
        "needs",
        Text("Aku butuh makanan, uang, atau barang", "I need food, money or things"),
        Text("Temanku butuh makanan, uang, atau barang", "My friend needs food, money or things"),
    ),
    Help(
        "unsure",
        Text("Aku belum tahu", "I do not know yet"),
        Text("Aku belum tahu", "I do not know yet"),
    ),
)
CODES = frozenset(kind.code for kind in KINDS)


def known(codes: list[str]) -> list[str]:
    """Those of `codes` that are kinds of help, each once, in the order of KINDS."""
    return [kind.code for kind in KINDS if kind.code in codes]
