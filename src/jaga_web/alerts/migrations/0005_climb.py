"""The answers behind an alert in time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("alerts", "0004_money_paths")]

    operations = [
        migrations.AddField("alert", "climb", models.JSONField(default=list)),
    ]
