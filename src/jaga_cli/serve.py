"""`jaga serve`: the site on one address, until Ctrl-C."""

import os
import socket
import sys
from typing import NoReturn

from jaga.errors import NotInstalledRight, WrongUsage
from jaga.words import Language, Text
from jaga_cli.web import prepare_database, set_up

WORKERS = 2
THREADS = 4


def prepare(host: str, port: int) -> None:
    """Everything that can go wrong before serving, each with its sentence."""
    if not 1 <= port <= 65535:
        raise WrongUsage(
            Text(id="Porta harus 1 sampai 65535.", en="The port must be between 1 and 65535.")
        )
    set_up()
    _port_is_free(host, port)
    prepare_database()


def command(host: str, port: int) -> list[str]:
    """The server's command line. Its log names no visitor and no address visited."""
    return [
        sys.executable,
        "-m",
        "gunicorn",
        f"--bind={f'[{host}]' if ':' in host else host}:{port}",
        f"--workers={WORKERS}",
        f"--threads={THREADS}",
        # Warnings would name the address a malformed request came from.
        "--log-level=error",
        "--graceful-timeout=5",
        "--no-control-socket",
        "jaga_web.wsgi:application",
    ]


def serve(language: Language, host: str = "127.0.0.1", port: int = 8000) -> NoReturn:
    """Serve until Ctrl-C. This very process becomes the server, so nothing is left behind."""
    prepare(host, port)
    words = Text(
        id="Jaga terbuka di http://{at} (Ctrl-C untuk berhenti)",
        en="Jaga is open at http://{at} (Ctrl-C to stop)",
    )
    sys.stdout.write(words.filled(at=f"{host}:{port}").say(language) + "\n")
    sys.stdout.flush()
    arguments = command(host, port)
    os.execv(arguments[0], arguments)


def _port_is_free(host: str, port: int) -> None:
    try:
        address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(address[0], address[1]) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address[4])
    except OSError:
        raise NotInstalledRight(
            Text(
                id=f"Porta {port} sudah dipakai atau tidak boleh dipakai. Pilih yang lain: "
                f"jaga serve --port {min(port + 1, 65535)}",
                en=f"Port {port} is taken or not allowed. Choose another: "
                f"jaga serve --port {min(port + 1, 65535)}",
            )
        ) from None
