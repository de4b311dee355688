"""Proposing, approving, returning and withdrawing a release; each with its audit event."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from jaga.evidence import publishing, release_audit
from jaga.evidence.release_audit import Answer
from jaga.evidence.releases import (
    Draft,
    Signed,
    Waiver,
    about_as_json,
    about_from_json,
    publish,
    table_as_json,
    table_from_json,
    withdraw,
    words,
)
from jaga.words import Text
from jaga_web.access import FIGURES_PROPOSE, FIGURES_RELEASE, FIGURES_VIEW, require
from jaga_web.audit.actions import record
from jaga_web.people.models import Organisation, User
from jaga_web.refusing import must_explain, refuse
from jaga_web.releases import ledger as book
from jaga_web.releases.ledger import VAULT, Standing
from jaga_web.releases.models import Proposal

# Who could work it out, when two people let a finding pass. An exception names one of them.
RISKS: dict[str, Text] = {
    "neighbours": Text("Tetangga atau sekolah", "Neighbours or school"),
    "family": Text("Keluarga", "Family"),
    "accused": Text("Orang yang dilaporkan", "Whoever was reported"),
    "service": Text("Petugas layanan lain", "Staff of another service"),
    "nobody": Text("Tidak ada: bukan tentang orang", "Nobody: it is not about people"),
}


@dataclass(frozen=True)
class Exceptions:
    """What the second person lets pass: finding → risk, and one reason for all of it."""

    risks: Mapping[str, str]
    reason: str


NONE = Exceptions({}, "")


@transaction.atomic
def propose(*, draft: Draft, source: str, by: User) -> Proposal:
    """Keep a draft for a second person. A table that is withheld as a whole is refused."""
    require(by, FIGURES_PROPOSE)
    if all(table.withheld for table in draft.tables):
        raise refuse(
            "Tidak ada angka yang dapat ditampilkan dari tabel ini. Pakai kategori yang lebih "
            "besar atau periode yang lebih panjang.",
            "No count of this table can be shown. Use larger categories or a longer period.",
        )
    made = Proposal.objects.create(
        organisation=by.organisation,
        source=source,
        draft={
            "title": words(draft.title),
            "about": about_as_json(draft.about),
            "tables": [table_as_json(table) for table in draft.tables],
        },
        counts=json.dumps([list(counts) for counts in draft.counts]),
        proposed_by=by,
    )
    _record(by, "figures.proposed", f"proposal:{made.pk}")
    return made


def draft_of(proposal: Proposal) -> Draft:
    """The draft as it was proposed."""
    told: dict[str, Any] = proposal.draft
    return Draft(
        title=Text(**told["title"]),
        about=about_from_json(told["about"]),
        tables=tuple(table_from_json(one) for one in told["tables"]),
        counts=tuple(tuple(one) for one in json.loads(proposal.counts)),
    )


def answer_for(proposal: Proposal) -> Answer:
    """What the audit says of it today, beside everything published so far."""
    return release_audit.check(book.of(proposal.organisation), draft_of(proposal), VAULT)


@transaction.atomic
def approve(*, proposal: Proposal, exceptions: Exceptions = NONE, by: User) -> int:
    """Publish it: the second person's yes. Returns its number in the ledger.

    The audit runs again, within the lock that keeps a second release out meanwhile.
    """
    locked = _waiting(proposal, by)
    if locked.proposed_by_id == by.pk:
        raise PermissionDenied(gettext("Yang mengusulkan tidak mengesahkan sendiri."))
    ledger, draft = book.of(locked.organisation), draft_of(locked)
    answer = release_audit.check(ledger, draft, VAULT)
    waivers = _waivers(answer, exceptions)
    answer.refuse_unless(one.finding for one in waivers)
    now = timezone.now()
    after = publish(
        ledger,
        draft,
        Signed(f"user:{locked.proposed_by_id}", f"user:{by.pk}", timezone.localdate(now)),
        vault=VAULT,
        exceptions=waivers,
    )
    book.keep(locked.organisation, after)
    _decide(locked, Proposal.PUBLISHED, by, exceptions.reason.strip() if waivers else "")
    locked.number = len(after.lines)
    locked.save()
    detail = {"number": locked.number, "exceptions": len(waivers)}
    _record(by, "figures.published", f"proposal:{locked.pk}", detail)
    return locked.number


@transaction.atomic
def give_back(*, proposal: Proposal, reason: str, by: User) -> None:
    """Not published: the second person's no, with a reason. The proposer may take it back so."""
    locked = _waiting(proposal, by)
    _decide(locked, Proposal.RETURNED, by, must_explain(reason))
    locked.save()
    _record(by, "figures.returned", f"proposal:{locked.pk}")


@transaction.atomic
def take_back(*, number: int, note: str, by: User) -> None:
    """Withdraw a release with a note for its readers. One person is enough: it has to be quick."""
    require(by, FIGURES_RELEASE)
    organisation = Organisation.objects.select_for_update().get(pk=by.organisation_id)
    ledger = book.of(organisation)
    if any(one.withdrawal for one in book.standing(ledger) if one.release.number == number):
        raise refuse("Terbitan ini sudah ditarik.", "This release is already withdrawn.")
    after = withdraw(
        ledger, number, must_explain(note), by=f"user:{by.pk}", on=timezone.localdate()
    )
    book.keep(organisation, after)
    _record(by, "figures.withdrawn", f"release:{number}")


@transaction.atomic
def download(*, standing: Standing, form: str, by: User) -> bytes:
    """A published release as a file: csv, xlsx or json."""
    require(by, FIGURES_VIEW)
    number = standing.release.number
    _record(by, "figures.release_downloaded", f"release:{number}", {"kind": form})
    if form == "xlsx":
        return publishing.as_xlsx(standing.release, standing.digest)
    if form == "json":
        return publishing.as_json(standing.release, standing.digest).encode()
    return publishing.as_csv(standing.release).encode()


def _waiting(proposal: Proposal, by: User) -> Proposal:
    """The proposal, locked with its organisation's ledger, if it still waits."""
    require(by, FIGURES_RELEASE)
    Organisation.objects.select_for_update().get(pk=proposal.organisation_id)
    locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if locked.organisation_id != by.organisation_id:
        raise PermissionDenied(gettext("Usulan ini di luar organisasi Anda."))
    if locked.state != Proposal.PROPOSED:
        raise refuse("Usulan ini sudah diputuskan.", "This proposal is already decided.")
    return locked


def _waivers(answer: Answer, exceptions: Exceptions) -> list[Waiver]:
    """The findings let pass, each with its risk; the reason itself stays sealed in the proposal."""
    asked = {one.id for one in answer.findings if one.exceptable} & set(exceptions.risks)
    if not asked:
        return []
    must_explain(exceptions.reason)
    if any(exceptions.risks[finding] not in RISKS for finding in asked):
        raise refuse(
            "Pilih siapa yang dapat dirugikan untuk tiap pengecualian.",
            "Choose who could be harmed for each exception.",
        )
    return [Waiver(one, "sealed", exceptions.risks[one]) for one in sorted(asked)]


def _decide(proposal: Proposal, state: str, by: User, reason: str) -> None:
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, timezone.now()
    proposal.reason = reason


def _record(
    by: User, verb: str, subject: str, detail: Mapping[str, str | int] | None = None
) -> None:
    record(by=by, verb=verb, subject=subject, organisation=by.organisation_id, detail=detail)
