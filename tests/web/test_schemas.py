"""Every schema that was ever in use is brought to today's, with its rows and what they seal."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "schemas"
RELEASED = sorted(path.stem for path in HERE.glob("*.sql"))
CHECK = """
import json
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.apps import apps
from jaga_web.audit.verify import verify
from jaga_web.cases.models import Case
from jaga_web.people.models import User
from jaga_web import vault
problems = [finding.kind for finding in verify()]
for model in apps.get_models():
    for row in model.objects.all():
        for field in model._meta.fields:
            getattr(row, field.name)
print(json.dumps({
    "names": sorted(user.display_name for user in User.objects.all()),
    "closed": [case.closing_reason for case in Case.objects.filter(status="closed")],
    "keyed": all(vault.has_key(case.key_id) for case in Case.objects.all()),
    "chain": problems,
}))
"""


@pytest.fixture
def restored(tmp_path, request):
    """A data folder as it was under the schema of that name."""
    name = request.param
    for place, key in json.loads((HERE / f"{name}.json").read_text()).items():
        path = tmp_path / place
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.write_bytes(bytes.fromhex(key))
    with sqlite3.connect(tmp_path / "jaga.sqlite3") as database:
        database.executescript((HERE / f"{name}.sql").read_text(encoding="utf-8"))
    return tmp_path


def test_there_is_a_schema_to_come_from():
    assert RELEASED


@pytest.mark.parametrize("restored", RELEASED, indirect=True)
def test_a_populated_database_reaches_todays_schema_and_loses_nothing(restored):
    environment = {
        **os.environ,
        "JAGA_DATA_DIR": str(restored),
        "DJANGO_SETTINGS_MODULE": "jaga_web.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    environment.pop("JAGA_DATABASE_URL", None)
    ended = subprocess.run(
        [sys.executable, "-c", CHECK], env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    found = json.loads(ended.stdout)
    assert "Citra Maharani" in found["names"]
    assert found["closed"] == ["keluarga sudah didampingi layanan lain (rekaan)"]
    assert found["keyed"]
    assert found["chain"] == []
