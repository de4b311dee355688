"""Two printable summaries of a case: one for the child, one for a partner.

The child's says nothing that would harm whoever finds it: no name, no number, no reason, no word
about violence. The partner's holds what a referral discloses and no more.
"""

import json
from datetime import date

from babel.dates import format_date

from jaga.casework.referral import FIELDS
from jaga.casework.services import SERVICES
from jaga.pages.document import (
    Block,
    Document,
    Heading,
    Items,
    Note,
    Paragraph,
    Table,
    plain,
)
from jaga.words import Language, Text
from jaga_web.cases.models import Case, Service
from jaga_web.guide import queries
from jaga_web.referrals.models import Referral
from jaga_web.vault import ERASED

SERVICE_STATES = {
    Service.PLANNED: Text("akan datang", "to come"),
    Service.UNDER_WAY: Text("sedang berjalan", "under way"),
    Service.DONE: Text("sudah", "done"),
    Service.NOT_GIVEN: Text("tidak jadi", "not going ahead"),
}
RIGHTS = (
    Text("Kamu boleh berhenti atau berubah pikiran kapan saja.", "You may stop or change your "
         "mind at any time."),
    Text("Kamu boleh bertanya siapa saja yang sudah melihat catatanmu.", "You may ask who has "
         "looked at your file."),
    Text("Kamu boleh minta catatan yang salah diperbaiki.", "You may ask to have mistakes in it "
         "corrected."),
    Text("Apa yang terjadi bukan salahmu.", "What happened is not your fault."),
)  # fmt: skip
HELP = (
    Text("129: SAPA, layanan perempuan dan anak", "129: SAPA, the line for women and children"),
    Text("112: keadaan darurat", "112: emergencies"),
    Text("110: polisi", "110: police"),
)
KEEP_SAFE = Text(
    "Simpan kertas ini hanya di tempat yang aman. Kalau tidak ada, biarkan kami menyimpannya.",
    "Keep this paper only where it is safe. If there is no such place, let us keep it for you.",
)
NO_DAY_YET = Text("Harinya kita sepakati bersama.", "We will agree on a day together.")
NOTHING_YET = Text("Belum ada yang disepakati.", "Nothing is agreed yet.")


def day(on: date | None) -> Text:
    """A date in words of both languages; a dash where there is none."""
    if on is None:
        return plain("–")
    long = {code: format_date(on, "d MMMM y", locale=code) for code in ("id", "en")}
    return Text(long["id"], long["en"])


def _written(words: str | None) -> Text:
    """What somebody wrote, the same in both languages; a dash when it is gone."""
    return plain(words if words and words != ERASED else "–")


def for_child(case: Case, language: Language, on: date) -> Document:
    """What was agreed with a child, as a leaflet the child may carry."""
    blocks: list[Block] = [
        Note(KEEP_SAFE),
        Heading(1, Text("Yang kita sepakati", "What we agreed")),
        *_agreed(case),
        Heading(1, Text("Bertemu lagi", "Meeting again")),
        Paragraph(day(case.next_review_on) if case.next_review_on else NO_DAY_YET),
        Heading(1, Text("Hakmu", "Your rights")),
        Items(RIGHTS),
        Heading(1, Text("Kalau perlu bantuan", "When you need help")),
        Items(HELP),
    ]
    return Document(
        title=Text("Rencana kita", "Our plan"),
        subtitle=Text("Untukmu", "For you"),
        provider="",
        language=language,
        on=on,
        facts=((Text("Dibuat", "Made"), day(on)),),
        blocks=tuple(blocks),
    )


def _agreed(case: Case) -> list[Block]:
    goals = queries.goals(case)
    services = [
        (SERVICES[one.code].title, day(one.due_on), SERVICE_STATES[one.state])
        for one in queries.services(case)
    ]
    found: list[Block] = []
    if goals:
        found.append(Items(tuple(_written(one.words) for one in goals)))
    if services:
        head = (Text("Bantuan", "Help"), Text("Kapan", "When"), Text("Bagaimana", "How it stands"))
        title = Text("Bantuan untukmu", "Help for you")
        found.append(Table(title, head, tuple(services), (5, 3, 3)))
    return found or [Paragraph(NOTHING_YET)]


def for_partner(referral: Referral, language: Language, on: date) -> Document:
    """What one referral discloses, on paper: fields, service, until when, how to handle it."""
    told = json.loads(referral.disclosed or "{}") if referral.disclosed != ERASED else {}
    rows = tuple((FIELDS[code].words, _written(str(words))) for code, words in told.items())
    service = SERVICES[referral.service].title
    head = (Text("Hal", "Item"), Text("Isi", "Content"))
    blocks: list[Block] = [
        Note(
            Text(
                "Hanya untuk orang yang melayani anak ini. Jangan disalin atau diteruskan. "
                "Musnahkan bila layanan selesai atau persetujuan ditarik.",
                "Only for those who serve this child. Do not copy or pass it on. Destroy it when "
                "the service is done or the consent is taken back.",
            )
        ),
        Heading(1, Text("Yang diminta", "What is asked")),
        Paragraph(service),
        Heading(1, Text("Yang perlu diketahui", "What you need to know")),
        Table(Text("Data yang diungkapkan", "What is disclosed"), head, rows, (2, 5))
        if rows
        else Paragraph(Text("Tidak ada data lain.", "No other data.")),
    ]
    return Document(
        title=Text("Rujukan layanan", "Referral for a service"),
        subtitle=Text("Ringkasan untuk mitra", "Summary for a partner"),
        provider=referral.partner.name,
        language=language,
        on=on,
        facts=(
            (Text("Sebutan anak", "The child is called"), plain(referral.pseudonym)),
            (Text("Dari", "From"), plain(referral.case.organisation.name)),
            (Text("Berlaku sampai", "Valid until"), day(referral.expires_on)),
        ),
        blocks=tuple(blocks),
    )
