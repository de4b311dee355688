"""Opening the web from the command line: says what is missing, prepares keys and database."""

import os
from importlib.util import find_spec

from jaga.errors import NotInstalledRight
from jaga.words import Text

# One package of the extra that nothing else brings along.
NEEDED = ("django", "gunicorn", "whitenoise", "cryptography")
KEYS = ("web", "sealing", "lookup", "anchor")


def set_up() -> None:
    """Make Django ready in this process, with its keys on disk."""
    if any(find_spec(name) is None for name in NEEDED):
        raise NotInstalledRight(
            Text(
                id='Bagian web belum terpasang. Jalankan: pip install "jaga[cli,web]"',
                en='The web part is not installed. Run: pip install "jaga[cli,web]"',
            )
        )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jaga_web.settings")
    import django
    from django.conf import settings

    from jaga_web import keys

    try:
        for name in KEYS:
            keys.read(settings.JAGA_DATA_DIR, name)
    except OSError:
        raise NotInstalledRight(
            Text(
                id="Folder data tidak dapat ditulisi. Setel JAGA_DATA_DIR ke folder milik Anda.",
                en="The data folder is not writable. Set JAGA_DATA_DIR to a folder of your own.",
            )
        ) from None
    django.setup()


def prepare_database() -> None:
    """Lay out an empty database, refuse an older version's, and sweep out ended sessions."""
    from django.core.management import call_command
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        applied = executor.loader.applied_migrations
    except OperationalError:
        raise NotInstalledRight(
            Text(
                id="Basis data tidak terbuka. Periksa JAGA_DATABASE_URL dan apakah servernya "
                "menyala.",
                en="The database does not open. Check JAGA_DATABASE_URL and that its server is up.",
            )
        ) from None
    if waiting and applied:
        raise NotInstalledRight(
            Text(
                id="Basis data ini dari versi sebelumnya. Buat cadangannya, lalu jalankan: "
                "python -m jaga_web.manage migrate",
                en="This database is from an earlier version. Back it up, then run: "
                "python -m jaga_web.manage migrate",
            )
        )
    if waiting:
        call_command("migrate", verbosity=0, interactive=False)
    call_command("clearsessions")
    connection.close()
