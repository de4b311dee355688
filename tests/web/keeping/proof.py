"""Plants words, takes a backup, erases, and then tries everything to read the words again.

    python -m tests.web.keeping.proof FOLDER     (with JAGA_DATA_DIR=FOLDER/data)

Runs on a database of its own: SQLite in that folder, or the PostgreSQL that JAGA_DATABASE_URL
names, which must be empty. Prints what it found as JSON; test_proof.py says what that must be.
"""

import base64
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import django


def main(folder: Path) -> None:
    """The whole story, once."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "jaga_web.settings"
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    stage = _stage()
    case, other = stage["case"], stage["other"]
    words = _fill(case, stage["worker"])
    kept = _fill(other, stage["worker"])
    _look_at_everything(case, stage)
    backup = folder / "backup"
    backup.mkdir()
    _back_up(backup)
    found = {
        "words": len(words),
        "plain before": _in_plain(folder, words),
        "opened before": _opened(backup, words),
        "other opened before": _opened(backup, kept),
    }
    _erase(case, stage)
    found |= {
        "plain after": _in_plain(folder, words),
        "opened after": _opened(backup, words) + _opened_live(folder, words),
        "other opened after": _opened(backup, kept),
        "rows left": _rows_left(case),
        "restored": _restored(backup, words),
        "key files": sorted(path.name for path in (folder / "data" / "case-keys").iterdir()),
        "keys of the others": sorted({other.key_id}),
    }
    sys.stdout.write(json.dumps(found) + "\n")


def _stage() -> dict:
    from jaga_web.cases import actions as cases
    from jaga_web.people.models import Organisation, User

    unit = Organisation.objects.create(name="Lembaga Contoh", kind="ngo")
    people = {
        role: User.objects.create(
            username=role, display_name=f"Rekaan {role}", organisation=unit, roles=[role]
        )
        for role in ("caseworker", "supervisor", "custodian")
    }
    make = {"organisation": unit, "source": "direct", "by": people["caseworker"]}
    return {
        "worker": people["caseworker"],
        **people,
        "case": cases.open_case(**make),
        "other": cases.open_case(**make),
    }


def _fill(case, worker) -> list[str]:
    """Words in every sealed field of every table, and in a document."""
    from tests.web.keeping.filled import fill

    from jaga_web.keeping import actions

    words = list(fill(case, worker).values())
    document = f"dokumen {words[0][::-1]}"
    actions.attach(case=case, title="surat", data=document.encode(), by=worker)
    return [*words, document]


def _look_at_everything(case, stage: dict) -> None:
    """Open the pages and exports, so that whatever keeps copies has made them by now."""
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    settings.ALLOWED_HOSTS = ["testserver"]
    for role in ("caseworker", "supervisor"):
        client = Client()
        client.force_login(stage[role])
        for name in ("cases:page", "keeping:case"):
            assert client.get(reverse(name, args=[case.pk])).status_code == 200
        client.get(reverse("releases:download"))
        client.get(reverse("cases:list"))
        for attached in case.attachments.filter(size_bytes__gt=1):
            client.post(reverse("keeping:attachment", args=[attached.pk]))


def _erase(case, stage: dict) -> None:
    from jaga_web.keeping import actions

    asked = actions.request_erasure(
        case=case, why="wish", words="Anak meminta kasusnya dihapus.", by=stage["worker"]
    )
    actions.approve_erasure(erasure=asked, number=case.number, by=stage["custodian"])


def _back_up(backup: Path) -> None:
    """As an administrator would: the database alone, not the folder of keys."""
    from django.db import connection

    if connection.vendor == "sqlite":
        name = Path(connection.settings_dict["NAME"])
        for path in name.parent.glob(name.name + "*"):
            shutil.copy(path, backup)
        return
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
    made = subprocess.run([_pg_dump(), *_address()], capture_output=True, check=True)
    (backup / "dump.sql").write_bytes(made.stdout)


def _pg_dump() -> str:
    """The newest on the machine; no older one reads a newer server."""
    places = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/pg_dump"), key=lambda p: int(p.parts[4])
    )
    return str(places[-1]) if places else "pg_dump"


def _address() -> list[str]:
    from django.conf import settings

    one = settings.DATABASES["default"]
    names = {"-h": "HOST", "-p": "PORT", "-U": "USER", "-d": "NAME"}
    return [part for flag, name in names.items() if one[name] for part in (flag, str(one[name]))]


def _files(folder: Path) -> Iterator[Path]:
    """Everything on the disk: database, log, backup, uploads, caches, exports; but not the keys."""
    from django.db import connection

    yield from (p for p in folder.rglob("*") if p.is_file() and "case-keys" not in p.parts)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")
            cursor.execute("SHOW data_directory")
            place = Path(cursor.fetchone()[0])
        if os.access(place, os.R_OK | os.X_OK):
            yield from (p for part in ("base", "pg_wal") for p in (place / part).rglob("*"))


def _in_plain(folder: Path, words: list[str]) -> list[str]:
    """The words that stand somewhere readable, also as base64, hexadecimal or UTF-16."""
    from django.core.cache import caches

    data = b"\0".join(path.read_bytes() for path in _files(folder) if path.is_file())
    data += repr([vars(cache) for cache in caches.all()]).encode()
    return [word for word in words if any(form in data for form in _forms(word))]


def _forms(word: str) -> list[bytes]:
    plain = word.encode()
    shifted = [base64.b64encode(b"\0" * n + plain)[4:-4] for n in range(3)]
    return [plain, plain.hex().encode(), word.encode("utf-16-le"), *shifted]


def _sealed_in(place: Path) -> Iterator[bytes]:
    """Every sealed value of a database file, of its log and of a dump, current or not."""
    for path in place.iterdir():
        if path.suffix == ".sqlite3":
            with sqlite3.connect(path) as database:
                tables = database.execute("SELECT name FROM sqlite_master WHERE type='table'")
                for (table,) in tables.fetchall():
                    for row in database.execute(f'SELECT * FROM "{table}"'):
                        yield from (value for value in row if isinstance(value, bytes))
        elif path.suffix == ".sql":
            for match in re.finditer(rb"\\\\?x([0-9a-f]{60,})", path.read_bytes()):
                yield bytes.fromhex(match[1].decode())


def _opened(place: Path, words: list[str]) -> list[str]:
    """The words that come out when every value is tried with every key and every purpose."""
    copy = place.with_name("tried")
    shutil.copytree(place, copy, dirs_exist_ok=True)
    values = list(_sealed_in(copy))
    shutil.rmtree(copy)
    assert values, "a backup without sealed values proves nothing"
    plain = set(_tried(values))
    # A document is stored as base64.
    plain |= {base64.b64decode(t).decode() for t in plain if re.fullmatch(r"[A-Za-z0-9+/]+=*", t)
              and len(t) % 4 == 0 and not t.startswith("UJI")}  # fmt: skip
    return [word for word in words if word in plain]


def _opened_live(folder: Path, words: list[str]) -> list[str]:
    """The same with the database in use."""
    from django.db import connection

    live = folder / "live"
    live.mkdir(exist_ok=True)
    connection.close()
    _back_up(live)
    return _opened(live, words)


def _tried(values: list[bytes]) -> Iterator[str]:
    """What opens when each value is tried with each key and purpose, whatever it says of itself."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from django.apps import apps
    from django.conf import settings

    from jaga_web import keys, sealing, vault

    fields = [f for model in apps.get_models() for f in model._meta.concrete_fields]
    ours = {f.purpose.encode() for f in fields if isinstance(f, sealing.SealedTextField)}
    own = {f.purpose.encode() for f in fields if isinstance(f, vault.KeyedTextField)}
    house = AESGCM(keys.read(settings.JAGA_DATA_DIR, "sealing"))
    boxes = [AESGCM(vault._key(name)) for name in vault.names()]
    for value in values:
        bound = b"\0" + value[1:17].hex().encode()
        tries = [(house, 1, purpose) for purpose in ours]
        tries += [(box, 17, purpose + bound) for box in boxes for purpose in own]
        for box, start, purpose in tries:
            try:
                yield box.decrypt(value[start : start + 12], value[start + 12 :], purpose).decode()
            except (InvalidTag, ValueError):
                continue


def _rows_left(case) -> dict[str, int]:
    from jaga_web.keeping import reach

    return {model._meta.label: len(rows) for model, rows in reach.rows(case).items()}


def _restored(backup: Path, words: list[str]) -> dict[str, int]:
    """Put the old database back: its rows are there again, and each sealed field reads as gone."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return {}
    connection.close()
    name = Path(connection.settings_dict["NAME"])
    for path in name.parent.glob(name.name + "*"):
        path.unlink()
    for path in backup.iterdir():
        shutil.copy(path, name.parent)
    from jaga_web import vault
    from jaga_web.cases.models import Case
    from jaga_web.keeping import reach

    values = [
        getattr(row, field.name)
        for model, numbers in reach.rows(Case.objects.order_by("pk")[0]).items()
        for row in model._default_manager.filter(pk__in=numbers)
        for field in model._meta.concrete_fields
        if isinstance(field, vault.KeyedTextField)
    ]
    filled = [value for value in values if value]
    return {"erased": filled.count(vault.ERASED), "read": len(filled) - filled.count(vault.ERASED)}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
