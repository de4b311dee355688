"""An organisation's ledger of releases: read and verified, and one line added."""

import base64
from dataclasses import dataclass

from jaga.evidence.releases import Ledger, Release, Withdrawal, hash_of, read_ledger
from jaga_web.people.models import Organisation
from jaga_web.releases.models import LedgerLine
from jaga_web.sealing import seal, unseal


class SiteVault:
    """Seals true counts with the installation's own key, which is not in the database."""

    def seal(self, plain: str, purpose: str) -> str:
        """Ciphertext in base64."""
        return base64.b64encode(seal(plain, f"releases.line {purpose}")).decode()

    def unseal(self, sealed: str, purpose: str) -> str:
        """What was sealed for the same place in the ledger."""
        return unseal(base64.b64decode(sealed), f"releases.line {purpose}")


VAULT = SiteVault()


@dataclass(frozen=True)
class Standing:
    """A release with the hash of its line, and the note that took it back, if any."""

    release: Release
    digest: str
    withdrawal: Withdrawal | None


def of(organisation: Organisation | int) -> Ledger:
    """Every line so far. Raises BadInput when the chain was touched."""
    rows = LedgerLine.objects.filter(organisation=organisation).order_by("number")
    return read_ledger(rows.values_list("text", flat=True))


def keep(organisation: Organisation, ledger: Ledger) -> None:
    """Add the last line of `ledger`."""
    LedgerLine.objects.create(
        organisation=organisation, number=len(ledger.lines), text=ledger.lines[-1]
    )


def standing(ledger: Ledger) -> list[Standing]:
    """Every release, newest first, withdrawn ones with their note."""
    notes = {one.of: one for one in ledger.entries if isinstance(one, Withdrawal)}
    found = [
        Standing(one, hash_of(ledger.lines[one.number - 1]), notes.get(one.number))
        for one in ledger.releases
    ]
    return found[::-1]
