"""Reports, messages and what may still be sent."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import jaga_web.vault


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Bucket",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mark", models.CharField(max_length=64, unique=True)),
                ("left", models.FloatField()),
                ("filled_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key_id", models.CharField(max_length=32)),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("lapor", "Halaman lapor"),
                            ("phone", "Telepon"),
                            ("whatsapp", "WhatsApp"),
                            ("walk_in", "Datang sendiri"),
                            ("letter", "Surat"),
                        ],
                        default="lapor",
                        max_length=10,
                    ),
                ),
                (
                    "path",
                    models.CharField(
                        choices=[
                            ("me", "Tentang diri sendiri"),
                            ("friend", "Tentang seorang teman"),
                        ],
                        max_length=10,
                    ),
                ),
                ("language", models.CharField(default="id", max_length=2)),
                ("received_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "age_band",
                    models.CharField(
                        choices=[
                            ("0-5", "0–5 tahun"),
                            ("6-11", "6–11 tahun"),
                            ("12-14", "12–14 tahun"),
                            ("15-17", "15–17 tahun"),
                            ("18+", "18 tahun ke atas"),
                            ("unknown", "Tidak disebut"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                (
                    "safe_now",
                    models.CharField(
                        choices=[("yes", "Aman"), ("no", "Tidak aman"), ("unsure", "Tidak yakin")],
                        max_length=10,
                    ),
                ),
                ("help_wanted", models.JSONField(default=list)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("received", "Diterima"),
                            ("read", "Sudah dibaca"),
                            ("arranging", "Bantuan sedang diatur"),
                            ("waiting", "Menunggu jawaban pelapor"),
                            ("handed_over", "Menjadi kasus"),
                            ("closed", "Selesai"),
                        ],
                        default="received",
                        max_length=12,
                    ),
                ),
                (
                    "words",
                    jaga_web.vault.KeyedTextField(
                        default="", key="key_id", purpose="channel.report.words"
                    ),
                ),
                (
                    "address",
                    jaga_web.vault.KeyedTextField(
                        default="", key="key_id", purpose="channel.report.address"
                    ),
                ),
                (
                    "safe_contact",
                    jaga_web.vault.KeyedTextField(
                        default="", key="key_id", purpose="channel.report.safe_contact"
                    ),
                ),
                (
                    "callback",
                    jaga_web.vault.KeyedTextField(
                        default="", key="key_id", purpose="channel.report.callback"
                    ),
                ),
                (
                    "identity",
                    jaga_web.vault.KeyedTextField(
                        default="", key="key_id", purpose="channel.report.identity"
                    ),
                ),
                ("identity_given_at", models.DateTimeField(null=True)),
                ("receipt_mark", models.CharField(max_length=64, null=True, unique=True)),
                ("receipt_confirmed_at", models.DateTimeField(null=True)),
                ("form_mark", models.CharField(max_length=64, null=True, unique=True)),
                ("last_activity_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("child_agreed_at", models.DateTimeField(null=True)),
                ("case_opened_at", models.DateTimeField(null=True)),
                ("held_at", models.DateTimeField(null=True)),
                ("deleted_at", models.DateTimeField(null=True)),
                (
                    "ending",
                    models.CharField(
                        choices=[
                            ("reporter", "Dihapus oleh pelapor"),
                            ("expiry", "Terhapus karena waktunya"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="people.organisation",
                    ),
                ),
                (
                    "taken_in_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-received_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_reporter", models.BooleanField()),
                (
                    "body",
                    jaga_web.vault.KeyedTextField(
                        key="report.key_id", purpose="channel.message.body"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("read_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="channel.report",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
    ]
