"""`jaga`: runs a command and turns what went wrong into a sentence and an exit code."""

import os
import sys

from jaga.errors import JagaError
from jaga.words import Text
from jaga_cli.terminal import err, language

UNEXPECTED = Text(
    "Jaga berhenti karena kesalahan di dalam program ({kind}), bukan karena berkas Anda. "
    "Tidak ada yang hilang. Jalankan `jaga check`, lalu laporkan; JAGA_DEBUG=1 menunjukkan "
    "letaknya.",
    "Jaga stopped at a fault of its own ({kind}), not because of your file. Nothing is lost. "
    "Run `jaga check`, then report it; JAGA_DEBUG=1 shows where it is.",
)


def main() -> None:
    """Entry point. Exit codes: docs/reference/generated/exit-codes.md."""
    from jaga_cli.app import app

    try:
        app(prog_name="jaga")
    except JagaError as error:
        err.print(error.say(language()), markup=False)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        if os.environ.get("JAGA_DEBUG"):
            raise
        # An engine's own message can quote a cell, so only the kind of fault is named.
        err.print(UNEXPECTED.filled(kind=type(error).__name__).say(language()), markup=False)
        sys.exit(1)


if __name__ == "__main__":
    main()
