"""What the audit chain refuses, and what it finds when somebody goes around it."""

import threading
from pathlib import Path

import pytest
from django.core.exceptions import FieldError
from django.db import DatabaseError, connection, transaction

from jaga.errors import BadInput
from jaga_web.audit import anchors, chain, guard
from jaga_web.audit.actions import anchor, record
from jaga_web.audit.models import Event, Head
from jaga_web.audit.verify import verify


def note(number: int = 1) -> Event:
    with transaction.atomic():
        return record(
            by=None,
            verb="people.signed_in",
            subject=f"user:{number}",
            organisation=7,
            detail={"attempts": number},
        )


@pytest.fixture
def ten(db) -> None:
    for number in range(1, 11):
        note(number)


@pytest.fixture
def intruder(ten):
    """Ten events, the guard gone, and a cursor straight into the database."""
    guard.remove(connection)
    with connection.cursor() as cursor:
        yield cursor


def kinds(findings) -> list[tuple[str, int]]:
    return [(finding.kind, finding.seq) for finding in findings]


def test_a_chain_nobody_touched_is_whole(ten):
    assert verify() == []
    assert [event.seq for event in Event.objects.order_by("seq")] == list(range(1, 11))


def test_an_empty_chain_is_whole(db):
    assert verify() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET subject = 'user:99' WHERE seq = 4",
        "DELETE FROM audit_event WHERE seq = 4",
    ],
)
def test_the_database_itself_refuses(ten, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert verify() == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("subject", "user:99"),
        ("actor_id", 3),
        ("actor_role", "director"),
        ("organisation_id", 8),
        ("verb", "people.signed_out"),
        ("detail", '{"attempts": 40}'),
        ("at", "2020-01-01 00:00:00+00:00"),
        ("previous", "f" * 64),
    ],
)
def test_it_finds_an_edit_of_any_column(intruder, column, value):
    intruder.execute(f"UPDATE audit_event SET {column} = %s WHERE seq = 4", [value])
    assert kinds(verify()) == [("edited", 4)]


def test_it_finds_an_edit_whose_own_hash_was_recomputed(intruder):
    intruder.execute("UPDATE audit_event SET subject = 'user:99' WHERE seq = 4")
    fresh = chain.digest(Event.objects.get(seq=4))
    intruder.execute("UPDATE audit_event SET hash = %s WHERE seq = 4", [fresh])
    assert kinds(verify()) == [("rewritten", 4)]


def test_it_finds_an_edit_of_the_last_event_with_its_hash_recomputed(intruder):
    intruder.execute("UPDATE audit_event SET subject = 'user:99' WHERE seq = 10")
    fresh = chain.digest(Event.objects.get(seq=10))
    intruder.execute("UPDATE audit_event SET hash = %s WHERE seq = 10", [fresh])
    assert kinds(verify()) == [("rewritten", 10)]


def test_it_finds_a_deletion(intruder):
    intruder.execute("DELETE FROM audit_event WHERE seq IN (4, 5)")
    (finding,) = verify()
    assert (finding.kind, finding.seq) == ("deleted", 4)
    assert finding.text.en == "Deleted: events 4 to 5."


def test_it_finds_a_deletion_closed_up_by_renumbering(intruder):
    intruder.execute("DELETE FROM audit_event WHERE seq = 9")
    intruder.execute("UPDATE audit_event SET seq = 9 WHERE seq = 10")
    found = kinds(verify())
    assert ("edited", 9) in found
    assert ("deleted", 10) in found


def test_it_finds_a_deleted_beginning(intruder):
    intruder.execute("DELETE FROM audit_event WHERE seq = 1")
    assert kinds(verify()) == [("deleted", 1)]


def test_it_finds_a_deleted_end(intruder):
    intruder.execute("DELETE FROM audit_event WHERE seq > 8")
    assert kinds(verify()) == [("deleted", 9)]


def test_it_finds_that_everything_is_gone(intruder):
    intruder.execute("DELETE FROM audit_event")
    assert kinds(verify()) == [("deleted", 1)]


def test_it_finds_a_reorder(intruder):
    intruder.execute("UPDATE audit_event SET seq = 100 WHERE seq = 3")
    intruder.execute("UPDATE audit_event SET seq = 3 WHERE seq = 6")
    intruder.execute("UPDATE audit_event SET seq = 6 WHERE seq = 100")
    assert kinds(verify()) == [("reordered", 3), ("reordered", 6)]


