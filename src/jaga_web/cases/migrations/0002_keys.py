"""Each case gets a key of its own, and closing reasons move under it."""

from typing import Any

from django.db import migrations, models

from jaga_web import vault
from jaga_web.vault import KeyedTextField


def give_keys(apps: Any, schema_editor: Any) -> None:
    """A key for each case that has none; its closing reason is sealed again with it."""
    case_model = apps.get_model("cases", "Case")
    for case in case_model.objects.filter(key_id="").order_by("pk"):
        case.key_id = vault.new_key()
        case.closing_reason = case.reason_before or None
        case.save(update_fields=["key_id", "closing_reason"])


def put_back(apps: Any, schema_editor: Any) -> None:
    """The closing reasons under the key of the installation again."""
    case_model = apps.get_model("cases", "Case")
    for case in case_model.objects.order_by("pk"):
        case.reason_before = case.closing_reason or ""
        case.save(update_fields=["reason_before"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="key_id",
            field=models.CharField(default="", max_length=32),
        ),
        migrations.RenameField(
            model_name="case", old_name="closing_reason", new_name="reason_before"
        ),
        migrations.AddField(
            model_name="case",
            name="closing_reason",
            field=KeyedTextField(key="key_id", null=True, purpose="cases.case.closing_reason"),
        ),
        migrations.RunPython(give_keys, put_back),
        migrations.RemoveField(model_name="case", name="reason_before"),
    ]
