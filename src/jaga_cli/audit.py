"""`jaga audit verify` and `jaga audit anchor`."""

from pathlib import Path

from jaga.words import Language, Text
from jaga_cli.web import set_up

WHOLE = Text(
    id="Jejak audit utuh: {events} kejadian, {anchors} jangkar cocok.",
    en="The audit trail is whole: {events} events, {anchors} anchors agree.",
)
BROKEN = Text(
    id="Jejak audit RUSAK. Temuan: {findings}.",
    en="The audit trail is BROKEN. Findings: {findings}.",
)
ANCHORED = Text(
    id="Jangkar kejadian {seq} ditambahkan. Simpan salinannya di luar mesin ini.",
    en="Anchor of event {seq} added. Keep a copy away from this machine.",
)


def verify_chain(language: Language, anchor: Path | None = None) -> tuple[list[str], int]:
    """Lines to print and the exit code: 0 when whole, 5 when anything was changed.

    Without `anchor`, the installation's own anchor file is used if there is one.
    """
    set_up()
    from jaga_web.audit import anchors
    from jaga_web.audit.queries import count_events
    from jaga_web.audit.verify import verify

    file = anchor or anchors.default_file()
    known = anchors.read(file) if anchor or file.exists() else []
    findings = verify(known)
    if not findings:
        return [WHOLE.filled(events=count_events(), anchors=len(known)).say(language)], 0
    lines = [BROKEN.filled(findings=len(findings)).say(language)]
    return lines + [f"  {finding.text.say(language)}" for finding in findings], 5


def anchor_chain(language: Language, file: Path | None = None) -> tuple[list[str], int]:
    """Sign how far the chain has come and add the line to `file` (default: the data folder's)."""
    set_up()
    from jaga_web.audit import actions, anchors

    made = actions.anchor(file=file or anchors.default_file())
    return [ANCHORED.filled(seq=made.seq).say(language), made.line()], 0
