"""Writes a populated database of today's schema, for later versions to migrate.

    PYTHONPATH=src:. python -m tests.web.schemas.make NAME

Run it at each release: NAME.sql holds the tables with invented rows, NAME.json the keys they are
sealed with. test_schemas.py migrates every one of them with the code of the day.
"""

import json
import os
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
REASON = "keluarga sudah didampingi layanan lain (rekaan)"


def populate() -> None:
    """Staff, an alert two people confirmed, a closed case and a draft report: all invented."""
    from django.core.management import call_command
    from tests.web.alerts import targets

    from jaga_web.alerts.models import Alert
    from jaga_web.cases import actions as cases
    from jaga_web.people import demo

    call_command("migrate", verbosity=0)
    people = demo.seed()
    supervisor = people["penyelia"]
    found = targets.a_confirmed_alert(supervisor.organisation)
    case = cases.open_from_alert(alert=Alert.objects.get(pk=found["alert"]), by=supervisor)
    cases.close(case=case, reason=REASON, by=supervisor)
    targets.a_proposed_alert(people["bank-penyelia"].organisation)


def main(name: str) -> None:
    """Populate a fresh database and write both files."""
    folder = Path(tempfile.mkdtemp())
    os.environ.update(
        JAGA_DATA_DIR=str(folder), JAGA_DEMO="1", DJANGO_SETTINGS_MODULE="jaga_web.settings"
    )
    import django

    django.setup()
    populate()
    with sqlite3.connect(folder / "jaga.sqlite3") as database:
        rows = database.iterdump()
        (HERE / f"{name}.sql").write_text("\n".join(rows) + "\n", encoding="utf-8")
    keys = {
        path.relative_to(folder).as_posix(): path.read_bytes().hex()
        for part in ("keys", "case-keys")
        for path in sorted((folder / part).glob("*"))
    }
    (HERE / f"{name}.json").write_text(json.dumps(keys, indent=1) + "\n")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1])
