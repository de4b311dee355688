"""Erasing, interrupted: by a crash, a full disk, a missing key. It ends whole or not at all."""

# ruff: noqa: F811 - fixtures of the web tests are borrowed by name.

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.urls import reverse
from tests.web.conftest import (  # noqa: F401
    _flush_past_the_guard,
    _own_settings,
    data_dir,
    organisation,
    other_organisation,
    person,
    signed_in,
)
from tests.web.keeping.conftest import case, custodian, planted, supervisor, worker  # noqa: F401

from jaga.errors import BadInput
from jaga_web import vault
from jaga_web.cases.models import Case, Entry
from jaga_web.keeping import actions, erasing, queries, reach
from jaga_web.keeping.models import Destruction, Erasure, Tombstone

WHY = "Anak meminta agar kasusnya dihapus."
ROOT = Path(__file__).parents[2]


@pytest.fixture
def approve(case, worker, custodian):
    """approve(): ask and approve, as two people would."""

    def act():
        asked = actions.request_erasure(case=case, why="wish", words=WHY, by=worker)
        return actions.approve_erasure(erasure=asked, number=case.number, by=custodian)

    return act


@pytest.fixture
def keys_at(data_dir) -> Path:
    return data_dir / "case-keys"


def test_a_crash_before_the_commit_changes_nothing(case, planted, worker, custodian, monkeypatch):
    asked = actions.request_erasure(case=case, why="wish", words=WHY, by=worker)
    before = reach.rows(case)
    monkeypatch.setattr(erasing, "_delete", _crash)
    with pytest.raises(KeyboardInterrupt):
        actions.approve_erasure(erasure=asked, number=case.number, by=custodian)
    assert reach.rows(case) == before
    assert Erasure.objects.get().state == Erasure.ASKED
    assert vault.has_key(case.key_id)
    assert not Tombstone.objects.exists()
    assert Entry.objects.get(case=case).value == planted["cases.Entry.value"]


def _crash(*_args):
    raise KeyboardInterrupt


@pytest.mark.django_db(transaction=True)
def test_a_crash_between_commit_and_destruction_is_finished_by_the_next_run(
    case, custodian, approve, monkeypatch, capsys
):
    with monkeypatch.context() as crashed:
        # The process is gone right after the commit: nothing that waits for it happens.
        crashed.setattr(transaction, "on_commit", lambda *a, **k: None)
        approve()
    assert not Case.objects.exists()
    assert vault.has_key(case.key_id)
    assert queries.waiting_keys(custodian) == 1
    for _ in range(2):
        call_command("erase_due")
        assert "keys left 0" in capsys.readouterr().out
    assert not vault.has_key(case.key_id)
    assert queries.waiting_keys(custodian) == 0


@pytest.mark.django_db(transaction=True)
def test_a_disk_that_refuses_leaves_the_order_and_the_page_says_so(
    case, approve, signed_in, monkeypatch
):
    def refuse(*_args, **_options):
        raise OSError(errno.EROFS, "read-only")

    with monkeypatch.context() as broken:
        broken.setattr(vault, "destroy", refuse)
        approve()
        with pytest.raises(CommandError):
            call_command("erase_due")
        page = signed_in("custodian", name="penjaga").get(reverse("keeping:requests"))
        assert "Kunci kasus terhapus yang belum dimusnahkan: 1" in page.content.decode()
    assert erasing.finish() == 0
    assert not vault.has_key(case.key_id)


@pytest.mark.parametrize("at", ["replace", "open", "unlink"])
def test_a_key_killed_at_any_step_of_its_destruction_is_gone_or_whole(db, keys_at, at):
    """A process of its own dies at that very step; whoever reads meets no half-written key."""
    key = vault.new_key()
    sealed = vault.seal(b"rekaan", key, "tests")
    script = (
        "import os, sys; from pathlib import Path\n"
        "from django.conf import settings\n"
        "settings.configure(JAGA_DATA_DIR=Path(sys.argv[1]))\n"
        "from jaga_web import vault\n"
        f"setattr(Path, {at!r}, lambda *a, **k: os._exit(9))\n"
        "vault.destroy(sys.argv[2])\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, str(keys_at.parent), key],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert ended.returncode == 9
    assert vault.unseal(sealed, "tests") in (b"rekaan", None)
    vault.destroy(key)
    assert vault.unseal(sealed, "tests") is None
    assert not [path for path in keys_at.iterdir() if key in path.name]


def test_a_full_disk_makes_no_half_key_and_no_case(organisation, worker, keys_at, monkeypatch):
    from jaga_web.cases.actions import open_case

    vault.new_key()
    before = sorted(keys_at.iterdir())

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="full"):
            open_case(organisation=organisation, source="direct", by=worker)
    assert sorted(keys_at.iterdir()) == before
    assert not Case.objects.exists()


def test_a_missing_key_reads_as_erased_on_every_page_and_is_never_written(
    case, planted, signed_in, worker
):
    vault.destroy(case.key_id)
    client = signed_in("caseworker", name="pekerja")
    for name in ("cases:page", "keeping:case"):
        assert client.get(reverse(name, args=[case.pk])).status_code == 200
    with pytest.raises(BadInput, match="erased for good"), transaction.atomic():
        Entry.objects.create(case=case, by=worker, section="a", name="b", version=9, value="x")
    answer = client.post(reverse("keeping:request", args=[case.pk]), {"why": "wish", "words": WHY})
    assert answer.status_code == 400


@pytest.mark.django_db(transaction=True)
def test_a_key_that_comes_back_with_an_old_folder_is_destroyed_again(case, approve, keys_at):
    kept = (keys_at / case.key_id).read_bytes()
    approve()
    assert not vault.has_key(case.key_id)
    (keys_at / case.key_id).write_bytes(kept)
    call_command("erase_due")
    assert not vault.has_key(case.key_id)
    assert Destruction.objects.count() == 1


def test_orphans_are_counted_and_only_destroyed_when_told(case, capsys):
    for key in vault.names():
        if key != case.key_id:
            vault.destroy(key)
    orphan = vault.new_key()
    call_command("sweep_keys")
    assert "found 0" in capsys.readouterr().out
    call_command("sweep_keys", hours=0)
    assert "found 1" in capsys.readouterr().out
    assert vault.has_key(orphan)
    call_command("sweep_keys", hours=0, destroy=True)
    assert not vault.has_key(orphan)
    assert vault.has_key(case.key_id)
