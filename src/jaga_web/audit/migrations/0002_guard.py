"""The triggers that refuse to change or delete an event, and the row that writers lock."""

from typing import Any

from django.db import migrations

from jaga_web.audit import chain, guard


def put_up(apps: Any, schema_editor: Any) -> None:
    apps.get_model("audit", "Head").objects.get_or_create(
        pk=1, defaults={"seq": 0, "hash": chain.BEGINNING}
    )
    guard.install(schema_editor.connection)


def take_down(apps: Any, schema_editor: Any) -> None:
    guard.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
