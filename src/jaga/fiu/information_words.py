"""The words of an NGO's information to PPATK, in Indonesian or English, as a plain outline."""

from collections.abc import Callable
from dataclasses import dataclass

from jaga.fiu.information import Information, Subject
from jaga.fiu.narrative import WIB, rupiah
from jaga.words import Language, Text

Titles = Callable[[str], Text]
ROLES = {
    "payer": Text("pembayar", "payer"),
    "receiver": Text("penerima (pengumpul)", "receiver (collector)"),
    "facilitator": Text("perantara", "facilitator"),
}


@dataclass(frozen=True)
class Section:
    """A heading, its facts (name, value), and sentences below them."""

    heading: str
    facts: tuple[tuple[str, str], ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outline:
    """A document before it has a form."""

    language: Language
    title: str
    notice: str
    sections: tuple[Section, ...]


def outline(info: Information, language: Language, titles: Titles) -> Outline:
    """All that the document says; `titles` gives the title of a typology."""

    def say(indonesian: str, english: str) -> str:
        return Text(indonesian, english).say(language)

    return Outline(
        language=language,
        title=say("Informasi kepada PPATK", "Information to PPATK"),
        notice=say(
            "Dokumen ini informasi dari masyarakat, bukan laporan transaksi keuangan "
            "mencurigakan (LTKM): pemberinya bukan pihak pelapor. Isinya hanya fakta yang "
            "tercatat. Tidak ada nama atau rekening anak di dalamnya. Rahasiakan dari pihak "
            "yang disebut.",
            "This document is information from the public, not a suspicious transaction report "
            "(LTKM): its giver is not a reporting party. It holds recorded facts only. It names "
            "no child and no child's account. Keep it from those it speaks of.",
        ),
        sections=(
            _about(info, say),
            *(_subject(one, language, titles, say) for one in info.subjects),
            *_tokens(info, say),
            _ending(info, say),
        ),
    )


Say = Callable[[str, str], str]


def _about(info: Information, say: Say) -> Section:
    giver = info.giver
    return Section(
        say("Pemberi informasi", "Who gives this information"),
        tuple(
            pair
            for pair in (
                (say("Lembaga", "Organisation"), giver.name),
                (say("Alamat", "Address"), giver.address),
                (say("Narahubung", "Contact"), giver.contact),
                (say("Surel", "Email"), giver.email),
                (say("Telepon", "Phone"), giver.phone),
                (say("Nomor dokumen", "Document number"), info.reference),
                (say("Tanggal", "Date"), info.on.isoformat()),
                (say("Rujukan persetujuan", "Consent reference"), info.consent),
            )
            if pair[1]
        ),
    )


def _subject(one: Subject, language: Language, titles: Titles, say: Say) -> Section:
    role = ROLES.get(one.role, Text(one.role, one.role)).say(language)
    since, until = (at.astimezone(WIB).date().isoformat() for at in (one.since, one.until))
    return Section(
        say("Rekening yang diberitahukan", "Account this tells of"),
        (
            (say("Rekening atau token", "Account or token"), one.account),
            (say("Peran", "Role"), role),
            (say("Pola", "Pattern"), titles(one.typology).say(language)),
            (say("Periode", "Period"), f"{since} – {until}"),
            (say("Pembayaran", "Payments"), str(one.payments)),
            (say("Jumlah", "Total"), say(rupiah(one.total_idr), f"Rp {one.total_idr:,}")),
            (say("Rekening lawan (tidak disebut)", "Counterparties (not named)"),
             str(one.counterparties)),
        ),
        tuple(reason.id if language == "id" else reason.en for reason in one.reasons),
    )  # fmt: skip


def _tokens(info: Information, say: Say) -> tuple[Section, ...]:
    if not info.tokens:
        return ()
    lead = say(
        "Token sisi pembayar yang dibagikan dengan persetujuan penyintas:",
        "Tokens of the paying side, shared with a survivor's consent:",
    )
    return (Section(say("Token", "Tokens"), (), (lead, *info.tokens)),)


def _ending(info: Information, say: Say) -> Section:
    return Section(
        say("Yang kami minta", "What we ask"),
        (),
        (
            say(
                "Mohon hubungi narahubung di atas bila PPATK memerlukan keterangan. Jangan "
                "menghubungi anak atau keluarganya; kami menjembatani dengan aman.",
                "Please reach the contact above if PPATK needs more. Do not approach the child or "
                "the family; we arrange that safely.",
            ),
        ),
    )
