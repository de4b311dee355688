"""Checking the chain: finds an edit, a deletion (of the end too), an insertion, a reorder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jaga.words import Text
from jaga_web.audit import chain
from jaga_web.audit.anchors import Anchor
from jaga_web.audit.models import Event, Head


@dataclass(frozen=True)
class Finding:
    """One thing wrong with the chain: `kind`, the event's number, and a sentence."""

    kind: str
    seq: int
    text: Text


EDITED = Text(
    id="Kejadian {seq} diubah: isinya tidak cocok dengan sidiknya.",
    en="Event {seq} was edited: its content does not match its hash.",
)
REORDERED = Text(
    id="Kejadian {seq} dipindahkan: semula kejadian {was}.",
    en="Event {seq} was moved: it was event {was}.",
)
DELETED = Text(id="Dihapus: kejadian {seq} sampai {last}.", en="Deleted: events {seq} to {last}.")
DELETED_ONE = Text(id="Dihapus: kejadian {seq}.", en="Deleted: event {seq}.")
REWRITTEN = Text(
    id="Kejadian {seq} ditulis ulang: kejadian berikutnya terikat pada sidik yang lain.",
    en="Event {seq} was rewritten: what follows is bound to another hash.",
)
ADDED = Text(
    id="Kejadian {seq} ditambahkan di luar aplikasi.",
    en="Event {seq} was added from outside the application.",
)
NO_HEAD = Text(id="Penanda akhir rantai hilang.", en="The marker of the chain's end is missing.")
ANCHOR_FORGED = Text(
    id="Jangkar untuk kejadian {seq} tidak ditandatangani instalasi ini.",
    en="The anchor for event {seq} was not signed by this installation.",
)
ANCHOR_BROKEN = Text(
    id="Rantai sampai kejadian {seq} ditulis ulang setelah jangkar tanggal {at}.",
    en="The chain up to event {seq} was rewritten after the anchor of {at}.",
)


def verify(anchors: Sequence[Anchor] = ()) -> list[Finding]:
    """Everything wrong with the chain, in order; empty when it is whole."""
    head = Head.objects.filter(pk=1).first()
    if head is None:
        return [Finding("no_head", 0, NO_HEAD)]
    rows = Event.objects.filter(seq__lte=head.seq).order_by("seq").iterator(chunk_size=2000)
    kept = {anchor.seq: "" for anchor in anchors}
    found, last = _walk(rows, kept)
    found += _end(head, last)
    # The head is read again: events may have been added by ordinary work meanwhile.
    head.refresh_from_db()
    beyond = Event.objects.filter(seq__gt=head.seq).order_by("seq").values_list("seq", flat=True)
    found += [_finding("added", seq, ADDED) for seq in beyond]
    found += _against_anchors(anchors, kept)
    return sorted(found, key=lambda finding: finding.seq)


def _walk(rows: Iterable[Event], kept: dict[int, str]) -> tuple[list[Finding], Event | None]:
    """Each event against its own hash and the one before it; fills `kept` with hashes found."""
    found: list[Finding] = []
    wrong: list[Event] = []
    before: Event | None = None
    for event in rows:
        due = before.seq + 1 if before else 1
        whole = chain.digest(event) == event.hash
        if not whole:
            wrong.append(event)
        if event.seq > due:
            found.append(_gap(due, event.seq - 1))
        elif whole and event.previous != (before.hash if before else chain.BEGINNING):
            found.append(_finding("rewritten", max(event.seq - 1, 1), REWRITTEN))
        if event.seq in kept:
            kept[event.seq] = event.hash
        before = event
    return _without_echoes(found, wrong) + _edited_or_moved(wrong), before


def _without_echoes(found: list[Finding], wrong: list[Event]) -> list[Finding]:
    """A link next to an event that is wrong in itself says nothing new."""
    near = {event.seq + step for event in wrong for step in (-1, 0)}
    return [one for one in found if one.kind != "rewritten" or one.seq not in near]


def _edited_or_moved(wrong: list[Event]) -> list[Finding]:
    """A wrong event whose hash fits at another's place was moved; else it was edited."""
    places = [event.seq for event in wrong]
    found = []
    for event in wrong:
        fits = (seq for seq in places[:1000] if chain.digest(event, seq=seq) == event.hash)
        was = next(fits, None)
        if was is None:
            found.append(_finding("edited", event.seq, EDITED))
        else:
            found.append(_finding("reordered", event.seq, REORDERED, was=was))
    return found


def _gap(first: int, last: int) -> Finding:
    return _finding("deleted", first, DELETED if last > first else DELETED_ONE, last=last)


def _end(head: Head, last: Event | None) -> list[Finding]:
    seq, mark = (last.seq, last.hash) if last else (0, chain.BEGINNING)
    if head.seq > seq:
        return [_gap(seq + 1, head.seq)]
    return [] if head.hash == mark else [_finding("rewritten", seq, REWRITTEN)]


def _against_anchors(anchors: Sequence[Anchor], kept: dict[int, str]) -> list[Finding]:
    found = []
    for anchor in anchors:
        if not anchor.holds():
            found.append(_finding("anchor_forged", anchor.seq, ANCHOR_FORGED))
        elif anchor.seq and kept[anchor.seq] != anchor.hash:
            found.append(_finding("anchor_broken", anchor.seq, ANCHOR_BROKEN, at=anchor.at))
    return found


def _finding(kind: str, seq: int, text: Text, **values: object) -> Finding:
    return Finding(kind, seq, text.filled(seq=seq, **values))
