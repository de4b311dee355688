"""Why there is a procedure, what it rests on, and how sure each rule is."""

from jaga.pages.document import Block, Heading, Items, Note, Paragraph, Table, plain
from jaga.procedure.laws import CERTAINTIES, LAWS
from jaga.procedure.setting import Setting
from jaga.words import Text

PRINCIPLES = (
    Text(
        "Anak tidak pernah menjadi terduga. Bila anak terlibat, yang dibuka adalah "
        "penanganan perlindungan.",
        "A child is never a suspect. Where a child is involved, what opens is a protection case.",
    ),
    Text(
        "Mesin bertanya, orang memutuskan. Tidak ada pembayaran yang ditolak dan tidak "
        "ada rekening yang diblokir oleh prosedur ini.",
        "Machines ask, people decide. This procedure refuses no payment and blocks no account.",
    ),
    Text(
        "Satu tanda tidak cukup: selalu dua keluarga pertanyaan, selalu dengan alasan.",
        "One sign is not enough: always two families of questions, always with reasons.",
    ),
    Text(
        "Negara dan kewarganegaraan tidak pernah menjadi tanda.",
        "Country and nationality are never a sign.",
    ),
)


def blocks(setting: Setting) -> list[Block]:
    """Chapter 1."""
    return [
        Heading(1, Text("Tujuan dan dasar", "Purpose and basis")),
        Paragraph(
            Text(
                "Eksploitasi seksual anak dibayar: dengan jumlah kecil, berulang, lewat jalur yang "
                "dipakai semua orang. Prosedur ini mengatur bagaimana kami memperhatikan jejak "
                "pembayaran itu, siapa yang memutuskan, dan bagaimana anak serta orang yang tidak "
                "bersalah dilindungi selama kami bekerja.",
                "Child sexual exploitation is paid for: in small amounts, again and again, on the "
                "rails everybody uses. This procedure says how we look at the traces of those "
                "payments, who decides, and how children and the innocent are protected meanwhile.",
            )
        ),
        Items(PRINCIPLES),
        Heading(2, Text("Dasar hukum", "Legal basis")),
        Paragraph(
            Text(
                "Kolom terakhir menyatakan dari mana kami tahu isi aturan itu dan seberapa pasti. "
                "Yang belum dipastikan harus dipastikan kepada PPATK atau penasihat hukum sebelum "
                "prosedur ini disahkan.",
                "The last column says where we know a rule from, and how surely. What is not "
                "confirmed must be, by PPATK or counsel, before this procedure is signed.",
            )
        ),
        Table(
            Text("Dasar hukum dan kepastiannya", "Legal basis and how sure it is"),
            (
                Text("Aturan", "Rule"),
                Text("Yang diminta di sini", "What it asks here"),
                Text("Dibaca di mana", "Where it was read"),
            ),
            (
                *(
                    (law.name, law.asks, _where(law.where, CERTAINTIES[law.certainty]))
                    for law in LAWS
                ),
                (
                    Text("Ketentuan OJK atau BI bagi jenis lembaga kami", "OJK or BI rules for us"),
                    Text(
                        "penerapan program anti pencucian uang dan perlindungan konsumen",
                        "anti-money-laundering programme and consumer protection",
                    ),
                    Text("diisi oleh penyedia: ____________", "provider fills in: ____________"),
                ),
            ),
            (30, 42, 28),
        ),
        Note(
            Text(
                "Lembaga masyarakat bukan pelapor LTKM. Mereka memberi informasi kepada PPATK; "
                "penyedia jasa keuangan yang menyampaikan LTKM.",
                "Civil society does not file LTKM. It gives information to PPATK; the provider of "
                "financial services files the LTKM.",
            )
        ),
        *_pack(setting),
    ]


def _where(where: str, certainty: Text) -> Text:
    if not where:
        return certainty
    return Text(f"{where} ({certainty.id})", f"{where} ({certainty.en})")


def _pack(setting: Setting) -> list[Block]:
    pack = setting.pack
    source = pack.source
    told = (
        Text("paket bawaan Jaga atau paket penyedia sendiri", "Jaga's own or the provider's")
        if source is None
        else plain(
            ", ".join(part for part in (source.publisher, source.document, source.date) if part)
        )
    )
    return [
        Heading(2, Text("Paket parameter", "Parameter pack")),
        Paragraph(
            Text(
                f"Semua angka pemantauan di bawah dibangkitkan dari paket “{pack.name}” (asal: "
                f"{told.id}). Hash paket: {pack.sha256()}. Angka yang diubah mengubah hash; "
                "prosedur ini lalu dibangkitkan dan disahkan ulang.",
                f"Every monitoring number below is generated from the pack “{pack.name}” (from: "
                f"{told.en}). Hash of the pack: {pack.sha256()}. A changed number changes the "
                "hash; the procedure is then generated and signed again.",
            )
        ),
    ]