def test_it_finds_an_event_added_from_outside(intruder):
    intruder.execute(
        "INSERT INTO audit_event (seq, at, actor_id, actor_role, organisation_id, verb, subject,"
        " detail, previous, hash) SELECT 11, at, actor_id, actor_role, organisation_id, verb,"
        " subject, detail, previous, hash FROM audit_event WHERE seq = 10"
    )
    assert kinds(verify()) == [("added", 11)]


def test_it_finds_a_missing_end_marker(intruder):
    intruder.execute("DELETE FROM audit_head")
    assert kinds(verify()) == [("no_head", 0)]


def rewrite_everything_from(seq: int) -> None:
    """The strongest intruder: every hash recomputed, the end marker too."""
    before = Event.objects.get(seq=seq - 1).hash
    for event in Event.objects.filter(seq__gte=seq).order_by("seq"):
        event.previous = before
        event.hash = before = chain.digest(event)
        event.save()
    Head.objects.update(hash=before)


def test_only_an_anchor_finds_a_chain_rewritten_with_every_hash(intruder, tmp_path):
    file = tmp_path / "anchors.jsonl"
    anchor(file=file)
    note()
    intruder.execute("UPDATE audit_event SET subject = 'user:99' WHERE seq = 4")
    rewrite_everything_from(4)
    assert verify() == []
    assert kinds(verify(anchors.read(file))) == [("anchor_broken", 10)]


def test_only_an_anchor_finds_an_end_cut_off_with_its_marker(intruder, tmp_path):
    file = tmp_path / "anchors.jsonl"
    anchor(file=file)
    intruder.execute("DELETE FROM audit_event WHERE seq > 8")
    Head.objects.update(seq=8, hash=Event.objects.get(seq=8).hash)
    assert verify() == []
    assert kinds(verify(anchors.read(file))) == [("anchor_broken", 10)]


def test_anchors_agree_with_a_chain_that_went_on(ten, tmp_path):
    file = tmp_path / "anchors.jsonl"
    anchor(file=file)
    note()
    anchor(file=file)
    assert [one.seq for one in anchors.read(file)] == [10, 12]
    assert verify(anchors.read(file)) == []


def test_an_anchor_changed_by_one_letter_is_told(ten, tmp_path):
    file = tmp_path / "anchors.jsonl"
    anchor(file=file)
    file.write_text(file.read_text().replace('"seq": 10', '"seq": 9'))
    assert kinds(verify(anchors.read(file))) == [("anchor_forged", 9)]


@pytest.mark.parametrize("content", ["not json", '{"seq": 1}', "[]", '{"seq": "x"}'])
def test_an_unreadable_anchor_file_says_what_to_do(tmp_path, content):
    file = tmp_path / "anchors.jsonl"
    file.write_text(content)
    with pytest.raises(BadInput, match="jaga audit anchor"):
        anchors.read(file)


def test_an_event_falls_with_the_act_it_tells_of(db):
    @transaction.atomic
    def act() -> None:
        note()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()
    assert not Event.objects.exists()
    assert verify() == []


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused():
    with pytest.raises(RuntimeError, match="transaction"):
        record(by=None, verb="people.signed_in", subject="user:1", organisation=None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"verb": "people.danced"},
        {"subject": "somebody"},
        {"detail": {"note": "x" * 300}},
        {"detail": {"note": ["a", "list"]}},
    ],
)
def test_an_event_that_does_not_fit_is_refused(db, wrong):
    good = {"by": None, "verb": "people.signed_in", "subject": "user:1", "organisation": None}
    with pytest.raises(ValueError, match=r"verb|subject|detail"):
        record(**{**good, **wrong})


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_writers_at_once_make_one_chain_without_gaps():
    if connection.vendor != "postgresql":
        pytest.skip("concurrent writers need PostgreSQL; SQLite lets one in at a time")
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for _ in range(10):
                note(number)
        except BaseException as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert Event.objects.count() == 80
    assert verify() == []


def test_a_sealed_field_cannot_be_searched(db):
    from jaga_web.people.models import User

    with pytest.raises(FieldError, match="sealed"):
        User.objects.filter(display_name="Orang").exists()


def test_the_anchor_key_never_reaches_the_database(ten, data_dir: Path):
    assert (data_dir / "keys" / "anchor.key").stat().st_mode & 0o077 == 0
