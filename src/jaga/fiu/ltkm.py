"""The line from a run folder to a checked LTKM file, each step callable alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jaga.fiu.alerts import read_alert
from jaga.fiu.compose import Dossier, compose
from jaga.fiu.decision import Decision, protected_accounts, read_decision
from jaga.fiu.goaml import Written, write_report
from jaga.fiu.pack import Pack
from jaga.fiu.package import zipped
from jaga.fiu.parties import Parties
from jaga.fiu.read_back import reference_of
from jaga.fiu.refusing import bad, refused
from jaga.fiu.reporter import Reporter
from jaga.fiu.schema import Schema, parse_safely


@dataclass(frozen=True)
class Filing:
    """What every report of one call shares. `title` names a typology in Indonesian."""

    run: Path
    pack: Pack
    schema: Schema
    parties: Parties
    reporter: Reporter
    on: date
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    title: Callable[[str], str] = str


def decisions(paths: Sequence[Path]) -> dict[str, Decision]:
    """Decisions by the alert they are about."""
    return {one.alert_id: one for one in map(read_decision, paths)}


def ltkm(filing: Filing, alert_id: str) -> Written:
    """One alert as checked XML; Refused in words."""
    alert = read_alert(filing.run, alert_id)
    one = filing.decisions.get(alert_id)
    if one is None and len(filing.decisions) == 1:
        # The only decision given is about another alert: say so, rather than "none given".
        one = next(iter(filing.decisions.values()))
    dossier = Dossier(
        alert, one, filing.parties, filing.reporter, filing.pack, filing.on,
        filing.title(alert.typology), protected_accounts(filing.run),
    )  # fmt: skip
    return write_report(compose(dossier), filing.pack, filing.schema)


def together(written: Mapping[str, Written], pack: Pack) -> bytes:
    """Several reports, by alert id, as one ZIP."""
    return zipped({f"{name}.xml": one.content for name, one in written.items()}, pack)


def put(out: Path, content: bytes) -> bool:
    """Write whole or not at all; False when the file held these bytes already.

    A file of another report is never replaced: Refused.
    """
    try:
        return _put(out, content)
    except OSError:
        raise bad(
            "Berkas --out tidak dapat ditulis. Pilih folder yang dapat ditulis.",
            "The --out file cannot be written. Choose a folder you can write to.",
        ) from None


def _put(out: Path, content: bytes) -> bool:
    if out.exists():
        if out.read_bytes() == content:
            return False
        old, new = reference_of(out), _reference(content)
        if new is None or old != new:
            raise refused(
                "Berkas --out sudah ada dan bukan laporan yang sama. Pilih nama lain.",
                "The --out file exists and is not the same report. Choose another name.",
            )
    out.parent.mkdir(parents=True, exist_ok=True)
    temporary = out.with_name(out.name + ".part")
    temporary.write_bytes(content)
    temporary.replace(out)
    return True


def _reference(content: bytes) -> str | None:
    try:
        found: str | None = parse_safely(content).findtext("entity_reference")
    except ValueError:
        return None
    return found
